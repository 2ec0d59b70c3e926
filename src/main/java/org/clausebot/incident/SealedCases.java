package org.clausebot.incident;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.clausebot.school.Receiver;

/** {@link Cases} over sealed rows. */
final class SealedCases implements Cases {
    private final Incidents.Parts parts;
    private final Access access;
    private final CaseFiles files;
    private final CaseChanges changes;
    private final Register register;

    SealedCases(Incidents.Parts parts, Access access, CaseFiles files, CaseChanges changes, Register register) {
        this.parts = parts;
        this.access = access;
        this.files = files;
        this.changes = changes;
        this.register = register;
    }

    @Override
    public List<Line> list(Viewer who, Optional<Status> status, String words) {
        List<Line> lines = files.all(who).stream()
                .filter(row -> status.isEmpty() || CaseFiles.status(row) == status.get())
                .filter(row -> words.isBlank() || files.holds(row, words))
                .map(files::line)
                .toList();
        audit(who, words.isBlank() ? "listed" : "searched");
        return lines;
    }

    private void audit(Viewer who, String action) {
        parts.audit().append(List.of(parts.audited(who.school(), "", who.receiverId(), action)));
    }

    @Override
    public Optional<Case> open(Viewer who, String reference) {
        return looked(who, reference, opened -> {
            CaseRows.Row row = opened.row();
            if (CaseFiles.status(row) != Status.NEW) {
                return opened.only(CaseFiles.VIEWED);
            }
            return new CaseChanges.Decided(
                    changes.state(row, Status.SEEN, opened.summary()),
                    row.route(),
                    List.of(opened.entry(CaseFiles.STATUS, Status.SEEN.code())),
                    List.of(),
                    CaseFiles.VIEWED);
        });
    }

    @Override
    public Optional<Case> export(Viewer who, String reference, String form) {
        if (!form.matches("[a-z0-9-]{1,20}")) {
            throw new IllegalArgumentException("A form is a short code such as pdf");
        }
        return looked(who, reference, opened -> opened.only(CaseFiles.EXPORTED + form));
    }

    /** Audited before anything is given out. */
    private Optional<Case> looked(
            Viewer who, String reference, Function<CaseChanges.Opened, CaseChanges.Decided> decide) {
        changes.changed(who, reference, opened -> Optional.of(decide.apply(opened)));
        return files.find(who, reference).flatMap(files::whole);
    }

    @Override
    public Optional<Line> line(Viewer who, String reference) {
        Optional<CaseRows.Row> row = files.find(who, reference);
        if (row.isEmpty()) {
            changes.inVain(who);
        }
        return row.map(files::line);
    }

    @Override
    public Outcome status(
            Viewer who, String reference, Status was, Status status, String reason, boolean tellReporter) {
        String why = CleanText.of(reason).strip();
        boolean needsReason = status == Status.PASSED_ON || status == Status.CLOSED;
        if (status == Status.NEW || tooLong(why) || (needsReason && why.isEmpty())) {
            return refused(who, reference);
        }
        AtomicBoolean other = new AtomicBoolean();
        Outcome outcome = changes.change(who, reference, opened -> {
            // Decided on the report as it is stored, and again if that changes before this is.
            other.set(CaseFiles.status(opened.row()) != was);
            if (other.get()) {
                return Optional.empty();
            }
            Kept.Summary summary = opened.summary();
            long closed =
                    status != Status.CLOSED ? -1 : summary.closed() >= 0 ? summary.closed() : today().toEpochDay();
            CaseRows.State state =
                    changes.state(opened.row(), status, summary.with(why, tellReporter && !why.isEmpty(), closed));
            String words = status.code() + (why.isEmpty() ? "" : ": " + why);
            return Optional.of(new CaseChanges.Decided(
                    state,
                    opened.row().route(),
                    List.of(opened.entry(CaseFiles.STATUS, words)),
                    List.of(),
                    "status:" + status.code()));
        });
        return outcome == Outcome.NOT_POSSIBLE && other.get() ? Outcome.CHANGED_MEANWHILE : outcome;
    }

    private LocalDate today() {
        return Retention.today(parts.school().get(), parts.clock().instant());
    }

    private static boolean tooLong(String words) {
        return words.length() > Reporting.MOST_WORDS;
    }

    /** Not possible for a report that {@code who} may see; otherwise there is none. */
    private Outcome refused(Viewer who, String reference) {
        return changes.change(who, reference, opened -> Optional.empty());
    }

    @Override
    public Outcome note(Viewer who, String reference, String words) {
        return written(who, reference, CaseFiles.NOTE, words, "noted");
    }

    @Override
    public Outcome message(Viewer who, String reference, String words) {
        return written(who, reference, CaseFiles.MESSAGE, words, "wrote-to-reporter");
    }

