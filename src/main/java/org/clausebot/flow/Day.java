package org.clausebot.flow;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day that a message names, the UK way: day before month. */
final class Day {
    private static final String MONTH = "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
            + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String WEEKDAY = "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday|s)?|thu(?:r(?:s(?:day)?)?)?"
            + "|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    private static final String COUNT =
            "(\\d{1,3}|a couple of|a few|an?|one|two|three|four|five|six|seven|eight|nine|ten)";

    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");
    private static final Pattern SLASHED =
            Pattern.compile("(?<![\\d/.])(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?(?![\\d/])");
    private static final Pattern NAMED =
            Pattern.compile("\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b(?: (\\d{4})\\b)?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b" + MONTH + " (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?: (\\d{4})\\b)?");
    private static final Pattern MONTH_ONLY =
            Pattern.compile("\\b(?:in |last |since |about )?" + MONTH + "\\b(?: (\\d{4})\\b)?");
    private static final Pattern YEAR_ONLY = Pattern.compile("^\\s*(?:in |since |about )?((?:19|20)\\d{2})\\s*$");
    private static final Pattern ORDINAL = Pattern.compile("\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)\\b");
    private static final Pattern AGO = Pattern.compile("\\b" + COUNT + " (days?|weeks?|fortnight|months?) ago\\b");
    private static final Pattern AHEAD =
            Pattern.compile("\\bin " + COUNT + " (days?|weeks?|fortnight|months?)(?: time|'s time|' time)?\\b");
    private static final Pattern WEEK_ON =
            Pattern.compile("\\ba week on " + WEEKDAY + "\\b|\\b" + WEEKDAY + " week\\b");
    private static final Pattern WEEK = Pattern.compile("\\b(?:(last|next|this|on)(?: past| coming)? )?" + WEEKDAY
            + "\\b( last week| of last week| next week| this week)?");

    /** What was found, and the message without it. More than one day: the person says which. */
    record Found(List<LocalDate> days, Optional<String> month, String rest, String problem) {
        Found {
            days = List.copyOf(days);
        }

        static Found nothing(String rest) {
            return new Found(List.of(), Optional.empty(), rest, "");
        }
    }

    private final LocalDate today;
    private final boolean future;

    Day(LocalDate today, boolean future) {
        this.today = today;
        this.future = future;
    }

    Found in(String plain) {
        try {
            return relative(plain)
                    .or(() -> dated(plain))
                    .or(() -> weekday(plain))
                    .or(() -> vague(plain))
                    .orElse(Found.nothing(plain));
        } catch (DateTimeException e) {
            return new Found(List.of(), Optional.empty(), plain, "There is no such day.");
        }
    }

    private Optional<Found> relative(String plain) {
        record Phrase(String words, int days) {}
        List<Phrase> phrases = List.of(
                new Phrase("the day before yesterday", -2),
                new Phrase("day before yesterday", -2),
                new Phrase("a fortnight ago", -14),
                new Phrase("yesterday", -1),
                new Phrase("last night", -1),
                new Phrase("tomorrow", 1),
                new Phrase("today", 0),
                new Phrase("tonight", 0),
                new Phrase("this morning", 0),
                new Phrase("this afternoon", 0),
                new Phrase("this evening", 0),
                new Phrase("this lunchtime", 0));
        for (Phrase phrase : phrases) {
            if (Plain.holds(plain, phrase.words())) {
                String part = phrase.words().replaceAll("^(this|last) ", "");
                String keep = List.of("night", "morning", "afternoon", "evening", "lunchtime")
                                .contains(part)
                        ? part
                        : "";
                return found(
                        List.of(today.plusDays(phrase.days())),
                        (" " + plain + " ").replaceFirst(" " + phrase.words() + " ", " " + keep + " "));
            }
        }
        Matcher m = AGO.matcher(plain);
        if (m.find()) {
            return found(List.of(moved(-count(m.group(1)), m.group(2))), without(plain, m));
        }
        m = AHEAD.matcher(plain);
        return m.find() ? found(List.of(moved(count(m.group(1)), m.group(2))), without(plain, m)) : Optional.empty();
    }

