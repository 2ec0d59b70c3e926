package org.clausebot.chat.talk;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;

/**
 * The queue of notices, as it is; whoever can be told in a chat program is told there as well when a notice of theirs is due
 * for the first time. Nothing is noted in the queue for it: a notice is delivered when the mail server has taken it,
 * whatever the chat program does. Like the mail, what is said is the same for every kind of report.
 *
 * <p>Told once for each notice while the program runs. After a restart, one that mail has not been tried for is told again:
 * better twice than not at all.
 *
 * @param <P> a person in the chat program
 */
public final class ToldNotices<P> implements Notices, AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 50;

    private final String program;
    private final Notices queue;
    private final Function<Notice, Optional<P>> people;
    private final Consumer<P> teller;
    private final Clock clock;
    private final Cache<String, Boolean> told;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param program names the chat program, such as {@code slack}
     * @param queue what the mail worker takes from; it must take through this instead
     * @param people who in the chat program receives a notice; empty for nobody
     * @param teller tells somebody that there is something to read
     */
    public ToldNotices(
            String program, Notices queue, Function<Notice, Optional<P>> people, Consumer<P> teller, Clock clock) {
        this.program = program;
        this.queue = queue;
        this.people = people;
        this.teller = teller;
        this.clock = clock;
        this.told = Forgetting.after(REMEMBERED, MOST, clock);
    }

    /** Looks by itself from now on, until {@link #close}: also where no mail is set up, or the mail server is down. */
    public void start() {
        Thread.ofVirtual().name(program + "-notices").start(() -> {
            try {
                do {
                    look();
                } while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Tells of what is due now. */
    public void look() {
        try {
            due(clock.instant(), AT_ONCE);
        } catch (RuntimeException e) {
            // The next look is soon, and the mail worker says it when the queue cannot be read.
            told.cleanUp();
        }
    }

    @Override
    public List<Notice> due(Instant now, int limit) {
        List<Notice> due = queue.due(now, limit);
        tell(due);
        return due;
    }

    private void tell(List<Notice> due) {
        try {
            Set<P> receivers = new LinkedHashSet<>();
            for (Notice notice : due) {
                if (notice.attempts() == 0 && told.asMap().putIfAbsent(notice.id(), true) == null) {
                    people.apply(notice).ifPresent(receivers::add);
                }
            }
            receivers.forEach(teller);
        } catch (RuntimeException e) {
            // Mail goes on, and nothing is logged: that somebody was to be told would be a trace of a report.
            told.cleanUp();
        }
    }

    @Override
    public void queue(Notice notice) {
        queue.queue(notice);
    }

    @Override
    public boolean claim(String id, Instant now, Instant until) {
        return queue.claim(id, now, until);
    }

    @Override
    public void accepted(String id, Instant at) {
        queue.accepted(id, at);
    }

    @Override
    public void failed(String id, Instant nextAttempt) {
        queue.failed(id, nextAttempt);
    }

    @Override
    public List<Notice> stuck(SchoolId school, int attempts) {
        return queue.stuck(school, attempts);
    }

    @Override
    public void forget(Instant before) {
        queue.forget(before);
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
