package org.clausebot.insight;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebot.insight.Sample.Place;

/**
 * The words that several questions of a group share. Only questions that hold no others are shown, so that no way of writing
 * and no detail that is one person's comes to be seen: each word was used in as many weeks as questions make a group (those of
 * several schools count each), and in one of them by two questions at least, or at two schools: somebody who asks now and
 * then in words of their own is not shown by them.
 */
final class SharedWords {
    /** Nobody is known by these. */
    private static final Set<String> EVERYBODYS = Set.of(
            ("a an the i we you they it he she my our your their me us them this that these those is are am was be been do"
                            + " does did can could may might must should shall will would have has had to of in on at by"
                            + " for from with about into out up off and or but if not no any some all as so than then who"
                            + " what which when where why how there here it's what's i'm don't can't"
                            + " hi hello thanks thank please cheers ta sorry quick question just checking help asap ok"
                            + " okay allowed rules")
                    .split(" "));

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}'’]+");

    private final Map<String, Set<Place>> used = new HashMap<>();
    private final Set<String> together = new HashSet<>();

    SharedWords(Map<String, List<Place>> group) {
        group.forEach((wording, places) -> words(wording).distinct().forEach(word -> {
            Set<Place> where = used.computeIfAbsent(word, w -> new HashSet<>());
            for (Place place : places) {
                if (!where.add(place)
                        || where.stream().anyMatch(other -> !other.school().equals(place.school()))) {
                    together.add(word);
                }
            }
        }));
    }

    private static Stream<String> words(String wording) {
        return BETWEEN.splitAsStream(wording.toLowerCase(Locale.UK)).filter(word -> !word.isEmpty());
    }

    /** Whether {@code wording} holds no word that few used, and some word that says what it is about. */
    boolean mayShow(String wording) {
        return words(wording).allMatch(word -> EVERYBODYS.contains(word) || shared(word))
                && words(wording).filter(word -> !EVERYBODYS.contains(word)).count() >= 2;
    }

    private boolean shared(String word) {
        return together.contains(word) && used.getOrDefault(word, Set.of()).size() >= Groups.FEWEST;
    }

    /** The words that most share and that say what it is about, the most used first. */
    List<String> most(int count) {
        return used.keySet().stream()
                .filter(word -> !EVERYBODYS.contains(word) && shared(word))
                .sorted(Comparator.comparingInt((String word) -> -used.getOrDefault(word, Set.of()).size())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(count)
                .toList();
    }
}
