package org.clausebot.chat.terminal;

import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting.Addressees;
import org.clausebot.incident.Reporting.Entry;
import org.clausebot.incident.Reporting.Evidence;

/** What a terminal shows of reports. */
final class TerminalReports {
    private static final String MARGIN = "  ";

    private final Phrases phrases;
    private final ReportWords words;
    private final TerminalText text;
    private final TerminalReplies replies;

    TerminalReports(Phrases phrases, TerminalText text, TerminalReplies replies) {
        this.phrases = phrases;
        this.words = new ReportWords(phrases);
        this.text = text;
        this.replies = replies;
    }

    private String phrase(ReportPhrase phrase) {
        return phrases.say(phrase);
    }

    private void title(List<String> lines, String title) {
        text.wrap(title, "").forEach(line -> lines.add(text.bold(line)));
    }

    private void say(List<String> lines, String said) {
        said.lines().filter(l -> !l.isBlank()).forEach(l -> lines.addAll(text.wrap(l.strip(), "")));
    }

    private void note(List<String> lines, String note) {
        lines.addAll(text.wrap("! " + note, ""));
    }

    private void items(List<String> lines, List<String> items) {
        items.forEach(item -> lines.addAll(text.wrap("– " + item, MARGIN)));
    }

    private void quotes(List<String> lines, List<Quote> quotes) {
        for (Quote quote : quotes) {
            lines.add("");
            lines.addAll(replies.show(quote).lines().toList());
        }
    }

    private void said(List<String> lines, List<Asking.Said> said) {
        for (Asking.Said one : said) {
            if (!one.ring().isEmpty()) {
                title(lines, phrase(ReportPhrase.RING));
                items(lines, one.ring());
            }
            items(lines, one.lines());
            quotes(lines, one.quotes());
            lines.add("");
        }
    }

    private void files(List<String> lines, Asking asking) {
        String size = Integer.toString(ReportWords.LARGEST_FILE_MB);
        say(lines, phrases.say(ReportPhrase.FILES_TYPED, "size", size));
        if (!asking.attached().isEmpty()) {
            int number = 1;
            for (Evidence file : asking.attached()) {
                // Not "1.", as what may be chosen has it.
                String line = phrases.say(ReportPhrase.FILE_NUMBERED, "number", Integer.toString(number++));
                lines.addAll(text.wrap(line.replace("{name}", file.name()), MARGIN));
            }
            say(lines, phrase(ReportPhrase.REMOVE_TYPED));
        }
    }

    void asking(List<String> lines, Asking asking) {
        lines.addAll(text.wrap(asking.title(), "").stream().map(text::dim).toList());
        said(lines, asking.said());
        asking.notes().forEach(n -> note(lines, n));
        if (!asking.literal().isEmpty()) {
            lines.addAll(text.wrap(phrase(ReportPhrase.WAS_ANSWER) + ": " + asking.literal(), MARGIN));
        }
        title(lines, asking.field().question());
        quotes(lines, asking.field().quotes());
        summary(lines, asking.summary());
        asking.addressees().ifPresent(seen -> addressees(lines, seen));
        if (asking.field().input() == Input.FILES) {
            files(lines, asking);
        }
        if (asking.field().several()) {
            say(lines, phrase(ReportPhrase.SEVERAL));
        }
        int number = 1;
        for (Turn.Choice choice : asking.field().choices()) {
            lines.addAll(text.wrap(number++ + ". " + choice.label(), MARGIN));
        }
        if (asking.field().input() == Input.SURE) {
            return;
        }
        String commands =
                words.asides(asking).stream().map(a -> "“" + a.message() + "”").collect(Collectors.joining(", "));
        lines.addAll(text.wrap(phrases.say(ReportPhrase.COMMANDS, "commands", commands), "").stream()
                .map(text::dim)
                .toList());
    }

    private void summary(List<String> lines, List<Turn.Line> summary) {
        if (summary.isEmpty()) {
            return;
        }
        title(lines, phrase(ReportPhrase.SUMMARY));
        for (Turn.Line line : summary) {
            lines.addAll(text.wrap(line.number() + ". " + line.question(), MARGIN));
            line.shown().lines().forEach(answer -> lines.addAll(text.wrap(answer, "     ")));
        }
        lines.addAll(text.wrap(phrases.say(ReportPhrase.CHANGE_TYPED), MARGIN));
    }

    private void addressees(List<String> lines, Addressees seen) {
        if (seen.receivers().isEmpty()) {
            note(lines, phrase(ReportPhrase.WHO_SEES_NOBODY));
            replies.people(lines);
        } else {
            title(lines, phrase(ReportPhrase.WHO_SEES));
            items(lines, seen.receivers());
        }
        if (!seen.leftOut().isEmpty()) {
            title(lines, phrase(ReportPhrase.WHO_SEES_NOT));
            items(lines, seen.leftOut());
        }
        ring(lines, seen);
        if (!seen.receivers().isEmpty()) {
            lines.addAll(text.wrap(phrase(ReportPhrase.WHO_SEES_CARE), MARGIN));
        }
    }

