package org.clausebot.policy.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.lint.ReviewDate;

/** Which versions were in force when. */
public final class PastVersions {
    private final PolicyLibrary library;

    public PastVersions(PolicyLibrary library) {
        this.library = library;
    }

    /**
     * A version that was in force once, or is.
     *
     * @param from its first day. Of the earliest version that is kept, the day from which it says of itself that it is of
     *     that date; empty where it does not say
     * @param until its last day; empty while none is set
     */
    public record Past(Policy policy, Optional<LocalDate> from, Optional<LocalDate> until) {
        /** Whether it may have been in force on a day from {@code start} to {@code end}, both included. */
        public boolean meets(LocalDate start, LocalDate end) {
            return from.isPresent()
                    && !from.get().isAfter(end)
                    && until.filter(u -> u.isBefore(start)).isEmpty();
        }
    }

    /** Every version of a policy that was or is in force, the earliest first; none that is only planned. */
    public List<Past> of(PolicyId id) throws LibraryException {
        List<PolicyHistory.Period> periods = library.history(id).periods();
        LocalDate today = library.today();
        List<Past> past = new ArrayList<>();
        for (PolicyHistory.Period period : periods) {
            if (period.from().filter(from -> from.isAfter(today)).isEmpty()) {
                Policy policy = library.read(id, period.version());
                past.add(new Past(policy, past.isEmpty() ? printed(policy, period) : period.from(), period.until()));
            }
        }
        return List.copyOf(past);
    }

    /** Before this program knew of it, the version was in force since the date that it bears, if it bears one. */
    private static Optional<LocalDate> printed(Policy policy, PolicyHistory.Period period) {
        Optional<LocalDate> bears = policy.details().updated().flatMap(ReviewDate::firstDay);
        return bears.filter(
                        day -> period.from().filter(from -> from.isBefore(day)).isEmpty())
                .filter(day ->
                        period.until().filter(until -> until.isBefore(day)).isEmpty())
                .or(period::from);
    }
}
