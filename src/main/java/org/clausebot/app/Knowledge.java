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
     * with, the school's {@code phrasings} too; another otherwise.
     */
    static String of(List<Policy> policies, Path index, Path phrasings) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            policies.stream().map(Knowledge::words).sorted().forEach(words -> add(digest, words));
            add(digest, index, files(index));
            add(digest, phrasings, files(phrasings, Stream.empty()));
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
        return Stream.of(
                        files(index.resolve("phrasings"), Stream.empty()),
                        files(index.resolve("relations"), Stream.of(index.resolve("synonyms.txt"))))
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    private static List<Path> files(Path folder, Stream<Path> others) throws IOException {
        if (!Files.isDirectory(folder)) {
            return others.filter(Files::isRegularFile).toList();
        }
        try (Stream<Path> files = Files.list(folder)) {
            // A name that begins with a dot is of a file that is just being written.
            return Stream.concat(files, others)
                    .filter(file -> Files.isRegularFile(file)
                            && !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Stands for what the files that are learnt from hold, as far as their sizes and times tell, and so quick enough to be
     * asked again and again.
     */
    static String stamp(Path index, Path phrasings) {
        StringBuilder stamp = new StringBuilder();
        try {
            for (Path file : Stream.concat(files(index).stream(), files(phrasings, Stream.empty()).stream())
                    .toList()) {
                stamp.append(file)
                        .append(' ')
                        .append(Files.size(file))
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append('\n');
            }
        } catch (IOException e) {
            // Just replaced: the next look finds it whole, and another stamp.
            stamp.append("gone");
        }
        return stamp.toString();
    }

    private static void add(MessageDigest digest, Path folder, List<Path> files) throws IOException {
        for (Path file : files) {
            add(digest, folder.relativize(file).toString());
            add(digest, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
    }

    private static void add(MessageDigest digest, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }
}
