package org.clausebot.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Documents with the clauses that they should give. */
final class Fixtures {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    /** A document, and the file that says which clauses it holds. */
    record Fixture(Path document, Path reference) {
        @Override
        public String toString() {
            return String.valueOf(document.getFileName());
        }
    }

    private Fixtures() {}

    static Path givenPolicy() {
        return Path.of("index", "policies", "social-media", "policy.txt");
    }

    static Path givenPolicyClauses() {
        return RESOURCES.resolve("social-media-clauses.tsv");
    }

    static List<Fixture> all() throws IOException {
        List<Fixture> all = new ArrayList<>(in(RESOURCES.resolve("trust"), RESOURCES.resolve("trust/clauses")));
        Path quirks = RESOURCES.resolve("policies/quirks");
        all.addAll(in(quirks, quirks));
        return all;
    }

    /** Documents and references by another hand than the rules', written before any of them was read. */
    static List<Fixture> bySecondHand() throws IOException {
        Path documents = RESOURCES.resolve("policies/second-hand");
        return in(documents, documents);
    }

    private static List<Fixture> in(Path documents, Path references) throws IOException {
        try (Stream<Path> files = Files.list(documents)) {
            return files.filter(f -> f.toString().matches(".*\\.(txt|md|html)"))
                    .sorted()
                    .map(f -> new Fixture(f, references.resolve(name(f) + ".tsv")))
                    .toList();
        }
    }

    private static String name(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    static Policy read(Path document) throws IOException, UnreadableDocumentException {
        return read(String.valueOf(document.getFileName()), Files.readAllBytes(document));
    }

    static Policy read(String fileName, byte[] bytes) throws UnreadableDocumentException {
        return new PolicyReader().read(fileName, bytes, Given.named(new PolicyId("tested")));
    }
}
