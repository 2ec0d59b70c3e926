package org.clausebot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.QueryLog;
import org.clausebot.querylog.Redaction;
import org.clausebot.querylog.Slices;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.clausebot.school.Trust;
import org.clausebot.storage.SqliteStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The question log, put together: written now and then, and purged every hour. */
final class LogPart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogPart.class);
    private static final Duration WRITE_EVERY = Duration.ofMinutes(10);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final int MOST_WAITING = 2_000;

    private final QueryLog log;
    private final LogRows rows;
    private final Slices slices;
    private final UnaryOperator<String> keyed;
    private final CountDownLatch stop = new CountDownLatch(1);

    private LogPart(QueryLog log, LogRows rows, Slices slices, UnaryOperator<String> keyed) {
        this.log = log;
        this.rows = rows;
        this.slices = slices;
        this.keyed = keyed;
    }

    /**
     * Opens the log and begins to write.
     *
     * @throws RefusedException when its key is damaged or open to others
     */
    static LogPart open(Config config, Program program, SqliteStorage storage, MeterRegistry meters, Clock clock)
            throws RefusedException {
        LogRows rows = storage.questionLog();
        UnaryOperator<String> keyed = keyed(config);
        QueryLog log = new QueryLog(
                new QueryLog.Settings(config.log().questions(), config.log().weeks(), WRITE_EVERY, MOST_WAITING),
                rows,
                new Redaction(() -> known(program.schools())),
                keyed,
                meters,
                clock);
        LogPart part = new LogPart(log, rows, slices(config, program.schools(), rows, keyed, clock), keyed);
        part.log.start();
        program.logTo(part.log);
        Thread.ofVirtual().name("question-log-purge").start(part::purge);
        return part;
    }

    /** The counts of a log that is kept, for a command that writes none. */
    static Slices slices(Config config, Schools schools, LogRows rows, Clock clock) throws RefusedException {
        return slices(config, schools, rows, keyed(config), clock);
    }

    private static Slices slices(
            Config config, Schools schools, LogRows rows, UnaryOperator<String> keyed, Clock clock) {
        return new Slices(
                rows, keyed, config.log().weeks(), clock, () -> schools.trust().ids());
    }

    private static Redaction.Known known(Schools schools) {
        return schools.inForce(SchoolId.DEFAULT).map(LogPart::known).orElse(Redaction.Known.NOTHING);
    }

    private static Redaction.Known known(School school) {
        return new Redaction.Known(
                school.everyone().stream().map(Receiver::name).toList(),
                school.trust().schools().stream().map(Trust.Named::name).toList());
    }

    /** A key of its own: it must be there where no report can be made, and outlast a change of the reports' keys. */
    private static UnaryOperator<String> keyed(Config config) throws RefusedException {
        return KeyedHash.of(
                Keyrings.folder(config).resolve("questions.key"),
                "the key of the question log",
                "a new one is made, and those who switched the log off are logged again");
    }

    QueryLog log() {
        return log;
    }

    /** Gives keyed hashes, by which numbers are made inexact. */
    UnaryOperator<String> keyed() {
        return keyed;
    }

    /** What is kept; only for {@code insight}. */
    LogRows rows() {
        return rows;
    }

    /** Counts that tell of nobody. */
    Slices slices() {
        return slices;
    }

    private void purge() {
        Rounds.untilStopped(
                stop,
                PURGE_EVERY,
                log::purge,
                fault -> LOG.warn(
                        "The question log could not be purged: {}",
                        fault.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        stop.countDown();
        log.close();
    }
}
