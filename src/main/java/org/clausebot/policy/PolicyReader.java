package org.clausebot.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads a policy document of any format that it knows. */
public final class PolicyReader {
    private final Map<String, DocumentReader> readers;

    /** A reader of every format that Clausebot knows. */
    public PolicyReader() {
        this(DocumentReaders.all());
    }

    /** @param readers by file extension, in small letters, without the dot */
    PolicyReader(Map<String, DocumentReader> readers) {
        this.readers = Map.copyOf(readers);
    }

    /**
     * Reads one document.
     *
     * @param fileName its name, from which its format is known
     * @param bytes the whole file
     * @param given what is known about it already
     * @throws UnreadableDocumentException when it cannot be read or holds no clause; the message is fit to show to a
     *     person
     */
    public Policy read(String fileName, byte[] bytes, Given given) throws UnreadableDocumentException {
        String extension = extension(fileName);
        if (bytes.length == 0) {
            throw new UnreadableDocumentException(fileName + " is empty.");
        }
        try {
            if (extension.equals("tsv")) {
                return TsvReader.read(fileName, bytes, given, version(bytes, given.updated()));
            }
            DocumentReader reader = readers.get(extension);
            if (reader == null) {
                throw new UnreadableDocumentException(fileName + " is of a kind that cannot be read. Use one of: "
                        + String.join(", ", new TreeSet<>(readers.keySet())) + ", tsv.");
            }
            return policy(fileName, bytes, given, Structurer.structure(given.id(), reader.read(bytes)));
        } catch (StackOverflowError tooDeep) {
            throw new UnreadableDocumentException(fileName + " is nested too deeply to be read.", tooDeep);
        }
    }

    private static Policy policy(String fileName, byte[] bytes, Given given, Structure structure)
            throws UnreadableDocumentException {
        if (structure.clauses().isEmpty()) {
            throw new UnreadableDocumentException(fileName + " was read, but no clause was found in it. A policy needs"
                    + " at least one paragraph below its title.");
        }
        Optional<String> updated = given.updated().or(() -> ControlLines.updated(structure.controlLines()));
        Optional<String> review = given.review().or(() -> ControlLines.review(structure.controlLines()));
        PolicyDetails details = new PolicyDetails(
                given.id(),
                given.title().or(structure::title).orElse(fileName),
                version(bytes, updated),
                given.school(),
                given.owner(),
                updated,
                review);
        return new Policy(
                details, structure.document(), structure.sections(), structure.clauses(), structure.setAside());
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** The printed date, if any, and the first eight digits of the bytes' hash. */
    private static String version(byte[] bytes, Optional<String> updated) {
        String hash = sha256(bytes).substring(0, 8);
        return updated.map(u -> u + " (" + hash + ")").orElse(hash);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
