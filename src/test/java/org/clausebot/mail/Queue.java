package org.clausebot.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.clausebot.storage.SqliteStorage;

/** A real queue in a real file, a clock that stands until it is moved, and a worker on both. */
final class Queue implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

    /** Gives waiting times without their jitter. */
    static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE;

    /** So long that a busy machine does not make a difference. */
    private static final Smtp.Timeouts CALM = new Smtp.Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30));

    private final Path file;
    private SqliteStorage storage;
    private Instant now = START;
    private School school = school("head@school.test", "chair@governors.test");
    final MailSettings settings;
    private final Optional<SSLSocketFactory> trust;
    private NoticeWorker worker;
    private Smtp.Timeouts patience = CALM;

    Queue(Path folder, MailSettings settings, Optional<SSLSocketFactory> trust) throws Exception {
        this.file = folder.resolve("queue.db");
        this.settings = settings;
        this.trust = trust;
        this.storage = SqliteStorage.open(file);
        this.worker = worker();
    }

    static MailSettings settings(int port, MailSettings.Security security) {
        return new MailSettings(
                "localhost",
                port,
                security,
                "",
                "",
                "clausebot@school.test",
                URI.create("https://bot.school.test/desk"));
    }

    static MailSettings signedIn(int port, MailSettings.Security security) {
        return new MailSettings(
                "localhost",
                port,
                security,
                "clausebot",
                "the-password",
                "clausebot@school.test",
                URI.create("https://bot.school.test/desk"));
    }

    static MailWords words() throws Exception {
        return MailWords.read(Path.of("conversations/phrases-mail.yaml"));
    }

    private NoticeWorker worker() throws Exception {
        MailWords.Letter letter = words().notice();
        return new NoticeWorker(
                storage.notices(),
                smtp(),
                settings,
                notice -> letter,
                id -> Optional.of(school),
                clock(),
                new Backoff(MIDDLE));
    }

    Smtp smtp() {
        return new Smtp(settings, patience, trust);
    }

    /** From now on it waits for answers only so long. */
    void hurry() throws Exception {
        patience = new Smtp.Timeouts(Duration.ofSeconds(30), Duration.ofMillis(400));
        worker = worker();
    }

    void calmDown() throws Exception {
        patience = CALM;
        worker = worker();
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    static School school(String head, String chair) {
        return new School(
                SchoolId.DEFAULT,
                "A school",
                LocalDate.of(2026, 9, 1),
                List.of(
                        new Receiver("head", "Jane Smith", head, "", Set.of(Role.HEADTEACHER)),
                        new Receiver("chair", "Tom Reed", chair, "", Set.of(Role.CHAIR_OF_GOVERNORS))),
                Map.of("lado", new School.Telephone("LADO", "01632 960010", LocalDate.of(2026, 9, 1))),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY),
                        List.of()));
    }

    void people(School next) {
        school = next;
    }

    School people() {
        return school;
    }

    Instant now() {
        return now;
    }

    Notices notices() {
        return storage.notices();
    }

    NoticeWorker workerNow() {
        return worker;
    }

    void tell(String id, String receiver) {
        storage.notices().queue(Notices.Notice.fresh(id, SchoolId.DEFAULT, receiver, now));
    }

    void pass() {
        worker.pass();
    }

    void passAfter(Duration time) {
        now = now.plus(time);
        worker.pass();
    }

    /** As after the process was killed: nothing in memory is left, everything on disk is. */
    void restart() throws Exception {
        storage.close();
        storage = SqliteStorage.open(file);
        worker = worker();
    }

    /** Whether nothing waits any more, now or ever. */
    boolean empty() {
        return storage.notices().stuck(SchoolId.DEFAULT, 0).isEmpty();
    }

    @Override
    public void close() {
        storage.close();
    }
}
