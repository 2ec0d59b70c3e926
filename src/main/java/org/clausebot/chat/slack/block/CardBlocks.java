package org.clausebot.chat.slack.block;

import com.slack.api.model.block.LayoutBlock;
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
final class CardBlocks {
    private final Phrases phrases;
    private final SlackWords words;
    private final ReportWords reports;
    private final People people;
    private final QuoteBlocks quotes;

    CardBlocks(Phrases phrases, SlackWords words, People people, QuoteBlocks quotes) {
        this.phrases = phrases;
        this.words = words;
        this.reports = new ReportWords(phrases);
        this.people = people;
        this.quotes = quotes;
    }

    private List<LayoutBlock> say(ReportPhrase phrase) {
        return Kit.says(phrases.say(phrase));
    }

    private List<LayoutBlock> title(ReportPhrase phrase) {
        return Kit.title(phrases.say(phrase));
    }

    void said(Sheet sheet, List<Asking.Said> said) {
        for (Asking.Said one : said) {
            List<LayoutBlock> blocks = new ArrayList<>();
            ring(blocks, one.ring());
            blocks.addAll(Kit.items(one.lines()));
            sheet.together(blocks);
            quotes(sheet, one.quotes());
        }
    }

    void quotes(Sheet sheet, List<Quote> shown) {
        shown.forEach(quote -> sheet.together(quotes.of(quote, false)));
    }

    private void ring(List<LayoutBlock> blocks, List<String> numbers) {
        if (!numbers.isEmpty()) {
            blocks.addAll(title(ReportPhrase.RING));
            blocks.addAll(Kit.items(numbers));
        }
    }

