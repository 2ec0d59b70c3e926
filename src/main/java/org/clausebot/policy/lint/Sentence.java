package org.clausebot.policy.lint;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;

/**
 * A sentence of a clause.
 *
 * @param clause where it stands
 * @param text its words
 * @param start where it begins in the clause's text
 */
record Sentence(Clause clause, String text, int start) {
    private static final Pattern UNFINISHED = Pattern.compile(
            "(?:\\b(?:e\\.?g|i\\.?e|cf|vs|no|nos|para|sec|st|mr|mrs|ms|dr|prof|tel|ext|approx|p|pp)\\.)\\s*$",
            Pattern.CASE_INSENSITIVE);

    int end() {
        return start + text.length();
    }

    /** Whether it is the clause's first, to which the lead-in belongs. */
    boolean first() {
        return start == 0;
    }

    /** Its words with the lead-in before them, if it is the clause's first. */
    String statement() {
        return first() && !clause.leadInText().isEmpty() ? clause.leadInText() + " " + text : text;
    }

    static List<Sentence> of(Clause clause) {
        String text = clause.text();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.UK);
        breaks.setText(text);
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.following(0); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && goesOn(text.substring(start, end), text.charAt(end))) {
                continue;
            }
            String words = text.substring(start, end).stripTrailing();
            if (!words.isBlank()) {
                sentences.add(new Sentence(clause, words, start));
            }
            start = end;
        }
        return List.copyOf(sentences);
    }

    private static boolean goesOn(String before, char next) {
        return Character.isLowerCase(next) || UNFINISHED.matcher(before).find();
    }
}
