package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;

/** What questions are answered from, as one short word. */
final class Knowledge {
    private Knowledge() {}

    /**
     * The same for the same clauses of the same versions, and the same files of {@code index} that questions are understood
     * with; another otherwise.
     */
    static String of(List<Policy> policies, Path index) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            policies.stream().map(Knowledge::words).sorted().forEach(words -> add(digest, words));
            for (Path file : files(index)) {
                add(digest, index.relativize(file).toString());
                add(digest, HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Policy policy) {
        StringBuilder words = new StringBuilder();
        words.append(policy.id()).append('\0').append(policy.details().version());
        policy.clauses()
                .forEach(clause -> words.append('\0')
                        .append(clause.ref().address())
                        .append('\0')
                        .append(clause.text()));
        return words.toString();
    }

    private static List<Path> files(Path index) throws IOException {
        Stream<Path> learnt = Stream.empty();
        for (String folder : List.of("phrasings", "relations")) {
            Path path = index.resolve(folder);
            if (Files.isDirectory(path)) {
                try (Stream<Path> files = Files.list(path)) {
                    learnt = Stream.concat(learnt, files.filter(Files::isRegularFile).toList().stream());
                }
            }
        }
        return Stream.concat(learnt, Stream.of(index.resolve("synonyms.txt")).filter(Files::isRegularFile))
                .sorted()
                .toList();
    }

    private static void add(MessageDigest digest, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
