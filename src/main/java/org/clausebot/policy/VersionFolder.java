package org.clausebot.policy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A folder with a document exactly as issued, what is known of it, and what was corrected by hand of how it was read. */
public final class VersionFolder {
    /** The name of the file that says what is known of the policy beside its words. */
    public static final String DETAILS = PolicyYaml.FILE;

    private static final Set<String> BESIDE = Set.of(PolicyYaml.FILE, OverlayYaml.FILE);

    private VersionFolder() {}

    /**
     * What is in such a folder.
     *
     * @param fileName of the document
     * @param bytes the document
     * @param overlay empty where nothing was corrected
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed on once
    public record Contents(String fileName, byte[] bytes, Given given, Overlay overlay) {}

    /** @throws LibraryException when it is not as it should be; the message names the file */
    public static Contents contents(Path folder) throws LibraryException {
        try {
            Path document = document(folder);
            byte[] bytes = Files.readAllBytes(document);
            Path overlay = folder.resolve(OverlayYaml.FILE);
            return new Contents(
                    String.valueOf(document.getFileName()),
                    bytes,
                    PolicyYaml.read(folder.resolve(PolicyYaml.FILE)),
                    Files.exists(overlay) ? OverlayYaml.read(overlay) : Overlay.none(bytes));
        } catch (IOException e) {
            throw new LibraryException(folder + " cannot be read (" + reason(e) + ")", e);
        }
    }

    private static Path document(Path folder) throws LibraryException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "policy.*")) {
            for (Path file : files) {
                if (!BESIDE.contains(String.valueOf(file.getFileName()))) {
                    found.add(file);
                }
            }
        } catch (IOException e) {
            throw new LibraryException(folder + " cannot be listed (" + reason(e) + ")", e);
        }
        if (found.size() != 1) {
            throw new LibraryException(folder + " must hold one document named policy.txt, .md, .html, .docx, .pdf or"
                    + " .tsv; it holds " + found.size());
        }
        return found.getFirst();
    }

    /** The ending of a document's name with its dot, in small letters. */
    public static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? ".txt" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** The file that says what is known of a policy beside its words, as it is written beside the document. */
    public static String yaml(PolicyDetails details) {
        return PolicyYaml.write(details);
    }

    static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
