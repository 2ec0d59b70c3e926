package org.clausebot.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What is done by the clock: at once, and then again and again until the program stops. */
final class Rounds {
    private Rounds() {}

    /**
     * Returns when {@code stop} is counted down, or when its thread is interrupted.
     *
     * @param failed hears of a round that failed, whose message may hold what nobody may read; the next one comes all the same
     */
    static void untilStopped(CountDownLatch stop, Duration between, Runnable round, Consumer<RuntimeException> failed) {
        try {
            do {
                try {
                    round.run();
                } catch (RuntimeException e) {
                    failed.accept(e);
                }
            } while (!stop.await(between.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
