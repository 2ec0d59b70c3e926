package org.clausebot.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/** Finds reports that wait: unseen for too long, or with nobody left who may see them. */
final class Escalation {
    private static final int BATCH = 200;

    private final Incidents.Parts parts;
    private final Access access;
    private final CaseFiles files;
    private final CaseChanges changes;

    Escalation(Incidents.Parts parts, Access access, CaseFiles files) {
        this.parts = parts;
        this.access = access;
        this.files = files;
        this.changes = new CaseChanges(parts, access, files);
    }

    /**
     * Adds the deputy to each report that was not seen for longer than 4 school hours, and sends a notice; once for a
     * report. Where no deputy may have it, those who have it are told again.
     *
     * @return how many
     */
    int overdue(Instant now) {
        int escalated = 0;
        for (CaseRows.Row row : parts.cases().waiting(Status.NEW.code(), now.minus(CaseFiles.PATIENCE), BATCH)) {
            Optional<School> school = access.school(row.school());
            if (school.isPresent()
                    && school.get().hours().between(row.sent(), now).compareTo(CaseFiles.PATIENCE) > 0
                    && changes.store(row, escalated(row, now), Audit.PROGRAM, now)) {
                escalated++;
            }
        }
        return escalated;
    }

    private CaseChanges.Decided escalated(CaseRows.Row row, Instant now) {
        CaseRows.State state = row.state();
        CaseRows.State told = new CaseRows.State(state.status(), true, state.held(), state.expires(), state.summary());
        return Route.deputy(access.possible(row, files.summary(row).accused()))
                .map(deputy -> new CaseChanges.Decided(
                        told,
                        changes.adding(row, deputy),
                        List.of(entry(now, deputy, "because nobody had looked at it in 4 school hours")),
                        List.of(deputy),
                        "overdue"))
                .orElseGet(
                        () -> new CaseChanges.Decided(told, row.route(), List.of(), access.recipients(row), "overdue"));
    }

    /**
     * Gives each open report whose recipients have all left the school to the next person who may have it.
     *
     * @return how many
     */
    int orphaned(Instant now) {
        int given = 0;
        List<CaseRows.Row> batch = parts.cases().after("", BATCH);
        while (!batch.isEmpty()) {
            for (CaseRows.Row row : batch) {
                if (CaseFiles.status(row) != Status.CLOSED
                        && access.school(row.school()).isPresent()
                        && access.recipients(row).isEmpty()) {
                    given += give(row, now) ? 1 : 0;
                }
            }
            batch = parts.cases().after(batch.getLast().id(), BATCH);
        }
        return given;
    }

    private boolean give(CaseRows.Row row, Instant now) {
        return Route.next(access.possible(row, files.summary(row).accused()))
                .filter(next -> changes.store(
                        row,
                        new CaseChanges.Decided(
                                row.state(),
                                changes.adding(row, next),
                                List.of(entry(now, next, "because everybody who had it has left")),
                                List.of(next),
                                "recipient-added"),
                        Audit.PROGRAM,
                        now))
                .isPresent();
    }

    private static Kept.Entry entry(Instant now, Receiver person, String why) {
        return new Kept.Entry(
                now.toEpochMilli(),
                CaseFiles.RECIPIENT,
                Audit.PROGRAM,
                "",
                "Added " + Route.words(person) + ", " + why + ".",
                List.of(new Kept.Who(person.id(), person.name())));
    }
}
