package org.clausebot.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

    /** Documents that come as text or markup: one for each of many oddities, and those of a trust. */
    static List<Fixture> all() throws IOException {
        List<Fixture> all =
                new ArrayList<>(in(RESOURCES.resolve("trust"), RESOURCES.resolve("trust/clauses"), "txt|md|html"));
        all.addAll(in("quirks", "txt|md|html"));
        return all;
    }

    /** Documents and references by other hands than the rules', written before any of them was read. */
    static List<Fixture> byOthers() throws IOException {
        List<Fixture> all = new ArrayList<>(in("second-hand", "txt|md|html|docx|pdf"));
        all.addAll(in("third-hand", "txt|md|html|docx|pdf"));
        all.addAll(in("fourth-hand", "txt|md|html|docx|pdf"));
        return all;
    }

    private static List<Fixture> in(String folder, String endings) throws IOException {
        Path documents = RESOURCES.resolve("policies").resolve(folder);
        return in(documents, documents, endings);
    }

    private static List<Fixture> in(Path documents, Path references, String endings) throws IOException {
        Pattern wanted = Pattern.compile(".*\\.(" + endings + ")");
        try (Stream<Path> files = Files.list(documents)) {
            return files.filter(f -> wanted.matcher(f.toString()).matches())
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
