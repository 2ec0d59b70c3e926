package org.clausebot.policy;

import java.util.Set;
import java.util.regex.Pattern;

/** What the first words of a line say about its part in the document. Every pattern runs in linear time. */
final class Openings {
    private static final Pattern DEFINING =
            Pattern.compile("[\"\u2018\u201C'][^\"\u2018\u2019\u201C\u201D']{1,60}[\"\u2019\u201D']"
                    + "( \\([^()]{1,40}\\))?(:| (also )?(means?|includes?|refers? to|is|are|has|have) )"
                    + "|[A-Z][\\w-]{1,30}( [\\w-]{1,30}){0,4} means ");
    private static final Pattern ASKING = Pattern.compile("(What|Who|Whom|How|Why|Which) .*", Pattern.DOTALL);
    private static final Set<String> PREPOSITIONS =
            Set.of("for", "about", "to", "with", "of", "on", "by", "in", "from");

    private Openings() {}

    /** Whether the words define a term: "Breach" means any loss; Breach: any loss of data. */
    static boolean defines(String words) {
        return DEFINING.matcher(words).lookingAt();
    }

    /** Whether the words are a question without its mark that ends in a preposition: "Who this policy is for". */
    static boolean asks(String words) {
        return ASKING.matcher(words).matches()
                && PREPOSITIONS.contains(Phrases.lastWord(words))
                && lastLetterIsLast(words);
    }

    private static boolean lastLetterIsLast(String words) {
        return !words.isEmpty() && Character.isLetter(words.charAt(words.length() - 1));
    }
}
