package org.clausebot.school;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * When a school is open.
 *
 * @param zone such as {@code Europe/London}
 * @param opens each school day
 * @param closes after {@code opens}
 * @param days on which it opens
 * @param closed holidays, both ends included
 */
public record SchoolHours(ZoneId zone, LocalTime opens, LocalTime closes, Set<DayOfWeek> days, List<Closed> closed) {
    public SchoolHours {
        days = Set.copyOf(days);
        closed = List.copyOf(closed);
        if (!opens.isBefore(closes) || days.isEmpty()) {
            throw new IllegalArgumentException("A school opens before it closes, on one day of the week at least");
        }
    }

    /**
     * How long the school was open between two moments. A day on which the clocks change counts by its real hours. Zero
     * when {@code to} is not after {@code from}.
     */
    public Duration between(Instant from, Instant to) {
        Duration open = Duration.ZERO;
        if (!to.isAfter(from)) {
            return open;
        }
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
            if (isOpenOn(day)) {
                Instant start = later(from, day.atTime(opens).atZone(zone).toInstant());
                Instant end = earlier(to, day.atTime(closes).atZone(zone).toInstant());
                open = end.isAfter(start) ? open.plus(Duration.between(start, end)) : open;
            }
        }
        return open;
    }

    private boolean isOpenOn(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                && closed.stream().noneMatch(c -> !day.isBefore(c.from()) && !day.isAfter(c.to()));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** A holiday. */
    public record Closed(LocalDate from, LocalDate to) {
        public Closed {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("A holiday ends after it begins");
            }
        }
    }
}
