package org.clausebot.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The policies of a school on disk: those that come with the program, and those imported into the data folder, every
 * version of each exactly as issued.
 *
 * <pre>
 * bundled/ID/policy.txt, policy.yaml            read only
 * imported/ID/VERSION/policy.EXT, policy.yaml   VERSION is from the document's hash
 * imported/ID/in-force                          names the VERSION that answers are given from
 * </pre>
 *
 * An imported policy with a bundled one's id takes its place, and the bundled one stays readable as an earlier version.
 * A version is written to a folder of another name and renamed when it is whole, so that a crash leaves no half of one.
 */
public final class PolicyLibrary {
    private static final String IN_FORCE = "in-force";

    private final Path bundled;
    private final Path imported;
    private final PolicyReader reader;

    public PolicyLibrary(Path bundled, Path imported, PolicyReader reader) {
        this.bundled = bundled;
        this.imported = imported;
        this.reader = reader;
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

    /** One stored version of a policy, read on demand. */
    private record Stored(PolicyId id, Path folder, boolean inForce) {}

    /** Reads every policy in force. What cannot be read is named and the others are served. */
    public Shelf inForce() {
        List<Policy> policies = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (List<Stored> versions : stored(problems).values()) {
            versions.stream().filter(Stored::inForce).forEach(version -> {
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
        for (Stored version : stored(new ArrayList<>()).getOrDefault(id, List.of())) {
            policies.add(read(version));
        }
        return List.copyOf(policies);
    }

    /** Changes whenever another version of any policy comes into force. */
    public String fingerprint() {
        StringBuilder all = new StringBuilder();
        stored(new ArrayList<>()).values().stream()
                .flatMap(List::stream)
                .filter(Stored::inForce)
                .forEach(version -> all.append(version.id())
                        .append(' ')
                        .append(version.folder())
                        .append(' ')
                        .append(modified(version.folder()))
                        .append('\n'));
        return all.toString();
    }

    /**
     * Stores a document exactly as given and puts it in force.
     *
     * @param policy as read from {@code bytes}
     * @param fileName gives the kind of document by its ending
     * @return true when this version was not yet stored
     * @throws LibraryException when the folder cannot be written; nothing is stored then
     */
    public boolean store(Policy policy, String fileName, byte[] bytes) throws LibraryException {
        Path home = imported.resolve(policy.id().value());
        Path version = home.resolve(Sha256.hex(bytes).substring(0, 16));
        try {
            Files.createDirectories(home);
            boolean added = !Files.exists(version);
            if (added) {
                Path draft = Files.createTempDirectory(home, ".draft-");
                Files.write(draft.resolve("policy" + ending(fileName)), bytes);
                Files.writeString(draft.resolve(PolicyYaml.FILE), PolicyYaml.write(policy.details()));
                Files.move(draft, version, StandardCopyOption.ATOMIC_MOVE);
            }
            Path pointer = Files.createTempFile(home, ".in-force-", "");
            Files.writeString(pointer, version.getFileName().toString());
            Files.move(
                    pointer,
                    home.resolve(IN_FORCE),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return added;
        } catch (IOException e) {
            throw new LibraryException(
                    "The policy could not be stored in " + home + " (" + reason(e)
                            + "): check that the folder can be written and the disk is not full",
                    e);
        }
    }

    private Policy read(Stored version) throws LibraryException {
        try {
            Path document = document(version.folder());
            Given given = PolicyYaml.read(version.folder().resolve(PolicyYaml.FILE));
            if (!given.id().equals(version.id())) {
                throw new LibraryException(version.folder().resolve(PolicyYaml.FILE) + ": the id is " + given.id()
                        + " but the folder is named " + version.id() + "; make them the same");
            }
            return reader.read(document.getFileName().toString(), Files.readAllBytes(document), given);
        } catch (IOException e) {
            throw new LibraryException(version.folder() + " cannot be read (" + reason(e) + ")", e);
        } catch (UnreadableDocumentException e) {
            throw new LibraryException(version.folder() + ": " + e.getMessage(), e);
        }
    }

    /** Every version by policy, the one in force first. */
    private Map<PolicyId, List<Stored>> stored(List<String> problems) {
        Map<PolicyId, List<Stored>> all = new TreeMap<>();
        for (Path home : folders(imported)) {
            id(home, problems).ifPresent(id -> {
                String current = current(home);
                List<Stored> versions = new ArrayList<>();
                for (Path folder : folders(home)) {
                    versions.add(new Stored(
                            id, folder, folder.getFileName().toString().equals(current)));
                }
                if (versions.stream().anyMatch(Stored::inForce)) {
                    versions.sort(Comparator.comparing(Stored::inForce).reversed());
                    all.put(id, versions);
                } else if (!versions.isEmpty()) {
                    problems.add(home + " names no version in force; import the document again");
                }
            });
        }
        Set<PolicyId> replaced = new HashSet<>(all.keySet());
        for (Path folder : folders(bundled)) {
            id(folder, problems)
                    .ifPresent(id -> all.computeIfAbsent(id, key -> new ArrayList<>())
                            .add(new Stored(id, folder, !replaced.contains(id))));
        }
        return all;
    }

    private static Optional<PolicyId> id(Path folder, List<String> problems) {
        try {
            return Optional.of(new PolicyId(folder.getFileName().toString()));
        } catch (IllegalArgumentException e) {
            problems.add(folder + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String current(Path home) {
        try {
            return Files.readString(home.resolve(IN_FORCE), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (Path entry : entries) {
                    if (!entry.getFileName().toString().startsWith(".")) {
                        folders.add(entry);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot list " + parent, e);
            }
        }
        folders.sort(null);
        return folders;
    }

    private static Path document(Path folder) throws LibraryException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "policy.*")) {
            for (Path file : files) {
                if (!file.getFileName().toString().equals(PolicyYaml.FILE)) {
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

    private static String ending(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? ".txt" : fileName.substring(dot).toLowerCase(Locale.ROOT);
    }

    private static long modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
