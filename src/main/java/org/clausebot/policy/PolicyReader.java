package org.clausebot.policy;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a policy document of any format that it knows. */
public final class PolicyReader {
    private final DocumentGuard guard = new DocumentGuard();

    /**
     * The bytes of {@code file}, if it is one that could be a policy.
     *
     * @throws UnreadableDocumentException when it is not there, no file, or too large; no more than the limit is read
     */
    public byte[] load(Path file) throws UnreadableDocumentException {
        return DocumentGuard.load(file);
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
        DocumentGuard.Format format = DocumentGuard.check(fileName, bytes);
        return guard.within(() -> format == DocumentGuard.Format.SPLIT
                ? TsvReader.read(fileName, bytes, given, version(bytes, given.updated()))
                : policy(
                        fileName,
                        bytes,
                        given,
                        Structurer.structure(
                                given.id(), DocumentReaders.of(format).read(bytes))));
    }

    /**
     * As {@link #read(String, byte[], Given)}, with what was corrected by hand.
     *
     * @throws UnreadableDocumentException also when {@code overlay} belongs to another document or does not fit it
     */
    public Policy read(String fileName, byte[] bytes, Given given, Overlay overlay) throws UnreadableDocumentException {
        if (!overlay.source().equals(Sha256.hex(bytes))) {
            throw new UnreadableDocumentException(fileName + " is not the document that " + OverlayYaml.FILE
                    + " corrects. Put the document back as it was issued, or take the corrections away.");
        }
        try {
            return overlay.applyTo(read(fileName, bytes, given));
        } catch (CorrectionException e) {
            // The message of the cause may hold a number that somebody typed, and this one is logged.
            throw new UnreadableDocumentException(
                    fileName + " cannot be read with " + OverlayYaml.FILE + ": a correction in it does not fit the"
                            + " document. Put both back from a backup, or take the correction away.",
                    e);
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

    /** The printed date, if any, and the first eight digits of the bytes' hash. */
    private static String version(byte[] bytes, Optional<String> updated) {
        String hash = Sha256.hex(bytes).substring(0, 8);
        return updated.map(u -> u + " (" + hash + ")").orElse(hash);
    }
}
