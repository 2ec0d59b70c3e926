package org.clausebot.chat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.flow.Context;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowEngine;
import org.clausebot.flow.Turn;
import org.clausebot.incident.EvidenceRefusedException;
import org.clausebot.incident.NobodyToReceiveException;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Reporting.Addressees;
import org.clausebot.incident.Reporting.Unfinished;

/** One person on the way through one report: each turn is kept, and only then shown. */
final class Journey {
    /** Says that a message is the answer, whatever it looks like. */
    static final String LITERAL = "answer: ";

    private final ReportingAssistant.Parts parts;
    private final Turns turns;
    private final Open open;

    Journey(ReportingAssistant.Parts parts, Turns turns, Open open) {
        this.parts = parts;
        this.turns = turns;
        this.open = open;
    }

    private Reporting reporting() {
        return parts.reporting().orElseThrow(() -> new IllegalStateException("Nothing is kept where reporting is off"));
    }

    private Context context() {
        return new Context(parts.clock().instant(), turns.zone(), parts.school().get());
    }

    private String say(ReportPhrase phrase) {
        return parts.phrases().say(phrase);
    }

    /** The step that was asked, once more; nothing is changed. */
    Reply again(Reporter who, Unfinished kept, Optional<Reply> before, List<String> notes) {
        Turn.Prompt prompt = prompt(kept);
        return new Reply.Asked(before, turns.asking(who, kept.flow(), prompt, notes));
    }

    private Turn.Prompt prompt(Unfinished kept) {
        return FlowEngine.resume(kept.flow(), kept.conversation(), context());
    }

    Reply step(Reporter who, Unfinished kept, String text) {
        int length = text.codePointCount(0, text.length());
        if (length > Asking.LONGEST) {
            return again(who, kept, Optional.of(new Reply.TooLong(length, Asking.LONGEST)), List.of());
        }
        Flow flow = kept.flow();
        Conversation conversation = kept.conversation();
        Turn turn = FlowEngine.advance(flow, conversation, text, context());
        boolean words = Turns.takesWords(flow, conversation);
        boolean taken = words && turn instanceof Turn.Prompt;
        boolean misread = turn instanceof Turn.Misread;
        if (text.isEmpty()
                || (!taken && !misread)
                || text.toLowerCase(Locale.UK).startsWith(LITERAL.strip())) {
            return settle(who, flow, turn, List.of());
        }
        Answer answer = parts.answerer().apply(Question.at(Turns.place(flow, conversation), text));
        if (FlowEngine.looksLikeQuestion(text)) {
            if (answersIt(answer) || (isSilent(answer) && (!words || text.endsWith("?")))) {
                return interrupted(who, kept, text, answer, words);
            }
            if (misread && words) {
                turn = FlowEngine.advance(flow, conversation, LITERAL + text, context());
            }
        }
        Reply settled = settle(who, flow, turn, List.of());
        return urgent(answer, flow, conversation)
                .map(first -> withFirstSteps(settled, first, words))
                .orElse(settled);
    }

    private static boolean answersIt(Answer answer) {
        return switch (answer) {
            case Answer.Quoted a -> true;
            case Answer.Nearest a -> true;
            case Answer.Urgent a -> true;
            case Answer.NotCovered a -> false;
            case Answer.SmallTalk a -> false;
        };
    }

    private static boolean isSilent(Answer answer) {
        return answer instanceof Answer.NotCovered;
    }

    /** A question in the middle: answered, and the same step again. */
    private Reply interrupted(Reporter who, Unfinished kept, String text, Answer answer, boolean words) {
        Asking same = turns.asking(
                        who,
                        kept.flow(),
                        prompt(kept),
                        List.of(say(words ? ReportPhrase.PERHAPS_ANSWER : ReportPhrase.SAME_STEP)))
                .withoutSaid();
        return new Reply.Asked(Optional.of(new Reply.Answered(answer)), words ? same.offering(LITERAL + text) : same);
    }

    /** First steps for what an answer tells of, unless this report is about just that, or they were shown before. */
    private Optional<Answer> urgent(Answer answer, Flow flow, Conversation conversation) {
        return answer instanceof Answer.Urgent urgent
                        && !flow.urgent().contains(urgent.concern().flow())
                        && open.firstTime(conversation, urgent.concern())
                ? Optional.of(answer)
                : Optional.empty();
    }

    private Reply withFirstSteps(Reply reply, Answer first, boolean kept) {
        if (!(reply instanceof Reply.Asked asked)) {
            return reply;
        }
        List<String> notes = new ArrayList<>(asked.asking().notes());
        notes.addFirst(say(kept ? ReportPhrase.KEPT : ReportPhrase.SAME_STEP));
        return new Reply.Asked(
                Optional.of(new Reply.Answered(first)), asked.asking().noting(notes));
    }

