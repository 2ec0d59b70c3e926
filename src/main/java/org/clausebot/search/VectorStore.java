package org.clausebot.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.zip.CRC32C;

/**
 * Vectors of passages, kept in a file by the hash of model and text, so that nothing is embedded twice. Each record has
 * its own checksum; a damaged or half-written one is dropped and embedded again.
 */
final class VectorStore {
    private static final int HASH = 32;

    private final Path file;
    private final SentenceModel model;
    private final Function<String, float[]> embed;
    /** Whether some come with the program. */
    private final boolean ready;

    private final Map<String, float[]> vectors = new HashMap<>();
    private int embedded;

    private VectorStore(Path file, SentenceModel model, Function<String, float[]> embed, boolean ready) {
        this.file = file;
        this.model = model;
        this.embed = embed;
        this.ready = ready;
    }

    /** Passages with their vectors. */
    record Embedded(Map<String, float[]> vectors) {
        Embedded {
            vectors = Map.copyOf(vectors);
        }

        float[] of(String passage) {
            float[] vector = vectors.get(passage);
            if (vector == null) {
                throw new IllegalArgumentException("This passage was not among those to embed");
            }
            return vector;
        }
    }

    /** The store of what policies say; one that is missing or not readable begins empty. */
    static VectorStore ofPassages(Path folder, SentenceModel model) throws IOException {
        return open(folder, "passages", model, model::passage, false);
    }

    /** The store of what people ask; what comes with the program is neither embedded nor kept. */
    static VectorStore ofQuestions(Path folder, SentenceModel model) throws IOException {
        return open(folder, "questions", model, model::question, true);
    }

    /** The same, where all are embedded: for making those that come with the program. */
    static VectorStore ofAllQuestions(Path folder, SentenceModel model) throws IOException {
        return open(folder, "questions", model, model::question, false);
    }

    private static VectorStore open(
            Path folder, String kind, SentenceModel model, Function<String, float[]> embed, boolean ready)
            throws IOException {
        String name = kind + "-" + Hashes.sha256(model.fingerprint()).substring(0, 16) + ".bin";
        VectorStore store = new VectorStore(folder.resolve(name), model, embed, ready);
        store.read();
        return store;
    }

    private void read() throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            byte[] key = new byte[HASH];
            byte[] body = new byte[model.dimension() * Float.BYTES];
            while (true) {
                in.readFully(key);
                in.readFully(body);
                if (in.readLong() == checksum(key, body)) {
                    vectors.put(new String(key, StandardCharsets.ISO_8859_1), floats(body));
                }
            }
        } catch (EOFException | NoSuchFileException e) {
            // The end of the file, or of what was written of it.
        }
    }

    /** The vectors of {@code passages}; those not yet known are embedded, on all processors. */
    Embedded all(List<String> passages) throws IOException {
        Set<String> missing = new LinkedHashSet<>();
        Map<String, float[]> found = new HashMap<>();
        for (String passage : passages) {
            float[] vector = vectors.get(key(passage));
            if (vector == null) {
                missing.add(passage);
            } else {
                found.put(passage, vector);
            }
        }
        if (ready && !missing.isEmpty()) {
            takeReady(missing, found);
        }
        if (!missing.isEmpty()) {
            Map<String, float[]> fresh = new ConcurrentHashMap<>();
            missing.parallelStream().forEach(passage -> fresh.put(passage, embed.apply(passage)));
            fresh.forEach((passage, vector) -> vectors.put(key(passage), vector));
            found.putAll(fresh);
            embedded += fresh.size();
            write();
        }
        return new Embedded(found);
    }

    private void takeReady(Set<String> missing, Map<String, float[]> found) throws IOException {
        ReadyVectors known = ReadyVectors.bundled(model);
        missing.removeIf(passage -> {
            float[] vector = known.of(hash(passage));
            if (vector != null) {
                found.put(passage, vector);
            }
            return vector != null;
        });
    }

    /** How many passages were embedded since it was opened. */
    int embedded() {
        return embedded;
    }

    /** Written whole to another file and renamed: of two processes the later wins, and both files are whole. */
    private void write() throws IOException {
        Path part = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
                for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
                    byte[] key = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
                    byte[] body = bytes(entry.getValue());
                    out.write(key);
                    out.write(body);
                    out.writeLong(checksum(key, body));
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String key(String passage) {
        return new String(hash(passage), StandardCharsets.ISO_8859_1);
    }

    byte[] hash(String passage) {
        return Hashes.digest(model.fingerprint() + "\0" + passage);
    }

    private static long checksum(byte[] key, byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(key);
        crc.update(body);
        // Never 0, so that a stretch of zeros is no record.
        return crc.getValue() + 1;
    }

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] floats(byte[] body) {
        float[] vector = new float[body.length / Float.BYTES];
        ByteBuffer.wrap(body).asFloatBuffer().get(vector);
        return vector;
    }
}