    private void ring(List<String> lines, Addressees seen) {
        if (!seen.ring().isEmpty()) {
            title(lines, phrase(ReportPhrase.RING));
            items(lines, seen.ring());
        }
    }

    void flows(List<String> lines, Reply.Flows flows) {
        if (!flows.note().isEmpty()) {
            note(lines, flows.note());
        }
        if (flows.entries().isEmpty()) {
            if (flows.note().isEmpty()) {
                lines.addAll(replies.report().lines().toList());
            }
            return;
        }
        title(lines, phrases.report().danger());
        if (flows.sending()) {
            say(lines, phrase(ReportPhrase.OPENING));
        } else {
            lines.addAll(replies.report().lines().toList());
        }
        title(lines, phrase(ReportPhrase.CHOOSE));
        for (Reply.Flows.Entry entry : flows.entries()) {
            lines.addAll(
                    text.wrap(entry.title(), MARGIN).stream().map(text::bold).toList());
            lines.addAll(text.wrap(entry.summary(), MARGIN + MARGIN));
        }
        if (flows.sending()) {
            say(lines, phrase(ReportPhrase.COME_BACK) + ". " + phrase(ReportPhrase.COME_BACK_HELP));
        }
    }

    void advice(List<String> lines, Reply.Advice advice) {
        title(lines, advice.title());
        note(lines, phrase(ReportPhrase.OFF));
        said(lines, advice.said());
        title(lines, phrases.report().whom());
        replies.people(lines);
    }

    void unfinished(List<String> lines, Reply.Unfinished reply) {
        words.unfinished(reply).forEach(line -> note(lines, line));
        items(
                lines,
                words.actions(reply).stream().map(ReportWords.Action::label).toList());
    }

    void paused(List<String> lines, Reply.Paused reply) {
        say(lines, words.paused(reply));
        say(lines, phrase(ReportPhrase.PAUSED_CODE));
        lines.add(MARGIN + text.bold(TerminalText.printable(reply.code())));
        say(lines, phrase(ReportPhrase.CODE_CARE));
    }

    void cancelled(List<String> lines, Reply.Cancelled reply) {
        say(lines, words.cancelled(reply));
    }

    void ended(List<String> lines, Reply.Ended reply) {
        said(lines, reply.said());
        say(lines, phrase(ReportPhrase.ENDED));
    }

    void sent(List<String> lines, Reply.Sent sent) {
        title(lines, phrase(ReportPhrase.SENT));
        say(lines, sent.title());
        lines.add("");
        fact(lines, ReportPhrase.SENT_CODE, sent.receipt().code());
        fact(lines, ReportPhrase.SENT_AT, ReportWords.time(sent.receipt(), sent.zone()));
        fact(lines, ReportPhrase.SENT_SIGNATURE, sent.receipt().signature());
        lines.add("");
        note(lines, phrase(ReportPhrase.SENT_KEEP));
        if (!sent.addressees().receivers().isEmpty()) {
            title(lines, phrase(ReportPhrase.SENT_TO));
            items(lines, sent.addressees().receivers());
        }
        ring(lines, sent.addressees());
        said(lines, sent.said());
        if (!sent.afterLines().isEmpty()) {
            title(lines, phrase(ReportPhrase.SENT_NEXT));
            items(lines, sent.afterLines());
        }
    }

    /** On one line however long, so that it can be copied. */
    private void fact(List<String> lines, ReportPhrase name, String value) {
        lines.add(MARGIN + phrase(name) + ": " + text.bold(TerminalText.printable(value)));
    }

    void notReceived(List<String> lines, Reply.NotReceived reply) {
        title(lines, phrase(ReportPhrase.NOT_RECEIVED));
        say(lines, reply.words());
        replies.people(lines);
    }

    void status(List<String> lines, Reply.Status status) {
        if (!status.note().isEmpty()) {
            note(lines, status.note());
        }
        title(
                lines,
                phrase(ReportPhrase.STATUS) + " " + status.sent().reference() + ": "
                        + status.sent().title());
        words.status(status).forEach(line -> say(lines, line));
        if (status.sent().entries().isEmpty()) {
            say(lines, phrase(ReportPhrase.STATUS_NOTHING));
        }
        for (Entry entry : status.sent().entries()) {
            lines.addAll(text.wrap(words.from(entry, status.zone()), MARGIN).stream()
                    .map(text::bold)
                    .toList());
            entry.words().lines().forEach(line -> lines.addAll(text.wrap(line, MARGIN + MARGIN)));
        }
        if (status.open()) {
            say(lines, phrase(ReportPhrase.ADD_TYPED));
        }
    }

    void line(List<String> lines, ReportPhrase phrase) {
        note(lines, phrase(phrase));
    }

    void tooManyCodes(List<String> lines, Reply.TooManyCodes reply) {
        note(lines, words.tooManyCodes(reply));
    }
}
