package org.clausebot.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people at the school read them. */
record DeskTimes(ZoneId zone) {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    /** Such as {@code Saturday 21 November 2026, 16:05}. */
    String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }

    String iso(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Such as {@code 21 November 2026}. */
    String day(LocalDate day) {
        return DAY.format(day);
    }

    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Whose time it is, such as {@code Europe/London}. */
    String zoneName() {
        return zone.getId();
    }
}
