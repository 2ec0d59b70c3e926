package org.clausebot.chat.inbox;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** What a service waits for the answer of. Taken once like all else; a retry gets the answer of the first. */
public final class Answers<T, A> {
    private final Inbox<T> inbox;
    private final Duration patience;
    private final Map<String, CompletableFuture<A>> running = new ConcurrentHashMap<>();

    /** @param patience how long the service can be let wait */
    public Answers(Inbox<T> inbox, Duration patience) {
        this.inbox = inbox;
        this.patience = patience;
    }

    /** How one is answered. */
    public interface Work<T, A> {
        /** Answers it, in its turn. */
        A of(T what);

        /** The answer to what came before, and to what takes too long. */
        A meanwhile();

        /** The answer when it could not be worked on by a fault of ours. */
        A failed();

        /** False when nothing was taken with this answer, so that the same may be sent again. */
        boolean isTaken(A answer);

        /** The service has heard {@link #meanwhile} by now: says the answer otherwise, if it must be said. */
        void late(T what, A answer);

        /** False for what nobody needs after a crash, such as words to search for: then it is never on disk. */
        default boolean isKept() {
            return true;
        }
    }

    /** Takes it and waits for its answer. */
    public A ask(Arrival<T> arrival, Work<T, A> work) {
        String hash = inbox.hash(arrival);
        CompletableFuture<A> fresh = new CompletableFuture<>();
        CompletableFuture<A> earlier = running.putIfAbsent(hash, fresh);
        if (earlier != null) {
            return answer(earlier, work);
        }
        boolean begun = false;
        try {
            if (!(work.isKept() ? inbox.keep(arrival) : inbox.takeName(arrival))) {
                return work.meanwhile();
            }
            begun = inbox.run(arrival.what(), () -> {
                try {
                    run(hash, arrival.what(), work, fresh);
                } finally {
                    running.remove(hash);
                }
            });
            return begun ? answer(fresh, work) : work.meanwhile();
        } finally {
            if (!begun) {
                fresh.complete(work.meanwhile());
                running.remove(hash);
            }
        }
    }

    private A answer(CompletableFuture<A> waiting, Work<T, A> work) {
        try {
            return waiting.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (waiting.complete(work.meanwhile())) {
                inbox.count("late");
            }
            return waiting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return work.meanwhile();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer is never completed with a fault", e);
        }
    }

    private void run(String hash, T what, Work<T, A> work, CompletableFuture<A> waiting) {
        AtomicReference<A> given = new AtomicReference<>(work.meanwhile());
        AtomicBoolean saidLate = new AtomicBoolean();
        Runnable step = () -> {
            A worked = answered(what, work);
            given.set(worked);
            if (waiting.isDone()) {
                // With the rest of what is said, so that a crash does not lose it.
                saidLate.set(true);
                work.late(what, worked);
            }
        };
        Outbox.Gathered<?> said = work.isKept() ? inbox.gather(hash, step) : inbox.gather(step);
        A answer = given.get();
        if (work.isTaken(answer) && work.isKept()) {
            inbox.settle(hash, said);
        } else if (work.isTaken(answer)) {
            said.send(() -> {});
        } else {
            inbox.again(hash);
            said.send(() -> {});
        }
        if (!waiting.complete(answer) && !saidLate.get()) {
            work.late(what, answer);
        }
    }

    private A answered(T what, Work<T, A> work) {
        try {
            return work.of(what);
        } catch (RuntimeException e) {
            inbox.fault(e);
            return work.failed();
        }
    }
}
