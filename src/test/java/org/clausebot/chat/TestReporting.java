package org.clausebot.chat;

import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.clausebot.acknowledgement.ReadingRows;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.datafile.DataFileException;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.incident.AuditChain;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.CaseRows;
import org.clausebot.incident.DraftRows;
import org.clausebot.incident.Incidents;
import org.clausebot.incident.Reporting;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.school.SchoolHours;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.KeySettings;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;
import org.jspecify.annotations.Nullable;

/** Reporting as it is, on disk, with our own flows and a small school. */
public final class TestReporting implements AutoCloseable {
    private static final Set<String> WRITING =
            Set.of("keep", "setLater", "move", "destroy", "store", "change", "append");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T16:05:30Z"));
    private final SqliteStorage storage;
    private final AuditChain chain;
    private final Incidents incidents;
    private final List<Flow> flows;
    private final KeyRing keys;

    public TestReporting(Path folder) throws Exception {
        this(folder, UnaryOperator.identity());
    }

    /** @param written stands around whatever is written of reports */
    public TestReporting(Path folder, UnaryOperator<Runnable> written) throws Exception {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        keys = KeyRing.open(new KeySettings("", ""), folder.resolve("keys"), () -> false);
        chain = AuditChain.open(keys.vault(), folder.resolve("keys").resolve("audit.head"));
        flows = FlowLibrary.read(Path.of("conversations/flows")).all();
        incidents = new Incidents(new Incidents.Parts(
                writing(DraftRows.class, storage.drafts(), written),
                storage.evidence(),
                writing(CaseRows.class, storage.cases(chain), written),
                storage.notices(),
                writing(AuditRows.class, storage.audit(chain), written),
                keys.vault(),
                keys.signer(),
                () -> Optional.of(school()),
                TestReporting::parse,
                flow -> "2018-06",
                clock(),
                Duration.ofDays(14)));
    }

    private static <R> R writing(Class<R> port, R rows, UnaryOperator<Runnable> written) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
            AtomicReference<@Nullable Object> result = new AtomicReference<>();
            Runnable call = () -> result.set(called(rows, method, values));
            (WRITING.contains(method.getName()) ? written.apply(call) : call).run();
            return result.get();
        }));
    }

    private static @Nullable Object called(Object rows, Method method, @Nullable Object[] values) {
        try {
            return method.invoke(rows, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flow parse(String id, String source) {
        try {
            return FlowLibrary.parse(id, source);
        } catch (DataFileException e) {
            throw new UncheckedIOException(new java.io.IOException(e));
        }
    }

    /** The time goes on. */
    public void pass(Duration time) {
        now.updateAndGet(t -> t.plus(time));
    }

    public Reporting reporting() {
        return incidents.reporting();
    }

    /** What a service delivers, on the same disk. */
    public Deliveries deliveries(String service) {
        return service.equals("slack") ? storage.deliveries() : storage.teamsDeliveries();
    }

    public Vault vault() {
        return keys.vault();
    }

    /** Questions that somebody waits for, on the same disk. */
    public Awaited awaited() {
        return new Awaited(storage.awaiting(), keys.vault(), clock());
    }

    /** Who has read what, on the same disk. */
    public ReadingRows readings() {
        return storage.readings();
    }

    /** The audit log, oldest first. */
    public List<AuditRows.Row> audited() {
        return storage.audit(chain).after(0, 1_000).stream()
                .map(AuditRows.Chained::row)
                .toList();
    }

    public Incidents incidents() {
        return incidents;
    }

    /** A new process with the same disk. */
    public ReportingAssistant assistant(
            Assistant policy, Function<Question, Answer> answerer, List<Policy> policies, Phrases phrases) {
        return new ReportingAssistant(new ReportingAssistant.Parts(
                policy,
                answerer,
                () -> policies,
                () -> flows,
                Optional.of(reporting()),
                () -> Optional.of(school()),
                phrases,
                clock()));
    }

    /** An assistant where nothing can be sent. */
    public ReportingAssistant withoutReporting(Assistant policy, List<Policy> policies, Phrases phrases) {
        return new ReportingAssistant(new ReportingAssistant.Parts(
                policy,
                question -> {
                    throw new IllegalStateException("Nothing is answered in a report that cannot be sent");
                },
                () -> policies,
                () -> flows,
                Optional.empty(),
                Optional::empty,
                phrases,
                clock()));
    }

    public static School school() {
        return new School(
                SchoolId.DEFAULT,
                "St Michael’s CE Primary School",
                LocalDate.of(2026, 9, 1),
                List.of(
                        person("jane-smith", "Jane Smith", Role.HEADTEACHER),
                        person("amina-khan", "Amina Khan", Role.SAFEGUARDING_LEAD),
                        person("ben-cole", "Ben Cole", Role.DEPUTY_SAFEGUARDING_LEAD),
                        person("tom-reed", "Tom Reed", Role.CHAIR_OF_GOVERNORS),
                        person("olu-ade", "Olu Ade", Role.ONLINE_SAFETY_LEAD),
                        person("mary-wood", "Mary Wood", Role.LINE_MANAGER),
                        person("sam-hill", "Sam Hill", Role.SENIOR_LEADER),
                        person("ruth-lane", "Ruth Lane", Role.HUMAN_RESOURCES)),
                Map.of(
                        "lado", number("Local authority designated officer (LADO)", "01628 000010"),
                        "police", number("Police (not an emergency)", "101"),
                        "childrens-services", number("Children’s services", "01628 000011"),
                        "human-resources", number("Human resources", "01628 000012"),
                        "support-line", number("Professionals online safety helpline", "0800 000013")),
                Map.of(),
                new SchoolHours(
                        ZoneId.of("Europe/London"),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY),
                        List.of()));
    }

    private static Receiver person(String id, String name, Role role) {
        return new Receiver(id, name, id + "@school.example", "01628 000001", Set.of(role));
    }

    private static School.Telephone number(String name, String phone) {
        return new School.Telephone(name, phone, LocalDate.of(2026, 9, 1));
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Override
    public void close() throws Exception {
        chain.close();
        storage.close();
    }
}
