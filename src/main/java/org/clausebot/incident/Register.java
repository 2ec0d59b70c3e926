package org.clausebot.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.clausebot.flow.AnswerKind;
import org.clausebot.flow.Flow;
import org.clausebot.flow.Given;
import org.clausebot.incident.CaseChanges.Decided;
import org.clausebot.incident.Cases.Declaration;
import org.clausebot.school.Receiver;
import org.clausebot.seal.SealBrokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What holds for a time only: declarations, which are renewed, and what was asked for until a day. Whoever has one is
 * reminded on its day, once; whether it is closed makes no difference, because most are, soon after they were read.
 */
final class Register {
    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final int BATCH = 200;
    private static final int ISO_DAY = "2026-11-23".length();

    private final Incidents.Parts parts;
    private final Access access;
    private final CaseFiles files;
    private final CaseChanges changes;
    /** The day on which all was looked through; opening every report each minute would be for nothing. */
    private final AtomicReference<LocalDate> looked = new AtomicReference<>(LocalDate.MIN);

    Register(Incidents.Parts parts, Access access, CaseFiles files, CaseChanges changes) {
        this.parts = parts;
        this.access = access;
        this.files = files;
        this.changes = changes;
    }

    /** The last of the days to come that a request names: until then it asks. Empty for what is no request. */
    static Optional<LocalDate> end(Flow flow, Map<String, Given> answers) {
        if (flow.kind() != Flow.Kind.REQUEST) {
            return Optional.empty();
        }
        return flow.steps().stream()
                .filter(step -> step.kind()
                        .filter(kind -> kind instanceof AnswerKind.Date date && date.future())
                        .isPresent())
                .flatMap(step -> Stream.ofNullable(answers.get(step.id())))
                .flatMap(given -> day(given.value()).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(0, Math.min(ISO_DAY, value.length()))));
        } catch (DateTimeParseException e) {
            // A day that was skipped, or given in words.
            return Optional.empty();
        }
    }

    /** The day on which it is to be renewed, or ends. */
    private Optional<LocalDate> due(CaseRows.Row row, Kept.Summary summary) {
        if (!summary.renew().isEmpty()) {
            LocalDate sent = Retention.today(access.school(row.school()), row.sent());
            return Optional.of(sent.plus(Period.parse(summary.renew())));
        }
        return summary.ends() > 0 ? Optional.of(LocalDate.ofEpochDay(summary.ends())) : Optional.empty();
    }

    /** The line of the register for this report; empty for what is no declaration and has no end. */
    Optional<Declaration> entry(CaseRows.Row row) {
        Kept.Summary summary = files.summary(row);
        Optional<LocalDate> due = due(row, summary);
        return summary.declares() || due.isPresent()
                ? Optional.of(new Declaration(files.line(row), due, summary.declares()))
                : Optional.empty();
    }

    /**
     * Sends a notice to those who have what is due by now, once for each; looks through all once a day.
     *
     * @return how many were due
     */
    int remind(Instant now) {
        LocalDate today = Retention.today(parts.school().get(), now);
        if (!today.isAfter(looked.get())) {
            return 0;
        }
        int due = 0;
        boolean whole = true;
        for (List<CaseRows.Row> batch = parts.cases().after("", BATCH); !batch.isEmpty(); ) {
            for (CaseRows.Row row : batch) {
                Optional<Decided> reminder = reminder(row, today, now);
                if (reminder.isPresent()) {
                    boolean stored = changes.store(row, reminder.get(), Audit.PROGRAM, now);
                    due += stored ? 1 : 0;
                    // Somebody changed it just now: it is looked at again in the next round.
                    whole &= stored;
                }
            }
            batch = parts.cases().after(batch.getLast().id(), BATCH);
        }
        if (whole) {
            looked.set(today);
        }
        return due;
    }

    private Optional<Decided> reminder(CaseRows.Row row, LocalDate today, Instant now) {
        List<Receiver> tell = access.recipients(row);
        try {
            Kept.Summary summary = files.summary(row);
            return due(row, summary)
                    .filter(day -> !day.isAfter(today) && summary.reminded() != day.toEpochDay() && !tell.isEmpty())
                    .map(day -> new Decided(
                            changes.state(row, CaseFiles.status(row), summary.reminded(day)),
                            row.route(),
                            List.of(new Kept.Entry(
                                    now.toEpochMilli(), CaseFiles.DUE, Audit.PROGRAM, "", words(summary), List.of())),
                            tell,
                            "due"));
        } catch (SealBrokenException e) {
            LOG.error("A report cannot be opened to see whether it is due; run `./clausebot audit verify`");
            return Optional.empty();
        }
    }

    private static String words(Kept.Summary summary) {
        return summary.declares()
                ? "To be declared again, or to be taken as ended. Those who have it were told."
                : "The time that was asked for is over. Those who have it were told.";
    }
}
