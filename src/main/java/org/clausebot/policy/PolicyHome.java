package org.clausebot.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of one imported policy. Whoever writes there holds its {@link HomeLock}. */
record PolicyHome(Path folder) {
    static final String DRAFTS = "drafts";
    private static final String HISTORY = "history";
    private static final String IN_FORCE = "in-force";
    private static final Pattern ROW = Pattern.compile("(\\d{4,6})\\.yaml");

    /** The folders of its versions, by name. */
    List<Path> versions() {
        return folders(folder).stream()
                .filter(path -> !path.equals(folder.resolve(DRAFTS)) && !path.equals(folder.resolve(HISTORY)))
                .toList();
    }

    static String key(Path version) {
        return String.valueOf(version.getFileName());
    }

    /** @param bundled whether the program brings a version of this policy */
    PolicyHistory history(boolean bundled) throws LibraryException {
        Optional<String> first = pointed()
                .filter(key -> Files.isDirectory(folder.resolve(key)))
                .or(() -> bundled ? Optional.of(PolicyLibrary.BUNDLED) : Optional.empty());
        return new PolicyHistory(first, rows());
    }

    /** Which version was in force before there was a history. */
    private Optional<String> pointed() {
        try {
            return Optional.of(Files.readString(folder.resolve(IN_FORCE), StandardCharsets.UTF_8)
                            .strip())
                    .filter(key -> key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,127}"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Publication> rows() throws LibraryException {
        Path history = folder.resolve(HISTORY);
        if (!Files.isDirectory(history)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(history, "*.yaml")) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new LibraryException(history + " cannot be listed (" + VersionFolder.reason(e) + ")", e);
        }
        files.sort(null);
        List<Publication> rows = new ArrayList<>();
        for (Path file : files) {
            Matcher name = ROW.matcher(String.valueOf(file.getFileName()));
            if (name.matches()) {
                rows.add(PublicationYaml.read(file, Integer.parseInt(name.group(1))));
            }
        }
        return rows;
    }

    /** Stores a version; gives the folder of the one that was there where it is the same. */
    Path keep(Policy policy, String fileName, byte[] bytes, Overlay overlay) throws IOException, LibraryException {
        String hash = Sha256.hex(bytes).substring(0, 16);
        Overlay corrections = overlay;
        Path plain = folder.resolve(hash);
        if (Files.isDirectory(plain)) {
            corrections = overlay.with(differing(VersionFolder.contents(plain).given(), policy.details()));
        }
        Path version = corrections.isEmpty() ? plain : folder.resolve(hash + "-" + corrections.mark());
        if (!Files.isDirectory(version)) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("policy" + VersionFolder.ending(fileName), bytes);
            files.put(PolicyYaml.FILE, utf8(PolicyYaml.write(policy.details())));
            if (!corrections.isEmpty()) {
                files.put(OverlayYaml.FILE, utf8(OverlayYaml.write(corrections)));
            }
            WholeFiles.folder(version, files);
        }
        return version;
    }

    /** What is said of the policy otherwise than where the same document was stored before. */
    private static Overlay.Details differing(Given stored, PolicyDetails said) {
        return new Overlay.Details(
                Optional.of(said.title())
                        .filter(t -> stored.title().filter(t::equals).isEmpty()),
                said.school().filter(t -> stored.school().filter(t::equals).isEmpty()),
                said.owner().filter(t -> stored.owner().filter(t::equals).isEmpty()),
                said.updated().filter(t -> stored.updated().filter(t::equals).isEmpty()),
                said.review().filter(t -> stored.review().filter(t::equals).isEmpty()));
    }

    /** Adds a row; empty when there are others than expected. */
    Optional<Publication> add(Publication.Wish wish, String name, Instant at, boolean bundled)
            throws IOException, LibraryException {
        PolicyHistory history = history(bundled);
        if (history.last() != wish.expected()) {
            return Optional.empty();
        }
        Publication row = new Publication(
                history.last() + 1,
                wish.kind(),
                wish.version(),
                name,
                wish.from(),
                at,
                wish.by(),
                wish.note(),
                wish.review(),
                wish.about());
        Path rows = Files.createDirectories(folder.resolve(HISTORY));
        WholeFiles.write(rows.resolve("%04d.yaml".formatted(row.number())), PublicationYaml.write(row));
        return Optional.of(row);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The folders in {@code parent} whose names do not begin with a dot, by name. */
    static List<Path> folders(Path parent) {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, Files::isDirectory)) {
                for (Path entry : entries) {
                    if (!String.valueOf(entry.getFileName()).startsWith(".")) {
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

    static long modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
