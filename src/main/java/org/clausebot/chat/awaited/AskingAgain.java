package org.clausebot.chat.awaited;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the questions that are waited for once more when other policies are in force, and tells those whose question is
 * answered now. A question that was told is forgotten; one whose teller could not reach anybody yet is tried again.
 *
 * <p>Somebody may be told twice, when the program ends between telling and forgetting: better twice than not at all.
 */
public final class AskingAgain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AskingAgain.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final Duration LAST_ONE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 100;

    private final Awaited awaited;
    private final Supplier<String> known;
    private final Function<Question, Answer> answerer;
    private final Map<String, Teller> tellers = new ConcurrentHashMap<>();
    private final Semaphore changed = new Semaphore(0);
    private final Thread worker;
    private volatile boolean closed;

    /**
     * @param known stands for what questions are answered from now; another whenever that has changed
     * @param answerer answers one question, and neither counts nor keeps it
     */
    public AskingAgain(Awaited awaited, Supplier<String> known, Function<Question, Answer> answerer) {
        this.awaited = awaited;
        this.known = known;
        this.answerer = answerer;
        this.worker = Thread.ofVirtual().name("asking-again").unstarted(this::work);
    }

    /**
     * Whoever is to be told in {@code channel} is told by {@code teller} from now on. Questions of channels without one
     * wait.
     */
    public void tellBy(String channel, Teller teller) {
        tellers.put(channel, teller);
    }

    /** Looks by itself from now on: at once, when told to, and every hour. */
    public void start() {
        worker.start();
    }

    /** Other policies are in force: looks soon. */
    public void policiesChanged() {
        changed.release();
    }

    private void work() {
        try {
            while (!closed) {
                changed.drainPermits();
                try {
                    look();
                } catch (RuntimeException e) {
                    // Its message might hold what somebody asked.
                    LOG.error(
                            "The questions that are waited for could not be looked at: {}",
                            e.getClass().getSimpleName());
                }
                if (changed.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("Other policies are in force");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what was kept long enough, and asks again what was not yet asked of the policies in force. */
    public void look() {
        awaited.expire();
        // Before anything is asked: what changes meanwhile is asked again next time.
        String now = known.get();
        Failures failures = new Failures();
        List<Awaiting.Row> batch = awaited.notAskedOf(now, "", AT_ONCE);
        while (!batch.isEmpty()) {
            for (Awaiting.Row row : batch) {
                if (closed) {
                    return;
                }
                ask(row, now, failures);
            }
            batch = awaited.notAskedOf(now, batch.getLast().id(), AT_ONCE);
        }
        failures.log();
    }

    /** What went wrong in one look, in one line: there may be many who cannot be reached for the same reason. */
    private static final class Failures {
        private int count;
        private String last = "";

        void add(RuntimeException e) {
            count++;
            // Its message might hold what somebody asked.
            last = e.getClass().getSimpleName();
        }

        void log() {
            if (count > 0) {
                LOG.warn(
                        "{} questions that are waited for could not be asked again or told yet, the last because of {}",
                        count,
                        last);
            }
        }
    }

    private void ask(Awaiting.Row row, String now, Failures failures) {
        try {
            Waiting waiting = awaited.open(row);
            if (!(answerer.apply(waiting.question()) instanceof Answer.Quoted answer)) {
                awaited.asked(row, now);
                return;
            }
            Teller teller = tellers.get(waiting.to().channel());
            // Its asker may have taken it back meanwhile.
            if (teller == null || !awaited.isKept(row)) {
                return;
            }
            switch (teller.tell(waiting, answer)) {
                case TOLD, GONE -> awaited.forget(row);
                case LATER -> {}
            }
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** Waits until the question that is being asked is done with. */
    @Override
    public void close() {
        closed = true;
        changed.release();
        try {
            if (worker.isAlive() && !worker.join(LAST_ONE)) {
                LOG.warn("A question that is waited for was still being told at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