    /** Keeps what came of a message, and says it. */
    Reply settle(Reporter who, Flow flow, Turn turn, List<String> notes) {
        return switch (turn) {
            case Turn.Prompt prompt -> kept(who, flow, prompt, notes);
            case Turn.Misread misread -> kept(who, flow, misread.again(), plus(notes, misread.words()));
            case Turn.Aside aside -> aside(who, flow, aside, notes);
            case Turn.Paused paused -> {
                reporting().pause(who, flow, paused.conversation());
                yield paused(who, reporting().unfinished(who).orElseThrow());
            }
            case Turn.Finished finished -> finished(who, flow, finished);
            case Turn.Cancelled cancelled -> {
                open.forget(cancelled.conversation());
                yield discard(who, flow);
            }
        };
    }

    private static List<String> plus(List<String> notes, String words) {
        List<String> all = new ArrayList<>(notes);
        words.lines().filter(line -> !line.isBlank()).forEach(all::add);
        return all;
    }

    private Reply kept(Reporter who, Flow flow, Turn.Prompt prompt, List<String> notes) {
        reporting().keep(who, flow, prompt.conversation());
        return new Reply.Asked(turns.asking(who, flow, prompt, notes));
    }

    private Reply aside(Reporter who, Flow flow, Turn.Aside aside, List<String> notes) {
        reporting().keep(who, flow, aside.conversation());
        Asking asking = turns.asking(who, flow, aside.again(), plus(notes, aside.words()));
        return new Reply.Asked(
                switch (aside.kind()) {
                    case WHO_SEES -> turns.naming(asking, flow, aside.conversation());
                    case WHY, HELP, CAN_DO, REALLY, NOTE -> asking;
                });
    }

    /** The code brings the conversation back; the day is when that ends. */
    Reply.Paused paused(Reporter who, Unfinished kept) {
        return new Reply.Paused(kept.flow().title(), reporting().laterCode(who), turns.day(kept.expires()));
    }

    Reply discard(Reporter who, Flow flow) {
        reporting().discard(who);
        return new Reply.Cancelled(flow.title());
    }

    private Reply finished(Reporter who, Flow flow, Turn.Finished finished) {
        Conversation conversation = finished.conversation();
        if (!finished.send()) {
            if (flow.kind() == Flow.Kind.ADVICE) {
                reporting().firstStepsGiven(who, flow);
            } else {
                reporting().discard(who);
            }
            open.forget(conversation);
            return new Reply.Ended(flow.title(), turns.said(flow, finished.said()));
        }
        Addressees addressees = reporting().addressees(flow, conversation);
        try {
            Receipt receipt = reporting().send(who, flow, conversation);
            Reply.Sent sent = new Reply.Sent(
                    flow.title(),
                    receipt,
                    finished.after(),
                    turns.said(flow, finished.said()),
                    addressees,
                    turns.zone());
            open.sent(who, conversation, sent);
            return sent;
        } catch (NobodyToReceiveException nobody) {
            // The message of this exception is written for the person.
            String words = Optional.ofNullable(nobody.getMessage()).orElse("");
            return notReceived(who, flow, words);
        }
    }

    /** The receipt of a report that was sent at most {@code ago}, for somebody who may not have seen it. */
    Optional<Reply> justSent(Reporter who, Duration ago) {
        return parts.reporting()
                .flatMap(r -> r.justSent(who))
                .filter(receipt -> receipt.at().plus(ago).isAfter(parts.clock().instant()))
                .map(receipt -> {
                    open.seenReceipt(who);
                    String title = reporting()
                            .sent(receipt.code())
                            .map(Reporting.Sent::title)
                            .orElse("");
                    return new Reply.Sent(
                            title, receipt, "", List.of(), new Addressees(List.of(), List.of()), turns.zone());
                });
    }

    private Reply notReceived(Reporter who, Flow flow, String words) {
        Reply why = new Reply.NotReceived(flow.title(), words);
        return reporting()
                .unfinished(who)
                .map(kept -> again(who, kept, Optional.of(why), List.of()))
                .orElse(why);
    }

    Reply attach(Reporter who, Unfinished kept, String fileName, byte[] content) {
        Turn.Prompt prompt = prompt(kept);
        if (!prompt.evidence() || !kept.flow().evidence()) {
            return again(who, kept, Optional.empty(), List.of(say(ReportPhrase.NO_FILES_HERE)));
        }
        if (content.length == 0) {
            return again(who, kept, Optional.empty(), List.of(say(ReportPhrase.NO_FILE)));
        }
        try {
            Reporting.Evidence taken = reporting().attach(who, prompt.asked().id(), fileName, content);
            return again(
                    who,
                    kept,
                    Optional.empty(),
                    List.of(parts.phrases().say(ReportPhrase.ATTACHED, "name", taken.name())));
        } catch (EvidenceRefusedException refused) {
            String words = Optional.ofNullable(refused.getMessage()).orElse(say(ReportPhrase.NO_FILES_HERE));
            return again(who, kept, Optional.empty(), List.of(words));
        }
    }

    Reply detach(Reporter who, Unfinished kept, String evidenceId) {
        reporting().detach(who, evidenceId);
        return again(who, kept, Optional.empty(), List.of(say(ReportPhrase.DETACHED)));
    }
}
