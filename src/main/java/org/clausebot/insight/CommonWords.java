package org.clausebot.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words that many use: by five questions or more within one block of four weeks. Only questions that hold no others are
 * shown, so that no way of writing and no detail that is one person's comes to be seen. One question in three is left out of
 * this by lot, so that a word that is there or missing says little of any one question.
 */
final class CommonWords {
    /** Nobody is known by these. */
    private static final Set<String> EVERYBODYS = Set.of(
            ("a an the i we you they it he she my our your their me us them this that these those is are am was be been do"
                            + " does did can could may might must should shall will would have has had to of in on at by"
                            + " for from with about into out up off and or but if not no any some all as so than then who"
                            + " what which when where why how there here it's what's i'm don't can't allowed rules ok okay"
                            + " help please thanks")
                    .split(" "));

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’]+");

    private final Set<String> common = new HashSet<>();
    private final Map<String, Integer> inBlock = new HashMap<>();

    static List<String> words(String wording) {
        return BETWEEN.splitAsStream(wording.toLowerCase(Locale.UK))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** @param wordings of one school and week; one that was asked twice counts once */
    void week(Set<String> wordings) {
        wordings.forEach(wording -> words(wording).forEach(word -> inBlock.merge(word, 1, Integer::sum)));
    }

    /** The block is over; what only few used in it is forgotten. */
    void block() {
        inBlock.forEach((word, count) -> {
            if (count >= Groups.FEWEST) {
                common.add(word);
            }
        });
        inBlock.clear();
    }

    /** Whether {@code wording} holds no word that few used, and two that say what it is about. */
    boolean mayShow(String wording) {
        List<String> words = words(wording);
        return words.stream().allMatch(word -> EVERYBODYS.contains(word) || common.contains(word))
                && telling(wording).count() >= 2;
    }

    /** The words of it that many use and that say what it is about. */
    Stream<String> telling(String wording) {
        return words(wording).stream().filter(word -> !EVERYBODYS.contains(word) && common.contains(word));
    }
}