    private Outcome written(Viewer who, String reference, String what, String words, String action) {
        String clean = CleanText.of(words).strip();
        if (clean.isEmpty() || tooLong(clean)) {
            return refused(who, reference);
        }
        return changes.change(who, reference, opened -> Optional.of(opened.with(opened.entry(what, clean), action)));
    }

    @Override
    public Outcome addRecipient(Viewer who, String reference, String receiverId, String reason) {
        String why = CleanText.of(reason).strip();
        return why.isEmpty() || tooLong(why)
                ? refused(who, reference)
                : changes.change(
                        who,
                        reference,
                        opened -> changes.possible(opened, receiverId)
                                .map(person -> given(
                                        opened,
                                        person,
                                        changes.adding(opened.row(), person),
                                        "Added " + Route.words(person) + ". " + why,
                                        "recipient-added")));
    }

    @Override
    public Outcome handOver(Viewer who, String reference, String receiverId, String reason) {
        String why = CleanText.of(reason).strip();
        return why.isEmpty() || tooLong(why)
                ? refused(who, reference)
                : changes.change(
                        who,
                        reference,
                        opened -> changes.successor(opened, receiverId)
                                .map(person -> given(
                                        opened,
                                        person,
                                        changes.without(
                                                opened.row(), changes.adding(opened.row(), person), opened.who()),
                                        "Handed over to " + Route.words(person) + ". " + why,
                                        "handed-over")));
    }

    private static CaseChanges.Decided given(
            CaseChanges.Opened opened, Receiver person, CaseRows.Route route, String words, String action) {
        return new CaseChanges.Decided(
                opened.row().state(),
                route,
                List.of(opened.entry(CaseFiles.RECIPIENT, words, person)),
                List.of(person),
                action);
    }

    @Override
    public Outcome recuse(Viewer who, String reference, String reason) {
        String why = CleanText.of(reason).strip();
        return tooLong(why)
                ? refused(who, reference)
                : changes.change(who, reference, opened -> changes.recused(opened, why));
    }

    @Override
    public Outcome hold(Viewer who, String reference, boolean held, String reason) {
        String why = CleanText.of(reason).strip();
        if (why.isEmpty() || tooLong(why)) {
            return refused(who, reference);
        }
        return changes.change(who, reference, opened -> {
            CaseRows.State state = opened.row().state();
            return Optional.of(new CaseChanges.Decided(
                    new CaseRows.State(state.status(), state.escalated(), held, state.expires(), state.summary()),
                    opened.row().route(),
                    List.of(opened.entry(CaseFiles.HELD, (held ? "Held: " : "No longer held: ") + why)),
                    List.of(),
                    held ? "held" : "hold-ended"));
        });
    }

    @Override
    public Optional<FileContent> evidence(Viewer who, String reference, String evidenceId, boolean original) {
        String action = CaseFiles.FILE + (original ? "original" : "clean");
        Optional<CaseRows.Row> row = changes.changed(who, reference, opened -> Optional.of(opened.only(action)))
                .row();
        return row.flatMap(found -> {
            Envelope envelope = files.envelope(found);
            return parts.evidence().about(found.id()).stream()
                    .filter(file -> file.id().equals(evidenceId))
                    .findFirst()
                    .flatMap(file -> parts.evidence()
                            .content(found.id(), evidenceId, original)
                            .map(bytes -> content(envelope, file, bytes, original)));
        });
    }

    private static FileContent content(Envelope envelope, EvidenceRows.About file, byte[] sealed, boolean original) {
        Kept.File kept = envelope.open(Drafts.about(file.id()), Kept.File.class, file.about());
        Kept.File shown = original ? kept : EvidenceCleaner.cleanCopy(kept);
        byte[] bytes = envelope.openBytes(Drafts.content(file.id(), original), sealed);
        return new FileContent(
                shown.name(), shown.kind(), ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    @Override
    public List<Receiver> candidates(Viewer who, String reference) {
        return files.find(who, reference)
                .map(row -> access.eligible(row, files.summary(row).accused()).stream()
                        .filter(person -> !person.id().equals(who.receiverId()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Declaration> declarations(Viewer who) {
        List<Declaration> declarations = entries(who);
        audit(who, "listed");
        return declarations;
    }

    private List<Declaration> entries(Viewer who) {
        return files.all(who).stream()
                .flatMap(row -> register.entry(row).stream())
                .toList();
    }

    @Override
    public int due(Viewer who) {
        LocalDate today = today();
        return (int) entries(who).stream()
                .filter(entry -> entry.due().filter(day -> !day.isAfter(today)).isPresent())
                .count();
    }

    @Override
    public List<Expiring> expiring(Viewer who, LocalDate day) {
        List<Expiring> expiring = files.all(who).stream()
                .filter(row ->
                        row.state().expires().filter(end -> !end.isAfter(day)).isPresent())
                .map(row -> new Expiring(
                        row.reference(),
                        files.summary(row).title(),
                        row.state().expires().orElseThrow(),
                        row.state().held()))
                .toList();
        audit(who, "listed");
        return expiring;
    }
}
