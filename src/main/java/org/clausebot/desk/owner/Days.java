package org.clausebot.desk.owner;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.OptionalInt;
import org.clausebot.policy.IsoWeek;

/** Weeks, days and numbers in words. */
final class Days {
    static final String FEW = "too few to show";

    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter BRIEF = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private Days() {}

    static LocalDate monday(IsoWeek week) {
        LocalDate monday = LocalDate.of(week.year(), 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week.week())
                .with(DayOfWeek.MONDAY);
        // A block of the year's last weeks names a 53rd, which most years do not have.
        return IsoWeek.of(monday).equals(week) ? monday : monday.minusWeeks(1);
    }

    /** Such as {@code 5 October 2026}. */
    static String of(IsoWeek week) {
        return LONG.format(monday(week));
    }

    /** Such as {@code 5 Oct}. */
    static String brief(IsoWeek week) {
        return BRIEF.format(monday(week));
    }

    /** Such as {@code 5 October to 1 November 2026}. */
    static String of(IsoWeek first, IsoWeek last) {
        LocalDate end = monday(last).plusDays(6);
        return LONG.format(monday(first)) + " to " + LONG.format(end);
    }

    /** Such as {@code Wednesday 7 October 2026}. */
    static String of(LocalDate day) {
        return DAY.format(day);
    }

    /** Such as {@code about 25}. */
    static String about(OptionalInt number) {
        return number.isPresent() ? "about " + number.getAsInt() : FEW;
    }

    /** For charts and files; empty where it is not shown. */
    static String value(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
