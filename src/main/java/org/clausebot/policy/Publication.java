package org.clausebot.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A row in the history of a policy. Rows are added and never changed.
 *
 * @param number 1 for the first, without gaps
 * @param version the version's {@linkplain PolicyLibrary.Version#key() key}; of a {@link Kind#WITHDRAWN} row, that of the row
 *     withdrawn
 * @param name the version as answers name it
 * @param from the day on which it comes into force; of a {@link Kind#REVIEWED} row, the day of the review
 * @param at when the row was added
 * @param by who did it: a receiver's id, or {@code operator:NAME} for whoever runs the program's commands
 * @param note why, in their words; may be empty
 * @param review when it is to be reviewed next; only of a {@link Kind#REVIEWED} row
 * @param about the number of the row that is withdrawn; 0 for all other kinds
 */
public record Publication(
        int number,
        Kind kind,
        String version,
        String name,
        LocalDate from,
        Instant at,
        String by,
        String note,
        Optional<LocalDate> review,
        int about) {
    /** The most characters a note may have. */
    public static final int LONGEST_NOTE = 1_000;

    public Publication {
        if (number < 1 || version.isBlank() || by.isBlank() || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A row of the history has a number, a version, a person, a short note");
        }
        if ((kind == Kind.REVIEWED) != review.isPresent() || (kind == Kind.WITHDRAWN) != (about > 0)) {
            throw new IllegalArgumentException("Row " + number + " says too much or too little for " + kind);
        }
    }

    /** What was done. */
    public enum Kind {
        /** A version comes into force on a day. */
        PUBLISHED,
        /** An earlier version is in force again. */
        ROLLED_BACK,
        /** The version in force was reviewed and stays as it is. */
        REVIEWED,
        /** A row whose day has not come is taken back. */
        WITHDRAWN;

        /** Whether it brings a version into force. */
        public boolean isForce() {
            return this == PUBLISHED || this == ROLLED_BACK;
        }
    }

    /**
     * What somebody wants done; the library gives it its number and its time.
     *
     * @param expected the number of the last row that they have seen, 0 for none: if there is a later one, nothing is done
     */
    public record Wish(
            Kind kind,
            String version,
            LocalDate from,
            String by,
            String note,
            Optional<LocalDate> review,
            int about,
            int expected) {
        /** A version comes into force on a day. */
        public static Wish published(String version, LocalDate from, String by, String note, int expected) {
            return new Wish(Kind.PUBLISHED, version, from, by, note, Optional.empty(), 0, expected);
        }

        /** An earlier version is in force again. */
        public static Wish rolledBack(String version, LocalDate from, String by, String note, int expected) {
            return new Wish(Kind.ROLLED_BACK, version, from, by, note, Optional.empty(), 0, expected);
        }

        /** The version in force stays; {@code next} is when it is to be reviewed next. */
        public static Wish reviewed(
                String version, LocalDate from, String by, String note, LocalDate next, int expected) {
            return new Wish(Kind.REVIEWED, version, from, by, note, Optional.of(next), 0, expected);
        }

        /** The row {@code planned}, whose day has not come, is taken back. */
        public static Wish withdrawn(Publication planned, LocalDate from, String by, String note, int expected) {
            return new Wish(
                    Kind.WITHDRAWN, planned.version(), from, by, note, Optional.empty(), planned.number(), expected);
        }
    }
}
