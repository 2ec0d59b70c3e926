package org.clausebot.measure;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Shares questions out for cross-validation by a hash of their words: neither the order of a file nor a row added to it
 * moves another row, and the same words, however written, are in one fold in every file.
 */
final class Folds {
    private final int count;
    private final Map<String, Integer> foldOf = new HashMap<>();

    /**
     * @param count how many folds, 2 or more
     * @param questions all that will be asked
     */
    Folds(int count, Collection<String> questions) {
        if (count < 2) {
            throw new IllegalArgumentException("One fold leaves nothing to learn from");
        }
        this.count = count;
        questions.forEach(question -> foldOf.put(plain(question), hashed(plain(question))));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private int hashed(String plain) {
        CRC32C crc = new CRC32C();
        crc.update(plain.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % count);
    }

    int count() {
        return count;
    }

    /** The fold of a question that will be asked, 0 to count - 1. */
    int of(String question) {
        return foldOf.getOrDefault(plain(question), -1);
    }

    /** Whether an example may be learnt by whoever answers {@code fold}: it is not asked there. */
    Predicate<String> learntBy(int fold) {
        return text -> of(text) != fold;
    }

    /** Whether each fold has another to learn from. */
    boolean divide() {
        Set<Integer> used = new HashSet<>(foldOf.values());
        return used.size() > 1;
    }
}
