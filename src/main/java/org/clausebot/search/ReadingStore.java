package org.clausebot.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.apache.lucene.util.BytesRef;

/**
 * What the sentence model made of clauses, kept in a file by the hash of model and text, so that nothing is read twice. Only
 * the places are held in memory: of many policies the readings themselves would fill it.
 *
 * <p>A record: hash (32 bytes), length of the body (an int), body (the vector's floats, then {@link TokenVectors}), checksum
 * of both (a long). A damaged or half-written one is dropped and made again.
 */
final class ReadingStore {
    private static final int HASH = 32;
    private static final int HEAD = HASH + Integer.BYTES;
    /** Of no text that the model takes is a body longer. */
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private final SentenceModel model;
    private int read;

    /** Where a whole record begins, and how long it is. */
    private record Kept(long at, int length) {}

    private ReadingStore(Path file, SentenceModel model) {
        this.file = file;
        this.model = model;
    }

    /** One that is missing or not readable begins empty. */
    static ReadingStore of(Path folder, SentenceModel model) throws IOException {
        String name = "readings-" + Hashes.sha256(model.readingFingerprint()).substring(0, 16) + ".bin";
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            Files.write(file, new byte[0], StandardOpenOption.CREATE);
        }
        return new ReadingStore(file, model);
    }

    /** The whole records by their hashes. */
    private static Map<String, Kept> records(FileChannel file) throws IOException {
        Map<String, Kept> records = new LinkedHashMap<>();
        DataInputStream in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
        byte[] key = new byte[HASH];
        long at = 0;
        try {
            while (true) {
                in.readFully(key);
                int length = in.readInt();
                if (length < 0 || length > LONGEST) {
                    // Where the next begins is not known.
                    return records;
                }
                byte[] body = new byte[length];
                in.readFully(body);
                int whole = HEAD + length + Long.BYTES;
                if (in.readLong() == checksum(key, body)) {
                    records.put(new String(key, StandardCharsets.ISO_8859_1), new Kept(at, whole));
                }
                at += whole;
            }
        } catch (EOFException e) {
            // The end of the file, or of what was written of it.
            return records;
        }
    }

    /** What is known of {@code passages}; those not yet known are read, on all processors. */
    Known all(Collection<String> passages) throws IOException {
        try (FileChannel kept = FileChannel.open(file)) {
            Map<String, Kept> records = records(kept);
            List<String> missing = passages.stream()
                    .filter(passage -> !records.containsKey(key(passage)))
                    .distinct()
                    .toList();
            if (!missing.isEmpty()) {
                Map<String, byte[]> fresh = new ConcurrentHashMap<>();
                missing.parallelStream().forEach(passage -> fresh.put(key(passage), body(model.readPassage(passage))));
                read += missing.size();
                add(kept, records, fresh);
            }
        }
        return new Known(FileChannel.open(file));
    }

    /** How many passages were read by the model since it was opened. */
    int read() {
        return read;
    }

    /** Written whole to another file and renamed: of two processes the later wins, and both files are whole. */
    private void add(FileChannel kept, Map<String, Kept> records, Map<String, byte[]> fresh) throws IOException {
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
                for (Kept record : records.values()) {
                    out.write(bytes(kept, record.at(), record.length()));
                }
                for (Map.Entry<String, byte[]> entry : fresh.entrySet()) {
                    byte[] key = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
                    out.write(key);
                    out.writeInt(entry.getValue().length);
                    out.write(entry.getValue());
                    out.writeLong(checksum(key, entry.getValue()));
                }
            }
            // Some systems put nothing in the place of a file that is open.
            kept.close();
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static byte[] bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("A file of readings was cut short while it was read");
            }
        }
        return bytes.array();
    }

    /** The readings, as long as it is open. */
    final class Known implements AutoCloseable {
        private final FileChannel kept;
        private final Map<String, Kept> records;

        private Known(FileChannel kept) throws IOException {
            this.kept = kept;
            this.records = records(kept);
        }

        boolean has(String passage) {
            return records.containsKey(key(passage));
        }

        /** Read again where another process has put its own file in the place of this one. */
        Reading of(String passage) throws IOException {
            Kept record = records.get(key(passage));
            if (record == null) {
                return model.readPassage(passage);
            }
            byte[] body = bytes(kept, record.at() + HEAD, record.length() - HEAD - Long.BYTES);
            int vector = model.dimension() * Float.BYTES;
            return new Reading(
                    VectorStore.floats(Arrays.copyOf(body, vector)),
                    TokenVectors.read(new BytesRef(body, vector, body.length - vector)));
        }

        @Override
        public void close() throws IOException {
            kept.close();
        }
    }

    private static byte[] body(Reading reading) {
        byte[] vector = VectorStore.bytes(reading.vector());
        byte[] words = reading.words().bytes();
        return ByteBuffer.allocate(vector.length + words.length)
                .put(vector)
                .put(words)
                .array();
    }

    private String key(String passage) {
        return new String(Hashes.digest(model.readingFingerprint() + "\0" + passage), StandardCharsets.ISO_8859_1);
    }

    private static long checksum(byte[] key, byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(key);
        crc.update(body);
        // Never 0, so that a stretch of zeros is no record.
        return crc.getValue() + 1;
    }
}
