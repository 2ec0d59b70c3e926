package org.clausebot.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.clausebot.desk.owner.GapDeciding;
import org.clausebot.desk.owner.GapsPart;
import org.clausebot.insight.GapDecision;
import org.clausebot.insight.GapFinder;
import org.clausebot.insight.Gaps;
import org.clausebot.insight.ShownGaps;
import org.clausebot.insight.Teaching;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Slices;
import org.clausebot.storage.SqliteStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the policies do not answer, put together: found in the background, decided at the desk, told in chat. */
final class GapsDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GapsDesk.class);
    /** How often it is looked whether a block of four weeks is over. */
    private static final Duration LOOK_EVERY = Duration.ofHours(1);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(20);
    /** A clause that is tied to a gap answers it. */
    private static final int ANSWERS = 2;

    private final Slices slices;
    private final Supplier<List<SchoolId>> schools;
    private final Gaps gaps;
    private final GapsPart part;
    private final Meanings meanings;
    private final CountDownLatch stop;
    private final Thread thread;

    /** @param schools of which gaps are shown */
    private GapsDesk(
            Slices slices,
            Supplier<List<SchoolId>> schools,
            Gaps gaps,
            GapsPart part,
            Meanings meanings,
            CountDownLatch stop) {
        this.meanings = meanings;
        this.slices = slices;
        this.schools = schools;
        this.gaps = gaps;
        this.part = part;
        this.stop = stop;
        this.thread = Thread.ofPlatform().daemon().name("gaps").unstarted(this::look);
    }

    /** @param answersChanged called when other answers are given, so that those who wait for one are told */
    static GapsDesk open(Program program, LogPart log, SqliteStorage storage, Runnable answersChanged, Clock clock) {
        CountDownLatch stop = new CountDownLatch(1);
        Meanings meanings = new Meanings(words -> meaning(program, stop, words));
        Gaps gaps = new Gaps(
                storage.gaps(),
                new GapFinder(log.rows(), meanings::of, log.keyed()),
                log.slices()::blocks,
                () -> program.schools().trust().ids());
        program.pointBy(() -> decisions(program, gaps::decisions));
        return new GapsDesk(
                log.slices(),
                () -> program.schools().trust().slices(),
                gaps,
                new GapsPart(
                        gaps,
                        new GapDeciding(
                                gaps, program::policies, program::answered, teaching(program, answersChanged), clock)),
                meanings,
                stop);
    }

    /** What the bot says is decided for all schools together; for the one school, before it had others beside it. */
    static List<GapDecision> decisions(Program program, Function<SchoolId, List<GapDecision>> decided) {
        List<GapDecision> own = decided.apply(SchoolId.DEFAULT);
        return program.schools().trust().several()
                ? Stream.concat(decided.apply(SchoolId.ALL).stream(), own.stream())
                        .toList()
                : own;
    }

    /** A model must not be closed while it is in use, so that no more is begun once the program stops. */
    private static float[] meaning(Program program, CountDownLatch stop, String words) {
        if (stop.getCount() == 0) {
            throw new CancellationException("The program stops");
        }
        return program.model().question(words);
    }

    private static Teaching teaching(Program program, Runnable answersChanged) {
        return new Teaching() {
            @Override
            public String teach(ClauseRef clause, String words) throws IOException {
                return program.schoolPhrasings().add(clause.policy(), clause.address(), ANSWERS, words);
            }

            @Override
            public void forget(ClauseRef clause, String id) throws IOException {
                program.schoolPhrasings().remove(clause.policy(), id);
            }

            @Override
            public void learn() {
                CompletableFuture<?> learning = program.phrasingsChanged().thenAccept(changed -> {
                    if (changed) {
                        answersChanged.run();
                    }
                });
                learning.exceptionally(fault -> {
                    LOG.warn(
                            "What was tied to a clause could not be learnt: {}",
                            fault.getClass().getSimpleName());
                    return null;
                });
            }
        };
    }

    GapsPart part() {
        return part;
    }

    /** As the desk shows them, for the rehearsal and the report. */
    ShownGaps shown() {
        return new ShownGaps(gaps);
    }

    /** Looks for gaps now and then, off every request. */
    void start() {
        thread.start();
    }

    /** Looks for gaps of each school and of all together, where a block of four weeks has come or gone since the last time. */
    void refresh() {
        slices.prepare();
        try {
            for (SchoolId school : schools.get()) {
                if (stop.getCount() > 0) {
                    gaps.refresh(school);
                }
            }
        } finally {
            // What means what is in no file, and in memory no longer than one look lasts.
            meanings.close();
        }
    }

    private void look() {
        Rounds.untilStopped(stop, LOOK_EVERY, this::refresh, fault -> {
            if (!(fault instanceof CancellationException)) {
                LOG.warn("Gaps could not be looked for: {}", fault.getClass().getSimpleName());
            }
        });
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(LONGEST_CLOSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
