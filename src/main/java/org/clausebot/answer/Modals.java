package org.clausebot.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that forbid, demand, and speak for a clause. Between words of one statement that differ the weaker reading
 * wins, so that an answer is never too strong; a word that stands in a condition ("if a child must be moved, …") counts
 * only where no other does.
 */
final class Modals {
    /** A word that speaks. */
    record Found(Stance stance, int start, int end) {}

    private record Reading(Stance stance, Pattern words) {}

    private static final String ASIDE = "(?:,[^,;:.]{1,60},)?";
    private static final String NOT = ASIDE
            + "(?:\\s+(?:also|normally|ever|therefore|under any circumstances|in any circumstances))?\\s+(?:not|never|neither|no longer)\\b";
    private static final String STAFF = "\\b(?:staff|adults?|employees?|teachers?|assistants?|colleagues|volunteers?)";
    private static final String PEOPLE =
            "\\b(?:you|staff|adults?|employees?|teachers?|assistants?|colleagues?|governors?|volunteers?|pupils?|parents?)";

    /** What one is not able to do is no prohibition: "if you cannot reach the headteacher". */
    private static final String ABILITY =
            "(?!\\s+(?:reach|attend|find|get|remember|come|afford|be sure|be certain|speak|travel|work|continue|expect)\\b)";

    /** "No pupil may": nobody and nothing, and then no verb before the modal. */
    private static final String NONE =
            "\\b(?:no(?! longer\\b)|none|neither|nobody|nothing)(?: (?!(?:is|are|was|were|has|have|had|can|does|do|will|doubt)\\b)[\\p{L}'’-]+){0,6}? ";

    /** "May not" forbids where it is followed by a deed: "it may not be illegal" and "you may not know" do not. */
    private static final String DEED =
            "(?!\\s+(?:always|yet|have|know|realise|understand|want|wish|feel|need|mean|apply|seem|agree|like)\\b)"
                    + "(?!\\s+be\\s+(?!\\p{L}+(?:ed|en|wn|pt|ld|ght|ung|ent)\\b|made|put|left|kept|done|told|paid|met|shut|read|set|worn|drunk|run|said|built\\b))";

    private static final Reading[] WEAKEST_FIRST = {
        new Reading(
                Stance.SHOULD_NOT,
                pattern(
                        "\\bshould" + NOT + "|\\bought not\\b|\\bshould:\\s+(?:not|never)\\b|\\bneither should\\b"
                                + "|\\bshould (?:under|in) no circumstances\\b|\\bshould on no account\\b|" + NONE
                                + "should\\b"
                                + "|\\b(?:is|are|will be) (?:advised|asked|expected|encouraged|reminded|urged|requested) not to\\b")),
        new Reading(
                Stance.MUST_NOT,
                pattern("\\b(?:must|shall)" + NOT + "|\\b(?:must|shall):\\s+(?:not|never)\\b|" + NONE
                        + "(?:(?:may|must|shall)\\b(?! not\\b)|(?:is|are) to\\b)"
                        + "|(?<!\\b(?:it|this|that|which|there|what) )\\bmay not\\b" + DEED
                        + "|\\bmay not:|\\b(?:is|are) (?:not|never) to\\b"
                        + "|(?<!\\b(?:if|when|where|because|that|since|unless|while|once|whether|who)(?: (?:the|a|an|any))? )"
                        + PEOPLE + " can ?not\\b" + ABILITY
                        + "|\\b(?:is|are|will be) (?:(?:strictly|also|therefore) )?(?:(?:not|never) (?:allowed|permitted)|forbidden|prohibited|banned|illegal|unlawful)\\b"
                        + "|\\bwill (?:not|never) be (?:allowed|permitted|tolerated)\\b"
                        + "|" + STAFF + " will (?:not|never)\\b(?! (?:be|have|need|receive|normally be)\\b)"
                        + "|\\bno circumstances\\b|\\bon no account\\b")),
        new Reading(
                Stance.SHOULD,
                pattern(
                        "\\b(?:should|ought to|(?:is|are|will be) (?:therefore |also )?expected (?:to|that)|(?<!\\b(?:the|a|no|not|any|who|which|that|(?:what|that|which) you) )need(?:s)? to"
                                + "|(?:is|are) (?:also |therefore )?(?:advised|encouraged|asked|urged|requested|reminded) to|(?:is|are) (?:also |therefore )?reminded of"
                                + "|(?:is|are) (?:also |therefore )?(?:advised|reminded) that(?![^.;]*\\b(?:must|shall|may|can)\\b))\\b")),
        new Reading(
                Stance.MUST,
                pattern(
                        "\\b(?:must|shall)\\b|\\b(?:is|are|will be) (?:also |therefore |always )?(?:required|obliged) to\\b"
                                + "|(?<!\\b(?:not|may|might|would|could|never) )\\bha(?:s|ve) to\\b|(?<!\\bit )\\b(?:is|are) to be (?!found|seen\\b)\\p{L}+"
                                + "|(?<!\\bit )\\b(?:is|are) (?:also |then |always )?to (?!be\\b)\\p{L}+"
                                + "|(?<!\\b(?:what|that|which|as|than|who|it) )\\b(?:is|are) (?:always |also )?(?:required|mandatory|compulsory|obligatory)(?! (?:by|for|in)\\b)\\b"
                                + "|" + STAFF
                                + " will(?: (?:also|always|therefore|normally|immediately|only))?+\\b(?! (?:not|never|be|have|need|receive|find|get|feel|benefit|know|see|face|hear|lose|remain|understand)\\b)")),
    };

