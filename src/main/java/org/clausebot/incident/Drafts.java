package org.clausebot.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.flow.AnswerKind;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.seal.Vault;

/** Unfinished conversations and their evidence. */
final class Drafts {
    private static final String BODY = "draft";
    private static final String LATER = "later";
    private static final String NOTHING_TO_ADD_TO =
            "There is no unfinished report to add this to, so the file was not" + " kept. Begin the report first.";
    private static final String NO_FILES =
            "No file can be added to this report, so it was not kept. Do not send it anywhere else either.";

    private final DraftRows rows;
    private final EvidenceRows files;
    private final Vault vault;
    private final Tags tags;
    private final OldFlows flows;
    private final AuditRows audit;
    private final Supplier<Optional<School>> school;
    private final Clock clock;
    private final Duration keep;
    private final Codes codes = new Codes();
    private final EvidenceCleaner cleaner = new EvidenceCleaner();

    Drafts(Incidents.Parts parts, Tags tags) {
        this.rows = parts.drafts();
        this.files = parts.evidence();
        this.vault = parts.vault();
        this.flows = parts.flows();
        this.audit = parts.audit();
        this.school = parts.school();
        this.clock = parts.clock();
        this.keep = parts.keepUnfinished();
        this.tags = tags;
    }

    Optional<Reporting.Unfinished> of(Reporter reporter) {
        return row(reporter).map(this::unfinished);
    }

    /** The row of an unfinished conversation that has not expired. */
    Optional<DraftRows.Draft> row(Reporter reporter) {
        return rows.of(reporter.school(), tags.reporter(reporter)).filter(this::alive);
    }

    private boolean alive(DraftRows.Draft draft) {
        return draft.expires().isAfter(clock.instant());
    }

    private Envelope envelope(DraftRows.Draft draft) {
        return Envelope.of(vault, draft.id(), draft.wrapped());
    }

    private Reporting.Unfinished unfinished(DraftRows.Draft draft) {
        Kept.Draft kept = envelope(draft).open(BODY, Kept.Draft.class, draft.body());
        return new Reporting.Unfinished(
                kept.talk().conversation(), flows.parse(kept.flow(), kept.source()), kept.paused(), draft.expires());
    }

    void keep(Reporter reporter, Flow flow, Conversation conversation, boolean paused) {
        String owner = tags.reporter(reporter);
        String talk = tags.conversation(conversation.id());
        Optional<DraftRows.Draft> same = rows.of(reporter.school(), owner)
                .filter(draft -> draft.conversation().equals(talk));
        Envelope envelope = same.map(this::envelope).orElseGet(() -> Envelope.fresh(vault, codes.id()));
        Kept.Draft kept = new Kept.Draft(Kept.Talk.of(conversation), flow.id(), flow.source(), paused);
        rows.keep(new DraftRows.Draft(
                reporter.school(),
                owner,
                envelope.record(),
                talk,
                envelope.wrapped(),
                envelope.seal(BODY, kept),
                Optional.empty(),
                Optional.empty(),
                conversation.touchedAt().plus(keep)));
    }

    String laterCode(Reporter reporter) {
        DraftRows.Draft draft =
                row(reporter).orElseThrow(() -> new IllegalStateException("There is no unfinished conversation"));
        Envelope envelope = envelope(draft);
        if (draft.laterCode().isPresent()) {
            return envelope.open(LATER, String.class, draft.laterCode().get());
        }
        String code = codes.code();
        rows.setLater(draft.id(), tags.later(reporter.school(), code), envelope.seal(LATER, code));
        return code;
    }

    boolean hasAlready(Reporter reporter, String laterCode) {
        return by(reporter, laterCode)
                .filter(draft -> draft.owner().equals(tags.reporter(reporter)))
                .isPresent();
    }

