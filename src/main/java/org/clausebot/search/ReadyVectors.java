package org.clausebot.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of the example sentences that come with the program, so that a first run embeds none of them. Each number is kept
 * in a byte, which moves a cosine by less than a thousandth. Those of another model are passed over.
 *
 * <p>The file: the SHA-256 of the model's fingerprint; then records in ascending order, each of the first 16 bytes of the
 * hash of model and sentence, what the numbers are multiples of (a float), and the numbers.
 */
final class ReadyVectors {
    static final String RESOURCE = "/org/clausebot/search/example-vectors.bin";
    static final ReadyVectors NONE = new ReadyVectors(new byte[0], 0);

    private static final int HASH = 32;
    private static final int KEY = 16;
    private static final int STEPS = 127;

    private final byte[] records;
    private final int dimension;

    private ReadyVectors(byte[] records, int dimension) {
        this.records = records;
        this.dimension = dimension;
    }

    /** Those that come with the program; none when they are of another model. */
    static ReadyVectors bundled(SentenceModel model) throws IOException {
        try (InputStream in = Unpacked.open(RESOURCE)) {
            return read(in.readAllBytes(), model);
        }
    }

    static ReadyVectors read(byte[] file, SentenceModel model) {
        int record = record(model.dimension());
        byte[] of = Arrays.copyOf(file, HASH);
        if (file.length < HASH || !Arrays.equals(of, Hashes.digest(model.fingerprint()))) {
            return NONE;
        }
        int whole = (file.length - HASH) / record * record;
        return new ReadyVectors(Arrays.copyOfRange(file, HASH, HASH + whole), model.dimension());
    }

    private static int record(int dimension) {
        return KEY + Float.BYTES + dimension;
    }

    /** The vector of the sentence with this hash, if it is one of them. */
    float @Nullable [] of(byte[] hash) {
        int record = record(dimension);
        int low = 0;
        int high = records.length / record - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = middle * record;
            int order = Arrays.compareUnsigned(records, at, at + KEY, hash, 0, KEY);
            if (order == 0) {
                return vector(at + KEY);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private float[] vector(int at) {
        float step = ByteBuffer.wrap(records).getFloat(at);
        float[] vector = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            vector[d] = step * records[at + Float.BYTES + d];
        }
        return Vectors.unit(vector);
    }

    /**
     * The file of these vectors.
     *
     * @param vectors by the hash of model and sentence, in hexadecimal
     */
    static byte[] file(SentenceModel model, Map<String, float[]> vectors) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Hashes.digest(model.fingerprint()));
        new TreeMap<>(vectors).forEach((hash, vector) -> {
            file.write(HexFormat.of().parseHex(hash), 0, KEY);
            float most = 0;
            for (float number : vector) {
                most = Math.max(most, Math.abs(number));
            }
            float step = most / STEPS;
            file.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(step).array());
            for (float number : vector) {
                file.write(step == 0 ? 0 : Math.round(number / step));
            }
        });
        return file.toByteArray();
    }
}
