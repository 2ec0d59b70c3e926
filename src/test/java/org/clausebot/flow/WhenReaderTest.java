package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and times as staff type them, on Sunday 22 November 2026 at half past three in the afternoon. */
class WhenReaderTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-22T15:30:00Z[Europe/London]");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yesterday about 4 | 2026-11-21T16:00 | Saturday 21 November 2026, about 16:00",
                "Yesterday at 4pm. | 2026-11-21T16:00 | Saturday 21 November 2026, 16:00",
                "yesterday 4 | 2026-11-21T16:00 | Saturday 21 November 2026, 16:00",
                "last Friday morning | 2026-11-20 | Friday 20 November 2026, in the morning",
                "friday at ten in the morning | 2026-11-20T10:00 | Friday 20 November 2026, 10:00",
                "3/11 | 2026-11-03 | Tuesday 3 November 2026",
                "3/12 | 2025-12-03 | Wednesday 3 December 2025",
                "3/11/26 at 10:15am | 2026-11-03T10:15 | Tuesday 3 November 2026, 10:15",
                "03.11.2026 | 2026-11-03 | Tuesday 3 November 2026",
                "2026-11-03 | 2026-11-03 | Tuesday 3 November 2026",
                "half past three today | 2026-11-22T15:30 | Sunday 22 November 2026, 15:30",
                "half two | 2026-11-22T14:30 | Sunday 22 November 2026, 14:30",
                "quarter to one on the 5th | 2026-11-05T12:45 | Thursday 5 November 2026, 12:45",
                "on the 5th | 2026-11-05 | Thursday 5 November 2026",
                "the 30th | 2026-10-30 | Friday 30 October 2026",
                "just now | 2026-11-22T15:30 | Sunday 22 November 2026, 15:30",
                "half an hour ago | 2026-11-22T15:00 | Sunday 22 November 2026, about 15:00",
                "2 hours ago | 2026-11-22T13:30 | Sunday 22 November 2026, about 13:30",
                "three days ago | 2026-11-19 | Thursday 19 November 2026",
                "a week ago | 2026-11-15 | Sunday 15 November 2026",
                "day before yesterday at lunchtime | 2026-11-20 | Friday 20 November 2026, at lunchtime",
                "last night at 9 | 2026-11-21T21:00 | Saturday 21 November 2026, 21:00",
                "last night | 2026-11-21 | Saturday 21 November 2026, at night",
                "this morning around 9 | 2026-11-22T09:00 | Sunday 22 November 2026, about 09:00",
                "Friday 20th November 2026 at 16:05 | 2026-11-20T16:05 | Friday 20 November 2026, 16:05",
                "5 November | 2026-11-05 | Thursday 5 November 2026",
                "November 5th 2025 | 2025-11-05 | Wednesday 5 November 2025",
                "Monday last week | 2026-11-09 | Monday 9 November 2026",
                "tuesday at 15.20 | 2026-11-17T15:20 | Tuesday 17 November 2026, 15:20",
                "September 2024 | 2024-09 | September 2024",
                "noon on monday | 2026-11-16T12:00 | Monday 16 November 2026, 12:00",
                "29 February 2024 | 2024-02-29 | Thursday 29 February 2024",
            })
    void what_staff_type_is_read(String typed, String value, String shown) {
        assertThat(read(typed)).isEqualTo(new Reading.Taken(new Given(value, shown)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "banana",
                "tomorrow",
                "25/12/2026",
                "31/2",
                "29 February 2025",
                "at 25:00",
                "the 45th",
                "Monday 20 November 2026",
                "yesterday in the 3 corridors",
                "it was horrible yesterday",
                "next Friday",
                "at 17:00",
                "in two weeks",
                "99/99/9999",
                "0/0",
                "2099",
                "1/1/0000"
            })
    void what_is_unclear_impossible_or_still_to_come_is_asked_again(String typed) {
        assertThat(read(typed)).isInstanceOf(Reading.Unread.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday at half past seven", "on Sunday", "Saturday about 9", "today at 4", "3/11 at 10:15"})
    void what_may_mean_two_things_is_asked_back(String typed) {
        assertThat(read(typed)).isInstanceOf(Reading.Which.class);
    }

    @ParameterizedTest
    @CsvSource({
        "next Monday, 2026-11-23",
        "in two weeks, 2026-12-06",
        "Friday week, 2026-12-04",
        "3 May, 2027-05-03",
        "tomorrow, 2026-11-23"
    })
    void what_lies_ahead_is_read_where_it_may(String typed, String value) {
        Reading reading = new WhenReader(NOW, true, false).read(typed);
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Taken.class, t -> assertThat(t.given().value()).isEqualTo(value));
    }

    private static Reading read(String typed) {
        return new WhenReader(NOW, false, true).read(typed);
    }
}
