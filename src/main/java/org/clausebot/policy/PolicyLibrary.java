package org.clausebot.policy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The policies of a school on disk: those that come with the program, and those imported into the data folder, every
 * version of each exactly as issued.
 *
 * <pre>
 * bundled/ID/policy.txt, policy.yaml            read only
 * imported/ID/VERSION/policy.EXT, policy.yaml   VERSION is from the document's hash, and that of its overlay
 * imported/ID/VERSION/overlay.yaml              what was corrected by hand, if anything
 * imported/ID/history/0001.yaml                 what was published, reviewed and taken back, a row a file
 * imported/ID/drafts/                           what is not published; not read here
 * imported/ID/in-force                          of libraries from before there was a history: names a VERSION
 * </pre>
 *
 * An imported policy with a bundled one's id takes its place, and the bundled one stays readable as an earlier version.
 * Nothing is deleted or changed. A version is written to a folder of another name and renamed when it is whole, a row of
 * the history likewise: a crash leaves no half of one, and a version without a row is merely not in force.
 */
public final class PolicyLibrary {
    /** The key of the version that comes with the program. */
    public static final String BUNDLED = "bundled";

    /** The key of no version. */
    private static final String NONE = "";

    private final Path bundled;
    private final Path imported;
    private final PolicyReader reader;
    private final Clock clock;

