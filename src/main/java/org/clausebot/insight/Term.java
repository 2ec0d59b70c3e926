package org.clausebot.insight;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A school term. Where the school's holidays are known, it lies between them; otherwise it goes by the calendar: September
 * to December, January to March, April to July.
 *
 * @param name such as {@code Autumn term 2026}
 * @param code such as {@code 2026-autumn}, for addresses
 * @param from its first day
 * @param to its last day
 */
public record Term(String name, String code, LocalDate from, LocalDate to) {
    private static final int LONG_HOLIDAY = 5;
    private static final MonthDay CHRISTMAS = MonthDay.of(Month.DECEMBER, 25);

    public Term {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A term ends after it begins");
        }
    }

    /** Some days on which the school is closed, both included. */
    public record Holiday(LocalDate from, LocalDate to) {
        private boolean isLong() {
            return !to.isBefore(from.plusDays(LONG_HOLIDAY - 1));
        }
    }

    /** The terms that have begun by {@code today}, the newest first; {@code many} at most. */
    public static List<Term> before(LocalDate today, int many, List<Holiday> holidays) {
        List<Term> terms = new ArrayList<>();
        for (int year = today.getYear() + 1; terms.size() < many && year > today.getYear() - many - 1; year--) {
            for (Term term : ofCalendarYear(year, holidays).reversed()) {
                if (!term.from().isAfter(today) && terms.size() < many) {
                    terms.add(term);
                }
            }
        }
        return List.copyOf(terms);
    }

    /** The three terms that lie in a calendar year. */
    private static List<Term> ofCalendarYear(int year, List<Holiday> holidays) {
        Optional<Holiday> newYear = found(holidays, h -> spans(h, CHRISTMAS.atYear(year - 1)));
        Optional<Holiday> christmas = found(holidays, h -> spans(h, CHRISTMAS.atYear(year)));
        Optional<Holiday> easter = found(holidays, h -> isBetween(h.from(), year, 3, 10, 4, 20));
        Optional<Holiday> summer = found(holidays, h -> isBetween(h.from(), year, 7, 10, 8, 15));
        return List.of(
                term(
                        "Spring",
                        year,
                        newYear.map(h -> h.to().plusDays(1)).orElse(LocalDate.of(year, 1, 1)),
                        easter.map(h -> h.from().minusDays(1)).orElse(LocalDate.of(year, 3, 31))),
                term(
                        "Summer",
                        year,
                        easter.map(h -> h.to().plusDays(1)).orElse(LocalDate.of(year, 4, 1)),
                        summer.map(h -> h.from().minusDays(1)).orElse(LocalDate.of(year, 7, 31))),
                term(
                        "Autumn",
                        year,
                        summer.map(h -> h.to().plusDays(1)).orElse(LocalDate.of(year, 9, 1)),
                        christmas.map(h -> h.from().minusDays(1)).orElse(LocalDate.of(year, 12, 31))));
    }

    private static Term term(String season, int year, LocalDate from, LocalDate to) {
        return new Term(
                season + " term " + year,
                year + "-" + season.toLowerCase(Locale.UK),
                from,
                to.isBefore(from) ? from : to);
    }

    private static Optional<Holiday> found(List<Holiday> holidays, Predicate<Holiday> which) {
        return holidays.stream().filter(Holiday::isLong).filter(which).findFirst();
    }

    private static boolean spans(Holiday holiday, LocalDate day) {
        return !day.isBefore(holiday.from()) && !day.isAfter(holiday.to());
    }

    private static boolean isBetween(LocalDate day, int year, int month, int first, int lastMonth, int last) {
        return !day.isBefore(LocalDate.of(year, month, first)) && !day.isAfter(LocalDate.of(year, lastMonth, last));
    }
}
