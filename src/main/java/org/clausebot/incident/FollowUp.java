package org.clausebot.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.seal.Vault;

/** What a reporter does with their receipt: reads how far it has come, and adds. */
final class FollowUp {
    private final Incidents.Parts parts;
    private final CaseRows rows;
    private final Vault vault;
    private final Tags tags;
    private final Access access;
    private final Codes codes = new Codes();

    FollowUp(Incidents.Parts parts, Tags tags, Access access) {
        this.parts = parts;
        this.rows = parts.cases();
        this.vault = parts.vault();
        this.tags = tags;
        this.access = access;
    }

    private Optional<CaseRows.Row> row(String code) {
        return Codes.read(code).flatMap(read -> rows.byReceipt(tags.receipt(read)));
    }

    Optional<Reporting.Sent> sent(String code) {
        return row(code).flatMap(row -> rows.contents(row.id()).map(contents -> sent(row, contents)));
    }

    private Reporting.Sent sent(CaseRows.Row row, CaseRows.Contents contents) {
        Envelope envelope = Envelope.of(vault, row.id(), row.wrapped());
        Kept.Summary summary =
                envelope.open(CaseFiles.SUMMARY, Kept.Summary.class, row.state().summary());
        List<Reporting.Entry> entries = new ArrayList<>();
        for (Kept.Entry entry : CaseFiles.entries(envelope, contents)) {
            if (entry.what().equals(CaseFiles.ADDED) || entry.what().equals(CaseFiles.MESSAGE)) {
                entries.add(new Reporting.Entry(
                        Instant.ofEpochMilli(entry.at()), entry.what().equals(CaseFiles.MESSAGE), entry.words()));
            }
        }
        return new Reporting.Sent(
                row.reference(),
                summary.title(),
                row.sent(),
                CaseFiles.status(row),
                summary.tell() ? summary.reason() : "",
                entries);
    }

    boolean add(String code, String words) {
        String clean = CleanText.of(words).strip();
        if (clean.isEmpty() || clean.length() > Reporting.MOST_WORDS) {
            throw new IllegalArgumentException("Between 1 and " + Reporting.MOST_WORDS + " characters can be added");
        }
        Optional<CaseRows.Row> row = row(code);
        while (row.isPresent() && CaseFiles.status(row.get()) != Status.CLOSED) {
            if (rows.change(addition(row.get(), clean))) {
                return true;
            }
            row = row(code);
        }
        return false;
    }

    private CaseRows.Change addition(CaseRows.Row row, String words) {
        Instant now = parts.clock().instant();
        Kept.Entry entry = new Kept.Entry(now.toEpochMilli(), CaseFiles.ADDED, Audit.REPORTER, "", words, List.of());
        return new CaseRows.Change(
                row.id(),
                row.version(),
                row.state(),
                row.route(),
                List.of(Envelope.of(vault, row.id(), row.wrapped()).seal(CaseFiles.entry(row.entries()), entry)),
                access.recipients(row).stream()
                        .map(person -> Notices.Notice.fresh(codes.id(), row.school(), person.id(), now))
                        .toList(),
                List.of(parts.audited(row.school(), row.id(), Audit.REPORTER, "added")));
    }
}
