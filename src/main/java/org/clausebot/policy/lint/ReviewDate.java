package org.clausebot.policy.lint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of the day on which a policy is to be reviewed. */
public sealed interface ReviewDate {
    Pattern NAMES_A_DAY = Pattern.compile(
            "(?i)\\b\\d{1,2}(?:st|nd|rd|th)?[ .-]+(?:of )?[a-z]{3,}|\\b\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}\\b");

    /** @param day the last on which the review is in time */
    record On(LocalDate day) implements ReviewDate {}

    /** @param printed words that no calendar knows, such as {@code June 20217} */
    record Misprinted(String printed) implements ReviewDate {}

    /** No date that this program can read. */
    record Unknown() implements ReviewDate {}

    /** @param printed the review date as the document, or a correction of it, has it */
    static ReviewDate of(Optional<String> printed) {
        return printed.<ReviewDate>map(words -> switch (PrintedDate.of(words)) {
                    case PrintedDate.Until until -> new On(until.day());
                    case PrintedDate.Impossible none -> new Misprinted(words);
                    case PrintedDate.Every often -> new Unknown();
                    case PrintedDate.Unclear unclear -> new Unknown();
                })
                .orElseGet(Unknown::new);
    }

    /** The first day that may be meant by a date as printed: of {@code June 2018}, the first of June. */
    static Optional<LocalDate> firstDay(String printed) {
        return lastDay(printed).map(day -> NAMES_A_DAY.matcher(printed).find() ? day : day.withDayOfMonth(1));
    }

    /** The last day that may be meant by a date as printed: of {@code June 2018}, the thirtieth of June. */
    static Optional<LocalDate> lastDay(String printed) {
        return PrintedDate.of(printed) instanceof PrintedDate.Until until ? Optional.of(until.day()) : Optional.empty();
    }
}