    /** What is said of a deed and not to anybody; weaker than any of those. */
    private static final Pattern UNACCEPTABLE = pattern(
            "\\b(?:is|are) (?:also |therefore |always )?(?:(?:not|never) (?:acceptable|appropriate|advisable|suitable|good practice)|unacceptable|inappropriate|discouraged)\\b");

    /** Before what only depends on a condition; the main clause follows it. */
    private static final Pattern CONDITION = pattern("\\b(?:if|where|when|whenever|unless|until|once|whether)\\b");

    private static final Pattern RELATIVE = pattern("\\b(?:that|which|what|who|any|how)\\b");

    /** Where a purpose is told, "is to" demands nothing. */
    private static final Pattern PURPOSE = pattern(
            "\\b(?:aims?|purpose|objectives?|goals?|intentions?|roles?|jobs?|tasks?|point|function|steps?|priority|way|principle|focus|idea)\\b|\\b(?:this|that)\\s*$");

    private static final Pattern WHETHER = pattern("\\bwhether\\b");

    /** "No caretaker is obliged to" obliges nobody. */
    private static final Pattern NOBODY = pattern("^\\W*(?:and |but )?(?:no|nobody|none)\\b");

    private static final Pattern NONE_SAID =
            pattern("^(?:no|none|neither|nobody|nothing)\\b.*(?:may|must|shall|should|to)$");

    /** What may stand before "no pupil may"; in "whoever has no key must ask" it is another's. */
    private static final Pattern OF_NONE = pattern(
            "(?:^|\\b(?:and|but|or|so|that|then|however|therefore|because|as)\\b)\\W*$"
                    + "|^\\W*(?:and |but )?(?:in|at|on|during|after|before|from|under|within)\\b(?!.*\\b(?:who|which|that|has|have|had|with|is|are|there|finds?|shows?)\\b)");

    private static final Pattern TO = pattern(
            "^(?:(?:is|are|will be) (?:also |therefore |always )?(?:required|obliged|expected)|has|have|needs?) to$");

    /** "Should you be asked, …" is a condition. */
    private static final Pattern INVERTED = Pattern.compile("(?<=^|[.!?] )Should (?=\\p{L})");

    /** What comes of a thing is no demand: "following this should reduce the risk". */
    private static final Pattern OUTCOME = pattern(
            "(?<=^|[.!?] )(?:this|that|it|doing so|\\p{L}+ing)\\b[^,.!?;]*\\bshould"
                    + "(?=(?: also| then)? (?:reduce|lessen|lower|limit|minimi[sz]e) the (?:risk|chance|likelihood|potential|danger))");

    private Modals() {}

    static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The word that decides among those that no condition holds. */
    static Optional<Found> in(String statement) {
        return find(statement, false);
    }

    /** The word that decides where all stand in conditions. */
    static Optional<Found> inConditions(String statement) {
        return find(statement, true);
    }

    private static Optional<Found> find(String statement, boolean anywhere) {
        for (Reading reading : WEAKEST_FIRST) {
            Matcher words = reading.words().matcher(statement);
            while (words.find()) {
                if (speaks(statement, words) && (anywhere || !isCondition(statement, words.start()))) {
                    return Optional.of(new Found(reading.stance(), words.start(), words.end()));
                }
            }
        }
        Matcher words = UNACCEPTABLE.matcher(statement);
        while (words.find()) {
            String before = phrase(statement, words.start());
            if (!RELATIVE.matcher(before).find() && !CONDITION.matcher(before).find()) {
                return Optional.of(new Found(Stance.SHOULD_NOT, words.start(), words.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean speaks(String statement, Matcher words) {
        Matcher outcome = OUTCOME.matcher(statement);
        while (outcome.find()) {
            if (outcome.start() <= words.start() && words.end() <= outcome.end()) {
                return false;
            }
        }
        if (INVERTED.matcher(statement)
                .region(words.start(), statement.length())
                .useTransparentBounds(true)
                .lookingAt()) {
            return false;
        }
        String before = phrase(statement, words.start());
        if (WHETHER.matcher(before).find()) {
            return false;
        }
        if (NONE_SAID.matcher(words.group()).find() && !OF_NONE.matcher(before).find()) {
            return false;
        }
        if (NOBODY.matcher(before).find() && TO.matcher(words.group()).find()) {
            return false;
        }
        boolean isTo = List.of("is to", "are to").stream()
                .anyMatch(words.group().toLowerCase(java.util.Locale.UK)::startsWith);
        return !isTo || !PURPOSE.matcher(before).find();
    }

    /** Whether what stands at {@code at} is part of a condition and not of what is said. */
    static boolean isCondition(String statement, int at) {
        return CONDITION.matcher(phrase(statement, at)).find();
    }

    /** What stands before {@code at} since the last mark. */
    static String phrase(String statement, int at) {
        int from = at;
        while (from > 0 && ",;:.!?()–—".indexOf(statement.charAt(from - 1)) < 0) {
            from--;
        }
        return statement.substring(from, at);
    }
}