    void addressees(Sheet sheet, Addressees seen) {
        List<LayoutBlock> blocks = new ArrayList<>();
        if (seen.receivers().isEmpty()) {
            blocks.addAll(say(ReportPhrase.WHO_SEES_NOBODY));
            blocks.addAll(people.all());
        } else {
            blocks.addAll(title(ReportPhrase.WHO_SEES));
            blocks.addAll(Kit.items(seen.receivers()));
        }
        if (!seen.leftOut().isEmpty()) {
            blocks.addAll(title(ReportPhrase.WHO_SEES_NOT));
            blocks.addAll(Kit.items(seen.leftOut()));
        }
        ring(blocks, seen.ring());
        if (!seen.receivers().isEmpty()) {
            blocks.addAll(say(ReportPhrase.WHO_SEES_CARE));
        }
        sheet.together(blocks);
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
            String said = entry.title() + "\n" + entry.summary();
            sheet.together(begin.works() ? sheet.beside(said, begin, words.say(SlackPhrase.BEGIN)) : Kit.says(said));
        }
        if (flows.sending()) {
            sheet.add(Kit.says(phrases.say(ReportPhrase.COME_BACK) + ". " + phrases.say(ReportPhrase.COME_BACK_HELP)));
        }
    }

    private List<LayoutBlock> nothingSent() {
        List<LayoutBlock> blocks = new ArrayList<>(Kit.says(phrases.report().nothingSent()));
        blocks.addAll(people.all());
        return blocks;
    }

    void advice(Sheet sheet, Reply.Advice advice) {
        sheet.add(Kit.title(advice.title()));
        sheet.add(say(ReportPhrase.OFF));
        said(sheet, advice.said());
        List<LayoutBlock> whom = new ArrayList<>(Kit.title(phrases.report().whom()));
        whom.addAll(people.all());
        sheet.together(whom);
    }

    void unfinished(Sheet sheet, Reply.Unfinished reply) {
        List<LayoutBlock> blocks = new ArrayList<>(Kit.lines(reports.unfinished(reply)));
        blocks.addAll(sheet.presses(reports.actions(reply).stream()
                .map(a -> new Press(a.label(), new ButtonValue.Say("", a.message())))
                .toList()));
        sheet.together(blocks);
    }

    void paused(Sheet sheet, Reply.Paused reply) {
        List<LayoutBlock> blocks = new ArrayList<>(Kit.says(reports.paused(reply)));
        blocks.add(Kit.fact(phrases.say(ReportPhrase.PAUSED_CODE), reply.code()));
        blocks.addAll(say(ReportPhrase.CODE_CARE));
        quotes.page("/")
                .ifPresent(url ->
                        blocks.addAll(sheet.presses(List.of(Press.opening(words.say(SlackPhrase.ON_THE_WEB), url)))));
        sheet.together(blocks);
    }

    void cancelled(Sheet sheet, Reply.Cancelled reply) {
        sheet.add(Kit.says(reports.cancelled(reply)));
    }

    void ended(Sheet sheet, Reply.Ended reply) {
        said(sheet, reply.said());
        sheet.add(say(ReportPhrase.ENDED));
    }

    void sent(Sheet sheet, Reply.Sent sent) {
        List<LayoutBlock> receipt = new ArrayList<>(title(ReportPhrase.SENT));
        receipt.addAll(Kit.says(sent.title()));
        receipt.addAll(facts(phrases, sent));
        receipt.addAll(say(ReportPhrase.SENT_KEEP));
        sheet.together(receipt);
        List<LayoutBlock> to = new ArrayList<>();
        if (!sent.addressees().receivers().isEmpty()) {
            to.addAll(title(ReportPhrase.SENT_TO));
            to.addAll(Kit.items(sent.addressees().receivers()));
        }
        ring(to, sent.addressees().ring());
        sheet.together(to);
        said(sheet, sent.said());
        if (!sent.afterLines().isEmpty()) {
            List<LayoutBlock> next = new ArrayList<>(title(ReportPhrase.SENT_NEXT));
            next.addAll(Kit.items(sent.afterLines()));
            sheet.together(next);
        }
    }

    /** What a reporter keeps. */
    static List<LayoutBlock> facts(Phrases phrases, Reply.Sent sent) {
        Receipt receipt = sent.receipt();
        return List.of(
                Kit.fact(phrases.say(ReportPhrase.SENT_CODE), receipt.code()),
                Kit.fact(phrases.say(ReportPhrase.SENT_AT), ReportWords.time(receipt, sent.zone())),
                Kit.fact(phrases.say(ReportPhrase.SENT_SIGNATURE), receipt.signature()));
    }

    void notReceived(Sheet sheet, Reply.NotReceived reply) {
        List<LayoutBlock> blocks = new ArrayList<>(title(ReportPhrase.NOT_RECEIVED));
        blocks.addAll(Kit.says(reply.words()));
        blocks.addAll(people.all());
        sheet.together(blocks);
    }

    void status(Sheet sheet, Reply.Status status) {
        Reporting.Sent sent = status.sent();
        sheet.add(Kit.says(status.note()));
        List<LayoutBlock> blocks = new ArrayList<>(
                Kit.title(phrases.say(ReportPhrase.STATUS) + " " + sent.reference() + ": " + sent.title()));
        blocks.addAll(Kit.lines(reports.status(status)));
        if (sent.entries().isEmpty()) {
            blocks.addAll(say(ReportPhrase.STATUS_NOTHING));
        }
        sheet.together(blocks);
        for (Reporting.Entry entry : sent.entries()) {
            List<LayoutBlock> message = new ArrayList<>(Kit.says(reports.from(entry, status.zone())));
            message.addAll(Kit.wrote(entry.words()));
            sheet.together(message);
        }
        if (status.open()) {
            List<LayoutBlock> add = new ArrayList<>(say(ReportPhrase.ADD_TYPED));
            add.addAll(sheet.presses(
                    List.of(new Press(phrases.say(ReportPhrase.ADD), new ButtonValue.OpenWindow(status.token())))));
            sheet.together(add);
        }
    }

    void tooManyCodes(Sheet sheet, Reply.TooManyCodes reply) {
        sheet.add(Kit.says(reports.tooManyCodes(reply)));
    }
}
