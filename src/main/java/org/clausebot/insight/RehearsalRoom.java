package org.clausebot.insight;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where drafts are rehearsed behind the pages: one at a time, in memory only. A restart forgets what was rehearsed. */
public final class RehearsalRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalRoom.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Player player;
    private final AtomicReference<State> state = new AtomicReference<>(new State.Empty());
    private final AtomicReference<@Nullable Run> run = new AtomicReference<>();

    /** Plays a draft, which may take minutes. */
    @FunctionalInterface
    public interface Player {
        /** @throws CancellationException when {@code progress} ended it */
        Rehearsed play(SchoolId school, Policy draft, Rehearsal.Progress progress) throws RehearsalException;
    }

    /** How it stands. */
    public sealed interface State {
        /** Nothing was rehearsed since the program started. */
        record Empty() implements State {}

        /**
         * It is under way.
         *
         * @param all 0 while both sides are still being made ready
         */
        record Running(String title, int done, int all) implements State {}

        record Done(String title, Rehearsed rehearsed) implements State {}

        record Cancelled(String title) implements State {}

        /** @param why fit to show */
        record Failed(String title, String why) implements State {}
    }

    public RehearsalRoom(Player player) {
        this.player = player;
    }

    public State state() {
        return state.get();
    }

    /**
     * Begins, unless another is under way.
     *
     * @param title of the draft, for people
     * @return whether it began
     */
    public synchronized boolean start(SchoolId school, String title, Policy draft) {
        if (state.get() instanceof State.Running) {
            return false;
        }
        Run next = new Run(title);
        state.set(new State.Running(title, 0, 0));
        next.thread = Thread.ofPlatform().name("rehearsal").daemon().start(() -> play(next, school, draft));
        run.set(next);
        return true;
    }

    /** Ends what is under way; it takes as long as one question. */
    public void cancel() {
        Run current = run.get();
        if (current != null) {
            current.cancel();
        }
    }

    private void play(Run current, SchoolId school, Policy draft) {
        State end;
        try {
            end = new State.Done(current.title, player.play(school, draft, current));
        } catch (CancellationException e) {
            end = new State.Cancelled(current.title);
        } catch (RehearsalException e) {
            end = new State.Failed(current.title, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("A rehearsal failed: {}", e.getClass().getSimpleName());
            end = new State.Failed(
                    current.title, "It met a fault of the program’s own. Nothing was changed; please try it again.");
        }
        state.set(end);
    }

    /** Ends what is under way and waits for it a little: it must not ask what is closed next. */
    @Override
    public void close() {
        cancel();
        Run current = run.get();
        Thread thread = current == null ? null : current.thread;
        if (thread != null) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Run implements Rehearsal.Progress {
        private final String title;
        private volatile boolean cancelled;
        private volatile @Nullable Thread thread;

        Run(String title) {
            this.title = title;
        }

        @Override
        public void at(int done, int all) {
            state.updateAndGet(was -> was instanceof State.Running running && running.done() < done
                    ? new State.Running(title, done, all)
                    : was);
        }

        void cancel() {
            cancelled = true;
        }

        @Override
        public boolean cancelled() {
            return cancelled;
        }
    }
}
