package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Press;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Reporting.Addressees;

/** What is shown of reports, but for the steps themselves. */
final class ReportParts {
    private final Phrases phrases;
    private final TeamsWords words;
    private final ReportWords reports;
    private final People people;
    private final QuoteParts quotes;

    ReportParts(Phrases phrases, TeamsWords words, People people, QuoteParts quotes) {
        this.phrases = phrases;
        this.words = words;
        this.reports = new ReportWords(phrases);
        this.people = people;
        this.quotes = quotes;
    }

    private List<Part> say(ReportPhrase phrase) {
        return Kit.says(phrases.say(phrase));
    }

    private List<Part> title(ReportPhrase phrase) {
        return Kit.title(phrases.say(phrase));
    }

    void said(Sheet sheet, List<Asking.Said> said) {
        for (Asking.Said one : said) {
            List<Part> parts = new ArrayList<>();
            ring(parts, one.ring());
            parts.addAll(Kit.items(one.lines()));
            sheet.together(parts);
            quotes(sheet, one.quotes());
        }
    }

    void quotes(Sheet sheet, List<Quote> shown) {
        shown.forEach(quote -> sheet.together(quotes.of(quote, "")));
    }

    private void ring(List<Part> parts, List<String> numbers) {
        if (!numbers.isEmpty()) {
            parts.addAll(title(ReportPhrase.RING));
            parts.addAll(Kit.items(numbers));
        }
    }

    void addressees(Sheet sheet, Addressees seen) {
        List<Part> parts = new ArrayList<>();
        if (seen.receivers().isEmpty()) {
            parts.addAll(say(ReportPhrase.WHO_SEES_NOBODY));
            parts.addAll(people.all());
        } else {
            parts.addAll(title(ReportPhrase.WHO_SEES));
            parts.addAll(Kit.items(seen.receivers()));
        }
        if (!seen.leftOut().isEmpty()) {
            parts.addAll(title(ReportPhrase.WHO_SEES_NOT));
            parts.addAll(Kit.items(seen.leftOut()));
        }
        ring(parts, seen.ring());
        if (!seen.receivers().isEmpty()) {
            parts.addAll(say(ReportPhrase.WHO_SEES_CARE));
        }
        sheet.together(parts);
    }

    void flows(Sheet sheet, Reply.Flows flows) {
        sheet.add(Kit.says(flows.note()));
        if (flows.entries().isEmpty()) {
            if (flows.note().isEmpty()) {
                sheet.together(nothingSent());
            }
            return;
        }
        sheet.add(Kit.says(phrases.report().danger()));
        if (flows.sending()) {
            sheet.add(say(ReportPhrase.OPENING));
        } else {
            sheet.together(nothingSent());
        }
        sheet.add(title(ReportPhrase.CHOOSE));
        for (Reply.Flows.Entry entry : flows.entries()) {
            Press begin = new Press(entry.title(), new ButtonValue.Say("", entry.title()));
            List<Part> said = new ArrayList<>(Kit.title(entry.title()));
            said.addAll(Kit.says(entry.summary()));
            sheet.together(begin.works() ? Sheet.below(said, begin, words.say(TeamsPhrase.BEGIN)) : said);
        }
        if (flows.sending()) {
            sheet.add(Kit.says(phrases.say(ReportPhrase.COME_BACK) + ". " + phrases.say(ReportPhrase.COME_BACK_HELP)));
        }
    }

    private List<Part> nothingSent() {
        List<Part> parts = new ArrayList<>(Kit.says(phrases.report().nothingSent()));
        parts.addAll(people.all());
        return parts;
    }

    void advice(Sheet sheet, Reply.Advice advice) {
        sheet.add(Kit.title(advice.title()));
        sheet.add(say(ReportPhrase.OFF));
        said(sheet, advice.said());
        List<Part> whom = new ArrayList<>(Kit.title(phrases.report().whom()));
        whom.addAll(people.all());
        sheet.together(whom);
    }

