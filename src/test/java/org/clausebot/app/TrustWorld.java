package org.clausebot.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.desk.owner.OwnerSite;
import org.clausebot.insight.SchoolLog;
import org.clausebot.insight.SchoolLog.Question;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.storage.SqliteStorage;

/** A trust of two schools, with the policy desk upon it as the program puts it together. */
final class TrustWorld implements AutoCloseable {
    static final SchoolId ELM = new SchoolId("elm-primary");

    static final String SCHOOL = """
            editions:
              - from: 2026-09-01
                name: Oakfield Primary School
                schools:
                  elm-primary: Elm Primary School
                people:
                  jane-smith: {name: Jane Smith, email: head@oakfield.example, roles: [headteacher]}
                  grace-obi: {name: Grace Obi, email: office@school.example, roles: [policy-owner]}
                  ella-dean: {name: Ella Dean, email: office@elm.example, roles: [policy-owner], schools: [elm-primary]}
                  tara-roy: {name: Tara Roy, email: policies@trust.example, roles: [policy-owner], schools: [all]}
                numbers:
                  lado: {name: The LADO, phone: 01628 000010, checked: 2026-09-01}
                hours: {zone: Europe/London, opens: 08:00, closes: 17:00, days: [mon, tue, wed, thu, fri]}
            """;

    private static final List<String> DOGS = List.of(
            "can my dog come to school",
            "may the dog come to school with me",
            "can a dog come to school on fridays",
            "is a dog allowed to come to school",
            "may my dog come to the school hall",
            "can the dog come to school for a day");

    final SqliteStorage storage;
    final GapsDesk gaps;
    final OwnerSite site;
    private final LogPart log;
    private final ReadingDesk reading;

    /** @param elm what is asked at Elm beside what is asked at Oakfield */
    TrustWorld(Program program, Map<String, String> settings, Path data, SchoolLog elm) throws Exception {
        SteppingClock clock = new SteppingClock(SchoolLog.AFTER);
        Config config = TestRun.config(data, settings);
        Files.createDirectories(data);
        storage = SqliteStorage.open(data.resolve("clausebot.db"));
        SchoolLog oakfield = new SchoolLog(4).with(SchoolLog.others(4, 4));
        for (int number = SchoolLog.FIRST; number <= SchoolLog.LAST; number++) {
            write(SchoolId.DEFAULT, oakfield, new IsoWeek(2026, number));
            write(ELM, elm, new IsoWeek(2026, number));
        }
        log = LogPart.open(config, program, storage, new SimpleMeterRegistry(), clock);
        gaps = GapsDesk.open(program, log, storage, () -> {}, clock);
        gaps.refresh();
        reading = ReadingDesk.open(
                config, program, log.slices(), storage, () -> URI.create("http://localhost:8080/"), clock);
        site = new OwnerSite(
                data,
                clock,
                (audit, pages) -> PolicyDesk.of(new PolicyDesk.Parts(
                                config,
                                program,
                                log,
                                reading,
                                gaps,
                                storage,
                                () -> program.schools().inForce(SchoolId.DEFAULT),
                                audit,
                                pages,
                                clock))
                        .routes());
    }

    private void write(SchoolId school, SchoolLog asked, IsoWeek week) {
        List<Entry> entries = asked.entries(SchoolId.DEFAULT, week).stream()
                .map(entry -> new Entry(
                        entry.id(),
                        school,
                        entry.week(),
                        entry.channel(),
                        entry.words(),
                        entry.outcome(),
                        entry.clauses(),
                        entry.score(),
                        entry.language(),
                        entry.latency()))
                .toList();
        storage.questionLog().rewrite(school, week, before -> entries, 0);
    }

    /** A log in which every week many ask about dogs, and for a clause that nobody asks for at Oakfield. */
    static SchoolLog busy() {
        SchoolLog log = new SchoolLog(9).with(SchoolLog.others(9, 9));
        IntStream.rangeClosed(SchoolLog.FIRST, SchoolLog.LAST)
                .forEach(week -> IntStream.range(0, 36).forEach(i -> {
                    log.ask(new Question(
                            week, Outcome.NOT_COVERED, "web", "", DOGS.get(i % DOGS.size()), Optional.empty()));
                    log.ask(new Question(
                            week,
                            Outcome.QUOTED,
                            "teams",
                            "2.4.9",
                            "may pupils phone the lighthouse",
                            Optional.of(Verdict.HELPFUL)));
                }));
        return log;
    }

    /** The secrets of one world, for another. */
    static void sameKeys(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> keys = Files.walk(from.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.copy(key, to.resolve(from.relativize(key)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Override
    public void close() {
        site.close();
        reading.close();
        gaps.close();
        log.close();
        storage.close();
    }
}
