package org.clausebot.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.school.Receiver;
import org.clausebot.seal.Vault;

/** Opens sealed reports for those whom {@link Access} lets see them. */
final class CaseFiles {
    static final String SUMMARY = "summary";
    static final String BODY = "body";
    static final String ADDED = "added";
    static final String NOTE = "note";
    static final String MESSAGE = "message";
    static final String STATUS = "status";
    static final String RECIPIENT = "recipient";
    static final String HELD = "held";
    static final String DUE = "due";
    static final String VIEWED = "viewed";
    static final String EXPORTED = "exported:";
    static final String FILE = "evidence:";

    /** How long a report may wait unseen, in school hours. */
    static final Duration PATIENCE = Duration.ofHours(4);

    private static final String THE_REPORTER = "the reporter";
    private static final String THE_PROGRAM = "Clausebot";

    private final Incidents.Parts parts;
    private final CaseRows rows;
    private final Vault vault;
    private final Tags tags;
    private final Access access;

    CaseFiles(Incidents.Parts parts, Tags tags, Access access) {
        this.tags = tags;
        this.parts = parts;
        this.rows = parts.cases();
        this.vault = parts.vault();
        this.access = access;
    }

    static String entry(int seq) {
        return "entry/" + seq;
    }

    static Status status(CaseRows.Row row) {
        return Status.of(row.state().status());
    }

    static List<Kept.Entry> entries(Envelope envelope, CaseRows.Contents contents) {
        List<Kept.Entry> entries = new ArrayList<>();
        for (byte[] sealed : contents.entries()) {
            entries.add(envelope.open(entry(entries.size()), Kept.Entry.class, sealed));
        }
        return List.copyOf(entries);
    }

    Optional<CaseRows.Row> find(Cases.Viewer who, String reference) {
        String person = tags.person(who.school(), who.receiverId());
        String wanted = reference.strip().toUpperCase(Locale.ROOT);
        return rows.byReference(who.school(), wanted, person).filter(row -> access.maySee(who, row));
    }

    List<CaseRows.Row> all(Cases.Viewer who) {
        String person = tags.person(who.school(), who.receiverId());
        return rows.routedTo(who.school(), person).stream()
                .filter(row -> access.maySee(who, row))
                .toList();
    }

    /** The report as if its route were this one. */
    static CaseRows.Row with(CaseRows.Row row, CaseRows.Route route) {
        return new CaseRows.Row(
                row.id(),
                row.school(),
                row.conversation(),
                row.receipt(),
                row.reference(),
                row.wrapped(),
                row.version(),
                row.entries(),
                row.sent(),
                row.state(),
                route);
    }

    Envelope envelope(CaseRows.Row row) {
        return Envelope.of(vault, row.id(), row.wrapped());
    }

    Kept.Summary summary(CaseRows.Row row) {
        return envelope(row).open(SUMMARY, Kept.Summary.class, row.state().summary());
    }

    Cases.Line line(CaseRows.Row row) {
        return new Cases.Line(
                row.reference(),
                summary(row).title(),
                row.sent(),
                status(row),
                overdue(row),
                row.state().held());
    }

    private boolean overdue(CaseRows.Row row) {
        return status(row) == Status.NEW
                && access.school(row.school())
                        .map(s -> s.hours().between(row.sent(), parts.clock().instant()))
                        .filter(waited -> waited.compareTo(PATIENCE) > 0)
                        .isPresent();
    }

    /** The whole case; empty when it was deleted meanwhile. */
    Optional<Cases.Case> whole(CaseRows.Row row) {
        return rows.contents(row.id()).map(contents -> {
            Envelope envelope = envelope(row);
            Kept.Body body = envelope.open(BODY, Kept.Body.class, contents.body());
            List<Kept.Entry> entries = entries(envelope, contents);
            return new Cases.Case(
                    line(row),
                    body.flow(),
                    body.answers().stream()
                            .map(a -> new Cases.Answered(a.step(), a.question(), a.shown()))
                            .toList(),
                    body.cites(),
                    body.policyVersion(),
                    Drafts.about(parts.evidence(), envelope),
                    recipients(row, body, entries),
                    chronology(row, body, entries),
                    row.state().expires());
        });
    }

    /** Today's names and roles; those who have left the school by the name that they had. */
    private List<String> recipients(CaseRows.Row row, Kept.Body body, List<Kept.Entry> entries) {
        Map<String, String> names = new HashMap<>();
        Stream.concat(body.recipients().stream(), entries.stream().flatMap(e -> e.whom().stream()))
                .forEach(who -> names.put(tags.person(row.school(), who.id()), who.name()));
        access.recipients(row).forEach(p -> names.put(access.tag(row.school(), p), Route.words(p)));
        return row.route().recipients().stream()
                .map(tag -> names.getOrDefault(tag, "somebody who has left the school"))
                .sorted()
                .toList();
    }

    private List<Cases.Event> chronology(CaseRows.Row row, Kept.Body body, List<Kept.Entry> entries) {
        List<Cases.Event> events = new ArrayList<>();
        String to =
                String.join("; ", body.recipients().stream().map(Kept.Who::name).toList());
        String ring = body.ring().isEmpty() ? "" : ". To ring: " + String.join("; ", body.ring());
        events.add(new Cases.Event(row.sent(), "sent", THE_REPORTER, "To: " + to + ring));
        for (Kept.Entry entry : entries) {
            String by = entry.by().equals(Audit.REPORTER)
                    ? THE_REPORTER
                    : entry.by().equals(Audit.PROGRAM) ? THE_PROGRAM : entry.byName();
            events.add(new Cases.Event(Instant.ofEpochMilli(entry.at()), entry.what(), by, entry.words()));
        }
        for (AuditRows.Chained seen : parts.audit().about(row.id())) {
            String action = seen.row().action();
            if (action.equals(VIEWED) || action.startsWith(EXPORTED) || action.startsWith(FILE)) {
                events.add(new Cases.Event(seen.row().at(), action.replaceAll(":.*", ""), name(row, seen), ""));
            }
        }
        events.sort(Comparator.comparing(Cases.Event::at));
        return List.copyOf(events);
    }

    private String name(CaseRows.Row row, AuditRows.Chained seen) {
        String actor = seen.row().actor();
        return access.school(row.school())
                .flatMap(s -> s.person(actor))
                .map(Receiver::name)
                .orElse(actor);
    }

    /** Whether every word is somewhere in the case. */
    boolean holds(CaseRows.Row row, String words) {
        return whole(row)
                .map(found -> {
                    String text = text(found).toLowerCase(Locale.ROOT);
                    return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                            .allMatch(text::contains);
                })
                .orElse(false);
    }

    private static String text(Cases.Case found) {
        StringBuilder text = new StringBuilder(found.line().title())
                .append('\n')
                .append(found.line().reference());
        found.answers()
                .forEach(
                        a -> text.append('\n').append(a.question()).append('\n').append(a.answer()));
        found.evidence().forEach(file -> text.append('\n').append(file.name()));
        found.chronology().forEach(e -> text.append('\n').append(e.words()));
        return text.toString();
    }
}
