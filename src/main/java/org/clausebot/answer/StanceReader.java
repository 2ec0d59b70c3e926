package org.clausebot.answer;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;

/**
 * Reads how strongly a clause speaks from its own modal words, lead-in first. Where a sentence of the clause is meant,
 * that sentence decides: "failure to do so may lead to action" demands nothing, whatever else its clause demands. One
 * without a modal word that only goes on with another ("this includes"), or that another takes up ("these should"), is
 * read as that one is. Never reads more than is written: a clause without a modal word states something.
 */
final class StanceReader {
    private static final String NOT =
            "(?:\\s+(?:also|normally|ever|therefore|under any circumstances))?\\s+(?:not|never)\\b";
    private static final Pattern MUST_NOT = pattern("\\b(?:must|shall)" + NOT
            + "|\\b(?:you|staff|adults|employees) can ?not\\b|\\bare not (?:allowed|permitted)\\b|\\bis (?:forbidden|prohibited|illegal|unlawful|not (?:allowed|permitted))\\b"
            + "|\\bno circumstances\\b");
    private static final Pattern SHOULD_NOT =
            pattern("\\bshould" + NOT + "|\\bought not\\b|\\bshould:\\s+(?:not|never)\\b|\\bneither should\\b");
    private static final Pattern MUST = pattern("\\b(?:must|shall|(?:is|are) required to|ha(?:s|ve) to)\\b");
    private static final Pattern SHOULD = pattern(
            "\\b(?:should|ought to|(?:is|are) (?:therefore |also )?expected (?:to|that)|need(?:s)? to|(?:is|are) (?:advised|encouraged|reminded) (?:to|of|that))\\b");
    /** With whom it allows something: "this can damage a reputation" allows nothing. */
    private static final Pattern MAY = pattern(
            "\\b(?:you|staff|adults|employees|teachers|members of staff|colleagues|governors|volunteers) (?:may|can)\\b(?! (?:be|have|find)\\b)"
                    + "|\\b(?:is|are) (?:allowed|permitted|welcome|free) to\\b");

    private static final Pattern EXCEPTION = pattern(
            "\\bunless\\b|\\bexcept(?:ing|\\s+(?:where|when|in|for|with|that|if|by|as))?\\b|\\bonly (?:if|when|where|with)\\b"
                    + "|\\bother than (?:(?:that|those|what) )?(?:which|may|might|in|as|for|with|when|where|if|by|through)\\b"
                    + "|(?<=[\\p{L},] )where (?:there (?:may|might|is|are)|necessary|appropriate|possible|practicable)\\b"
                    + "|\\bprovided (?:that|the|they|it|you)\\b|\\bwithout (?:the )?(?:prior )?(?:permission|agreement|consent)\\b");

    /** What comes of a thing is no demand: "following this should reduce the risk". */
    private static final Pattern OUTCOME = pattern("(?<=^|[.!?] )(?:this|that|it|doing so|\\p{L}+ing)\\b[^,.!?;]*\\bshould"
            + "(?=(?: also| then)? (?:reduce|lessen|lower|limit|minimi[sz]e) the (?:risk|chance|likelihood|potential|danger))");

    /** How a sentence begins that goes on with the one before it. */
    private static final Pattern GOES_ON = pattern(
            "^(?:(?:this|these|they|it)(?: also)? (?:includes?|means?)\\b|(?:for example|for instance|e\\.g\\.|i\\.e\\.))");

    /** How a sentence begins that makes its demand of what stands before it. */
    private static final Pattern TAKES_UP = pattern(
            "^(?:these|those|they|such|therefore|however|(?:it|this) is therefore)\\b|\\bin (?:these|such) (?:circumstances|cases)\\b");

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

    private static final List<Map.Entry<Stance, Pattern>> WEAKEST_FIRST = List.of(
            Map.entry(Stance.SHOULD_NOT, SHOULD_NOT),
            Map.entry(Stance.MUST_NOT, MUST_NOT),
            Map.entry(Stance.SHOULD, SHOULD),
            Map.entry(Stance.MUST, MUST),
            Map.entry(Stance.MAY, MAY));

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private StanceReader() {}

    /** How strongly {@code clause} speaks where {@code matched} is what answers; an empty span means the whole clause. */
    static Strength of(Clause clause, Span matched) {
        String text = clause.text();
        String leadIn = clause.leadInText();
        String sentence = text.substring(matched.start(), matched.end());
        if (sentence.isBlank()) {
            return of(clause.statement());
        }
        if (!leadIn.isBlank()) {
            Strength strength = of(leadIn + " " + sentence);
            return strength.stance() == Stance.STATES ? of(clause.statement()) : strength;
        }
        Strength strength = of(sentence);
        return strength.stance() == Stance.STATES
                ? beside(text.substring(0, matched.start()), sentence, text.substring(matched.end()))
                : strength;
    }

    /** A sentence that only states is read with the one that it goes on with, or that goes on with it. */
    private static Strength beside(String before, String sentence, String after) {
        boolean fragment = Character.isLowerCase(sentence.strip().codePointAt(0));
        if (fragment || GOES_ON.matcher(sentence.strip()).find()) {
            String[] earlier = BETWEEN_SENTENCES.split(before.strip(), -1);
            return of(earlier[earlier.length - 1]);
        }
        String next = BETWEEN_SENTENCES.split(after.strip(), -1)[0];
        return TAKES_UP.matcher(next).find() ? of(next) : Strength.STATES;
    }

    static Strength of(String statement) {
        Strength strength = unconditional(statement);
        boolean binds = strength.stance() != Stance.STATES && strength.stance() != Stance.MAY;
        Matcher exception = EXCEPTION.matcher(statement);
        return binds && exception.find()
                ? new Strength(Stance.CONDITIONAL, List.of(strength.words().getFirst(), exception.group()))
                : strength;
    }

    /** The weaker reading wins between words of one sentence that differ, so that the answer is never too strong. */
    private static Strength unconditional(String whole) {
        String statement = OUTCOME.matcher(whole).replaceAll("");
        for (Map.Entry<Stance, Pattern> reading : WEAKEST_FIRST) {
            Matcher words = reading.getValue().matcher(statement);
            if (words.find()) {
                return new Strength(reading.getKey(), List.of(words.group()));
            }
        }
        return Strength.STATES;
    }
}
