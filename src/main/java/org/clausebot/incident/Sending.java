package org.clausebot.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowEngine;
import org.clausebot.flow.Given;
import org.clausebot.flow.Step;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;
import org.clausebot.seal.ReceiptText;
import org.clausebot.seal.Signer;
import org.clausebot.seal.Vault;

/** From a finished conversation to a stored report with its receipt, once. */
final class Sending {
    /** How long a receipt is shown again to the person who was handed it. */
    private static final Duration SHOWN_AGAIN = Duration.ofHours(1);

    private final CaseRows rows;
    private final Vault vault;
    private final Signer signer;
    private final Tags tags;
    private final Access access;
    private final Drafts drafts;
    private final Incidents.Parts parts;
    private final Function<Flow, String> policyVersion;
    private final Clock clock;
    private final Codes codes = new Codes();

    Sending(Incidents.Parts parts, Tags tags, Access access, Drafts drafts) {
        this.parts = parts;
        this.rows = parts.cases();
        this.vault = parts.vault();
        this.signer = parts.signer();
        this.policyVersion = parts.policyVersion();
        this.clock = parts.clock();
        this.tags = tags;
        this.access = access;
        this.drafts = drafts;
    }

    Reporting.Addressees addressees(Flow flow, Conversation conversation) {
        Optional<School> school = parts.school().get();
        if (school.isEmpty()) {
            return new Reporting.Addressees(List.of(), List.of());
        }
        Route route = Route.of(flow, conversation.answers(), school.get());
        return new Reporting.Addressees(
                route.recipients().stream().map(Route::words).toList(),
                route.ringLines(school.get()),
                route.keptOut().stream().map(Route::words).toList());
    }

    Receipt send(Reporter reporter, Flow flow, Conversation conversation) throws NobodyToReceiveException {
        String talk = tags.conversation(conversation.id());
        Optional<CaseRows.Row> before = rows.byConversation(talk);
        if (before.isPresent()) {
            drafts.discardSent(reporter, talk);
            return receipt(before.get());
        }
        School school = access.school(reporter.school())
                .orElseThrow(() -> new NobodyToReceiveException("Nothing can be sent from here yet, because the school"
                        + " has not said who receives reports. Tell the headteacher or the designated safeguarding"
                        + " lead in person."));
        Route route = Route.of(flow, conversation.answers(), school);
        if (route.recipients().isEmpty()) {
            throw new NobodyToReceiveException("Nobody is left in the school who may receive this, so it was not sent."
                    + " Please ring " + String.join("; ", route.ringLines(school)) + ".");
        }
        // The conversation's data key and id become the report's: its evidence stays where it is.
        Envelope envelope = drafts.row(reporter)
                .filter(draft -> draft.conversation().equals(talk))
                .map(draft -> Envelope.of(vault, draft.id(), draft.wrapped()))
                .orElseGet(() -> Envelope.fresh(vault, codes.id()));
        Report report = new Report(reporter.school(), flow, conversation, route, envelope, talk);
        while (true) {
            Receipt receipt = newReceipt(reporter.school());
            switch (rows.store(
                    fresh(report, receipt),
                    tags.reporter(reporter),
                    receipt.at().plus(SHOWN_AGAIN))) {
                case STORED -> {
                    return receipt;
                }
                case SENT_BEFORE -> {
                    drafts.discardSent(reporter, talk);
                    return receipt(rows.byConversation(talk).orElseThrow());
                }
                case CODE_TAKEN -> {}
            }
        }
    }

    private record Report(
            SchoolId school, Flow flow, Conversation conversation, Route route, Envelope envelope, String talk) {}

    Optional<Receipt> justSent(Reporter reporter) {
        return rows.handedOut(reporter.school(), tags.reporter(reporter), clock.instant())
                .map(this::receipt);
    }

    private Receipt receipt(CaseRows.Row row) {
        Kept.Body body = Envelope.of(vault, row.id(), row.wrapped())
                .open(
                        CaseFiles.BODY,
                        Kept.Body.class,
                        rows.contents(row.id()).orElseThrow().body());
        return new Receipt(body.code(), Instant.ofEpochMilli(body.at()), body.signature());
    }

    private Receipt newReceipt(SchoolId school) {
        String code = codes.code();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new Receipt(code, at, signer.sign(ReceiptText.of(code, at, school.value())));
    }

    private CaseRows.Fresh fresh(Report report, Receipt receipt) {
        Flow flow = report.flow();
        Route route = report.route();
        Envelope envelope = report.envelope();
        Kept.Summary summary = new Kept.Summary(
                flow.title(),
                flow.id(),
                flow.keep().toString(),
                List.copyOf(flow.accused(report.conversation().answers())),
                "",
                false,
                -1,
                flow.kind() == Flow.Kind.DECLARATION,
                flow.renew().map(Period::toString).orElse(""),
                Register.end(flow, report.conversation().answers())
                        .map(LocalDate::toEpochDay)
                        .orElse(0L),
                0);
        CaseRows.Row row = new CaseRows.Row(
                envelope.record(),
                report.school(),
                report.talk(),
                tags.receipt(receipt.code()),
                receipt.reference(),
                envelope.wrapped(),
                1,
                0,
                receipt.at(),
                new CaseRows.State(
                        Status.NEW.code(), false, false, Optional.empty(), envelope.seal(CaseFiles.SUMMARY, summary)),
                new CaseRows.Route(people(report, route.recipients()), people(report, route.keptOut())));
        return new CaseRows.Fresh(
                row,
                envelope.seal(CaseFiles.BODY, body(report, receipt)),
                route.recipients().stream()
                        .map(person -> Notices.Notice.fresh(codes.id(), report.school(), person.id(), clock.instant()))
                        .toList(),
                List.of(parts.audited(report.school(), envelope.record(), Audit.REPORTER, "sent")));
    }

    private Kept.Body body(Report report, Receipt receipt) {
        Flow flow = report.flow();
        School school = access.school(report.school()).orElseThrow();
        return new Kept.Body(
                receipt.code(),
                receipt.at().toEpochMilli(),
                receipt.signature(),
                flow.id(),
                flow.version(),
                policyVersion.apply(flow),
                report.conversation().answers().entrySet().stream()
                        .map(answer -> answer(flow, answer))
                        .toList(),
                // Clauses of branches that were not taken would say what nobody reported.
                FlowEngine.shownClauses(flow, report.conversation().answers()),
                report.route().recipients().stream()
                        .map(person -> new Kept.Who(person.id(), person.name()))
                        .toList(),
                report.route().ringLines(school));
    }

    private static Kept.Answer answer(Flow flow, Map.Entry<String, Given> answer) {
        String question = flow.step(answer.getKey()).map(Step::words).orElse(answer.getKey());
        Given given = answer.getValue();
        return new Kept.Answer(answer.getKey(), question.strip(), given.value(), given.shown());
    }

    private Set<String> people(Report report, List<Receiver> people) {
        return people.stream()
                .map(person -> access.tag(report.school(), person))
                .collect(Collectors.toSet());
    }
}
