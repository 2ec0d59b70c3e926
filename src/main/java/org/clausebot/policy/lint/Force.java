package org.clausebot.policy.lint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How strongly a sentence binds.
 *
 * @param must true for must, shall and never; false for should
 * @param forbids whether it says what not to do
 * @param conditional whether it says in which cases it does not hold ("unless agreed")
 * @param core its words without those cases and what stands before the verb
 */
record Force(boolean must, boolean forbids, boolean conditional, String core) {
    private static final Pattern EXCEPT = Pattern.compile(
            "[,(]?\\s*\\b(?:unless|except|save (?:where|when|in)|other than|otherwise than|without (?:the )?(?:prior|written|express|headteacher|permission|agreement|consent)"
                    + "|only (?:if|when|where)|provided that|so long as|as long as)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FORBIDS = Pattern.compile(
            "\\b(must|should|shall)(?: \\w+ly| also)? (?:not|never)\\b|^never\\b|\\bdo not\\b|\\b(must|should): (?:not|never)\\b"
                    + "|\\b(?:nobody|no one) (must|should|may)\\b|\\b(?:is|are) not (?:allowed|permitted)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEMANDS =
            Pattern.compile("\\b(must|should|shall)\\b(?!:? (?:not|never))", Pattern.CASE_INSENSITIVE);

    /** The force of a sentence, or empty where it neither demands nor forbids. */
    static Optional<Force> of(Sentence sentence) {
        String said = sentence.statement();
        Matcher forbids = FORBIDS.matcher(said);
        Matcher demands = DEMANDS.matcher(said);
        boolean no = forbids.find();
        boolean yes = demands.find();
        if (!no && !yes) {
            return Optional.empty();
        }
        boolean first = no && (!yes || forbids.start() <= demands.start());
        String verb = (first ? forbids : demands).group().toLowerCase(Locale.UK);
        Matcher except = EXCEPT.matcher(sentence.text());
        boolean conditional = except.find();
        String core = conditional ? sentence.text().substring(0, except.start()) : sentence.text();
        return Optional.of(new Force(!verb.startsWith("should"), first, conditional, core));
    }
}
