package org.clausebot.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which version of a policy was, is and will be in force, from the rows of its history.
 *
 * <p>On any day the version is in force whose day came last, and of several of one day the one that was published last.
 *
 * @param first the key of the version that was in force before the first row, if there was one
 * @param rows in the order in which they were added
 */
public record PolicyHistory(Optional<String> first, List<Publication> rows) {
    public PolicyHistory {
        rows = List.copyOf(rows);
    }

    /**
     * How long a version is in force.
     *
     * @param version its key
     * @param from its first day; empty where that is not known
     * @param until its last day; empty where none is set
     */
    public record Period(String version, Optional<LocalDate> from, Optional<LocalDate> until) {
        /** Whether a day from {@code start} to {@code end}, both included, may lie in it. */
        public boolean meets(LocalDate start, LocalDate end) {
            return from.filter(f -> f.isAfter(end)).isEmpty()
                    && until.filter(u -> u.isBefore(start)).isEmpty();
        }

        public boolean holds(LocalDate day) {
            return meets(day, day);
        }
    }

    /** The number of the last row, 0 where there is none. */
    public int last() {
        return rows.isEmpty() ? 0 : rows.getLast().number();
    }

    /** Every period, the earliest first, without gaps; versions that were replaced on their first day have none. */
    public List<Period> periods() {
        List<Publication> forces = forces();
        List<Period> periods = new ArrayList<>();
        Optional<String> version = first;
        Optional<LocalDate> from = Optional.empty();
        for (Publication row : forces) {
            if (from.filter(row.from()::equals).isEmpty()) {
                LocalDate until = row.from().minusDays(1);
                Optional<LocalDate> start = from;
                version.ifPresent(v -> periods.add(new Period(v, start, Optional.of(until))));
            }
            version = Optional.of(row.version());
            from = Optional.of(row.from());
        }
        Optional<LocalDate> start = from;
        version.ifPresent(v -> periods.add(new Period(v, start, Optional.empty())));
        return List.copyOf(periods);
    }

    /** The key of the version in force on {@code day}. */
    public Optional<String> on(LocalDate day) {
        return periods().stream().filter(p -> p.holds(day)).map(Period::version).findFirst();
    }

    /** Rows that bring a version into force later than {@code day} and are not withdrawn, the earliest first. */
    public List<Publication> planned(LocalDate day) {
        return forces().stream().filter(row -> row.from().isAfter(day)).toList();
    }

    /** When the version in force on {@code day} was last found good, with the day of its next review. */
    public Optional<Publication> reviewed(LocalDate day) {
        Optional<String> version = on(day);
        return rows.stream()
                .filter(row -> row.kind() == Publication.Kind.REVIEWED)
                .filter(row -> version.filter(row.version()::equals).isPresent())
                .reduce((before, after) -> after);
    }

    private List<Publication> forces() {
        Set<Integer> withdrawn = new HashSet<>();
        rows.stream()
                .filter(row -> row.kind() == Publication.Kind.WITHDRAWN)
                .forEach(row -> withdrawn.add(row.about()));
        return rows.stream()
                .filter(row -> row.kind().isForce() && !withdrawn.contains(row.number()))
                .sorted(Comparator.comparing(Publication::from).thenComparingInt(Publication::number))
                .toList();
    }
}
