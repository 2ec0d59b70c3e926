package org.clausebot.chat.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What is said on account of what was delivered. While something is worked on, all that is to be said is gathered; it is kept
 * in the place of what was delivered before the first of it leaves, and until the last of it was taken or refused. So a
 * crash in between loses no answer, and nothing that was worked on is worked on twice for the sake of its answer.
 */
public final class Outbox<S> {
    private static final ThreadLocal<@Nullable Gathered<?>> GATHERING = new ThreadLocal<>();

    private final Codec<List<S>> codec;
    private final Sender<S> sender;

    /** @param codec of what is said on account of one delivery, in order */
    public Outbox(Codec<List<S>> codec, Sender<S> sender) {
        this.codec = codec;
        this.sender = sender;
    }

    /** Says things, in the order that is right for them. */
    @FunctionalInterface
    public interface Sender<S> {
        /**
         * Queues it and returns.
         *
         * @param settled to be run when the service has taken it, or has refused it for good; not when it could not be
         *     reached
         */
        void send(S what, Runnable settled);
    }

    /** Says it: at once, or after the delivery that this thread works on. */
    @SuppressWarnings("unchecked") // It is this outbox's own.
    public void say(S what) {
        Gathered<?> gathering = GATHERING.get();
        if (gathering != null && gathering.isOf(this)) {
            ((Gathered<S>) gathering).all.add(what);
        } else {
            sender.send(what, () -> {});
        }
    }

    /** Does {@code work}, and gathers what it says. */
    Gathered<S> gather(Runnable work) {
        Gathered<S> gathered = new Gathered<>(this, new ArrayList<>());
        GATHERING.set(gathered);
        try {
            work.run();
        } finally {
            GATHERING.remove();
        }
        return gathered;
    }

    /** What was kept of it. */
    Gathered<S> read(byte[] bytes) {
        return new Gathered<>(this, new ArrayList<>(codec.read(bytes)));
    }

    /** What is to be said on account of one delivery. */
    static final class Gathered<S> {
        private final Outbox<S> outbox;
        private final List<S> all;

        private Gathered(Outbox<S> outbox, List<S> all) {
            this.outbox = outbox;
            this.all = all;
        }

        private boolean isOf(Outbox<?> other) {
            return outbox == other;
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        byte[] write() {
            return outbox.codec.write(List.copyOf(all));
        }

        /** @param settled is run once all of it is settled; at once where there is nothing */
        void send(Runnable settled) {
            if (all.isEmpty()) {
                settled.run();
                return;
            }
            AtomicInteger left = new AtomicInteger(all.size());
            all.forEach(what -> outbox.sender.send(what, () -> {
                if (left.decrementAndGet() == 0) {
                    settled.run();
                }
            }));
        }
    }

    /** Of a service whose answers are not kept. */
    static Outbox<Object> none() {
        return new Outbox<>(
                new Codec<>() {
                    @Override
                    public byte[] write(List<Object> what) {
                        throw new IllegalStateException("Nothing is said here");
                    }

                    @Override
                    public List<Object> read(byte[] bytes) {
                        throw new IllegalStateException("Nothing is said here");
                    }
                },
                (what, settled) -> settled.run());
    }
}
