package org.clausebot.chat.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clausebot.seal.SealBrokenException;
import org.clausebot.seal.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what arrives: once, on disk and sealed before its service hears that it was taken, and then handed over, one after
 * the other for each person.
 */
public final class Inbox<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_STARTS = 3;
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2));

    private final String service;
    private final Parts parts;
    private final Codec<T> codec;
    private final Work<T> work;
    private final Outbox<?> outbox;

    /**
     * What it works with.
     *
     * @param lanes belong to the service; closed by whoever made them
     * @param meters counts what goes wrong
     */
    public record Parts(
            Deliveries deliveries, Vault vault, Lanes lanes, MeterRegistry meters, Clock clock, Pause pause) {}

    /** What is done with what was taken. */
    public interface Work<T> {
        /** Whose it is: what comes from one person is done in order. */
        String lane(T what);

        /**
         * Does it.
         *
         * @throws NotNowException when nothing was done, and it should be tried again
         */
        void of(T what);

        /** Does what an earlier start of the program took and did not finish; nobody waits for an answer any more. */
        default void resumed(T what) {
            of(what);
        }

        /** Says that the words in it were added to a report, which an earlier start of the program did. */
        void added(T what);

        /** Says that it could not be worked on by a fault of ours. */
        void failed(T what);
    }

    /** @param service its name in metrics and log, such as {@code slack} */
    public Inbox(String service, Parts parts, Codec<T> codec, Work<T> work) {
        this(service, parts, codec, work, Outbox.none());
    }

    /** @param outbox keeps what is said on account of what was taken, until it was said */
    public Inbox(String service, Parts parts, Codec<T> codec, Work<T> work, Outbox<?> outbox) {
        this.service = service;
        this.parts = parts;
        this.codec = codec;
        this.work = work;
        this.outbox = outbox;
    }

    /** Takes it and returns; the work is done later. What came before is left alone. */
    public void take(Arrival<T> arrival) {
        if (keep(arrival)) {
            T what = arrival.what();
            String hash = hash(arrival);
            parts.lanes().run(work.lane(what), () -> run(hash, what, work::of));
        }
    }

    /**
     * Goes on with what was taken and not done when the program last stopped, in the order in which it came: what was not
     * worked on is, and what was to be said is said.
     */
    public void resume() {
        for (Deliveries.Undone one : parts.deliveries().undone(MOST_STARTS)) {
            try {
                resume(one);
            } catch (RuntimeException e) {
                fault(e);
            }
        }
    }

    private void resume(Deliveries.Undone one) {
        T what;
        try {
            what = codec.read(opened(one, place()));
        } catch (SealBrokenException e) {
            // Sealed for the other place: the work was done, and only its answer is missing.
            outbox.read(opened(one, placeOfSaid())).send(() -> done(one.hash()));
            return;
        }
        parts.lanes().run(work.lane(what), () -> resumed(one.hash(), what));
    }

    /** What was changed on account of it, though its answer is lost, is put back, so that nothing is changed twice. */
    private void resumed(String hash, T what) {
        switch (parts.deliveries().putBack(hash)) {
            case UNTOUCHED, PUT_BACK -> run(hash, what, work::resumed);
            case PASSED -> done(hash);
            case ADDED -> run(hash, what, work::added);
        }
    }

    private byte[] opened(Deliveries.Undone one, String place) {
        return parts.vault()
                .open(one.sealed().wrapped(), one.hash(), place, one.sealed().body());
    }

    private void run(String hash, T what, Consumer<T> step) {
        worked(hash, what, step).ifPresent(said -> settle(hash, said));
    }

    /** What is to be said of it; empty when it must wait for the next start. */
    private Optional<Outbox.Gathered<?>> worked(String hash, T what, Consumer<T> step) {
        for (int tried = 0; ; tried++) {
            try {
                return Optional.of(gather(hash, () -> step.accept(what)));
            } catch (NotNowException e) {
                if (tried == PATIENCE.size() || !waited(PATIENCE.get(tried))) {
                    count("failed");
                    LOG.error("A delivery waits for the next start: {} does not answer", service);
                    return Optional.empty();
                }
            } catch (RuntimeException e) {
                fault(e);
                return Optional.of(outbox.gather(() -> work.failed(what)));
            }
        }
    }

    /** Does what is to be done on account of a delivery that is kept, and gathers what is said. */
    Outbox.Gathered<?> gather(String hash, Runnable step) {
        return outbox.gather(() -> parts.deliveries().during(hash, step));
    }

    /** The same of one that is not kept. */
    Outbox.Gathered<?> gather(Runnable step) {
        return outbox.gather(step);
    }

    /** Says it, and keeps it until it was said; then the delivery is done. */
    void settle(String hash, Outbox.Gathered<?> said) {
        if (!said.isEmpty()) {
            try {
                byte[] wrapped = parts.vault().newKey(hash);
                byte[] body = parts.vault().seal(wrapped, hash, placeOfSaid(), said.write());
                parts.deliveries().instead(hash, new Deliveries.Sealed(wrapped, body));
            } catch (RuntimeException e) {
                // It is said all the same; only a crash at this moment would lose it.
                fault(e);
            }
        }
        said.send(() -> done(hash));
    }

    private boolean waited(Duration time) {
        try {
            parts.pause().of(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** False when it came before. */
    boolean keep(Arrival<T> arrival) {
        String hash = hash(arrival);
        byte[] wrapped = parts.vault().newKey(hash);
        byte[] body = parts.vault().seal(wrapped, hash, place(), codec.write(arrival.what()));
        return parts.deliveries().take(names(arrival), Optional.of(new Deliveries.Sealed(wrapped, body)), now());
    }

    /** Takes the name alone: what nobody needs after a crash. False when it came before. */
    boolean takeName(Arrival<T> arrival) {
        return parts.deliveries().take(names(arrival), Optional.empty(), now());
    }

    /** What it is kept under. */
    String hash(Arrival<T> arrival) {
        return hash(arrival.names().getFirst());
    }

    private String hash(Arrival.Name name) {
        return HexFormat.of().formatHex(parts.vault().fingerprint(service + ".delivery", name.id()));
    }

    private List<Deliveries.Name> names(Arrival<T> arrival) {
        return arrival.names().stream()
                .map(name -> new Deliveries.Name(hash(name), name.forThatLong()))
                .toList();
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private String place() {
        return service + "/delivery";
    }

    private String placeOfSaid() {
        return service + "/said";
    }

    boolean run(T what, Runnable task) {
        return parts.lanes().run(work.lane(what), task);
    }

    void done(String hash) {
        parts.deliveries().done(hash);
    }

    /** Forgets it, so that the same may come again. */
    void again(String hash) {
        parts.deliveries().again(List.of(hash));
    }

    void fault(RuntimeException e) {
        count("failed");
        StackTraceElement[] trace = e.getStackTrace();
        // Its message may hold what a person typed.
        LOG.error(
                "A delivery from {} could not be worked on: {} at {}",
                service,
                e.getClass().getName(),
                trace.length == 0 ? "?" : trace[0]);
    }

    /**
     * Counts what went wrong. What goes well is not counted: less the questions, it would tell how many reports there are.
     */
    public void count(String outcome) {
        Counter.builder("clausebot." + service + ".deliveries")
                .description("What was delivered and went wrong")
                .tag("outcome", outcome)
                .register(parts.meters())
                .increment();
    }

    /** It could not be kept: counts and logs that. It must not be acknowledged. */
    public void notKept(RuntimeException e) {
        count("not-kept");
        LOG.error(
                "A delivery from {} could not be kept: {}",
                service,
                e.getClass().getName());
    }
}
