package org.clausebot.chat.slack.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what is said over and over from filling the log: each thing is said once in a while, with how often it was not. */
final class Quiet {
    private static final int MOST = 200;

    private final Duration silence;
    private final Clock clock;
    private final Map<String, Said> said = new ConcurrentHashMap<>();

    private record Said(Instant at, int silent) {}

    /** @param silence how long a thing is not said again */
    Quiet(Duration silence, Clock clock) {
        this.silence = silence;
        this.clock = clock;
    }

    /**
     * @param what names the thing; of few kinds
     * @return how often it was kept silent since it was said last, if it is to be said now
     */
    OptionalInt note(String what) {
        Instant now = clock.instant();
        if (said.size() > MOST) {
            said.clear();
        }
        int[] silent = {-1};
        said.compute(what, (same, before) -> {
            if (before == null || !now.isBefore(before.at.plus(silence))) {
                silent[0] = before == null ? 0 : before.silent;
                return new Said(now, 0);
            }
            return new Said(before.at, before.silent + 1);
        });
        return silent[0] < 0 ? OptionalInt.empty() : OptionalInt.of(silent[0]);
    }
}
