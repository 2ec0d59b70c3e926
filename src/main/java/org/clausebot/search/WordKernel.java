package org.clausebot.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How alike a text is to each of many examples in its words, pairs of words and pieces of words: the cosine of their
 * weighted counts (tf-idf, with the logarithm of the count). Pieces see through typing mistakes, pairs tell "found a
 * phone" from "phone found"; what a sentence vector smooths over ("never", "her", "Year 6") counts in full.
 */
final class WordKernel {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
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
        List<Counts> all = texts.stream().map(Counts::of).toList();
        TreeMap<Integer, Integer> spread = new TreeMap<>();
        Map<Integer, Boolean> words = new HashMap<>();
        for (Counts counts : all) {
            counts.words().keySet().forEach(f -> spread.merge(f, 1, Integer::sum));
            counts.words().keySet().forEach(f -> words.put(f, true));
            counts.pieces().keySet().forEach(f -> spread.merge(f, 1, Integer::sum));
        }
        spread.entrySet().removeIf(e -> e.getValue() < (words.containsKey(e.getKey()) ? RAREST_WORD : RAREST_PIECE));
        int[] features = spread.keySet().stream().mapToInt(f -> f).toArray();
        float[] weights = new float[features.length];
        boolean[] isWord = new boolean[features.length];
        int[] from = new int[features.length + 1];
        for (int f = 0; f < features.length; f++) {
            int count = spread.getOrDefault(features[f], 0);
            weights[f] = (float) (Math.log((1.0 + texts.size()) / (1.0 + count)) + 1);
            isWord[f] = words.containsKey(features[f]);
            from[f + 1] = from[f] + count;
        }
        int[] examples = new int[from[features.length]];
        float[] shares = new float[examples.length];
        WordKernel kernel = new WordKernel(features, isWord, weights, from, examples, shares);
        kernel.place(all);
        return kernel;
    }

    private void place(List<Counts> all) {
        int[] next = from.clone();
        for (int i = 0; i < all.size(); i++) {
            for (Share share : shares(all.get(i))) {
                int at = next[share.feature()]++;
                examples[at] = i;
                shares[at] = share.weight();
            }
        }
    }

    /** Adds to {@code sums[i]} how alike {@code text} and example {@code i} are, 0 to 1, times {@code times}. */
    void add(String text, double times, float[] sums) {
        for (Share share : shares(Counts.of(text))) {
            float weight = (float) (share.weight() * times);
            for (int at = from[share.feature()]; at < from[share.feature() + 1]; at++) {
                sums[examples[at]] += weight * shares[at];
            }
        }
    }

    /** The same for as many of the last examples as {@code row} has places, {@code row[0]} being of the {@code last}. */
    void addBackwards(String text, double times, int last, float[] row) {
        for (Share share : shares(Counts.of(text))) {
            float weight = (float) (share.weight() * times);
            // A feature's examples ascend.
            for (int at = from[share.feature() + 1] - 1; at >= from[share.feature()]; at--) {
                if (last - examples[at] >= row.length) {
                    break;
                }
                row[last - examples[at]] += weight * shares[at];
            }
        }
    }

    /** A feature, by its place in {@link #features}, and what it is of a text's whole. */
    private record Share(int feature, float weight) {}

    /** The words' part and the pieces' part count the same; their squares sum to 1. */
    private List<Share> shares(Counts counts) {
        List<Share> words = scaled(counts.words(), true);
        List<Share> pieces = scaled(counts.pieces(), false);
        float part = words.isEmpty() || pieces.isEmpty() ? 1 : (float) Math.sqrt(0.5);
        List<Share> all = new ArrayList<>(words.size() + pieces.size());
        words.forEach(share -> all.add(new Share(share.feature(), share.weight() * part)));
        pieces.forEach(share -> all.add(new Share(share.feature(), share.weight() * part)));
        return all;
    }

    private List<Share> scaled(Map<Integer, Integer> counts, boolean words) {
        List<Share> found = new ArrayList<>(counts.size());
        double square = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            int feature = Arrays.binarySearch(features, count.getKey());
            if (feature >= 0 && isWord[feature] == words) {
                float weight = (float) ((1 + Math.log(count.getValue())) * weights[feature]);
                square += (double) weight * weight;
                found.add(new Share(feature, weight));
            }
        }
        float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        return found.stream()
                .map(share -> new Share(share.feature(), share.weight() * scale))
                .toList();
    }

    /** How often each word or pair, and each piece of a word, stands in a text; by hash. */
    private record Counts(Map<Integer, Integer> words, Map<Integer, Integer> pieces) {
        static Counts of(String text) {
            Map<Integer, Integer> words = new HashMap<>();
            Map<Integer, Integer> pieces = new HashMap<>();
            Matcher word = WORD.matcher(text.toLowerCase(Locale.UK).replace('’', '\''));
            String before = "";
            while (word.find()) {
                String now = word.group();
                words.merge(hash("w" + now), 1, Integer::sum);
                if (!before.isEmpty()) {
                    words.merge(hash("w" + before + " " + now), 1, Integer::sum);
                }
                before = now;
                String padded = " " + now + " ";
                for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
                    for (int at = 0; at + length <= padded.length(); at++) {
                        pieces.merge(hash("p" + padded.substring(at, at + length)), 1, Integer::sum);
                    }
                }
            }
            return new Counts(words, pieces);
        }

        /** Spread over all 32 bits, so that two of a hundred thousand features hardly ever meet. */
        private static int hash(String feature) {
            long h = 1125899906842597L;
            for (int i = 0; i < feature.length(); i++) {
                h = 31 * h + feature.charAt(i);
            }
            h ^= h >>> 33;
            h *= 0xff51afd7ed558ccdL;
            return (int) (h >>> 32);
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
