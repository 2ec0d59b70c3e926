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
 * Wordings of questions with the weeks in which they were asked: all of them, or, where there are too many, a part that is
 * chosen by what they say and so is the same each time. Takes no more memory for a trust than for a large school.
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
    /** One in so many is taken: a power of two. */
    private int oneIn = 1;

    /**
     * Where and when something was asked.
     *
     * @param block the first week of its block
     * @param drawn whether it has a part in which words are shown
     */
    record Place(SchoolId school, IsoWeek week, IsoWeek block, boolean drawn) {}

    /** @param most how many wordings are held */
    Sample(int most) {
        this.most = most;
    }

    /** @param words as {@link #plain} gives them */
    void add(String words, Place place) {
        if (words.isEmpty() || !taken(words)) {
            return;
        }
        wordings.computeIfAbsent(words, same -> new ArrayList<>()).add(place);
        while (wordings.size() > most) {
            oneIn *= 2;
            wordings.keySet().removeIf(one -> !taken(one));
        }
    }

    /** Without what was hidden, in small letters, and without courtesies and a question mark. */
    static String plain(String words) {
        String told =
                MARK.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
        String small = NOT_A_WORD_END.matcher(told).replaceAll("").toLowerCase(Locale.UK);
        return CIVIL.matcher(small).replaceAll("").strip();
    }

    private boolean taken(String words) {
        // The bits of a string's hash are not spread evenly; after this they are.
        long mixed = words.hashCode() * 0x9E3779B97F4A7C15L;
        return (mixed >>> 40) % oneIn == 0;
    }

    List<Place> places(String wording) {
        return wordings.getOrDefault(wording, List.of());
    }

    List<String> wordings() {
        return List.copyOf(wordings.keySet());
    }

    /** For how many each that is held stands. */
    int oneIn() {
        return oneIn;
    }
}
