package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.policy.Span;

/** A review date that is past, missing, impossible, or before the document was last changed. */
final class ReviewDateCheck implements Check {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final Pattern LINE = Pattern.compile(
            "(?i)\\b(?:(?:date (?:of|for) )?(?:the )?next review(?: date)?|review(?: date| due| by| on)+|to be reviewed(?: by| in| on)?"
                    + "|due for review(?: by| in| on)?|review(?=\\s*:))\\s*[:|–-]?\\s*([^\\n|;]{3,40})");
    private static final Pattern RECURRING =
            Pattern.compile("(?i)\\b(?:review(?:ed|s)?|looked at again|revis(?:ed|it|ited)|renewed)\\b[^.\\n]{0,80}?("
                    + PrintedDate.OFTEN.pattern() + ")|(?i)\\b("
                    + "annual(?:ly)? |yearly )review");
    private static final Pattern CHANGED = Pattern.compile(
            "(?i)\\b(?:last )?(?:updated|issued|adopted|approved|agreed|revised|reviewed|effective|ratified)(?: (?:on|by [^\\n\\d|:]{0,30}|from|in))?\\s*[:|–-]?\\s*((?:\\d{1,2}[ /.-])?[\\p{L}\\d][^\\n|;.]{2,24})");

    @Override
    public List<Finding> check(Reading reading) {
        Optional<String> review = reading.policy().details().review().or(() -> printed(reading, LINE));
        if (review.isPresent()) {
            return judge(reading, review.get()).stream().toList();
        }
        return recurring(reading).stream().toList();
    }

    private static Optional<Finding> judge(Reading reading, String review) {
        return switch (PrintedDate.of(review)) {
            case PrintedDate.Impossible ignored ->
                Optional.of(found(
                        reading,
                        review,
                        Severity.ERROR,
                        "The review date is printed as “" + review + "”, which is no date.",
                        "Print the date that was meant."));
            case PrintedDate.Until(LocalDate day)
            when day.isBefore(reading.today()) ->
                Optional.of(found(
                        reading,
                        review,
                        Severity.ERROR,
                        "The review was due in " + day.format(MONTH) + " (“" + review + "”) and that has passed.",
                        "Review the policy and print the next date, or print that it stays in force until then."));
            case PrintedDate.Until(LocalDate day) -> beforeChange(reading, review, day);
            case PrintedDate.Every(int months) -> overdue(reading, review, months);
            case PrintedDate.Unclear ignored ->
                Optional.of(found(
                        reading,
                        review,
                        Severity.INFO,
                        "The review is printed as “" + review
                                + "”, which does not say a date, so nobody can tell when it is due.",
                        "Print a month and a year."));
        };
    }

    private static Optional<Finding> beforeChange(Reading reading, String review, LocalDate day) {
        return changed(reading)
                .filter(c -> day.isBefore(c.withDayOfMonth(1)))
                .map(c -> found(
                        reading,
                        review,
                        Severity.ERROR,
                        "The review date, “" + review + "”, is before the policy was last changed, in "
                                + c.format(MONTH) + ".",
                        "Print the date of the next review."));
    }

    private static Optional<Finding> overdue(Reading reading, String words, int months) {
        return changed(reading)
                .filter(c -> c.plusMonths(months).isBefore(reading.today()))
                .map(c -> found(
                        reading,
                        words,
                        Severity.WARNING,
                        "The policy is to be reviewed “" + words + "”, but the last date on it is " + c.format(MONTH)
                                + ".",
                        "If it has been reviewed since, print when; if not, the review is overdue."));
    }

    private static Optional<Finding> recurring(Reading reading) {
        Matcher found = RECURRING.matcher(reading.policy().document().text());
        if (found.find()) {
            String words = found.group(1) == null ? found.group().strip() : found.group(1);
            return switch (PrintedDate.of(words)) {
                case PrintedDate.Every(int months) -> overdue(reading, words, months);
                case PrintedDate.Until ignored -> Optional.empty();
                case PrintedDate.Impossible ignored -> Optional.empty();
                case PrintedDate.Unclear ignored -> Optional.empty();
            };
        }
        return Optional.of(reading.inDocument(
                new Span(0, 0),
                Rule.REVIEW_DATE,
                Severity.WARNING,
                "The document does not say when it is to be reviewed.",
                "Print the month and year of the next review."));
    }

    /** When the document was last changed, if it says so in a way that can be read. */
    private static Optional<LocalDate> changed(Reading reading) {
        return reading.policy()
                .details()
                .updated()
                .or(() -> printed(reading, CHANGED))
                .map(PrintedDate::of)
                .filter(d -> d instanceof PrintedDate.Until)
                .map(d -> ((PrintedDate.Until) d).day());
    }

    private static Optional<String> printed(Reading reading, Pattern line) {
        Matcher found = line.matcher(reading.policy().document().text());
        while (found.find()) {
            String words = found.group(1).strip().replaceAll("[.,;*_]+$", "");
            if (!(PrintedDate.of(words) instanceof PrintedDate.Unclear)) {
                return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    private static Finding found(Reading reading, String words, Severity severity, String message, String suggestion) {
        Matcher place = Pattern.compile(Pattern.quote(words).replace(" ", "\\E\\s+\\Q"))
                .matcher(reading.policy().document().text());
        Span span = place.find() ? new Span(place.start(), place.end()) : new Span(0, 0);
        return reading.inDocument(span, Rule.REVIEW_DATE, severity, message, suggestion);
    }
}