    /** @param clock says which day it is: a version may be published for a day to come */
    public PolicyLibrary(Path bundled, Path imported, PolicyReader reader, Clock clock) {
        this.bundled = bundled;
        this.imported = imported;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What the library holds.
     *
     * @param inForce the policies that answer questions, ordered by id
     * @param problems what could not be read, each a sentence that names the file and what to do
     */
    public record Shelf(List<Policy> inForce, List<String> problems) {
        public Shelf {
            inForce = List.copyOf(inForce);
            problems = List.copyOf(problems);
        }
    }

    /**
     * One stored version of a policy.
     *
     * @param key names it among the versions of its policy; never changes
     * @param inForce whether answers are given from it today
     */
    public record Version(PolicyId id, String key, Path folder, boolean inForce) {}

    /** Today, by which it is decided what is in force. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Reads every policy in force. What cannot be read is named and the others are served. */
    public Shelf inForce() {
        List<Policy> policies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (List<Version> versions : stored(problems).values()) {
            versions.stream().filter(Version::inForce).forEach(version -> {
                try {
                    policies.add(read(version));
                } catch (LibraryException e) {
                    problems.add(e.getMessage());
                }
            });
        }
        return new Shelf(policies, problems);
    }

    /** All versions of a policy that can be read, the one in force first. */
    public List<Policy> versions(PolicyId id) throws LibraryException {
        List<Policy> policies = new ArrayList<>();
        for (Version version : stored(id)) {
            policies.add(read(version));
        }
        return List.copyOf(policies);
    }

    /** All versions of a policy, the one in force first. */
    public List<Version> stored(PolicyId id) {
        return stored(new ArrayList<>()).getOrDefault(id, List.of());
    }

    /** The ids of the policies of which there is a version. */
    public List<PolicyId> ids() {
        return List.copyOf(stored(new ArrayList<>()).keySet());
    }

    /**
     * One version, read.
     *
     * @throws LibraryException also when there is none of this key
     */
    public Policy read(PolicyId id, String key) throws LibraryException {
        return read(version(id, key));
    }

    /** A version as it is stored, to begin a draft from. */
    public VersionFolder.Contents contents(PolicyId id, String key) throws LibraryException {
        return VersionFolder.contents(version(id, key).folder());
    }

    private Version version(PolicyId id, String key) throws LibraryException {
        return stored(id).stream()
                .filter(version -> version.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new LibraryException("There is no such version of " + id + " any more"));
    }

    /** Changes whenever another version of any policy comes into force. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder();
        stored(new ArrayList<>()).values().stream()
                .flatMap(List::stream)
                .filter(Version::inForce)
                .forEach(version -> all.append(version.id())
                        .append(' ')
                        .append(version.folder())
                        .append(' ')
                        .append(PolicyHome.modified(version.folder()))
                        .append('\n'));
        return all.toString();
    }

    /** What was, is and will be in force of a policy. */
    public PolicyHistory history(PolicyId id) throws LibraryException {
        return home(id).history(bundled(id));
    }

    /**
     * Stores a document exactly as given and puts it in force today.
     *
     * @param policy as read from {@code bytes}
     * @param fileName gives the kind of document by its ending
     * @param by who does it, as {@link Publication#by} has it
     * @return true when this version was not yet stored
     * @throws LibraryException when the folder cannot be written; nothing is in force that was not before
     */
    public boolean store(Policy policy, String fileName, byte[] bytes, String by) throws LibraryException {
        int before = stored(policy.id()).size();
        Version kept = keep(policy, fileName, bytes, Overlay.none(bytes));
        PolicyHistory history = history(policy.id());
        if (history.on(today()).filter(kept.key()::equals).isEmpty()) {
            Publication.Wish wish =
                    Publication.Wish.published(kept.key(), today(), by, "Imported", history.last());
            if (publish(policy.id(), wish).isEmpty()) {
                throw new LibraryException("Somebody else has published " + policy.id()
                        + " at the same time. Look at `policy history " + policy.id() + "`, then import it again.");
            }
        }
        return stored(policy.id()).size() > before;
    }

    /**
     * Stores a version and puts nothing in force.
     *
     * @param policy as read, with the corrections
     * @param overlay the corrections; may be empty
     * @return the version, which is the one that was there where the same document with the same corrections and the same
     *     details was stored before
     */
    public Version keep(Policy policy, String fileName, byte[] bytes, Overlay overlay) throws LibraryException {
        PolicyHome home = home(policy.id());
        try {
            Path folder = HomeLock.in(home.folder(), () -> home.keep(policy, fileName, bytes, overlay));
            Version version = new Version(policy.id(), PolicyHome.key(folder), folder, false);
            read(version);
            return version;
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    /**
     * Adds a row to the history of a policy, unless somebody else has done so meanwhile.
     *
     * @return the row; empty when there is one that {@code wish} did not expect, and then nothing is done
     * @throws LibraryException when there is no such version, its day has passed, or the folder cannot be written
     */
    public Optional<Publication> publish(PolicyId id, Publication.Wish wish) throws LibraryException {
        String name = read(id, wish.version()).details().version();
        if (wish.kind().isForce() && wish.from().isBefore(today())) {
            throw new LibraryException("A version comes into force today or on a day to come, not in the past.");
        }
        PolicyHome home = home(id);
        try {
            return HomeLock.in(
                    home.folder(),
                    () -> home.add(wish, name, clock.instant().truncatedTo(ChronoUnit.SECONDS), bundled(id)));
        } catch (IOException e) {
            throw unwritable(home, e);
        }
    }

    /** The folder of a policy in the data folder; may not be there. */
    public Path homeOf(PolicyId id) {
        return home(id).folder();
    }

    /** Where drafts of a policy are kept; may not be there. */
    public Path drafts(PolicyId id) {
        return home(id).folder().resolve(PolicyHome.DRAFTS);
    }

    /** Every policy that has a folder of its own, published or not. */
    public List<PolicyId> homes() {
        List<PolicyId> ids = new ArrayList<>();
        PolicyHome.folders(imported)
                .forEach(folder -> id(folder, new ArrayList<>()).ifPresent(ids::add));
        return List.copyOf(ids);
    }

    private PolicyHome home(PolicyId id) {
        return new PolicyHome(imported.resolve(id.value()));
    }

    private static LibraryException unwritable(PolicyHome home, IOException e) {
        return new LibraryException(
                "The policy could not be stored in " + home.folder() + " (" + VersionFolder.reason(e)
                        + "): check that the folder can be written and the disk is not full",
                e);
    }

    private Policy read(Version version) throws LibraryException {
        VersionFolder.Contents contents = VersionFolder.contents(version.folder());
        if (!contents.given().id().equals(version.id())) {
            throw new LibraryException(version.folder().resolve(PolicyYaml.FILE) + ": the id is "
                    + contents.given().id() + " but the folder is named " + version.id() + "; make them the same");
        }
        try {
            return reader.read(contents.fileName(), contents.bytes(), contents.given(), contents.overlay());
        } catch (UnreadableDocumentException e) {
            throw new LibraryException(version.folder() + ": " + e.getMessage(), e);
        }
    }

    private boolean bundled(PolicyId id) {
        return PolicyHome.folders(bundled).contains(bundled.resolve(id.value()));
    }

    /** Every version by policy, the one in force first. */
    private Map<PolicyId, List<Version>> stored(List<String> problems) {
        Map<PolicyId, List<Version>> all = new TreeMap<>();
        Map<PolicyId, String> current = new HashMap<>();
        for (Path folder : PolicyHome.folders(imported)) {
            id(folder, problems).ifPresent(id -> {
                List<Path> versions = home(id).versions();
                current(id, problems).ifPresent(key -> current.put(id, key));
                if (!versions.isEmpty() && !current.containsKey(id) && !bundled(id) && !isPlanned(id)) {
                    problems.add(folder + " names no version in force; import the document again");
                }
                versions.forEach(version -> all.computeIfAbsent(id, key -> new ArrayList<>())
                        .add(version(id, version, PolicyHome.key(version), current)));
            });
        }
        for (Path folder : PolicyHome.folders(bundled)) {
            id(folder, problems).ifPresent(id -> {
                current.putIfAbsent(id, BUNDLED);
                all.computeIfAbsent(id, key -> new ArrayList<>()).add(version(id, folder, BUNDLED, current));
            });
        }
        all.values()
                .forEach(
                        list -> list.sort(Comparator.comparing(Version::inForce).reversed()));
        return all;
    }

    private static Version version(PolicyId id, Path folder, String key, Map<PolicyId, String> current) {
        return new Version(id, key, folder, key.equals(current.get(id)));
    }

    /** A policy whose history cannot be read answers nothing: an older version of it might say the opposite. */
    private Optional<String> current(PolicyId id, List<String> problems) {
        try {
            return history(id).on(today());
        } catch (LibraryException e) {
            problems.add(e.getMessage());
            return Optional.of(NONE);
        }
    }

    private boolean isPlanned(PolicyId id) {
        try {
            return !history(id).planned(today()).isEmpty();
        } catch (LibraryException e) {
            return false;
        }
    }

    private static Optional<PolicyId> id(Path folder, List<String> problems) {
        try {
            return Optional.of(new PolicyId(String.valueOf(folder.getFileName())));
        } catch (IllegalArgumentException e) {
            problems.add(folder + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
