package org.clausebot.querylog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Slices.View;

/** What is wrong in each number of {@link Slices}, always the same for the same number. Thread-safe. */
final class Errors {
    /** Hexadecimal digits for a random number: as many bits as a double takes. */
    private static final int DIGITS = 13;

    private final UnaryOperator<String> keyed;
    private final Cache<Sum, Integer> sums = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(12))
            .build();

    /** A number of several schools together. */
    private record Sum(View view, List<SchoolId> schools, IsoWeek first, String what) {}

    Errors(UnaryOperator<String> keyed) {
        this.keyed = keyed;
    }

    /** Of each school its own, whether anything was asked there or not. */
    int of(View view, List<SchoolId> schools, Period period, String what) {
        return schools.size() > 1
                ? sums.get(
                        new Sum(view, schools, period.first(), what),
                        sum -> schools.stream()
                                .mapToInt(school -> of(view, school, period, what))
                                .sum())
                : of(view, schools.getFirst(), period, what);
    }

    /** The difference of two geometric numbers: of each size e^-epsilon times as likely as of the one before. */
    private int of(View view, SchoolId school, Period period, String what) {
        String hash = keyed.apply(String.join(
                "\0", "slice", school.value(), view.code(), period.first().toString(), what));
        return geometric(view, hash.substring(0, DIGITS)) - geometric(view, hash.substring(DIGITS, 2 * DIGITS));
    }

    private static int geometric(View view, String digits) {
        double uniform = (Long.parseLong(digits, 16) + 0.5) / Math.pow(16, DIGITS);
        return (int) Math.floor(Math.log(uniform) / -view.epsilon);
    }
}
