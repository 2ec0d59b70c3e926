package org.clausebot.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebot.policy.SchoolId;

/**
 * The words that many use: five questions or more, and two of them in one week of a school, or at two schools. Only questions
 * that hold no others are shown, so that no detail and no way of writing that is one person's comes to be seen: who asks now
 * and then in words of their own is not shown by them. One question in three is left out of this by lot, so that a word that
 * is there or missing says little of any one question. Of several schools told of together, words are common that two of
 * them use: what one school alone says is not shown of the trust.
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

    private final boolean severalSchools;
    private final Map<String, Integer> used = new HashMap<>();
    private final Map<String, SchoolId> by = new HashMap<>();
    private final Set<String> together = new HashSet<>();

    /** @param severalSchools whether schools are told of together */
    CommonWords(boolean severalSchools) {
        this.severalSchools = severalSchools;
    }

    static List<String> words(String wording) {
        return BETWEEN.splitAsStream(wording.toLowerCase(Locale.UK))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** @param wordings of one week of {@code school}; one that was asked twice counts once */
    void week(SchoolId school, Set<String> wordings) {
        Map<String, Integer> now = new HashMap<>();
        wordings.forEach(wording -> words(wording).forEach(word -> now.merge(word, 1, Integer::sum)));
        now.forEach((word, count) -> {
            used.merge(word, count, Integer::sum);
            SchoolId first = by.putIfAbsent(word, school);
            if ((count > 1 && !severalSchools) || (first != null && !first.equals(school))) {
                together.add(word);
            }
        });
    }

    private boolean isCommon(String word) {
        return together.contains(word) && used.getOrDefault(word, 0) >= Groups.FEWEST;
    }

    /** Whether {@code wording} holds no word that few used, and two that say what it is about. */
    boolean mayShow(String wording) {
        List<String> words = words(wording);
        return words.stream().allMatch(word -> EVERYBODYS.contains(word) || isCommon(word))
                && telling(wording).count() >= 2;
    }

    /** The words of it that many use and that say what it is about. */
    Stream<String> telling(String wording) {
        return words(wording).stream().filter(word -> !EVERYBODYS.contains(word) && isCommon(word));
    }
}