    private Optional<DraftRows.Draft> by(Reporter reporter, String laterCode) {
        return Codes.read(laterCode)
                .flatMap(code -> rows.later(reporter.school(), tags.later(reporter.school(), code)))
                .filter(this::alive);
    }

    Optional<Reporting.Unfinished> resume(Reporter reporter, String laterCode) {
        return by(reporter, laterCode)
                .filter(draft -> rows.move(draft.id(), tags.reporter(reporter)))
                .map(this::unfinished);
    }

    void discard(Reporter reporter) {
        rows.destroy(reporter.school(), tags.reporter(reporter));
    }

    /**
     * Destroys the conversation that a report was made of, should it be there again: a crash after sending puts it back
     * so that it can be sent again. Its files are the report's.
     *
     * @param talk the fingerprint of the conversation's id
     */
    void discardSent(Reporter reporter, String talk) {
        rows.of(reporter.school(), tags.reporter(reporter))
                .filter(draft -> draft.conversation().equals(talk))
                .ifPresent(draft -> discard(reporter));
    }

    /** Noted first: a crash in between notes it twice rather than never. */
    void firstStepsGiven(Reporter reporter, Flow flow) {
        audit.append(List.of(new AuditRows.Row(
                today(reporter.school()), reporter.school(), "", Audit.PROGRAM, Audit.FIRST_STEPS + flow.id())));
        discard(reporter);
    }

    /** The day and no time, which could tell who it was. */
    private Instant today(SchoolId at) {
        ZoneId zone = school.get()
                .filter(there -> there.id().equals(at))
                .map(there -> there.hours().zone())
                .orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(clock.instant(), zone)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    Reporting.Evidence attach(Reporter reporter, String step, String fileName, byte[] content)
            throws EvidenceRefusedException {
        DraftRows.Draft draft = row(reporter).orElseThrow(() -> new EvidenceRefusedException(NOTHING_TO_ADD_TO));
        Flow flow = unfinished(draft).flow();
        boolean asked = flow.step(step)
                .flatMap(s -> s.kind())
                .filter(AnswerKind.Evidence.class::isInstance)
                .isPresent();
        if (!flow.evidence() || !asked) {
            throw new EvidenceRefusedException(NO_FILES);
        }
        EvidenceCleaner.Cleaned cleaned = cleaner.clean(step, fileName, content);
        String id = codes.id();
        Envelope envelope = envelope(draft);
        EvidenceRows.File sealed = new EvidenceRows.File(
                id,
                envelope.seal(about(id), cleaned.file()),
                envelope.sealBytes(content(id, false), cleaned.clean()),
                envelope.sealBytes(content(id, true), content));
        if (!files.attach(draft.id(), sealed, EvidenceCleaner.MOST_FILES)) {
            throw new EvidenceRefusedException("A report can have " + EvidenceCleaner.MOST_FILES
                    + " files, so this one was not kept. Take one away first, or bring the others in person.");
        }
        return evidence(id, cleaned.file());
    }

    void detach(Reporter reporter, String evidenceId) {
        row(reporter).ifPresent(draft -> files.detach(draft.id(), evidenceId));
    }

    List<Reporting.Evidence> attached(Reporter reporter) {
        return row(reporter).map(draft -> about(files, envelope(draft))).orElse(List.of());
    }

    /** The files of a record, in the order of arrival. */
    static List<Reporting.Evidence> about(EvidenceRows files, Envelope envelope) {
        return files.about(envelope.record()).stream()
                .map(file -> evidence(file.id(), envelope.open(about(file.id()), Kept.File.class, file.about())))
                .toList();
    }

    static String about(String id) {
        return "file/" + id + "/about";
    }

    static String content(String id, boolean original) {
        return "file/" + id + (original ? "/original" : "/clean");
    }

    private static Reporting.Evidence evidence(String id, Kept.File file) {
        return new Reporting.Evidence(id, file.step(), file.name(), file.kind(), file.bytes(), file.sha256());
    }
}
