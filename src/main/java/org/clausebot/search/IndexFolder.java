package org.clausebot.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Keeps built indexes, each in a folder named by the fingerprint of what it was built from. An index is built elsewhere
 * and renamed into place when it is whole, with the size and checksum of each of its files; so processes that share the
 * folder never see each other's half-built index, and a damaged one is noticed and built again.
 */
final class IndexFolder {
    private static final String SUMS = "sums.tsv";
    private static final int KEPT = 3;

    private final Path folder;

    IndexFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Writes the documents of an index. */
    interface Content {
        void writeTo(IndexWriter writer) throws IOException;
    }

    /** Opens the index of {@code fingerprint}, built first when it is missing or damaged. */
    DirectoryReader open(String fingerprint, IndexWriterConfig config, Content content) throws IOException {
        Path target = folder.resolve(fingerprint);
        DirectoryReader reader = openWhole(target);
        if (reader == null) {
            Path built = build(config, content);
            if (!moveInto(built, target)) {
                discard(target);
                moveInto(built, target);
            }
            reader = openWhole(target);
            discard(built);
        }
        if (reader == null) {
            throw new IOException("The search index cannot be kept in " + folder + "; is the disk full or failing?");
        }
        Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
        prune(target);
        return reader;
    }

    private Path build(IndexWriterConfig config, Content content) throws IOException {
        Path building = Files.createTempDirectory(folder, "building-");
        try (FSDirectory directory = FSDirectory.open(building);
                IndexWriter writer = new IndexWriter(directory, config)) {
            content.writeTo(writer);
            writer.forceMerge(1);
        }
        StringBuilder sums = new StringBuilder();
        sums(building)
                .forEach((name, sum) ->
                        sums.append(name).append('\t').append(sum).append('\n'));
        Files.writeString(building.resolve(SUMS), sums);
        return building;
    }

    /** @return the reader, or null when there is no index or not the one that was written */
    private static @Nullable DirectoryReader openWhole(Path index) {
        try {
            StringBuilder found = new StringBuilder();
            sums(index)
                    .forEach((name, sum) ->
                            found.append(name).append('\t').append(sum).append('\n'));
            if (!Files.readString(index.resolve(SUMS), StandardCharsets.UTF_8).contentEquals(found)) {
                return null;
            }
            return DirectoryReader.open(FSDirectory.open(index));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Size and checksum of each file but the list of them and Lucene's lock. */
    private static Map<String, String> sums(Path index) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(index)) {
            byte[] buffer = new byte[1 << 16];
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.equals(SUMS) || name.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    continue;
                }
                CRC32C crc = new CRC32C();
                try (InputStream in = Files.newInputStream(file)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        crc.update(buffer, 0, n);
                    }
                }
                sums.put(name, Files.size(file) + " " + Long.toHexString(crc.getValue()));
            }
        }
        return sums;
    }

    /** @return false when another stands there already */
    private static boolean moveInto(Path built, Path target) throws IOException {
        if (!Files.exists(built)) {
            return true;
        }
        try {
            Files.move(built, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.isDirectory(target)) {
                return sameBuilt(target);
            }
            throw e;
        }
    }

    private static boolean sameBuilt(Path target) throws IOException {
        try (DirectoryReader reader = openWhole(target)) {
            return reader != null;
        }
    }

    /** A running process may still read an old index: its files stay until it lets go of them. */
    private void prune(Path current) throws IOException {
        List<Path> old = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(e -> Files.isDirectory(e) && !e.equals(current)).forEach(old::add);
        }
        old.sort(Comparator.comparing(IndexFolder::modified).reversed());
        FileTime hourAgo = FileTime.fromMillis(System.currentTimeMillis() - 3_600_000);
        for (int i = 0; i < old.size(); i++) {
            boolean abandoned = old.get(i).getFileName().toString().startsWith("building-")
                    && modified(old.get(i)).compareTo(hourAgo) < 0;
            if (abandoned || i >= KEPT) {
                discard(old.get(i));
            }
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void discard(Path index) {
        try (Stream<Path> files = Files.walk(index)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // Another process has it open; the next start tries again.
                }
            });
        } catch (IOException | RuntimeException e) {
            // Already gone.
        }
    }
}
