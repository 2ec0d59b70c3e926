package org.clausebot.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The words and pairs of words, and the pieces of words, that stand in a text, each with how often; by hash. */
final class WordFeatures {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final long BEGINNING = 1125899906842597L;

    private final Bag words = new Bag(64);
    private final Bag pieces = new Bag(256);

    private WordFeatures() {}

    static WordFeatures of(String text) {
        WordFeatures features = new WordFeatures();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.UK).replace('’', '\''));
        String before = "";
        while (word.find()) {
            String now = word.group();
            features.words.add(mixed(hash(hash(BEGINNING, 'w'), now)));
            if (!before.isEmpty()) {
                features.words.add(mixed(hash(hash(hash(hash(BEGINNING, 'w'), before), ' '), now)));
            }
            features.addPieces(" " + now + " ");
            before = now;
        }
        features.words.count(1);
        features.pieces.count(1);
        return features;
    }

    private void addPieces(String word) {
        for (int from = 0; from + SHORTEST_PIECE <= word.length(); from++) {
            long hash = hash(BEGINNING, 'p');
            for (int length = 1; length <= LONGEST_PIECE && from + length <= word.length(); length++) {
                hash = hash(hash, word.charAt(from + length - 1));
                if (length >= SHORTEST_PIECE) {
                    pieces.add(mixed(hash));
                }
            }
        }
    }

    Bag words() {
        return words;
    }

    Bag pieces() {
        return pieces;
    }

    private static long hash(long before, String next) {
        long hash = before;
        for (int i = 0; i < next.length(); i++) {
            hash = hash(hash, next.charAt(i));
        }
        return hash;
    }

    private static long hash(long before, char next) {
        return 31 * before + next;
    }

    /** Spread over all 32 bits, so that two of a hundred thousand features hardly ever meet. */
    private static int mixed(long hash) {
        return (int) (((hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL) >>> 32);
    }

    /** Features in ascending order, each once, with how often each was added. */
    static final class Bag {
        private int[] features;
        private int[] times = new int[0];
        private int size;

        private Bag(int most) {
            this.features = new int[most];
        }

        private void add(int feature) {
            if (size == features.length) {
                features = Arrays.copyOf(features, size * 2);
            }
            features[size++] = feature;
        }

        /** Puts what was added in order, each once, and lets go of what was added less than {@code least} times. */
        private void count(int least) {
            Arrays.parallelSort(features, 0, size);
            times = new int[size];
            int kept = 0;
            for (int i = 0; i < size; ) {
                int end = i;
                while (end < size && features[end] == features[i]) {
                    end++;
                }
                if (end - i >= least) {
                    features[kept] = features[i];
                    times[kept++] = end - i;
                }
                i = end;
            }
            size = kept;
            features = Arrays.copyOf(features, size);
            times = Arrays.copyOf(times, size);
        }

        int size() {
            return size;
        }

        int feature(int i) {
            return features[i];
        }

        int times(int i) {
            return times[i];
        }

        IntStream features() {
            return Arrays.stream(features);
        }

        /** Whether {@code feature} stands at place {@code i}. */
        boolean has(int i, int feature) {
            return i < size && features[i] == feature;
        }

        /** The features of all {@code texts}, as often as there are texts with them; {@code least} at least. */
        static Bag spread(WordFeatures[] texts, Function<WordFeatures, Bag> part, int least) {
            Bag all = new Bag(
                    Arrays.stream(texts).mapToInt(text -> part.apply(text).size).sum());
            for (WordFeatures text : texts) {
                Bag bag = part.apply(text);
                System.arraycopy(bag.features, 0, all.features, all.size, bag.size);
                all.size += bag.size;
            }
            all.count(least);
            return all;
        }
    }
}
