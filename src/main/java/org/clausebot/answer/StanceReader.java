package org.clausebot.answer;

import static org.clausebot.answer.Modals.pattern;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.answer.Modals.Found;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Span;

/**
 * Reads how strongly a clause speaks from its own modal words, lead-in first. Where a sentence of the clause is meant,
 * that sentence decides: "failure to do so may lead to action" demands nothing, whatever else its clause demands. One
 * without a modal word that only goes on with another ("this includes"), or that another takes up ("these should"), is
 * read as that one is. Never reads more than is written: a clause without a modal word states something, unless it is a
 * bare command. A demand with an exception, and a permission under a condition, are conditional.
 */
final class StanceReader {
    private static final Pattern EXCEPTION = pattern(
            "\\bunless\\b|\\bexcept(?:ing|\\s+(?:where|when|in|for|with|that|if|by|as))?\\b|\\bonly (?:if|when|where|with|after|in an emergency)\\b"
                    + "|\\bother than (?:(?:that|those|what) )?(?:which|may|might|in|as|for|with|when|where|if|by|through)\\b"
                    + "|(?<=[\\p{L},] )where (?:there (?:may|might|is|are)|necessary|appropriate|possible|practicable)\\b"
                    + "|\\bprovided (?:that|the|they|it|you)\\b|\\bwithout (?:the )?(?:(?:prior|written|express) )*(?:permission|agreement|consent)\\b"
                    + "|(?<=, )save (?:for|in|that|with|where|when|on|by|as)\\b|\\bwith (?:one|two|three|the|these) exceptions?\\b");

    /** What makes a permission conditional, beside exceptions. */
    private static final Pattern TERMS = pattern(
            "\\bonly\\b|\\bif\\b|\\bwhere\\b|\\bwhen\\b|(?<=, )provided\\b|\\bprovided (?:that|it|they|you)\\b|\\b(?:as|so) long as\\b|\\bsubject to\\b|\\bon condition\\b|\\bon receipt of\\b"
                    + "|\\bin an emergency\\b|\\bby (?:agreement|arrangement)\\b|\\bdiscretion\\b|\\bafter speaking\\b|\\bsave\\b(?! (?:the|it|them|to)\\b)"
                    + "|\\bwith (?!(?:each|one) other)[^,.;]{0,40}\\b(?:notice|agreement|permission|consent|approval)\\b");

    /** What is done, with what is excepted: "medicine will not be given, with two exceptions". */
    private static final Pattern WILL = pattern("\\bwill(?: not| never| only)?\\b");

    private static final Pattern EXCEPTED = pattern(
            "\\bunless\\b|\\bexcept(?:ing)?\\b|\\bonly (?:if|when|where)\\b|\\bwith (?:one|two|three) exceptions?\\b");

    /** A verb of its own: what stands behind it and a semicolon is said of something else. */
    private static final Pattern SAID_APART =
            pattern(";[^;]*\\b(?:will|is|are|may|can|must|should|shall|has|have)\\b[^;]*$");

    /** A beginning that is carried on after its colon. */
    private static final Pattern HEAD = pattern(
            "^[^:]*\\b(?:must|shall|should|may|not|never|to|that|if|where|when|from|by|for)\\b\\s*:(?=\\s+\\S)");

    private static final Pattern NEGATED = pattern("^\\W*(?:not|never|no)\\b");

    /** How a sentence begins that goes on with the one before it. */
    private static final Pattern GOES_ON = pattern(
            "^(?:(?:this|these|they|it)(?: can| will| may)?(?: also)? (?:includes?|means?|appl(?:y|ies)|avoids?|reduces?|helps?|prevents?|protects?)\\b|(?:for example|for instance|e\\.g\\.|i\\.e\\.))");

