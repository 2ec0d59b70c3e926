package org.clausebot.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands before the readers: refuses what is too large, empty or not what its name says, and gives a reader a thread of
 * its own and a time limit.
 *
 * <p>Readers ask a {@link Deadline} as they go and unpack only what was measured before, so one that runs for ever
 * should not exist. If one does, it is told to stop, its caller goes on with a refusal, and until it has stopped it keeps
 * one of the few {@linkplain #AT_ONCE places}: threads and memory stay bounded whatever is sent.
 */
final class DocumentGuard {
    /** The largest file that is taken, in bytes. */
    static final long MOST_BYTES = 20L * 1024 * 1024;

    /** How many documents are read at once; others wait. */
    static final int AT_ONCE = 2;

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final long STACK = 4L * 1024 * 1024;

    /** The format of a document, by the ending of its name. */
    enum Format {
        WORD,
        PDF,
        MARKDOWN,
        HTML,
        TEXT,
        /** Clauses that are already split, in a {@code .tsv}. */
        SPLIT
    }

    private static final Map<String, Format> ENDINGS = Map.ofEntries(
            Map.entry("docx", Format.WORD),
            Map.entry("docm", Format.WORD),
            Map.entry("dotx", Format.WORD),
            Map.entry("pdf", Format.PDF),
            Map.entry("md", Format.MARKDOWN),
            Map.entry("markdown", Format.MARKDOWN),
            Map.entry("html", Format.HTML),
            Map.entry("htm", Format.HTML),
            Map.entry("xhtml", Format.HTML),
            Map.entry("txt", Format.TEXT),
            Map.entry("text", Format.TEXT),
            Map.entry("tsv", Format.SPLIT));

    private static final String ACCEPTED = "Give the policy as .docx, .pdf, .md, .html or .txt.";

    private final Semaphore places;
    private final Duration limit;

    DocumentGuard() {
        this(Deadline.READING.plus(GRACE), AT_ONCE);
    }

    DocumentGuard(Duration limit, int atOnce) {
        this.limit = limit;
        this.places = new Semaphore(atOnce);
    }

    /**
     * The bytes of {@code file}.
     *
     * @throws UnreadableDocumentException when it is not there, no file, empty, or larger than {@link #MOST_BYTES}; of
     *     such a file no more than that is read
     */
    static byte[] load(Path file) throws UnreadableDocumentException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new UnreadableDocumentException(name + " is a folder. Name the policy's file in it.");
        }
        if (!Files.exists(file)) {
            throw new UnreadableDocumentException(
                    "There is no file " + name + " at " + file.toAbsolutePath() + ". Check the name and the folder.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.isRegularFile(file) && Files.size(file) > MOST_BYTES) {
                throw tooLarge(name);
            }
            byte[] bytes = in.readNBytes((int) MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw tooLarge(name);
            }
            return bytes;
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    name + " cannot be read. Check that you may open it and that no other program has locked it.", e);
        }
    }

    private static UnreadableDocumentException tooLarge(String name) {
        return new UnreadableDocumentException(
                name + " is larger than " + MOST_BYTES / (1024 * 1024)
                        + " MB, more than any policy needs. Take large pictures out of it, or save it again in a smaller size.");
    }

    /**
     * Which reader {@code bytes} are for.
     *
     * @param fileName whose ending says what the file is meant to be
     * @throws UnreadableDocumentException when its bytes say otherwise, its kind is none that is read here, or it is
     *     empty or too large
     */
    static Format check(String fileName, byte[] bytes) throws UnreadableDocumentException {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge(fileName);
        }
        FileKind kind = FileKind.of(bytes);
        if (kind == FileKind.EMPTY || (kind == FileKind.TEXT && isBlank(bytes))) {
            throw new UnreadableDocumentException(
                    fileName + " is empty. Check that it was saved, and choose the file that holds the policy.");
        }
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        Format format = Optional.ofNullable(ENDINGS.get(ending)).orElse(Format.SPLIT);
        if (!ENDINGS.containsKey(ending)) {
            throw new UnreadableDocumentException(fileName + " " + kind.is() + ". " + nextFor(kind, ending));
        }
        if (!fits(format).contains(kind)) {
            throw new UnreadableDocumentException(
                    fileName + " " + kind.is() + ", whatever its name says. " + kind.next());
        }
        return format;
    }

    private static String nextFor(FileKind kind, String ending) {
        boolean known = kind == FileKind.UNKNOWN || (kind == FileKind.TEXT && !ending.isEmpty());
        return known ? ACCEPTED : kind.next();
    }

    private static Set<FileKind> fits(Format format) {
        return switch (format) {
            case WORD -> Set.of(FileKind.WORD);
            case PDF -> Set.of(FileKind.PDF);
            case HTML -> Set.of(FileKind.WEB_PAGE, FileKind.TEXT);
            case MARKDOWN, TEXT, SPLIT -> Set.of(FileKind.TEXT);
        };
    }

    private static boolean isBlank(byte[] bytes) {
        boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
        String words = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        return DocumentText.fold(words).isEmpty();
    }

    /** Reads a document that has passed {@link #check}. */
    interface Reading<T> {
        T read() throws UnreadableDocumentException;
    }

    /**
     * What {@code reading} gives, on a thread of its own.
     *
     * @throws UnreadableDocumentException when it refuses, fails in any other way, or takes too long
     */
    <T> T within(Reading<T> reading) throws UnreadableDocumentException {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UnreadableDocumentException(
                        "Other documents are being read and take long. Wait a minute and import this one again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Deadline.tooSlow();
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            try {
                return reading.read();
            } finally {
                places.release();
            }
        });
        Thread thread = new Thread(null, task, "document-reader", STACK);
        thread.setDaemon(true);
        thread.start();
        return await(task);
    }

    private <T> T await(FutureTask<T> task) throws UnreadableDocumentException {
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw Deadline.tooSlow();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw Deadline.tooSlow();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableDocumentException refusal) {
                throw refusal;
            }
            throw new UnreadableDocumentException(
                    "This document cannot be read: something in it is damaged or made in an unusual way. Save it again"
                            + " from the program that made it and import that.",
                    e);
        }
    }
}
