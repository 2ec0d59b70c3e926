package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Clause;

/**
 * Guidance cited with a year that is old. What is reissued every year is known from a list; other guidance is old after
 * three years. Laws keep their year and are left alone.
 */
final class GuidanceCheck implements Check {
    private static final int OLD_AFTER_YEARS = 3;
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final Pattern YEAR = Pattern.compile(
            "(?i:[(,–-]?\\s*(?:" + MONTH + "\\s+)?)\\b(19[89]\\d|20\\d\\d)\\b(?!\\s*[-/–]\\s*\\d{1,2}\\.)");
    private static final Pattern GUIDANCE =
            Pattern.compile("\\b(?i:guidance|guidelines|guide|framework|handbook|code of practice|keeping children safe"
                    + "|working together|advice for schools|standards|kcsie|toolkit)\\b");
    private static final Pattern NO_GUIDANCE = Pattern.compile(
            "\\b(?:Acts?|Regulations?|Order|Directive|Bill|Convention|GDPR|[Aa]dopted|[Aa]pproved|[Ii]ssued|[Uu]pdated"
                    + "|[Rr]eview(?:ed)?|[Vv]ersion|[Aa]greed|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Ff]rom)\\b");
    private static final Pattern QUOTED = Pattern.compile("(?<![\\p{L}])[‘'“\"](?=\\p{L})([^‘'’“”\"]*)$");
    private static final Pattern CAPITAL = Pattern.compile(
            "(?:[A-Z][\\w’'-]*(?: (?:of|for|and|in|the|on|to))* )*\\b(?:Guidance|Guidelines|Guide|Framework|Handbook|Code of Practice|Working Together|Standards|Toolkit)\\b");
    private static final Pattern BOUNDARY = Pattern.compile("[;.]\\s|\\b(?:19|20)\\d\\d\\b");

    private final List<YearlyGuidance> yearly = YearlyGuidance.load();

    @Override
    public List<Finding> check(Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (Clause clause : reading.readable()) {
            Matcher year = YEAR.matcher(clause.text());
            while (year.find()) {
                String title = titleBefore(clause.text(), year.start());
                look(reading, clause, title, year).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> look(Reading reading, Clause clause, String title, Matcher found) {
        Matcher guidance = GUIDANCE.matcher(title);
        Matcher kept = NO_GUIDANCE.matcher(title);
        Optional<YearlyGuidance> known =
                yearly.stream().filter(g -> g.isNamedIn(title)).findFirst();
        if (known.isEmpty() && (!guidance.find() || kept.find(guidance.start()))) {
            return Optional.empty();
        }
        int year = Integer.parseInt(found.group(1));
        LocalDate today = reading.today();
        int current = known.map(g -> g.editionOn(today)).orElse(today.getYear());
        int start = known.map(g -> g.start(title)).orElseGet(() -> titleStart(title, guidance.start()));
        int length = title.length();
        boolean old = known.isPresent() ? year < current : today.getYear() - year > OLD_AFTER_YEARS;
        if (!old) {
            return Optional.empty();
        }
        String cited = clause.text()
                .substring(found.start() - length + start, found.end())
                .strip();
        String message = Names.capital(Names.of(clause)) + " cites “" + cited.replaceAll("[(‘'“\"]*$", "")
                + closing(cited)
                + "”. "
                + known.map(g -> "A new edition comes out every " + g.month().getDisplayName(TextStyle.FULL, Locale.UK)
                                + "; the one of " + current + " should be in force.")
                        .orElse("That is " + (today.getYear() - year)
                                + " years old, and a newer edition may be in force.");
        String suggestion = known.isPresent()
                ? "Check the clause against the " + current + " edition, and cite it without a year."
                : "Look for a newer edition, check the clause against it, and cite that.";
        return Optional.of(reading.at(
                clause,
                found.start() - length + start,
                found.end(),
                Rule.GUIDANCE_OLD,
                known.isPresent() ? Severity.ERROR : Severity.WARNING,
                message,
                suggestion,
                List.of()));
    }

    /** Where the name of some guidance begins: at the quotation mark that opens it, or at its capital letter. */
    private static int titleStart(String title, int otherwise) {
        Matcher quoted = QUOTED.matcher(title);
        if (quoted.find()) {
            return quoted.start(1);
        }
        Matcher capital = CAPITAL.matcher(title);
        return capital.find() ? capital.start() : otherwise;
    }

    private static String closing(String cited) {
        return cited.contains("(") && !cited.contains(")") ? ")" : "";
    }

    /** What stands before a year, back to the end of the sentence or the year before. */
    private static String titleBefore(String text, int end) {
        String before = text.substring(0, end);
        int start = 0;
        for (Matcher boundary = BOUNDARY.matcher(before); boundary.find(); ) {
            start = boundary.end();
        }
        return before.substring(start);
    }

    /**
     * Guidance that comes out anew every year.
     *
     * @param pattern what it is called, in small letters
     * @param month when it takes effect
     */
    record YearlyGuidance(Pattern pattern, Month month, String reason) {
        private static List<YearlyGuidance> load() {
            return ListFile.read("yearly-guidance.tsv", 3).stream()
                    .map(row -> new YearlyGuidance(
                            Pattern.compile("\\b(?:" + row.get(0) + ")\\b", Pattern.CASE_INSENSITIVE),
                            Month.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                            row.get(2)))
                    .toList();
        }

        private boolean isNamedIn(String title) {
            return pattern.matcher(title).find();
        }

        private int start(String title) {
            Matcher found = pattern.matcher(title);
            return found.find() ? found.start() : 0;
        }

        private int editionOn(LocalDate day) {
            return day.getMonthValue() >= month.getValue() ? day.getYear() : day.getYear() - 1;
        }
    }
}