    void unfinished(Sheet sheet, Reply.Unfinished reply) {
        List<Part> parts = new ArrayList<>(Kit.lines(reports.unfinished(reply)));
        parts.addAll(sheet.presses(reports.actions(reply).stream()
                .map(a -> new Press(a.label(), new ButtonValue.Say("", a.message())))
                .toList()));
        sheet.together(parts);
    }

    void paused(Sheet sheet, Reply.Paused reply) {
        List<Part> parts = new ArrayList<>(Kit.says(reports.paused(reply)));
        parts.addAll(Kit.fact(phrases.say(ReportPhrase.PAUSED_CODE), reply.code()));
        parts.addAll(say(ReportPhrase.CODE_CARE));
        quotes.page("/")
                .ifPresent(url ->
                        parts.addAll(sheet.presses(List.of(Press.opening(words.say(TeamsPhrase.ON_THE_WEB), url)))));
        sheet.together(parts);
    }

    void cancelled(Sheet sheet, Reply.Cancelled reply) {
        sheet.add(Kit.says(reports.cancelled(reply)));
    }

    void ended(Sheet sheet, Reply.Ended reply) {
        said(sheet, reply.said());
        sheet.add(say(ReportPhrase.ENDED));
    }

    void sent(Sheet sheet, Reply.Sent sent) {
        List<Part> receipt = new ArrayList<>(title(ReportPhrase.SENT));
        receipt.addAll(Kit.says(sent.title()));
        receipt.addAll(facts(sent));
        receipt.addAll(say(ReportPhrase.SENT_KEEP));
        sheet.together(receipt);
        List<Part> to = new ArrayList<>();
        if (!sent.addressees().receivers().isEmpty()) {
            to.addAll(title(ReportPhrase.SENT_TO));
            to.addAll(Kit.items(sent.addressees().receivers()));
        }
        ring(to, sent.addressees().ring());
        sheet.together(to);
        said(sheet, sent.said());
        if (!sent.afterLines().isEmpty()) {
            List<Part> next = new ArrayList<>(title(ReportPhrase.SENT_NEXT));
            next.addAll(Kit.items(sent.afterLines()));
            sheet.together(next);
        }
    }

    /** What a reporter keeps. */
    private List<Part> facts(Reply.Sent sent) {
        Receipt receipt = sent.receipt();
        List<Part> parts = new ArrayList<>(Kit.fact(phrases.say(ReportPhrase.SENT_CODE), receipt.code()));
        parts.addAll(Kit.fact(phrases.say(ReportPhrase.SENT_AT), ReportWords.time(receipt, sent.zone())));
        parts.addAll(Kit.fact(phrases.say(ReportPhrase.SENT_SIGNATURE), receipt.signature()));
        return parts;
    }

    void notReceived(Sheet sheet, Reply.NotReceived reply) {
        List<Part> parts = new ArrayList<>(title(ReportPhrase.NOT_RECEIVED));
        parts.addAll(Kit.says(reply.words()));
        parts.addAll(people.all());
        sheet.together(parts);
    }

    void status(Sheet sheet, Reply.Status status) {
        Reporting.Sent sent = status.sent();
        sheet.add(Kit.says(status.note()));
        List<Part> parts = new ArrayList<>(
                Kit.title(phrases.say(ReportPhrase.STATUS) + " " + sent.reference() + ": " + sent.title()));
        parts.addAll(Kit.lines(reports.status(status)));
        if (sent.entries().isEmpty()) {
            parts.addAll(say(ReportPhrase.STATUS_NOTHING));
        }
        sheet.together(parts);
        for (Reporting.Entry entry : sent.entries()) {
            List<Part> message = new ArrayList<>(Kit.says(reports.from(entry, status.zone())));
            message.addAll(Kit.wrote(entry.words()));
            sheet.together(message);
        }
        if (status.open()) {
            List<Part> add = new ArrayList<>(say(ReportPhrase.ADD_TYPED));
            add.addAll(sheet.presses(
                    List.of(new Press(phrases.say(ReportPhrase.ADD), new ButtonValue.OpenWindow(status.token())))));
            sheet.together(add);
        }
    }

    void tooManyCodes(Sheet sheet, Reply.TooManyCodes reply) {
        sheet.add(Kit.says(reports.tooManyCodes(reply)));
    }
}
