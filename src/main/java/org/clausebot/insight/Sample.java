package org.clausebot.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * Questions by their wordings, with where and when they were asked: all of them, or, where there are too many wordings, a
 * part of the questions that their random ids choose, and so the same part each time. A part of the questions and not of the
 * wordings: otherwise a matter that all ask in one and the same way would be there with all of it or with nothing.
 */
final class Sample {
    /** What redaction puts in place of what it hides. */
    private static final Pattern MARK = Pattern.compile("\\[[a-z -]{2,12}\\]");

    private static final Pattern NOT_A_WORD_END = Pattern.compile("[\\s?!.,;:…]+$");
    /** What people say before and after a question. */
    private static final Pattern CIVIL = Pattern.compile(
            "^(?:(?:hi|hello|hey|morning|good morning|afternoon|sorry|all|quick question|just checking|can you help"
                    + "|if this is \\w+,? but)\\b[,:! -]*)+"
                    + "|(?:\\s(?:please|thanks|thank you|cheers|ta|asap))+$");

    private final int most;
    private final Map<String, List<Place>> wordings = new LinkedHashMap<>();
    /** One question in so many is taken: a power of two. */
    private int oneIn = 1;

    /**
     * Where and when something was asked.
     *
     * @param block the first week of its block
     * @param open whether whoever asked was left without an answer
     * @param drawn whether it has a part in which words are shown
     * @param lot of {@link #lot}
     */
    record Place(SchoolId school, IsoWeek week, IsoWeek block, boolean open, boolean drawn, int lot) {
        private boolean isOneIn(int many) {
            return lot % many == 0;
        }
    }

    /** @param most how many wordings are held */
    Sample(int most) {
        this.most = most;
    }

    /** A number of 24 bits, as evenly spread as random ids are and in no relation to anything else. */
    static int lot(String id) {
        return (int) ((id.hashCode() * 0x9E3779B97F4A7C15L) >>> 40);
    }

    /** @param words as {@link #plain} gives them */
    void add(String words, Place place) {
        if (words.isEmpty() || !place.isOneIn(oneIn)) {
            return;
        }
        wordings.computeIfAbsent(words, same -> new ArrayList<>()).add(place);
        while (wordings.size() > most) {
            oneIn *= 2;
            wordings.values().forEach(places -> places.removeIf(one -> !one.isOneIn(oneIn)));
            wordings.values().removeIf(List::isEmpty);
        }
    }

    /** Without what was hidden, in small letters, and without courtesies and a question mark. */
    static String plain(String words) {
        String told =
                MARK.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String small = NOT_A_WORD_END.matcher(told).replaceAll("").toLowerCase(Locale.UK);
        return CIVIL.matcher(small).replaceAll("").strip();
    }

    List<Place> places(String wording) {
        return wordings.getOrDefault(wording, List.of());
    }

    /** Those of whoever was left without an answer. */
    List<Place> open(String wording) {
        return places(wording).stream().filter(Place::open).toList();
    }

    List<String> wordings() {
        return List.copyOf(wordings.keySet());
    }

    /** The wordings of a part of the questions, chosen as the sample itself is. */
    List<String> wordings(int atMost) {
        List<String> some = wordings();
        for (int many = 2 * oneIn; some.size() > atMost; many *= 2) {
            int each = many;
            some = some.stream()
                    .filter(wording -> places(wording).stream().anyMatch(place -> place.isOneIn(each)))
                    .toList();
        }
        return some;
    }

    /** For how many each question that is held stands. */
    int oneIn() {
        return oneIn;
    }
}
