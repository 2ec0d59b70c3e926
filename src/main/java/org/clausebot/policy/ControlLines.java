package org.clausebot.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows the lines in which a document speaks of itself: versions, owners, dates, places to sign. */
final class ControlLines {
    private static final Pattern SPEAKS_OF_ITSELF = Pattern.compile(
            "(?i)\\b(version\\s*:?\\s*\\d|v\\d|approved|adopted|ratified|last reviewed|reviewed|review date|next review"
                    + "|date of (issue|review|next)|policy (owner|lead|author|number|ref)|document (control|number|ref|owner)"
                    + "|issued?:|agreed by|queries:|uncontrolled|printed copies|replaces (the|all|any) (\\w+ )?(version|edition|issue|policy|policies)|supersedes|"
                    + "(applies|effective|in force|valid) from \\d|last updated|updated|effective from"
                    + "|effective date|amended|owner:|author:|status:|date:|review:|issue (no|number)|revision|"
                    + "governors['\u2019]? committee|signed (by|off))");
    private static final Pattern KEYED = Pattern.compile(
            "(?i)(document |policy |date |last |next |date of |first )?(updated|reviewed|review|approved|adopted|issued?"
                    + "|ratified|version|date|owner|author|status|amended|revised|effective)"
                    + "( date| by| due| on| from| no\\.?| number| period)?\\s*:.{1,120}",
            Pattern.DOTALL);
    private static final Pattern CELL = Pattern.compile(
            "(?i)(document |policy |date |last |next |date of |responsible )*(version|date|author|approved|approval|owner"
                    + "|review|reviewed|status|amendments?|changes?|ratified|reference|ref|revision|issue|issued|updated"
                    + "|adopted|lead|committee|governor|person|signed|title|prepared by|summary of changes|number|no)\\b.{0,24}");
    private static final Pattern FORM = Pattern.compile(
            "(?i)(signed|signature|print name|name|date|position|role|job title|witness|countersigned)\\b[^.:_\u2026]{0,40}"
                    + "(:?\\s*([._\u2026]\\s?){3,}.{0,200}|:)",
            Pattern.DOTALL);
    private static final String VALUE = "\\s*(?:date|due|on|by)?\\s*[:|\u2013]?\\s*";
    private static final Pattern UPDATED =
            Pattern.compile("(?i)\\b(last updated|updated|revised|amended|last reviewed)\\b" + VALUE);
    private static final Pattern ISSUED =
            Pattern.compile("(?i)\\b(date of issue|issued?|approved|adopted|ratified|effective from)\\b" + VALUE);
    private static final Pattern REVIEW =
            Pattern.compile("(?i)\\b(next review|review due|review date|date of next review|review)\\b" + VALUE);
    private static final Pattern DATE = Pattern.compile("(?i)(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:of )?"
            + "\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?(?:,?\\s+\\d{1,6})?(?:,\\s*\\d{4})?"
            + "|(?:spring|summer|autumn|winter)(?: term)?(?:,? \\d{4})?|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}"
            + "|\\d{4}-\\d{2}-\\d{2}|\\b\\d{4}\\b(?:[/-]\\d{2,4})?");
    private static final int FARTHEST = 45;

    private ControlLines() {}

    /** Whether a line before the text begins tells of the document and rules nothing. */
    static boolean speaksOfDocument(String words) {
        return SPEAKS_OF_ITSELF.matcher(words).find();
    }

    /** Whether a line is a key and a value of document control, such as {@code Updated: June 2018}. */
    static boolean isKeyed(String words) {
        return KEYED.matcher(words).lookingAt();
    }

    static boolean isForm(String words) {
        return words.length() < 300 && FORM.matcher(words).matches();
    }

    /** Whether these rows of one table are about the document: versions, owners, dates. */
    static boolean isControlTable(DocumentText document, List<Piece> rows) {
        List<String> top = cells(document, rows.getFirst());
        long named = top.stream().filter(c -> CELL.matcher(c).matches()).count();
        if (named >= 2 && named * 2 >= top.size()) {
            return true;
        }
        long first = rows.stream()
                .map(r -> cells(document, r))
                .filter(c -> !c.isEmpty() && CELL.matcher(c.getFirst()).matches())
                .count();
        return first >= 2 && first * 3 >= rows.size() * 2L && top.size() <= 4;
    }

    /** Whether these rows of one table are a place to sign. */
    static boolean isFormTable(DocumentText document, List<Piece> rows) {
        return rows.stream()
                .allMatch(r -> cells(document, r).stream()
                        .allMatch(c -> c.isEmpty()
                                || c.matches(
                                        "(?i)(signed|signature|name|print name|date|role|position)( .{0,20})?:?")));
    }

    private static List<String> cells(DocumentText document, Piece row) {
        return row.row().map(r -> document.readAll(r.cells())).orElse(List.of());
    }

    static boolean isControlHeading(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.matches(
                "(document|version|policy) (control|history|information|details|status)( .{0,20})?|revision history|amendments?|version control.{0,20}");
    }

    /** When the document was last changed, as printed in {@code lines}. */
    static Optional<String> updated(List<String> lines) {
        return first(UPDATED, lines).or(() -> first(ISSUED, lines));
    }

    /** When it is to be reviewed, as printed in {@code lines}. */
    static Optional<String> review(List<String> lines) {
        return first(REVIEW, lines);
    }

    private static Optional<String> first(Pattern key, List<String> lines) {
        for (String line : lines) {
            Matcher found = key.matcher(line);
            while (found.find()) {
                Matcher date = DATE.matcher(line).region(found.end(), reach(line, found.end()));
                if (date.find()) {
                    return Optional.of(date.group().strip());
                }
            }
        }
        return Optional.empty();
    }

    /** How far from a key its value may stand: to the end of its sentence or cell. */
    private static int reach(String line, int from) {
        int end = Math.min(line.length(), from + FARTHEST);
        for (int i = from; i < end; i++) {
            boolean stop = line.charAt(i) == '|' || line.charAt(i) == ';' || line.startsWith(". ", i);
            if (stop) {
                return i;
            }
        }
        return end;
    }
}
