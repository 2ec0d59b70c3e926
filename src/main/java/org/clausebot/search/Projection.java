package org.clausebot.search;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes token vectors smaller: of the directions in which those of policies and questions differ, the most important are
 * kept. It belongs to one sentence model; those of another are left as they are.
 *
 * <p>The file: the SHA-256 of the model's fingerprint, the number of directions (an int), and each direction's numbers
 * (floats), all big-endian.
 */
final class Projection {
    static final String RESOURCE = "/org/clausebot/search/token-directions.bin";
    static final Projection NONE = new Projection(null, "whole");

    private static final int HASH = 32;

    private final float @Nullable [][] directions;
    private final String fingerprint;

    private Projection(float @Nullable [][] directions, String fingerprint) {
        this.directions = directions;
        this.fingerprint = fingerprint;
    }

    /** The one that comes with the program; none when it is of another model. */
    static Projection bundled(String model, int dimension) throws IOException {
        try (InputStream in = Unpacked.open(RESOURCE)) {
            return read(in.readAllBytes(), model, dimension);
        }
    }

    static Projection read(byte[] file, String model, int dimension) {
        if (file.length <= HASH + Integer.BYTES
                || !Arrays.equals(Arrays.copyOf(file, HASH), Hashes.digest(model))
                || (file.length - HASH - Integer.BYTES) % (dimension * Float.BYTES) != 0) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(file, HASH, file.length - HASH);
        float[][] directions = new float[bytes.getInt()][dimension];
        for (float[] direction : directions) {
            for (int d = 0; d < dimension; d++) {
                direction[d] = bytes.getFloat();
            }
        }
        return new Projection(directions, Hashes.sha256(Arrays.toString(Hashes.digest(file))));
    }

    /** The file of these directions, for {@link #read}. */
    static byte[] file(String model, float[][] directions) {
        ByteBuffer bytes =
                ByteBuffer.allocate(HASH + Integer.BYTES + directions.length * directions[0].length * Float.BYTES);
        bytes.put(Hashes.digest(model)).putInt(directions.length);
        for (float[] direction : directions) {
            for (float number : direction) {
                bytes.putFloat(number);
            }
        }
        return bytes.array();
    }

    /** @param vector stays as it is */
    float[] of(float[] vector) {
        if (directions == null) {
            return vector;
        }
        float[] smaller = new float[directions.length];
        for (int i = 0; i < smaller.length; i++) {
            smaller[i] = Vectors.dot(directions[i], vector);
        }
        return smaller;
    }

    /** Differs whenever what it gives may differ. */
    String fingerprint() {
        return fingerprint;
    }
}