    private LocalDate moved(int count, String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> today.plusDays(count);
            case 'w' -> today.plusWeeks(count);
            case 'f' -> today.plusWeeks(2L * count);
            default -> today.plusMonths(count);
        };
    }

    private Optional<Found> dated(String plain) {
        Matcher m = ISO.matcher(plain);
        if (m.find()) {
            return day(plain, m, m.group(3), Integer.parseInt(m.group(2)), m.group(1));
        }
        m = NAMED.matcher(plain);
        if (m.find()) {
            return day(plain, m, m.group(1), month(m.group(2)), m.group(3));
        }
        m = MONTH_FIRST.matcher(plain);
        if (m.find() && Integer.parseInt(m.group(2)) <= 31) {
            return day(plain, m, m.group(2), month(m.group(1)), m.group(3));
        }
        m = SLASHED.matcher(plain);
        if (m.find() && (m.group(2).equals("/") || m.group(4) != null)) {
            return day(plain, m, m.group(1), Integer.parseInt(m.group(3)), m.group(4));
        }
        m = ORDINAL.matcher(plain);
        if (m.find()) {
            return found(List.of(inMonth(Integer.parseInt(m.group(1)))), without(plain, m));
        }
        return Optional.empty();
    }

    /** The nearest month that has such a day, backwards unless it may lie ahead. */
    private LocalDate inMonth(int dayOfMonth) {
        if (dayOfMonth < 1 || dayOfMonth > 31) {
            throw new DateTimeException("No month has such a day");
        }
        YearMonth month = YearMonth.from(today);
        while (!month.isValidDay(dayOfMonth)
                || (future
                        ? month.atDay(dayOfMonth).isBefore(today)
                        : month.atDay(dayOfMonth).isAfter(today))) {
            month = month.plusMonths(future ? 1 : -1);
        }
        return month.atDay(dayOfMonth);
    }

    private Optional<Found> day(String plain, Matcher m, String day, int month, String year) {
        LocalDate date;
        if (year == null) {
            MonthDay monthDay = MonthDay.of(month, Integer.parseInt(day));
            date = monthDay.atYear(today.getYear());
            if (future && date.isBefore(today)) {
                date = monthDay.atYear(today.getYear() + 1);
            } else if (!future && date.isAfter(today)) {
                date = monthDay.atYear(today.getYear() - 1);
            }
        } else {
            int full = Integer.parseInt(year);
            date = LocalDate.of(year.length() == 2 ? 2000 + full : full, month, Integer.parseInt(day));
            if (date.getYear() < 1900 || date.getYear() > 2200) {
                throw new DateTimeException("Nothing in a school was then");
            }
        }
        return checked(date, without(plain, m));
    }

    /** A weekday beside a date must be the date's own. */
    private Optional<Found> checked(LocalDate date, String rest) {
        Matcher m = Pattern.compile("\\b" + WEEKDAY + "\\b").matcher(rest);
        if (!m.find()) {
            return found(List.of(date), rest);
        }
        if (weekdayOf(m.group(1)) == date.getDayOfWeek()) {
            return found(List.of(date), without(rest, m));
        }
        return Optional.of(new Found(
                List.of(), Optional.empty(), rest, Shown.day(date) + " has another day of the week than you wrote."));
    }

    private Optional<Found> weekday(String plain) {
        Matcher m = WEEK_ON.matcher(plain);
        if (m.find()) {
            DayOfWeek on = weekdayOf(m.group(1) == null ? m.group(2) : m.group(1));
            LocalDate day = today.plusDays(1);
            while (day.getDayOfWeek() != on) {
                day = day.plusDays(1);
            }
            return found(List.of(day.plusWeeks(1)), without(plain, m));
        }
        m = WEEK.matcher(plain);
        if (!m.find()) {
            return Optional.empty();
        }
        DayOfWeek wanted = weekdayOf(m.group(2));
        String before = m.group(1) == null ? "" : m.group(1);
        String week = m.group(3) == null ? "" : m.group(3).strip();
        LocalDate monday = today.with(DayOfWeek.MONDAY);
        int ahead = wanted.getValue() - 1;
        if (week.endsWith("last week")) {
            return found(List.of(monday.minusWeeks(1).plusDays(ahead)), without(plain, m));
        }
        if (week.equals("next week")) {
            return found(List.of(monday.plusWeeks(1).plusDays(ahead)), without(plain, m));
        }
        if (week.equals("this week")) {
            return found(List.of(monday.plusDays(ahead)), without(plain, m));
        }
        boolean forwards = before.equals("next") || (future && !before.equals("last"));
        List<LocalDate> days = new ArrayList<>();
        if (today.getDayOfWeek() == wanted && !before.equals("last") && !before.equals("next")) {
            days.add(today);
        }
        for (LocalDate day = today.plusDays(forwards ? 1 : -1);
                days.size() < 2;
                day = day.plusDays(forwards ? 1 : -1)) {
            if (day.getDayOfWeek() == wanted) {
                days.add(day);
                break;
            }
        }
        return found(days, without(plain, m));
    }

    private Optional<Found> vague(String plain) {
        Matcher m = MONTH_ONLY.matcher(plain);
        if (m.find()
                && !(m.group(1).equals("may")
                        && m.group(2) == null
                        && plain.strip().length() > 8)) {
            int month = month(m.group(1));
            YearMonth wanted =
                    YearMonth.of(m.group(2) != null ? Integer.parseInt(m.group(2)) : nearestYear(month), month);
            return Optional.of(
                    new Found(List.of(wanted.atDay(1)), Optional.of(wanted.toString()), without(plain, m), ""));
        }
        m = YEAR_ONLY.matcher(plain);
        if (m.find()) {
            LocalDate first = LocalDate.of(Integer.parseInt(m.group(1)), 1, 1);
            return Optional.of(new Found(List.of(first), Optional.of(m.group(1)), without(plain, m), ""));
        }
        return Optional.empty();
    }

    private int nearestYear(int month) {
        if (future) {
            return month < today.getMonthValue() ? today.getYear() + 1 : today.getYear();
        }
        return month > today.getMonthValue() ? today.getYear() - 1 : today.getYear();
    }

    private static Optional<Found> found(List<LocalDate> days, String rest) {
        return Optional.of(new Found(days, Optional.empty(), rest, ""));
    }

    private static String without(String plain, Matcher m) {
        return plain.substring(0, m.start()) + " " + plain.substring(m.end());
    }

    static int count(String words) {
        List<String> numbers =
                List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
        return switch (words) {
            case "a", "an" -> 1;
            case "a couple of" -> 2;
            case "a few" -> 3;
            default -> numbers.contains(words) ? numbers.indexOf(words) : Integer.parseInt(words);
        };
    }

    private static int month(String name) {
        for (Month month : Month.values()) {
            if (month.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3))) {
                return month.getValue();
            }
        }
        throw new DateTimeException("No such month");
    }

    private static DayOfWeek weekdayOf(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(name.substring(0, 3))) {
                return day;
            }
        }
        throw new DateTimeException("No such day of the week");
    }
}
