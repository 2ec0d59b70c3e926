package org.clausebot.incident;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.datafile.DataFileException;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.flow.Given;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.clausebot.seal.KeyException;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.storage.SqliteStorage;

/** A school with its keys and its database in a folder, and a clock that a test moves. */
final class World implements AutoCloseable {
    /** A Monday in term, 10 o'clock in London. */
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    static final Receiver HEAD = receiver("jane-smith", "Jane Smith", Role.HEADTEACHER);
    static final Receiver DSL = receiver("amina-khan", "Amina Khan", Role.SAFEGUARDING_LEAD);
    static final Receiver DEPUTY = receiver("piotr-nowak", "Piotr Nowak", Role.DEPUTY_SAFEGUARDING_LEAD);
    static final Receiver CHAIR = receiver("tom-reed", "Tom Reed", Role.CHAIR_OF_GOVERNORS);
    static final Receiver MANAGER = receiver("olu-adeyemi", "Olu Adeyemi", Role.LINE_MANAGER);
    static final List<Receiver> PEOPLE = List.of(HEAD, DSL, DEPUTY, CHAIR, MANAGER);

    static final Reporter REPORTER = new Reporter(SchoolId.DEFAULT, "web", "browser-1");

    final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);
    final AtomicReference<Optional<School>> school = new AtomicReference<>(Optional.of(school(PEOPLE)));
    final Path folder;
    private final KeyRing ring;
    SqliteStorage storage;
    private AuditChain chain;
    Incidents incidents;
    Audit audit;

    World(Path folder) throws IOException, KeyException {
        this.folder = folder;
        this.ring = KeyRing.open(new KeySettings("", ""), folder.resolve("keys"), () -> false);
        open();
    }

    static Receiver receiver(String id, String name, Role... roles) {
        return new Receiver(id, name, id + "@school.example", "", Set.of(roles));
    }

    static School school(List<Receiver> people) {
        LocalDate checked = LocalDate.of(2026, 9, 1);
        SchoolHours hours = new SchoolHours(
                ZoneId.of("Europe/London"),
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                List.of());
        return new School(
                SchoolId.DEFAULT,
                "St Michael's",
                checked,
                people,
                Map.of(
                        "lado", new School.Telephone("LADO of the council", "01628 000010", checked),
                        "police", new School.Telephone("Police", "101", checked)),
                Map.of(),
                hours);
    }

    /** Opens what is in the folder, as a start of the program does. */
    void open() throws IOException {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        chain = AuditChain.open(ring.vault(), folder.resolve("keys").resolve("audit.head"));
        audit = new Audit(storage.audit(chain), chain, clock());
        audit.start();
        incidents = new Incidents(new Incidents.Parts(
                storage.drafts(),
                storage.evidence(),
                storage.cases(chain),
                storage.notices(),
                storage.audit(chain),
                ring.vault(),
                ring.signer(),
                school::get,
                World::parse,
                flow -> "2018-06",
                clock(),
                Duration.ofDays(14)));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    void pass(Duration time) {
        now.updateAndGet(at -> at.plus(time));
    }

    AuditRows log() {
        return storage.audit(chain);
    }

    KeyRing keys() {
        return ring;
    }

    Reporting reporting() {
        return incidents.reporting();
    }

    Cases cases() {
        return incidents.cases();
    }

    Housekeeping.Done housekeeping() {
        return incidents.housekeeping().run(now.get());
    }

    static Cases.Viewer as(Receiver person) {
        return new Cases.Viewer(SchoolId.DEFAULT, person.id());
    }

    static Flow parse(String id, String source) {
        try {
            return FlowLibrary.parse(id, source);
        } catch (DataFileException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A flow to the headteacher and the DSL, or to the chair when it is about the headteacher. */
    static Flow concern() {
        return flow("concern", "allowed");
    }

    static Flow flow(String id, String evidence) {
        return parse(id, """
                title: Report a concern
                summary: Something worries you.
                policy: social-media
                reviewed: 2026-11-22
                cites:
                  2.2.2: beb600cdd931
                kind: report
                withhold-name: true
                evidence: %s
                keep: P6Y
                retention-why: The law asks for it.
                to:
                  - when: {about: [headteacher]}
                    send: [chair-of-governors]
                    ring: [lado]
                  - when: {about: [line-manager]}
                    send: [$whom]
                  - send: [headteacher, safeguarding-lead]
                steps:
                  - id: about
                    ask: Is this about one of these people?
                    as: subject
                    of: [headteacher, safeguarding-lead, chair-of-governors, line-manager]
                  - id: who
                    ask: Who is it about?
                    as: person
                    accused: true
                    optional: true
                  - id: whom
                    ask: To whom?
                    as: recipient
                    of: [line-manager, headteacher]
                    optional: true
                  - id: what
                    ask: What happened?
                    as: long-text
                    max: 4000
                    cites: [2.2.2]
                %s  - id: check
                    confirm: Is this right?
                  - id: send
                    submit: Send it now?
                    after: Thank you.
                """.formatted(
                        evidence,
                        evidence.equals("allowed")
                                ? "  - id: files\n    ask: Anything to add?\n    as: evidence\n    optional: true\n"
                                : ""));
    }

    Conversation conversation(String id, Flow flow, String... stepsAndAnswers) {
        Map<String, Given> answers = new LinkedHashMap<>();
        for (int i = 0; i < stepsAndAnswers.length; i += 2) {
            answers.put(stepsAndAnswers[i], new Given(stepsAndAnswers[i + 1], stepsAndAnswers[i + 1]));
        }
        return new Conversation(
                id,
                flow.id(),
                flow.version(),
                "send",
                answers,
                new ArrayList<>(answers.keySet()),
                "",
                0,
                now.get(),
                now.get());
    }

    /** Keeps and sends a report. */
    Receipt send(String id, String... stepsAndAnswers) {
        return sent(concern(), id, stepsAndAnswers);
    }

    private Receipt sent(Flow flow, String id, String... stepsAndAnswers) {
        Conversation finished = conversation(id, flow, stepsAndAnswers);
        reporting().keep(REPORTER, flow, finished);
        try {
            return reporting().send(REPORTER, flow, finished);
        } catch (NobodyToReceiveException e) {
            throw new AssertionError(e);
        }
    }

    /** As {@link #send(String, String...)}, by another flow; its reference. */
    String send(Flow flow, String id, String... stepsAndAnswers) {
        return sent(flow, id, stepsAndAnswers).reference();
    }

    /** The rows of the audit log after {@code seq}. */
    List<AuditRows.Chained> audited(long seq) {
        return storage.audit(chain).after(seq, 100);
    }

    List<String> noticed() {
        return storage.notices().due(now.get(), 1000).stream()
                .map(Notices.Notice::receiverId)
                .toList();
    }

    @Override
    public void close() throws IOException {
        storage.close();
        chain.close();
    }
}
