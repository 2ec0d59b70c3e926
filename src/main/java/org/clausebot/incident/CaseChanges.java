package org.clausebot.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clausebot.school.Receiver;

/**
 * Changes reports. A change is decided on the report as it is read and sealed without holding anything up; if the report
 * has changed when it is to be stored, who may do what is decided again.
 */
final class CaseChanges {
    private final Incidents.Parts parts;
    private final CaseRows rows;
    private final Access access;
    private final CaseFiles files;
    private final Codes codes = new Codes();

    CaseChanges(Incidents.Parts parts, Access access, CaseFiles files) {
        this.parts = parts;
        this.rows = parts.cases();
        this.access = access;
        this.files = files;
    }

    /** A report that {@code who} may see, as it is decided on. */
    record Opened(CaseRows.Row row, Kept.Summary summary, Receiver who, Instant now) {
        Kept.Entry entry(String what, String words, Receiver... whom) {
            return new Kept.Entry(
                    now.toEpochMilli(),
                    what,
                    who.id(),
                    who.name(),
                    words,
                    List.of(whom).stream()
                            .map(p -> new Kept.Who(p.id(), p.name()))
                            .toList());
        }

        /** Nothing but what the audit log says. */
        Decided only(String action) {
            return new Decided(row.state(), row.route(), List.of(), List.of(), action);
        }

        Decided with(Kept.Entry entry, String action) {
            return new Decided(row.state(), row.route(), List.of(entry), List.of(), action);
        }
    }

    /**
     * What shall become of a report.
     *
     * @param tell who gets a notice
     * @param action for the audit log
     */
    record Decided(
            CaseRows.State state, CaseRows.Route route, List<Kept.Entry> entries, List<Receiver> tell, String action) {
        Decided {
            entries = List.copyOf(entries);
            tell = List.copyOf(tell);
        }
    }

    /** @param decide gives empty when the change is not possible */
    Cases.Outcome change(Cases.Viewer who, String reference, Function<Opened, Optional<Decided>> decide) {
        return changed(who, reference, decide).outcome();
    }

    /** What came of it, with the report as it was just before. */
    record Result(Cases.Outcome outcome, Optional<CaseRows.Row> row) {}

    Result changed(Cases.Viewer who, String reference, Function<Opened, Optional<Decided>> decide) {
        while (true) {
            Optional<CaseRows.Row> row = files.find(who, reference);
            Optional<Receiver> person = access.receiver(who);
            if (row.isEmpty() || person.isEmpty()) {
                inVain(who);
                return new Result(Cases.Outcome.NO_SUCH_CASE, Optional.empty());
            }
            Opened opened = new Opened(
                    row.get(),
                    files.summary(row.get()),
                    person.get(),
                    parts.clock().instant());
            Optional<Decided> decided = decide.apply(opened);
            if (decided.isEmpty()) {
                return new Result(Cases.Outcome.NOT_POSSIBLE, Optional.empty());
            }
            if (store(opened.row(), decided.get(), person.get().id(), opened.now())) {
                return new Result(Cases.Outcome.DONE, row);
            }
        }
    }

    /** The same for a report that is not there and one that is not to be seen. */
    void inVain(Cases.Viewer who) {
        parts.audit().append(List.of(parts.audited(who.school(), "", who.receiverId(), "looked-in-vain")));
    }

    /** @return false when the report has changed since it was read */
    boolean store(CaseRows.Row row, Decided decided, String actor, Instant now) {
        Envelope envelope = files.envelope(row);
        List<byte[]> entries = new ArrayList<>();
        for (Kept.Entry entry : decided.entries()) {
            entries.add(envelope.seal(CaseFiles.entry(row.entries() + entries.size()), entry));
        }
        return rows.change(new CaseRows.Change(
                row.id(),
                row.version(),
                decided.state(),
                decided.route(),
                entries,
                decided.tell().stream()
                        .map(person -> Notices.Notice.fresh(codes.id(), row.school(), person.id(), now))
                        .toList(),
                List.of(new AuditRows.Row(now, row.school(), row.id(), actor, decided.action()))));
    }

    /** The state with another status and summary. */
    CaseRows.State state(CaseRows.Row row, Status status, Kept.Summary summary) {
        CaseRows.State state = row.state();
        return new CaseRows.State(
                status.code(),
                state.escalated(),
                state.held(),
                Retention.expires(summary),
                files.envelope(row).seal(CaseFiles.SUMMARY, summary));
    }

    /** {@code person} beside the other recipients. */
    CaseRows.Route adding(CaseRows.Row row, Receiver person) {
        Set<String> recipients = new HashSet<>(row.route().recipients());
        recipients.add(access.tag(row.school(), person));
        return new CaseRows.Route(recipients, row.route().keptOut());
    }

    /** The route without {@code person}, who may be given the report again later. */
    CaseRows.Route without(CaseRows.Row row, CaseRows.Route route, Receiver person) {
        Set<String> recipients = new HashSet<>(route.recipients());
        recipients.remove(access.tag(row.school(), person));
        return new CaseRows.Route(recipients, route.keptOut());
    }

    /** The route with {@code person} kept out for good. */
    CaseRows.Route keepingOut(CaseRows.Row row, Receiver person) {
        Set<String> keptOut = new HashSet<>(row.route().keptOut());
        keptOut.add(access.tag(row.school(), person));
        return new CaseRows.Route(without(row, row.route(), person).recipients(), keptOut);
    }

    /** Who may be added to those who have the report. */
    Optional<Receiver> possible(Opened opened, String receiverId) {
        return named(receiverId, access.possible(opened.row(), opened.summary().accused()));
    }

    /** Who may be handed the report, by somebody else than themselves. */
    Optional<Receiver> successor(Opened opened, String receiverId) {
        return named(
                receiverId,
                access.eligible(opened.row(), opened.summary().accused()).stream()
                        .filter(person -> !person.equals(opened.who()))
                        .toList());
    }

    private static Optional<Receiver> named(String receiverId, List<Receiver> people) {
        return people.stream().filter(person -> person.id().equals(receiverId)).findFirst();
    }

    /** A report from which {@code who} steps back: who goes on with it, if it is to be somebody new. */
    Optional<Decided> recused(Opened opened, String reason) {
        CaseRows.Row row = opened.row();
        CaseRows.Route route = keepingOut(row, opened.who());
        List<Kept.Entry> entries = new ArrayList<>();
        entries.add(opened.entry(CaseFiles.RECIPIENT, "Stepped back. " + reason, opened.who()));
        CaseRows.Row left = CaseFiles.with(row, route);
        if (!access.recipients(left).isEmpty()) {
            return Optional.of(new Decided(row.state(), route, entries, List.of(), "recused"));
        }
        return Route.next(access.possible(left, opened.summary().accused())).map(next -> {
            entries.add(new Kept.Entry(
                    opened.now().toEpochMilli(),
                    CaseFiles.RECIPIENT,
                    Audit.PROGRAM,
                    "",
                    "Given to " + Route.words(next) + ", because nobody else was left.",
                    List.of(new Kept.Who(next.id(), next.name()))));
            return new Decided(row.state(), adding(left, next), entries, List.of(next), "recused");
        });
    }
}
