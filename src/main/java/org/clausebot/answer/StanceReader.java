package org.clausebot.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;

/**
 * Reads how strongly a clause speaks from its own modal words, lead-in first. Where a sentence of the clause is meant,
 * that sentence decides, and the whole clause where the sentence has no modal word. Never reads more than is written: a
 * clause without a modal word states something.
 */
final class StanceReader {
    private static final String NOT =
            "(?:\\s+(?:also|normally|ever|therefore|under any circumstances))?\\s+(?:not|never)\\b";
    private static final Pattern MUST_NOT = Pattern.compile("\\b(?:must|shall)" + NOT
            + "|\\b(?:you|staff|adults|employees) can ?not\\b|\\bare not (?:allowed|permitted)\\b|\\bis (?:forbidden|prohibited|not (?:allowed|permitted))\\b"
            + "|\\bno circumstances\\b");
    private static final Pattern SHOULD_NOT =
            Pattern.compile("\\bshould" + NOT + "|\\bought not\\b|\\bshould:\\s+(?:not|never)\\b|\\bneither should\\b");
    private static final Pattern MUST =
            Pattern.compile("\\b(?:must|shall|(?:is|are) required to|requires? .{0,40}\\bto|ha(?:s|ve) to)\\b");
    private static final Pattern SHOULD = Pattern.compile(
            "\\b(?:should|ought to|(?:is|are) expected (?:to|that)|need(?:s)? to|(?:is|are) (?:advised|encouraged|reminded) (?:to|of|that))\\b");
    /** With whom it allows something: "this can damage a reputation" allows nothing. */
    private static final Pattern MAY = Pattern.compile(
            "\\b(?:you|staff|adults|employees|teachers|members of staff|colleagues|governors|volunteers) (?:may|can)\\b(?! (?:be|have|find)\\b)"
                    + "|\\b(?:is|are) (?:allowed|permitted|welcome|free) to\\b");

    private static final Pattern EXCEPTION = Pattern.compile(
            "\\bunless\\b|\\bexcept(?:ing|\\s+(?:where|when|in|for|with|that|if|by|as))?\\b|\\bonly (?:if|when|where|with)\\b"
                    + "|\\bother than\\b|\\bprovided (?:that|the|they|it|you)\\b|\\bwithout (?:the )?(?:prior )?(?:permission|agreement|consent)\\b");

    private StanceReader() {}

    /** How strongly {@code clause} speaks where {@code matched} is what answers; an empty span means the whole clause. */
    static Stance of(Clause clause, Span matched) {
        String leadIn = clause.leadInText();
        String sentence = clause.text().substring(matched.start(), matched.end());
        Stance stance = Stance.STATES;
        if (!sentence.isBlank() && !leadIn.isBlank()) {
            stance = of(leadIn + " " + sentence);
        } else if (!sentence.isBlank()) {
            stance = of(sentence);
        }
        return stance == Stance.STATES ? of(clause.statement()) : stance;
    }

    static Stance of(String statement) {
        String text = statement.toLowerCase(Locale.UK).replaceAll("\\s+", " ");
        if (text.isBlank()) {
            return Stance.STATES;
        }
        Stance strength = strength(text);
        boolean binds = strength != Stance.STATES && strength != Stance.MAY;
        return binds && EXCEPTION.matcher(text).find() ? Stance.CONDITIONAL : strength;
    }

    /** The weaker reading wins between words of one sentence that differ, so that the answer is never too strong. */
    private static Stance strength(String text) {
        boolean mustNot = MUST_NOT.matcher(text).find();
        boolean shouldNot = SHOULD_NOT.matcher(text).find();
        if (shouldNot) {
            return Stance.SHOULD_NOT;
        }
        if (mustNot) {
            return Stance.MUST_NOT;
        }
        if (SHOULD.matcher(text).find()) {
            return Stance.SHOULD;
        }
        if (MUST.matcher(text).find()) {
            return Stance.MUST;
        }
        return MAY.matcher(text).find() ? Stance.MAY : Stance.STATES;
    }
}