    /** How a sentence begins that makes its demand of what stands before it. */
    private static final Pattern TAKES_UP = pattern(
            "^(?:these|those|they|such|therefore|however|(?:it|this) is therefore)\\b|\\bin (?:these|such) (?:circumstances|cases)\\b");

    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?])\\s+");

    private StanceReader() {}

    /** How strongly {@code clause} speaks where {@code matched} is what answers; an empty span means the whole clause. */
    static Strength of(Clause clause, Span matched) {
        String text = clause.text();
        String leadIn = governing(clause.leadInText());
        String sentence = text.substring(matched.start(), matched.end());
        if (sentence.isBlank()) {
            return of(leadIn.isBlank() ? text : leadIn + " " + text);
        }
        boolean later = matched.start() > 0 && Modals.in(sentence).isPresent();
        if (!leadIn.isBlank() && !later) {
            Strength strength = of(leadIn + " " + sentence);
            return strength.stance() == Stance.STATES ? of(leadIn + " " + text) : strength;
        }
        Strength strength = of(sentence);
        return strength.stance() == Stance.STATES
                ? beside(text.substring(0, matched.start()), sentence, text.substring(matched.end()))
                : strength;
    }

    /** The sentence of a lead-in that goes on in its clauses; what stands before it is said by itself. */
    private static String governing(String leadIn) {
        String[] sentences = BETWEEN_SENTENCES.split(leadIn, -1);
        return sentences[sentences.length - 1];
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
        Optional<Found> found = speaking(statement);
        if (found.isEmpty()) {
            return done(statement);
        }
        Found word = found.get();
        boolean command =
                word.stance() == Stance.MUST && Commands.demanding(statement).equals(found);
        Optional<Found> terms = terms(statement, word);
        if (terms.isPresent()) {
            return command
                    ? new Strength(Stance.CONDITIONAL, List.of(words(statement, terms.get())))
                    : conditional(statement, word, terms.get());
        }
        return new Strength(word.stance(), command ? List.of() : List.of(words(statement, word)));
    }

    private static Optional<Found> speaking(String statement) {
        Matcher head = HEAD.matcher(statement);
        if (head.find() && !NEGATED.matcher(statement.substring(head.end())).find()) {
            Optional<Found> leading = Modals.in(head.group()).or(() -> Permissions.in(head.group()));
            if (leading.isPresent()) {
                return leading;
            }
        }
        return Modals.in(statement)
                .or(() -> Commands.forbidding(statement))
                .or(() -> Commands.demanding(statement))
                .or(() -> Permissions.in(statement))
                .or(() -> Modals.inConditions(statement));
    }

    private static Optional<Found> terms(String statement, Found word) {
        Matcher exception = EXCEPTION.matcher(statement);
        while (exception.find()) {
            boolean inWord = exception.start() < word.end() && word.start() < exception.end();
            boolean apart = exception.start() > word.end()
                    && SAID_APART
                            .matcher(statement.substring(word.end(), exception.start()))
                            .find();
            if (!inWord && !apart) {
                return Optional.of(new Found(Stance.CONDITIONAL, exception.start(), exception.end()));
            }
        }
        Matcher terms = sentence(TERMS.matcher(statement), statement, word.start());
        return word.stance() == Stance.MAY && terms.find()
                ? Optional.of(new Found(Stance.CONDITIONAL, terms.start(), terms.end()))
                : Optional.empty();
    }

    /** In the sentence in which {@code at} stands: the terms of another are not those of this. */
    private static Matcher sentence(Matcher matcher, String statement, int at) {
        int from = 0;
        int to = statement.length();
        Matcher between = BETWEEN_SENTENCES.matcher(statement);
        while (between.find()) {
            if (between.end() <= at) {
                from = between.end();
            } else {
                to = Math.min(to, between.start());
            }
        }
        return matcher.region(from, to).useTransparentBounds(true);
    }

    private static Strength done(String statement) {
        Matcher will = WILL.matcher(statement);
        Matcher excepted = EXCEPTED.matcher(statement);
        return will.find() && excepted.find() && will.start() < excepted.start()
                ? new Strength(Stance.CONDITIONAL, List.of(will.group(), excepted.group()))
                : Strength.STATES;
    }

    /** The words in the order in which they stand. */
    private static Strength conditional(String statement, Found word, Found terms) {
        String said = words(statement, word);
        String under = words(statement, terms);
        return new Strength(
                Stance.CONDITIONAL, word.start() < terms.start() ? List.of(said, under) : List.of(under, said));
    }

    private static String words(String statement, Found found) {
        return statement.substring(found.start(), found.end());
    }
}
