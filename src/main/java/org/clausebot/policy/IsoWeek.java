package org.clausebot.policy;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.Locale;

/**
 * A week, Monday to Sunday: the finest time that is kept of what people did.
 *
 * @param year the ISO week-based year
 * @param week 1 to 53
 */
public record IsoWeek(int year, int week) implements Comparable<IsoWeek> {
    public IsoWeek {
        if (year < 1 || year > 9999 || week < 1 || week > 53) {
            throw new IllegalArgumentException("No week " + week + " in " + year);
        }
    }

    public static IsoWeek of(LocalDate day) {
        return new IsoWeek(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** From the form that {@link #toString} gives. */
    public static IsoWeek parse(String text) {
        if (!text.matches("\\d{4}-W\\d{2}")) {
            throw new IllegalArgumentException("A week is written like 2026-W47");
        }
        return new IsoWeek(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }

    @Override
    public int compareTo(IsoWeek other) {
        return Comparator.comparingInt(IsoWeek::year)
                .thenComparingInt(IsoWeek::week)
                .compare(this, other);
    }

    /** Such as {@code 2026-W47}; sorts as the weeks do. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, week);
    }
}
