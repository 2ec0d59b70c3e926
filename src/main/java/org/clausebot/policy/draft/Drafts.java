package org.clausebot.policy.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.CorrectionException;
import org.clausebot.policy.Given;
import org.clausebot.policy.HomeLock;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Overlay;
import org.clausebot.policy.OverlayYaml;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.Publication;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.VersionFolder;
import org.clausebot.policy.WholeFiles;

/**
 * The drafts of a school's policies, on disk. Every change is there whole or not at all, and one that was made upon an
 * older state than the present one is not made.
 */
public final class Drafts {
    private static final Pattern ID = Pattern.compile("([a-z0-9][a-z0-9-]{0,63})\\.([0-9a-f]{16})");

    private final PolicyLibrary library;
    private final PolicyReader reader;
    private final Clock clock;

    public Drafts(PolicyLibrary library, PolicyReader reader, Clock clock) {
        this.library = library;
        this.reader = reader;
        this.clock = clock;
    }

    /** What came of a change. */
    public sealed interface Outcome {}

    /** It is made. */
    public record Changed(Draft draft) implements Outcome {}

    /** It is published. */
    public record Published(Publication row) implements Outcome {}

    /** Somebody else has changed something that whoever wanted this had not seen; nothing is changed. */
    public record Overtaken() implements Outcome {}

    /** @param why fit to show to a person; nothing is changed */
    public record Refused(String why) implements Outcome {}

    /**
     * Takes a document in.
     *
     * @param fileName gives the kind of document by its ending
     * @param given what is known of it; the rest is looked for in the document
     * @param by a receiver's id, or {@code operator:NAME}
     * @return the draft, which is the one that was there where the same document was brought before
     * @throws UnreadableDocumentException when it cannot be read; the message is for whoever brought it, and nothing is kept
     */
    public Draft add(String fileName, byte[] bytes, Given given, String by)
            throws UnreadableDocumentException, LibraryException {
        Policy policy = reader.read(fileName, bytes, given);
        return add(fileName, bytes, policy, Overlay.none(bytes), by);
    }

    /** Begins a draft from a stored version, to correct how it was read or what is said of it. */
    public Draft from(PolicyId id, String key, String by) throws LibraryException {
        VersionFolder.Contents stored = library.contents(id, key);
        return add(stored.fileName(), stored.bytes(), library.read(id, key), stored.overlay(), by);
    }

    private Draft add(String fileName, byte[] bytes, Policy policy, Overlay overlay, String by)
            throws LibraryException {
        Path home = library.homeOf(policy.id());
        String hash = Overlay.none(bytes).source().substring(0, 16);
        Path folder = library.drafts(policy.id()).resolve(hash);
        Draft.About about =
                new Draft.About(fileName, by, clock.instant().truncatedTo(ChronoUnit.SECONDS), Draft.State.OPEN);
        return writing(home, () -> {
            if (Files.isDirectory(folder)) {
                Draft.About before = DraftFile.read(folder.resolve(DraftFile.FILE));
                if (before.state() == Draft.State.OPEN) {
                    return read(policy.id(), folder);
                }
                WholeFiles.write(folder.resolve(VersionFolder.DETAILS), VersionFolder.yaml(policy.details()));
                WholeFiles.write(folder.resolve(OverlayYaml.FILE), OverlayYaml.write(overlay));
                WholeFiles.write(folder.resolve(DraftFile.FILE), DraftFile.write(about));
            } else {
                Map<String, byte[]> files = new LinkedHashMap<>();
                files.put("policy" + VersionFolder.ending(fileName), bytes);
                files.put(VersionFolder.DETAILS, utf8(VersionFolder.yaml(policy.details())));
                files.put(OverlayYaml.FILE, utf8(OverlayYaml.write(overlay)));
                files.put(DraftFile.FILE, utf8(DraftFile.write(about)));
                WholeFiles.folder(folder, files);
            }
            return read(policy.id(), folder);
        });
    }

