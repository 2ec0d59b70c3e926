package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.clausebot.search.WordFeatures.Bag;

/**
 * How alike a text is to each of many examples in its words, pairs of words and pieces of words: the cosine of their
 * weighted counts (tf-idf, with the logarithm of the count). Pieces see through typing mistakes, pairs tell "found a
 * phone" from "phone found"; what a sentence vector smooths over ("never", "her", "Year 6") counts in full.
 */
final class WordKernel {
    /** A word or pair in fewer examples, and a piece in fewer, is a chance. */
    private static final int RAREST_WORD = 2;

    private static final int RAREST_PIECE = 3;

    /** Features in ascending order; each has its examples in {@code [from[f], from[f + 1])}. */
    private final int[] features;

    private final float[] weights;
    private final int[] from;
    private final int[] examples;
    private final float[] shares;
    /** Where a feature counts among the words, and not among the pieces. */
    private final boolean[] isWord;

    private WordKernel(int[] features, boolean[] isWord, float[] weights, int[] from, int[] examples, float[] shares) {
        this.features = features;
        this.isWord = isWord;
        this.weights = weights;
        this.from = from;
        this.examples = examples;
        this.shares = shares;
    }

    /** Learns the words of {@code texts}, one an example. */
    static WordKernel of(List<String> texts) {
        WordFeatures[] all = texts.parallelStream().map(WordFeatures::of).toArray(WordFeatures[]::new);
        Bag words = Bag.spread(all, WordFeatures::words, RAREST_WORD);
        Bag pieces = Bag.spread(all, WordFeatures::pieces, RAREST_PIECE);
        int[] features = IntStream.concat(words.features(), pieces.features())
                .sorted()
                .distinct()
                .toArray();
        float[] weights = new float[features.length];
        boolean[] isWord = new boolean[features.length];
        int[] from = new int[features.length + 1];
        int word = 0;
        int piece = 0;
        for (int f = 0; f < features.length; f++) {
            isWord[f] = words.has(word, features[f]);
            // Where a word and a piece have the same hash, which is a chance, it is the word.
            int count = isWord[f] ? words.times(word++) : pieces.times(piece);
            piece += pieces.has(piece, features[f]) ? 1 : 0;
            weights[f] = (float) (Math.log((1.0 + texts.size()) / (1.0 + count)) + 1);
            from[f + 1] = from[f] + count;
        }
        int places = from[features.length];
        WordKernel kernel = new WordKernel(features, isWord, weights, from, new int[places], new float[places]);
        kernel.place(all);
        return kernel;
    }

    private void place(WordFeatures[] all) {
        Shares[] parts = Arrays.stream(all).parallel().map(this::shares).toArray(Shares[]::new);
        int[] next = from.clone();
        for (int i = 0; i < parts.length; i++) {
            for (int s = 0; s < parts[i].size; s++) {
                int at = next[parts[i].features[s]]++;
                examples[at] = i;
                shares[at] = parts[i].weights[s];
            }
        }
    }

    /** Adds to {@code sums[i]} how alike {@code text} and example {@code i} are, 0 to 1, times {@code times}. */
    void add(String text, double times, float[] sums) {
        add(shares(WordFeatures.of(text)), times, sums, sums.length - 1);
    }

    /** As {@link #add(String, double, float[])}, for the examples up to {@code last}. */
    private void add(Shares text, double times, float[] sums, int last) {
        for (int s = 0; s < text.size; s++) {
            float weight = (float) (text.weights[s] * times);
            int end = from[text.features[s] + 1];
            // A feature's examples ascend.
            for (int at = from[text.features[s]]; at < end && examples[at] <= last; at++) {
                sums[examples[at]] += weight * shares[at];
            }
        }
    }

