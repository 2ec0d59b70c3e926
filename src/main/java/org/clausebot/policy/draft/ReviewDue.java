package org.clausebot.policy.draft;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.Publication;
import org.clausebot.policy.lint.ReviewDate;

/** When a policy is to be reviewed, and of what its owner is to be reminded. */
public final class ReviewDue {
    /** How many days before the review its owner is reminded. */
    private static final int[] BEFORE = {60, 30, 7};

    private static final int WEEK = 7;

    private ReviewDue() {}

    /**
     * What is known of the next review.
     *
     * @param inForce the version in force
     * @param history the policy's, in which a review without change may have set another date
     */
    public static ReviewDate of(Policy inForce, PolicyHistory history, LocalDate today) {
        return history.reviewed(today)
                .flatMap(Publication::review)
                .<ReviewDate>map(ReviewDate.On::new)
                .orElseGet(() -> ReviewDate.of(inForce.details().review()));
    }

    /**
     * The reminder whose time has come and that no later one has overtaken: {@code before-60}, {@code before-30},
     * {@code before-7}, and {@code overdue-0}, {@code overdue-1} and so on for each week since.
     */
    public static Optional<String> step(LocalDate due, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, due);
        if (left < 0) {
            return Optional.of("overdue-" + (-left - 1) / WEEK);
        }
        Optional<String> step = Optional.empty();
        for (int days : BEFORE) {
            if (left <= days) {
                step = Optional.of("before-" + days);
            }
        }
        return step;
    }
}
