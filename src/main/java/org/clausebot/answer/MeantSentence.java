package org.clausebot.answer;

import static org.clausebot.answer.Modals.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Span;
import org.clausebot.search.Stems;

/**
 * Which sentence of a clause a question is about, where the nearest in meaning is none that could answer it: a heading that
 * stands in the line ("Displays."), or one that only states where the question asks what one may or must do.
 */
final class MeantSentence {
    private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\"“‘'(])");

    /** A heading: at most five words, the first with a capital, and no verb that is known. */
    private static final Pattern HEADING = Pattern.compile(
            "(?!.*\\b(?:is|are|was|were|may|must|will|should|shall|can|has|have|does|do|not|never|no)\\b)\\p{Lu}[\\p{L}'’-]*(?:,? [\\p{L}'’-]+){0,4}\\.");

    private static final Pattern ASKS_WHAT_TO_DO = pattern(
            "\\b(?:can|may|could|should|must|shall) (?:i|we|they|staff|teachers?|tas?|a ta|you)\\b|\\b(?:do|does|did) (?:i|we|they|staff|you) (?:really |even |still )?(?:have|need) to\\b"
                    + "|\\b(?:am|are|is) (?:i|we|they|staff|it|that|this) (?:\\p{L}+ )?(?:allowed|permitted|expected|supposed|meant|required|ok|okay|alright|all right|fine|wrong)\\b"
                    + "|\\b(?:ok|okay|alright|all right|fine|allowed|permitted) (?:to|if|for)\\b");

    private MeantSentence() {}

    /**
     * The sentence that is meant, or {@code nearest} where nothing speaks for another.
     *
     * @param text of the clause
     * @param nearest the sentence that is nearest in meaning
     * @param question as asked
     * @param asked the stems of its words, with those of the policy that they stand for
     */
    static Span of(String text, Span nearest, String question, Set<String> asked) {
        String said = words(text, nearest);
        boolean heading = HEADING.matcher(said).matches();
        if (!heading && (!ASKS_WHAT_TO_DO.matcher(question).find() || speaks(said))) {
            return nearest;
        }
        Span best = nearest;
        int most = heading ? -1 : Math.max(0, shared(said, asked) - 1);
        for (Span sentence : sentences(text)) {
            String words = words(text, sentence);
            boolean other = sentence.end() <= nearest.start() || sentence.start() >= nearest.end();
            if (other && shared(words, asked) > most && (heading || speaks(words))) {
                most = shared(words, asked);
                best = sentence;
            }
        }
        return best;
    }

    private static boolean speaks(String sentence) {
        return StanceReader.of(sentence).stance() != Stance.STATES;
    }

    private static int shared(String sentence, Set<String> asked) {
        return (int) Stems.of(sentence).stream().filter(asked::contains).count();
    }

    private static List<Span> sentences(String text) {
        List<Span> sentences = new ArrayList<>();
        int from = 0;
        Matcher between = BETWEEN.matcher(text);
        while (between.find()) {
            sentences.add(new Span(from, between.start()));
            from = between.end();
        }
        sentences.add(new Span(from, text.length()));
        return sentences;
    }

    private static String words(String text, Span span) {
        return text.substring(span.start(), span.end());
    }
}
