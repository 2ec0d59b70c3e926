package org.clausebot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.datafile.Suggestion;
import org.clausebot.policy.Given;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.lint.Finding;
import org.clausebot.policy.lint.PolicyLinter;
import org.jspecify.annotations.Nullable;

/** What the commands do with policies, with errors that a person can act on. */
final class Policies {
    private final PolicyReader reader;
    private final PolicyLibrary library;
    private final LocalDate today;

    Policies(Surroundings surroundings, Config config) {
        this.reader = new PolicyReader();
        this.library = library(config, reader, surroundings.clock());
        this.today = LocalDate.now(surroundings.clock());
    }

    /** As it is today. */
    static PolicyLibrary library(Config config, PolicyReader reader) {
        return library(config, reader, Clock.system(ZoneId.systemDefault()));
    }

    static PolicyLibrary library(Config config, PolicyReader reader, Clock clock) {
        return new PolicyLibrary(
                config.index().resolve("policies"), config.data().resolve("policies"), reader, clock);
    }

    /**
     * A document that was read and not yet stored.
     *
     * @param bytes the file as given
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed on once
    record Read(Policy policy, String fileName, byte[] bytes) {}

    /**
     * The id that a document is imported under.
     *
     * @param given by the person; null for the file's name
     */
    static PolicyId idOf(@Nullable String given, Path file) throws RefusedException {
        try {
            return new PolicyId(given != null ? given : fromName(String.valueOf(file.getFileName())));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    (given == null ? "The file's name gives no policy id; give --id. " : "") + e.getMessage());
        }
    }

    private static String fromName(String name) {
        int dot = name.lastIndexOf('.');
        String words = (dot > 0 ? name.substring(0, dot) : name).toLowerCase(Locale.ROOT);
        return words.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    }

    PolicyLibrary library() {
        return library;
    }

    PolicyReader reader() {
        return reader;
    }

    Read read(Path file, Given given) throws RefusedException {
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw new RefusedException("There is no file " + file);
        }
        try {
            byte[] bytes = reader.load(file);
            return new Read(reader.read(name.toString(), bytes, given), name.toString(), bytes);
        } catch (UnreadableDocumentException e) {
            throw new RefusedException(e);
        }
    }

    boolean store(Read read, String by) throws RefusedException {
        try {
            return library.store(read.policy(), read.fileName(), read.bytes(), by);
        } catch (LibraryException e) {
            throw new RefusedException(e);
        }
    }

    List<Finding> lint(Policy policy) {
        Set<String> known = inForce().stream()
                .flatMap(p -> Stream.of(p.id().value(), p.details().title()))
                .collect(Collectors.toUnmodifiableSet());
        return new PolicyLinter().lint(policy, today, known);
    }

    List<Policy> inForce() {
        return library.inForce().inForce();
    }

    /** What in the library cannot be read, a sentence each. */
    List<String> problems() {
        return library.inForce().problems();
    }

    /** The policy named {@code ID}, or {@code ID@VERSION} where VERSION begins an earlier version's name or its hash. */
    Policy named(String name) throws RefusedException {
        int at = name.indexOf('@');
        String id = at < 0 ? name : name.substring(0, at);
        List<Policy> versions = versions(id);
        if (at < 0) {
            return versions.getFirst();
        }
        String wanted = name.substring(at + 1);
        List<Policy> found = versions.stream()
                .filter(policy -> policy.details().version().contains(wanted))
                .toList();
        if (wanted.isBlank() || found.size() != 1) {
            throw new RefusedException((found.isEmpty() ? "No version" : "More than one version") + " of " + id
                    + " is named \"" + wanted + "\"; there are: "
                    + String.join(
                            "; ",
                            versions.stream().map(p -> p.details().version()).toList()));
        }
        return found.getFirst();
    }

    /** A document read for this once, under a name of the caller's. */
    static Policy once(Path file, PolicyId id) throws RefusedException {
        try {
            PolicyReader reader = new PolicyReader();
            String words = id.value().replace('-', ' ');
            Given given = new Given(
                    id,
                    Optional.of(words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return reader.read(String.valueOf(file.getFileName()), reader.load(file), given);
        } catch (UnreadableDocumentException e) {
            throw new RefusedException(e);
        }
    }

    /** As {@link #named}, or a document read for this once. */
    Policy namedOrFile(String which) throws RefusedException {
        Path file = Path.of(which);
        if (Files.isRegularFile(file)) {
            Given given = new Given(
                    new PolicyId("document"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return read(file, given).policy();
        }
        return named(which);
    }

    /**
     * A draft of a policy in force: a document, or another version ({@code ID@VERSION}).
     *
     * @param id whose place it would take; empty for the one that the draft names, else the only one in force
     */
    Policy draft(String which, Optional<String> id) throws RefusedException {
        if (!Files.isRegularFile(Path.of(which))) {
            Policy named = named(which);
            if (id.isPresent() && !named.id().value().equals(id.get())) {
                throw new RefusedException(which + " is a version of " + named.id() + ", not of " + id.get() + ".");
            }
            return named;
        }
        List<Policy> inForce = inForce();
        List<String> ids = inForce.stream().map(p -> p.id().value()).toList();
        if (id.isEmpty() && ids.size() != 1) {
            throw new RefusedException(
                    "Say whose place the draft would take, with --policy; there are: " + String.join(", ", ids));
        }
        String own = id.orElseGet(ids::getFirst);
        if (!ids.contains(own)) {
            throw new RefusedException("No policy \"" + own + "\" is in force"
                    + Suggestion.of(own, ids)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("; there are: " + String.join(", ", ids)));
        }
        return read(Path.of(which), Given.named(new PolicyId(own))).policy();
    }

    private List<Policy> versions(String id) throws RefusedException {
        List<String> known = inForce().stream().map(p -> p.id().value()).toList();
        try {
            List<Policy> versions = library.versions(new PolicyId(id));
            if (!versions.isEmpty()) {
                return versions;
            }
        } catch (IllegalArgumentException e) {
            throw new RefusedException("There is neither a file nor a policy named \"" + id + "\". " + e.getMessage());
        } catch (LibraryException e) {
            throw new RefusedException(e);
        }
        throw new RefusedException("There is no policy \"" + id + "\""
                + Suggestion.of(id, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; there are: " + String.join(", ", known)));
    }
}
