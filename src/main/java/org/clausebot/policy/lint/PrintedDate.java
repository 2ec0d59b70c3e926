package org.clausebot.policy.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be made of a date as people print it. */
sealed interface PrintedDate {
    /** A day, or the last day of the month, term or year that is named. */
    record Until(LocalDate day) implements PrintedDate {}

    /**
     * No date, but how often.
     *
     * @param months the longest time between two
     */
    record Every(int months) implements PrintedDate {}

    /** A date that no calendar has. */
    record Impossible() implements PrintedDate {}

    /** Words that this program cannot turn into a date, although a person may. */
    record Unclear() implements PrintedDate {}

    Pattern NAMED_MONTH = Pattern.compile(
            "(?:(\\d{1,3})(?:st|nd|rd|th)?[ .-]*(?:of )?)?\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?[ ,’'-]*(\\d+)?");
    Pattern NUMBERS = Pattern.compile("\\b(\\d{1,4})[/.-](\\d{1,2})[/.-](\\d{1,5})\\b");
    Pattern MONTH_YEAR = Pattern.compile("\\b(\\d{1,2})[/.-](\\d{4,5})\\b");
    Pattern TERM = Pattern.compile("\\b(autumn|spring|summer|michaelmas|lent|trinity)\\b[^\\d]{0,12}(\\d{4,5})");
    Pattern SCHOOL_YEAR = Pattern.compile("\\b(20\\d\\d) ?[-–/] ?(?:20)?(\\d\\d)\\b");
    Pattern YEAR = Pattern.compile("\\b(\\d{4,6})\\b");
    Pattern OFTEN = Pattern.compile(
            "\\b(annual(?:ly)?|yearly|every (?:single )?year|each year|every twelve months|every 12 months|once a year"
                    + "|biennial(?:ly)?|every (?:two|2|second|other) years?|every (?:three|3|third) years?|termly|(?:every|each) term)\\b");
    List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    static PrintedDate of(String printed) {
        String words = printed.toLowerCase(Locale.UK).replaceAll("\\s+", " ").strip();
        return numbers(words)
                .or(() -> namedMonth(words))
                .or(() -> term(words))
                .or(() -> monthYear(words))
                .or(() -> schoolYear(words))
                .or(() -> bareYear(words))
                .or(() -> often(words))
                .orElse(new Unclear());
    }

    private static Optional<PrintedDate> numbers(String words) {
        Matcher found = NUMBERS.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        boolean yearFirst = found.group(1).length() == 4;
        if (!yearFirst && found.group(1).length() > 2) {
            return Optional.of(new Impossible());
        }
        return Optional.of(
                day(found.group(yearFirst ? 3 : 1), Integer.parseInt(found.group(2)), found.group(yearFirst ? 1 : 3)));
    }

    private static Optional<PrintedDate> namedMonth(String words) {
        Matcher found = NAMED_MONTH.matcher(words);
        while (found.find()) {
            if (found.group(3) == null) {
                continue;
            }
            int month = MONTHS.indexOf(found.group(2)) + 1;
            return Optional.of(
                    found.group(1) == null
                            ? endOfMonth(month, found.group(3))
                            : day(found.group(1), month, found.group(3)));
        }
        return Optional.empty();
    }

    private static Optional<PrintedDate> monthYear(String words) {
        Matcher found = MONTH_YEAR.matcher(words);
        return found.find()
                ? Optional.of(endOfMonth(Integer.parseInt(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    private static Optional<PrintedDate> term(String words) {
        Matcher found = TERM.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        int month = switch (found.group(1)) {
            case "spring", "lent" -> 4;
            case "summer", "trinity" -> 8;
            default -> 12;
        };
        return Optional.of(endOfMonth(month, found.group(2)));
    }

    private static Optional<PrintedDate> schoolYear(String words) {
        Matcher found = SCHOOL_YEAR.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(found.group(1));
        boolean follows = (first + 1) % 100 == Integer.parseInt(found.group(2));
        return Optional.of(follows ? endOfMonth(8, String.valueOf(first + 1)) : new Unclear());
    }

    private static Optional<PrintedDate> bareYear(String words) {
        Matcher found = YEAR.matcher(words);
        return found.find() ? Optional.of(endOfMonth(12, found.group(1))) : Optional.empty();
    }

    private static Optional<PrintedDate> often(String words) {
        Matcher found = OFTEN.matcher(words);
        if (!found.find()) {
            return Optional.empty();
        }
        String every = found.group(1);
        return Optional.of(new Every(
                every.contains("term")
                        ? 6
                        : every.matches(".*(?:bienn|two|2 |second|other).*")
                                ? 24
                                : every.matches(".*(?:three|3|third).*") ? 36 : 12));
    }

    private static PrintedDate day(String day, int month, String year) {
        Optional<Integer> full = year(year);
        if (full.isEmpty() || day.length() > 2) {
            return new Impossible();
        }
        try {
            return new Until(LocalDate.of(full.get(), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return new Impossible();
        }
    }

    private static PrintedDate endOfMonth(int month, String year) {
        Optional<Integer> full = year(year);
        if (full.isEmpty() || month < 1 || month > Month.values().length) {
            return new Impossible();
        }
        return new Until(YearMonth.of(full.get(), month).atEndOfMonth());
    }

    /** A year of two or four digits that a school's paper may bear; empty for any other. */
    private static Optional<Integer> year(String digits) {
        if (digits.length() == 2) {
            return Optional.of(2000 + Integer.parseInt(digits));
        }
        int year = digits.length() == 4 ? Integer.parseInt(digits) : 0;
        return year >= 1980 && year <= 2100 ? Optional.of(year) : Optional.empty();
    }
}
