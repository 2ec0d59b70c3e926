package org.clausebot.querylog;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.querylog.Hidden.Kind;

/**
 * What is known by its form: addresses, numbers, dates, classes. In order, since a form found first takes its characters
 * from those after it. Clause numbers (2.1.5), year groups, three-digit helplines and the ages that rules turn on stay: they
 * say what was asked and nothing of who.
 */
final class Patterns {
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:mon|tues?|wed(?:nes)?|weds|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)";
    private static final String STREET =
            "(?:road|rd|street|lane|ln|avenue|ave|close|court|drive|crescent|cres|terrace|gardens|gdns|grove|mews|parade"
                    + "|square|way|walk|place|row|rise|hill|green|villas|cottages?)";
    private static final String ENDING =
            "(?:com|uk|org|net|info|biz|io|me|ly|be|gg|tv|app|eu|ie|edu|gov|sch|example|pl|fr|de|es|in|co|social|xyz)";
    private static final String NUMBER = "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
            + "|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)";
    private static final String OLD = "(?:years?|yrs?|yr)[\\s-]*olds?|yrs?\\b|y/?o\\b";
    private static final String UNITS = "(?!\\s*(?:minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|people|pupils"
            + "|children|kids|staff|times|photos|pics|messages|texts|likes|pounds|quid|percent|%|old enough|the age|or\\b"
            + "|to\\b|of\\b|in\\b|a\\b|more\\b|too\\b|[/:.,]\\d))";
    private static final String SCHOOL = "(?:Primary(?: School)?|Infants?(?: School)?|Juniors?(?: School)?|Academy"
            + "|High School|High|Secondary(?: School)?|Grammar(?: School)?|Nursery(?: School)?|Prep(?: School)?"
            + "|Comprehensive|College|School|Sixth Form|C of E|R\\.?C\\.?|Pre-?[Ss]chool|Preschool|Federation|MAT)";

    private static final List<Form> FORMS = List.of(
            any(Kind.EMAIL, "[^\\s@<>,;:()]+@[^\\s@<>,;:()]+\\.\\p{L}{2,}"),
            any(Kind.EMAIL, "\\S+\\s?[(\\[]at[)\\]]\\s?\\S+"),
            any(Kind.EMAIL, "[\\w.+-]+ at [\\w-]+ dot [\\w. ]+"),
            any(Kind.URL, "(?:https?://|www\\.)\\S+"),
            any(Kind.URL, "(?<![\\w@])[\\w-]+(?:\\.[\\w-]+)*\\." + ENDING + "(?:/\\S*|\\b(?![\\w.]))"),
            any(Kind.HANDLE, "@[\\w.\\-]{2,}"),
            any(
                    Kind.ID,
                    "(?:\\bnhs|\\bupn|\\bni|\\bpassport|\\bcandidate|\\badmission|\\bpupil|\\bstaff|\\bpayroll|\\bref)"
                            + "(?:\\s+(?:no|number|num|id|ref))?\\.?[\\s:#]*((?=[\\w-]*\\d)[\\w-]+(?: \\d{3,4})*)",
                    1),
            any(Kind.ID, "\\b[a-z]{2}\\s?\\d{2}\\s?\\d{2}\\s?\\d{2}\\s?[a-d]\\b"),
            any(Kind.ID, "\\b[a-z]\\d{11,12}[a-z]?\\b"),
            any(Kind.ID, "\\b[a-z]{2}\\d{2}\\s?[a-z]{3}\\b"),
            any(Kind.ID, "\\b[a-z]{1,5}[-/]\\d[\\w/-]*\\d\\b"),
            any(Kind.POSTCODE, "\\b(?:[a-z]{1,2}\\d[a-z\\d]?)\\s*\\d[a-z]{2}\\b"),
            any(Kind.DATE, "\\b\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})\\b"),
            any(Kind.DATE, "\\b(?:19|20)\\d{2}-\\d{2}-\\d{2}\\b"),
            any(Kind.DATE, "\\b\\d{1,2}/\\d{1,2}\\b"),
            any(Kind.DATE, "\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\s+of)?\\s+" + MONTH + "\\b(?:,?\\s+(?:19|20)?\\d{2}\\b)?"),
            any(Kind.DATE, "\\b" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+(?:19|20)\\d{2}\\b)?"),
            any(Kind.DATE, "\\b" + MONTH + "\\s+(?:19|20)\\d{2}\\b"),
            any(Kind.DATE, "\\bthe\\s+\\d{1,2}(?:st|nd|rd|th)\\b"),
            any(Kind.DATE, "\\b(?:(?:last|this|next)\\s+)?" + DAY + "\\b"),
            any(
                    Kind.DATE,
                    "\\b\\d{1,2}[:.]\\d{2}\\s?[ap]\\.?m\\b\\.?|\\b\\d{1,2}:\\d{2}\\b|\\b\\d{1,2}\\s?[ap]m\\b"
                            + "|\\b\\d{1,2}\\s?o'?clock\\b"),
            any(Kind.PHONE, "(?:\\+|\\b00)?\\(?\\d(?:[\\s().-]*\\d){6,15}"),
            any(Kind.PHONE, "\\bext(?:ension)?\\.?\\s*(\\d+)", 1),
            any(
                    Kind.ADDRESS,
                    "\\b(?:(?:flat|unit|apartment|apt)\\s+\\w+,?\\s+)?\\d{1,4}[a-z]?,?\\s+(?:[\\p{L}'’.-]+\\s+){1,3}?"
                            + STREET + "\\b"),
            any(Kind.ADDRESS, "\\b(?:flat|apartment|apt)\\s+\\d+\\w?\\b"),
            any(
                    Kind.SCHOOL,
                    "\\b(?:st|saint|our lady)\\b\\.?\\s+[\\p{L}'’]+(?:\\s+(?:of|the|and|&|c|e|ce|rc|catholic|church"
                            + "|[\\p{L}'’]+)){0,3}?\\s+(?:primary|infants?|juniors?|academy|high|secondary|grammar|nursery|school"
                            + "|college|c of e)(?:\\s+(?:school|academy))?\\b"),
            exact(Kind.SCHOOL, "\\b(?:St\\.?|Saint|Our Lady)\\s+\\p{Lu}[\\p{L}'’]+"),
            exact(
                    Kind.SCHOOL,
                    "\\b(?:(?!(?:Can|Is|Are|Do|Does|At|In|For|My|Our|Your|Their|From|If|What|When|Who|Primary|A|Any)"
                            + "\\b)\\p{Lu}[\\p{L}'’.-]*\\s+){1,4}" + SCHOOL + "\\b"),
            exact(
                    Kind.ADDRESS,
                    "\\b(?:\\p{Lu}[\\p{L}'’]+\\s+(?:Cottage|House|Farm|Lodge|Court),?\\s+)?(?:\\p{Lu}[\\p{L}'’.]+\\s+){1,3}"
                            + "(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Terrace|Grove|Mews|Gardens)\\b"),
            any(Kind.CLASS, "\\b(?:class|form|set)\\s+\\d{1,2}\\p{L}{0,2}\\b"),
            any(
                    Kind.CLASS,
                    "\\b(?:1[0-3]|[1-9])(?!(?:st|nd|rd|th|am|pm|yo|kg|km|cm|mm|hr|hrs|mb|gb|yr|yrs|px|ft|in|ks|ml)\\b)"
                            + "(?![dgxkmps]\\b)[a-z]{1,2}\\b"),
            exact(Kind.CLASS, "\\b(?:[Rr]ec(?:eption)?|[Nn]ursery)\\s+[A-Z]{1,2}\\b"),
            exact(Kind.CLASS, "\\b(?:[Yy](?:ea)?r?\\s?(?:\\d{1,2}|R))\\s+(\\p{Lu}\\p{Ll}+)(?!\\s+class)", 0),
            exact(
                    Kind.CLASS,
                    "\\b(?!(?:Our|My|The|This|Reception|Nursery|Each|Every|Which|Any|In|No|First|Middle|World"
                            + "|Working|Online|Swimming)\\b)\\p{Lu}\\p{Ll}+(?:'s)?\\s+class\\b"),
            any(Kind.CLASS, "\\b(?:" + ClassNames.WORDS + ")\\s+class\\b"),
            exact(Kind.CLASS, "(?<=\\p{L}\\s)(?:" + ClassNames.CAPITALS + ")\\b"),
            any(Kind.AGE, "\\b" + NUMBER + "[\\s-]*(?:" + OLD + ")"),
            any(Kind.AGE, "\\baged?\\s+(" + NUMBER + ")\\b" + UNITS, 1),
            any(
                    Kind.AGE,
                    "\\b(?:he|she|they|who|kid|child|pupil|student|boy|girl|son|daughter|niece|nephew|sister|brother"
                            + "|apprentice|friend)(?:\\s+is|\\s+are|\\s+was|\\s+turned|['’]?s|['’]re)\\s+(?:only |just |now |about"
                            + " |nearly |almost )?(" + NUMBER + ")\\b" + UNITS,
                    1),
            any(Kind.AGE, "\\b(?:pupil|student|now|only|turns|turned),?\\s+(\\d{1,2})\\b" + UNITS, 1),
            any(Kind.AGE, ",\\s*(\\d{1,2})\\s*,", 1),
            any(Kind.ID, "(?<![\\d.])(?!(?:19|20)\\d{2}\\b)\\d{4,}\\b"));

    private Patterns() {}

    private record Form(Kind kind, Pattern pattern, int group) {}

    private static Form any(Kind kind, String pattern) {
        return any(kind, pattern, 0);
    }

    private static Form any(Kind kind, String pattern, int group) {
        return new Form(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), group);
    }

    private static Form exact(Kind kind, String pattern) {
        return exact(kind, pattern, 0);
    }

    private static Form exact(Kind kind, String pattern, int group) {
        return new Form(kind, Pattern.compile(pattern), group);
    }

    /** What is found in {@code text}; no two overlap. */
    static List<Hidden> in(String text) {
        List<Hidden> found = new ArrayList<>();
        StringBuilder left = new StringBuilder(text);
        for (Form form : FORMS) {
            Matcher matcher = form.pattern.matcher(left.toString());
            while (matcher.find()) {
                int from = matcher.start(form.group);
                int to = matcher.end(form.group);
                if (to > from) {
                    found.add(new Hidden(from, to, form.kind));
                    for (int i = from; i < to; i++) {
                        // No letter, no digit and no space, so that nothing is found across it.
                        left.setCharAt(i, '\u0001');
                    }
                }
            }
        }
        return found;
    }
}
