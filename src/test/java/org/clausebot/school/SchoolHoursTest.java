package org.clausebot.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolHoursTest {
    private static final SchoolHours HOURS = new SchoolHours(
            ZoneId.of("Europe/London"),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            List.of(new SchoolHours.Closed(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 3))));

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00:00Z, 2026-11-23T11:30:00Z, PT2H30M", // within a day
        "2026-11-23T06:00:00Z, 2026-11-23T09:00:00Z, PT1H", // before it opens
        "2026-11-23T16:00:00Z, 2026-11-24T09:00:00Z, PT2H", // over a night
        "2026-11-27T16:00:00Z, 2026-11-30T09:00:00Z, PT2H", // over a weekend
        "2026-11-28T09:00:00Z, 2026-11-29T09:00:00Z, PT0S", // on a weekend
        "2026-12-18T16:00:00Z, 2027-01-04T09:00:00Z, PT2H", // over a holiday
        "2026-07-06T07:00:00Z, 2026-07-06T16:00:00Z, PT9H", // a summer's day, by the clock of the place
        "2026-10-23T16:00:00Z, 2026-10-26T09:00:00Z, PT1H", // the clocks go back in between
        "2026-11-23T09:00:00Z, 2026-11-23T09:00:00Z, PT0S",
        "2026-11-24T09:00:00Z, 2026-11-23T09:00:00Z, PT0S",
    })
    void only_the_hours_of_school_days_count(Instant from, Instant to, Duration open) {
        assertThat(HOURS.between(from, to)).isEqualTo(open);
    }
}