    /** Every draft, those still open first, and of those the newest. What cannot be read is left out and named by {@code problems}. */
    public List<Draft> all(List<String> problems) {
        List<Draft> drafts = new ArrayList<>();
        for (PolicyId id : library.homes()) {
            Path folder = library.drafts(id);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[0-9a-f]*")) {
                for (Path entry : entries) {
                    drafts.add(read(id, entry));
                }
            } catch (IOException e) {
                problems.add("The drafts of " + id + " cannot be listed.");
            } catch (LibraryException e) {
                problems.add(e.getMessage());
            }
        }
        drafts.sort(Comparator.comparing((Draft draft) -> draft.about().state())
                .thenComparing(draft -> draft.about().at(), Comparator.reverseOrder()));
        return List.copyOf(drafts);
    }

    /** The draft of this id, if there is one and it can be read. */
    public Optional<Draft> find(String id) throws LibraryException {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        PolicyId policy = new PolicyId(parts.group(1));
        Path folder = library.drafts(policy).resolve(parts.group(2));
        return Files.isDirectory(folder) ? Optional.of(read(policy, folder)) : Optional.empty();
    }

    /** The document of a draft, exactly as issued. */
    public byte[] document(Draft draft) throws LibraryException {
        return VersionFolder.contents(folder(draft)).bytes();
    }

    /** How an overlay becomes another. */
    @FunctionalInterface
    public interface Change {
        Overlay of(Draft now) throws CorrectionException;
    }

    /**
     * Changes the corrections of a draft.
     *
     * @param seen as {@link Draft#seen} was where the change was asked for
     */
    public Outcome correct(Draft draft, String seen, Change change) throws LibraryException {
        return writing(library.homeOf(draft.policy().id()), () -> {
            Path folder = folder(draft);
            Draft now = read(draft.policy().id(), folder);
            if (!now.seen().equals(seen) || now.about().state() != Draft.State.OPEN) {
                return new Overtaken();
            }
            try {
                Overlay overlay = change.of(now);
                overlay.applyTo(now.read());
                WholeFiles.write(folder.resolve(OverlayYaml.FILE), OverlayYaml.write(overlay));
            } catch (CorrectionException e) {
                return new Refused(e.getMessage());
            } catch (IllegalArgumentException e) {
                return new Refused("That correction does not fit the document. Nothing was changed.");
            }
            return new Changed(read(draft.policy().id(), folder));
        });
    }

    /** Puts a draft away, or takes it out again. */
    public Outcome put(Draft draft, Draft.State state) throws LibraryException {
        return writing(library.homeOf(draft.policy().id()), () -> {
            Path folder = folder(draft);
            WholeFiles.write(
                    folder.resolve(DraftFile.FILE),
                    DraftFile.write(
                            DraftFile.read(folder.resolve(DraftFile.FILE)).in(state)));
            return new Changed(read(draft.policy().id(), folder));
        });
    }

    /**
     * What somebody wants to publish.
     *
     * @param seen as {@link Draft#seen} was where it was asked for
     * @param expected the number of the last row of the history that was seen there
     * @param from today or a day to come
     */
    public record Wish(String seen, int expected, LocalDate from, String by, String note) {}

    /** Publishes a draft: from its day on, answers are given from it. */
    public Outcome publish(Draft draft, Wish wish) throws LibraryException {
        Draft now = find(draft.id()).orElse(draft);
        if (!now.seen().equals(wish.seen()) || now.about().state() != Draft.State.OPEN) {
            return new Overtaken();
        }
        if (wish.from().isBefore(library.today())) {
            return new Refused("Give today’s date or a day to come: a version cannot come into force in the past.");
        }
        if (wish.note().length() > Publication.LONGEST_NOTE) {
            return new Refused("The note is too long: " + Publication.LONGEST_NOTE + " characters are the most.");
        }
        PolicyLibrary.Version version =
                library.keep(now.policy(), now.about().fileName(), document(now), now.overlay());
        Optional<Publication> row = library.publish(
                now.policy().id(),
                Publication.Wish.published(version.key(), wish.from(), wish.by(), wish.note(), wish.expected()));
        if (row.isEmpty()) {
            return new Overtaken();
        }
        put(now, Draft.State.PUBLISHED);
        return new Published(row.get());
    }

    private Path folder(Draft draft) {
        return library.drafts(draft.policy().id())
                .resolve(draft.id().substring(draft.id().indexOf('.') + 1));
    }

    private Draft read(PolicyId id, Path folder) throws LibraryException {
        VersionFolder.Contents contents = VersionFolder.contents(folder);
        try {
            Policy read = reader.read(contents.fileName(), contents.bytes(), contents.given());
            return new Draft(
                    id + "." + folder.getFileName(),
                    DraftFile.read(folder.resolve(DraftFile.FILE)),
                    read,
                    contents.overlay().applyTo(read),
                    contents.overlay());
        } catch (UnreadableDocumentException | CorrectionException e) {
            throw new LibraryException(
                    "The draft in " + folder + " can no longer be read; put it back from a backup", e);
        }
    }

    private static <T> T writing(Path home, HomeLock.Work<T> work) throws LibraryException {
        try {
            return HomeLock.in(home, work);
        } catch (IOException e) {
            throw new LibraryException(
                    "The draft could not be kept in " + home + " ("
                            + e.getClass().getSimpleName()
                            + "): check that the folder can be written and the disk is not full",
                    e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