    /** Adds to {@code sums} how alike each example and each is, times {@code times}; and {@code ridge} to each itself. */
    void addAmong(double times, double ridge, HalfMatrix sums) {
        Shares[] parts = parts(sums.size());
        IntStream.range(0, sums.size()).parallel().forEach(i -> {
            float[] row = new float[i + 1];
            add(parts[i], times, row, i);
            row[i] += (float) ridge;
            sums.addToRow(i, row);
        });
    }

    /** What {@link #place} put in their places, example by example. */
    private Shares[] parts(int count) {
        int[] sizes = new int[count];
        for (int example : examples) {
            sizes[example]++;
        }
        Shares[] parts = new Shares[count];
        for (int i = 0; i < count; i++) {
            parts[i] = new Shares(sizes[i]);
        }
        for (int f = 0; f < features.length; f++) {
            for (int at = from[f]; at < from[f + 1]; at++) {
                parts[examples[at]].add(f, shares[at]);
            }
        }
        return parts;
    }

    /** Features, by their places in {@link #features}, and what each is of a text's whole. */
    private static final class Shares {
        private final int[] features;
        private final float[] weights;
        private int size;

        Shares(int most) {
            this.features = new int[most];
            this.weights = new float[most];
        }

        void add(int feature, float weight) {
            features[size] = feature;
            weights[size++] = weight;
        }

        /** Makes the squares of those from {@code first} on sum to 1. */
        void scale(int first) {
            double square = 0;
            for (int i = first; i < size; i++) {
                square += (double) weights[i] * weights[i];
            }
            for (int i = first; i < size; i++) {
                weights[i] *= (float) (1 / Math.sqrt(square));
            }
        }
    }

    /** The words' part and the pieces' part count the same; their squares sum to 1. */
    private Shares shares(WordFeatures text) {
        Shares all = new Shares(text.words().size() + text.pieces().size());
        add(text.words(), true, all);
        int words = all.size;
        all.scale(0);
        add(text.pieces(), false, all);
        all.scale(words);
        if (words > 0 && all.size > words) {
            all.scale(0);
        }
        return all;
    }

    private void add(Bag bag, boolean words, Shares shares) {
        for (int i = 0; i < bag.size(); i++) {
            int feature = Arrays.binarySearch(features, bag.feature(i));
            if (feature >= 0 && isWord[feature] == words) {
                shares.add(feature, (float) ((1 + Math.log(bag.times(i))) * weights[feature]));
            }
        }
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(features.length);
        out.writeInt(examples.length);
        ByteBuffer body = ByteBuffer.allocate(bytes(features.length, examples.length));
        body.asIntBuffer().put(features).put(from).put(examples);
        body.position((features.length + from.length + examples.length) * Integer.BYTES);
        body.asFloatBuffer().put(weights).put(shares);
        body.position(body.position() + (weights.length + shares.length) * Float.BYTES);
        for (boolean word : isWord) {
            body.put((byte) (word ? 1 : 0));
        }
        out.write(body.array());
    }

    static WordKernel read(DataInputStream in) throws IOException {
        int count = in.readInt();
        int places = in.readInt();
        ByteBuffer body = ByteBuffer.wrap(in.readNBytes(bytes(count, places)));
        int[] features = new int[count];
        int[] from = new int[count + 1];
        int[] examples = new int[places];
        float[] weights = new float[count];
        float[] shares = new float[places];
        body.asIntBuffer().get(features).get(from).get(examples);
        body.position((features.length + from.length + examples.length) * Integer.BYTES);
        body.asFloatBuffer().get(weights).get(shares);
        body.position(body.position() + (weights.length + shares.length) * Float.BYTES);
        boolean[] isWord = new boolean[count];
        for (int f = 0; f < count; f++) {
            isWord[f] = body.get() == 1;
        }
        return new WordKernel(features, isWord, weights, from, examples, shares);
    }

    private static int bytes(int features, int places) {
        return (features * 2 + 1 + places) * Integer.BYTES + (features + places) * Float.BYTES + features;
    }
}
