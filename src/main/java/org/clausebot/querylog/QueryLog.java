package org.clausebot.querylog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.querylog.Entry.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes down what is asked, for the review of the policy. Taking it down never delays and never fails an answer: it is put
 * into a queue of limited length, from which one thread hides what may name somebody and writes; what does not fit is
 * dropped and counted. Entries are written together and now and then, so that their order cannot be read from the disk.
 * Thread-safe.
 */
public final class QueryLog implements QuestionLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);
    /** How long somebody may vote on an answer. */
    private static final Duration MAY_VOTE = Duration.ofHours(12);

    private static final int ANSWERS = 20_000;
    private static final int LONGEST = 400;
    private static final int ID_BYTES = 16;

    private final Settings settings;
    private final LogRows rows;
    private final Redaction redaction;
    private final Clock clock;
    private final Silence silence;
    private final Pile pile;
    private final BlockingQueue<Item> queue;
    private final Cache<Shown, Entered> shown;
    private final Counter dropped;
    private final SecureRandom random = new SecureRandom();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean started;
    private volatile boolean stop;
    private long lastWritten;

    /**
     * How it works.
     *
     * @param on false to take nothing down; what is there is still purged
     * @param weeksKept after how many weeks an entry is deleted, 1 or more
     * @param writeEvery how long entries wait in memory to be written together
     * @param most how many wait at most for the thread, and as many for the disk
     */
    public record Settings(boolean on, int weeksKept, Duration writeEvery, int most) {
        public Settings {
            if (weeksKept < 1 || most < 1) {
                throw new IllegalArgumentException("The log keeps a week and an entry at least");
            }
        }
    }

    private sealed interface Item {
        record Question(Asked asked, Entered as) implements Item {}

        record Urgent(Asker by, IsoWeek week) implements Item {}

        record Vote(Entered on, ClauseRef clause, String version, Verdict verdict) implements Item {}
    }

    private record Shown(Asker by, ClauseRef clause, String version) {}

    /** An entry, as far as a vote must find it. */
    record Entered(Asker by, IsoWeek week, String id) {
        @Override
        public String toString() {
            return "Entered[hidden]";
        }
    }

    /**
     * @param keyed gives a keyed hash, of which nobody without the key can tell what it is of
     * @param meters counts what was dropped; what was written is not counted, for the difference to all questions would
     *     tell how many belong to reports or to people who want no log
     */
    public QueryLog(
            Settings settings,
            LogRows rows,
            Redaction redaction,
            UnaryOperator<String> keyed,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.rows = rows;
        this.redaction = redaction;
        this.clock = clock;
        this.silence = new Silence(rows, keyed);
        this.pile = new Pile(rows, settings.most());
        this.queue = new ArrayBlockingQueue<>(settings.most());
        this.lastWritten = clock.millis();
        this.shown = Caffeine.newBuilder()
                .expireAfterWrite(MAY_VOTE)
                .maximumSize(ANSWERS)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
        this.dropped = Counter.builder("clausebot.log.dropped")
                .description("Questions and votes that the question log had no room for")
                .register(meters);
    }

    /** Begins to write. */
    public void start() {
        started = true;
        Thread.ofVirtual().name("question-log").start(this::run);
    }

    @Override
    public void record(Asked asked) {
        try {
            if (!settings.on() || silence.holds(asked.by())) {
                return;
            }
            IsoWeek week = IsoWeek.of(LocalDate.now(clock));
            if (asked.outcome() == Outcome.URGENT) {
                put(new Item.Urgent(asked.by(), week));
                return;
            }
            Entered as = new Entered(asked.by(), week, newId());
            if (put(new Item.Question(asked, as))) {
                asked.shown().forEach(s -> shown.put(new Shown(asked.by(), s.clause(), s.version()), as));
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void vote(Asker by, ClauseRef clause, String version, Verdict verdict) {
        try {
            Entered on = shown.getIfPresent(new Shown(by, clause, version));
            if (on != null && !silence.holds(by)) {
                put(new Item.Vote(on, clause, version, verdict));
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void turn(Asker who, boolean on) {
        silence.turn(who, !on);
        if (!on) {
            shown.asMap().keySet().removeIf(key -> key.by.equals(who));
        }
    }

    @Override
    public boolean takes(Asker who) {
        return settings.on() && !silence.holds(who);
    }

    private boolean put(Item item) {
        boolean taken = queue.offer(item);
        if (!taken) {
            dropped.increment();
        }
        return taken;
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void run() {
        try {
            while (!stop) {
                Item item = queue.poll(250, TimeUnit.MILLISECONDS);
                if (item != null) {
                    pileUp(item);
                }
                if (clock.millis() - lastWritten >= settings.writeEvery().toMillis()) {
                    write();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            flush();
            stopped.countDown();
        }
    }

    private synchronized void pileUp(Item item) {
        try {
            boolean room = switch (item) {
                case Item.Question question -> pile.add(entry(question.asked(), question.as()));
                case Item.Urgent urgent -> pile.urgent(urgent.by().school(), urgent.week());
                case Item.Vote vote -> pile.vote(vote.on(), vote.clause(), vote.version(), vote.verdict());
            };
            if (!room) {
                dropped.increment();
            }
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private Entry entry(Asked asked, Entered as) {
        String words = redaction.of(asked.words());
        return new Entry(
                as.id(),
                asked.by().school(),
                as.week(),
                asked.by().channel(),
                words.codePointCount(0, words.length()) <= LONGEST
                        ? words
                        : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + " …",
                asked.outcome(),
                asked.shown().stream()
                        .map(one -> new Entry.Judged(one, Optional.empty()))
                        .toList(),
                (int) Math.round(asked.answerable() * 20) * 5,
                asked.language(),
                Latency.of(asked.took()));
    }

    /** Hides and writes all that waits. What cannot be written now waits for the next time. */
    public synchronized void flush() {
        for (Item item = queue.poll(); item != null; item = queue.poll()) {
            pileUp(item);
        }
        write();
    }

    private synchronized void write() {
        lastWritten = clock.millis();
        try {
            silence.save();
            pile.write();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Deletes what is older than it is to be kept. Called by the clock, also where nothing is taken down any more. */
    public int purge() {
        return rows.purge(firstKept());
    }

    private IsoWeek firstKept() {
        return IsoWeek.of(LocalDate.now(clock).minusWeeks(settings.weeksKept()));
    }

    /** The message of an exception could hold what was typed. */
    private static void failed(RuntimeException e) {
        LOG.warn("The question log could not be written: {}", e.getClass().getSimpleName());
    }

    /** Writes what waits, and takes nothing more down. */
    @Override
    public void close() {
        stop = true;
        try {
            if (!started || !stopped.await(5, TimeUnit.SECONDS)) {
                flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
