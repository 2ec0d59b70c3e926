package org.clausebot.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.datafile.DataFileException;
import org.clausebot.desk.signin.AccessNotices;
import org.clausebot.desk.signin.AuditTrail;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.incident.Audit;
import org.clausebot.incident.AuditChain;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Housekeeping;
import org.clausebot.incident.Incidents;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.incident.OldFlows;
import org.clausebot.incident.Reporting;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is needed to take reports and to work on them, wired together. There is none where no school is set up. */
final class Casework implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Casework.class);
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);
    /** Those of today and those of yesterday. */
    private static final int FLOWS_KEPT_READ = 50;

    private final SqliteStorage storage;
    private final KeyRing keys;
    private final AuditChain chain;
    private final Audit audit;
    private final Incidents incidents;
    private final Supplier<Optional<School>> school;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    private Casework(
            SqliteStorage storage,
            KeyRing keys,
            AuditChain chain,
            Audit audit,
            Incidents incidents,
            Supplier<Optional<School>> school,
            Clock clock) {
        this.storage = storage;
        this.keys = keys;
        this.chain = chain;
        this.audit = audit;
        this.incidents = incidents;
        this.school = school;
        this.clock = clock;
    }

    /**
     * Empty where {@code school.yaml} is not there, so that nothing can be sent.
     *
     * @throws RefusedException when the keys or the audit log are not as they should be
     */
    static Optional<Casework> open(Config config, Program program, SqliteStorage storage, Clock clock)
            throws RefusedException {
        return open(config, program.schools(), flow -> policyVersion(program, flow), storage, clock);
    }

    /** For work that begins no report: no policy is read. */
    static Optional<Casework> withoutPolicies(Config config, Schools schools, SqliteStorage storage, Clock clock)
            throws RefusedException {
        return open(config, schools, flow -> "", storage, clock);
    }

    private static Optional<Casework> open(
            Config config, Schools schools, Function<Flow, String> policyVersion, SqliteStorage storage, Clock clock)
            throws RefusedException {
        Supplier<Optional<School>> school = () -> schools.inForce(SchoolId.DEFAULT);
        if (school.get().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Keyrings.refusing(() -> {
            KeyRing keys = Keyrings.open(config, storage);
            AuditChain chain = AuditChain.open(keys.vault(), Keyrings.auditHead(config));
            Audit audit = new Audit(storage.audit(chain), chain, clock);
            audit.start();
            Incidents incidents = new Incidents(new Incidents.Parts(
                    storage.drafts(),
                    storage.evidence(),
                    storage.cases(chain),
                    storage.notices(),
                    storage.audit(chain),
                    keys.vault(),
                    keys.signer(),
                    school,
                    asBegun(),
                    policyVersion,
                    clock,
                    config.keepUnfinished()));
            return new Casework(storage, keys, chain, audit, incidents, school, clock);
        }));
    }

    /**
     * A flow as it was when a conversation began: it was checked then, so it can be read now. Those in use are kept read,
     * because each step of a report needs its flow.
     */
    private static OldFlows asBegun() {
        Cache<Source, Flow> read =
                Caffeine.newBuilder().maximumSize(FLOWS_KEPT_READ).build();
        return (id, source) -> read.get(new Source(id, source), Casework::parsed);
    }

    private record Source(String id, String yaml) {}

    private static Flow parsed(Source source) {
        try {
            return FlowLibrary.parse(source.id(), source.yaml());
        } catch (DataFileException e) {
            throw new IllegalStateException("The flow of an unfinished report can no longer be read", e);
        }
    }

    private static String policyVersion(Program program, Flow flow) {
        return program.policies().stream()
                .filter(p -> p.id().equals(flow.policy()))
                .map(Policy::details)
                .map(details -> details.version())
                .findFirst()
                .orElse("");
    }

    Reporting reporting() {
        return incidents.reporting();
    }

    Cases cases() {
        return incidents.cases();
    }

    Vault vault() {
        return keys.vault();
    }

    Supplier<Optional<School>> school() {
        return school;
    }

    /** Changes of somebody's access, in the one audit log. */
    AuditTrail trail() {
        return (actor, action) -> audit.note(SchoolId.DEFAULT, actor, action.replace(' ', ':'));
    }

    AccessNotices notices() {
        // Without hyphens, as the ids of notices of reports are: a Message-ID must not tell the two kinds apart.
        return receiver -> storage.notices()
                .queue(Notice.fresh(
                        UUID.randomUUID().toString().replace("-", ""), SchoolId.DEFAULT, receiver, clock.instant()));
    }

    Housekeeping housekeeping() {
        return incidents.housekeeping();
    }

    /** Begins what is done by the clock: reminders, what expires, what is no longer kept. */
    void startHousekeeping() {
        Thread.ofVirtual().name("housekeeping").start(this::keepHouse);
    }

    private void keepHouse() {
        Housekeeping housekeeping = housekeeping();
        Rounds.untilStopped(
                stop,
                BETWEEN_ROUNDS,
                () -> housekeeping.run(clock.instant()),
                fault -> LOG.error(
                        "A round of housekeeping failed: {}", fault.getClass().getSimpleName()));
    }

    @Override
    public void close() {
        stop.countDown();
        try {
            chain.close();
        } catch (IOException e) {
            LOG.warn("The audit log's head was not closed; it is brought up to date at the next start");
        }
    }
}
