package org.clausebot.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clausebot.school.School;
import org.clausebot.seal.SealBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long closed reports are kept, and their deletion: the data key goes first, a tombstone stays. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 50;

    private final Incidents.Parts parts;
    private final Access access;
    private final CaseFiles files;

    Retention(Incidents.Parts parts, Access access, CaseFiles files) {
        this.parts = parts;
        this.access = access;
        this.files = files;
    }

    /** The day from which a report is deleted; empty while it is open. */
    static Optional<LocalDate> expires(Kept.Summary summary) {
        return summary.closed() < 0
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(summary.closed()).plus(Period.parse(summary.keep())));
    }

    static LocalDate today(Optional<School> school, Instant now) {
        ZoneId zone = school.map(s -> s.hours().zone()).orElse(ZoneOffset.UTC);
        return now.atZone(zone).toLocalDate();
    }

    /** Deletes what is kept long enough and not held. @return how many */
    int purge(Instant now) {
        LocalDate today = today(parts.school().get(), now);
        int deleted = 0;
        while (true) {
            int before = deleted;
            for (CaseRows.Row row : parts.cases().expiring(today, BATCH)) {
                deleted += delete(row, today, now) ? 1 : 0;
            }
            if (deleted == before) {
                return deleted;
            }
        }
    }

    private boolean delete(CaseRows.Row row, LocalDate today, Instant now) {
        try {
            Kept.Summary summary = files.summary(row);
            LocalDate sent = today(access.school(row.school()), row.sent());
            CaseRows.Tombstone tombstone = new CaseRows.Tombstone(
                    row.school(), row.reference(), summary.flow(), sent, LocalDate.ofEpochDay(summary.closed()), today);
            return parts.cases()
                    .delete(
                            row.id(),
                            row.version(),
                            tombstone,
                            List.of(new AuditRows.Row(now, row.school(), row.id(), Audit.PROGRAM, "deleted")));
        } catch (SealBrokenException e) {
            LOG.error("A report that should be deleted cannot be opened; run `./clausebot audit verify`");
            return false;
        }
    }
}
