package org.clausebot.chat.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.Wording;
import org.clausebot.policy.Clause;

/** Replies as a person reads them in a terminal. A quotation has its lead-in before it, on a line of its own. */
public final class TerminalReplies {
    private static final String MARGIN = "  ";
    private static final String QUOTED = "  │ ";

    private final Phrases phrases;
    private final Supplier<List<Contact>> contacts;
    private final TerminalText text;
    private final Wording wording;
    private final TerminalReports reports;

    /**
     * @param contacts whom to tell, in order; asked for whenever they are shown
     * @param width columns of the terminal
     * @param colour whether it shows bold
     */
    public TerminalReplies(Phrases phrases, Supplier<List<Contact>> contacts, int width, boolean colour) {
        this.phrases = phrases;
        this.contacts = contacts;
        this.wording = new Wording(phrases);
        this.text = new TerminalText(width, colour);
        this.reports = new TerminalReports(phrases, text, this);
    }

    /** The reply in lines joined by line breaks, the last without one. */
    public String show(Reply reply) {
        List<String> lines = new ArrayList<>();
        show(lines, reply);
        return String.join("\n", lines);
    }

    private void show(List<String> lines, Reply reply) {
        switch (reply) {
            case Reply.Answered answered -> {
                answer(lines, answered.answer(), true);
                answered.report().ifPresent(title -> say(lines, phrases.say(ReportPhrase.BEGIN_TYPED, "title", title)));
            }
            case Reply.Blank blank -> say(lines, phrases.answers().blank());
            case Reply.TooLong tooLong -> say(lines, tooLong(tooLong));
            case Reply.Flows flows -> reports.flows(lines, flows);
            case Reply.Asked asked -> {
                before(lines, asked.before());
                reports.asking(lines, asked.asking());
            }
            case Reply.Advice advice -> reports.advice(lines, advice);
            case Reply.Unfinished unfinished -> {
                before(lines, unfinished.before());
                reports.unfinished(lines, unfinished);
            }
            case Reply.Paused paused -> reports.paused(lines, paused);
            case Reply.Cancelled cancelled -> reports.cancelled(lines, cancelled);
            case Reply.Ended ended -> reports.ended(lines, ended);
            case Reply.Sent sent -> reports.sent(lines, sent);
            case Reply.NotReceived nobody -> reports.notReceived(lines, nobody);
            case Reply.Status status -> reports.status(lines, status);
            case Reply.NoSuchCode none -> reports.line(lines, ReportPhrase.NO_SUCH_CODE);
            case Reply.TooManyCodes many -> reports.tooManyCodes(lines, many);
            case Reply.Gone gone -> reports.line(lines, ReportPhrase.GONE);
        }
    }

    private void before(List<String> lines, Optional<Reply> before) {
        before.ifPresent(reply -> {
            show(lines, reply);
            lines.add("");
        });
    }

    /** What is said when more was typed than a question may have. */
    public String tooLong(Reply.TooLong reply) {
        return phrases.tooLong(reply);
    }

    /** A line of the bot's own, beside a step. */
    String note(String words) {
        return String.join("\n", text.wrap("! " + words, ""));
    }

    ReportWords reportWords() {
        return new ReportWords(phrases);
    }

    /** What is said when nothing was typed. */
    public String blank() {
        return phrases.answers().blank();
    }

    /** What stands before the first question of a conversation. */
    public String welcome() {
        List<String> lines = new ArrayList<>();
        lines.add(text.bold(phrases.welcome().title()));
        say(lines, phrases.welcome().text());
        say(lines, phrases.welcome().privacy());
        return String.join("\n", lines);
    }

    /** Whom to tell when something has happened. */
    public String report() {
        List<String> lines = new ArrayList<>();
        lines.add(text.bold(phrases.report().title()));
        say(lines, phrases.report().nothingSent());
        say(lines, phrases.report().danger());
        people(lines);
        return String.join("\n", lines);
    }

    /** @param alone whether it says whom to ask; below first steps those people stand above it */
    private void answer(List<String> lines, Answer answer, boolean alone) {
        switch (answer) {
            case Answer.Quoted quoted -> {
                say(lines, phrases.answers().quoted());
                before(lines, quoted);
                quotes(lines, quoted.shown(), true);
                beside(lines, quoted);
            }
            // No badges: what no clause says directly has no strength, and a badge would read as a verdict.
            case Answer.Nearest nearest -> {
                say(lines, phrases.answers().nearest());
                before(lines, nearest);
                quotes(lines, nearest.shown(), false);
                beside(lines, nearest);
                whomToAsk(lines, alone);
            }
            case Answer.NotCovered notCovered -> {
                say(lines, phrases.answers().notCovered());
                notCovered.elsewhere().ifPresent(words -> {
                    say(lines, phrases.answers().elsewhere());
                    say(lines, words);
                });
                whomToAsk(lines, alone);
            }
            case Answer.Urgent urgent -> urgent(lines, urgent);
            case Answer.SmallTalk smallTalk -> say(lines, phrases.smallTalk(smallTalk.kind()));
        }
    }

    private void whomToAsk(List<String> lines, boolean alone) {
        if (alone) {
            say(lines, phrases.answers().whomToAsk());
            people(lines);
        }
    }

    private void urgent(List<String> lines, Answer.Urgent urgent) {
        Phrases.FirstSteps first = phrases.urgent(urgent.concern());
        lines.add(text.bold(first.title()));
        int number = 1;
        for (String step : first.steps()) {
            lines.addAll(text.wrap(number++ + ". " + step, MARGIN));
        }
        lines.add("");
        lines.add(text.bold(phrases.report().ring()));
        people(lines);
        if (!urgent.firstSteps().isEmpty()) {
            lines.add("");
            lines.add(text.bold(phrases.report().clauses()));
            before(lines, urgent);
            quotes(lines, urgent.firstSteps(), false);
            beside(lines, urgent);
        }
        say(
                lines,
                phrases.say(ReportPhrase.BEGIN_TYPED, "title", first.report()) + " "
                        + phrases.onlyAsking().button() + "? "
                        + phrases.onlyAsking().typed());
        urgent.onlyAsked().ifPresent(below -> {
            lines.add("");
            lines.add(text.rule());
            lines.add(text.bold(phrases.onlyAsking().below()));
            answer(lines, below, false);
        });
    }

    private void before(List<String> lines, Answer answer) {
        wording.before(answer)
                .forEach(warning -> text.wrap(warning, MARGIN).forEach(line -> lines.add(text.bold(line))));
    }

    private void beside(List<String> lines, Answer answer) {
        List<String> notes = wording.beside(answer);
        List<Quote> brought = answer.context().brought();
        if (notes.isEmpty() && brought.isEmpty()) {
            return;
        }
        lines.add(text.bold(phrases.beside().title()));
        notes.forEach(note -> lines.addAll(text.wrap("– " + note, MARGIN)));
        if (!brought.isEmpty()) {
            quotes(lines, brought, false);
        }
    }

    /** One clause with its headings, number, lead-in, policy and version. */
    public String show(Quote quote) {
        List<String> lines = new ArrayList<>();
        quote(lines, quote);
        return String.join("\n", lines);
    }

    private void quotes(List<String> lines, List<Quote> quotes, boolean badges) {
        for (Quote quote : quotes) {
            lines.add("");
            quote(lines, quote);
            String badge = badges ? wording.badge(quote) : "";
            if (!badge.isEmpty()) {
                lines.addAll(text.wrap(badge, MARGIN));
            }
        }
        lines.add("");
    }

    private void quote(List<String> lines, Quote quote) {
        Clause clause = quote.clause();
        lines.addAll(text.wrap(String.join(" › ", clause.headings()), MARGIN).stream()
                .map(text::dim)
                .toList());
        lines.add(MARGIN + text.bold(TerminalText.printable(clause.ref().address())));
        clause.leadIn().ifPresent(leadIn -> lines.addAll(text.wrap(leadIn.text(), QUOTED)));
        lines.addAll(text.wrap(clause.text(), QUOTED, quote.emphasis()));
        lines.addAll(
                text
                        .wrap(
                                quote.policy().details().title() + ", version "
                                        + quote.policy().details().version(),
                                MARGIN)
                        .stream()
                        .map(text::dim)
                        .toList());
    }

    void people(List<String> lines) {
        List<Contact> all = contacts.get();
        if (all.isEmpty()) {
            lines.addAll(text.wrap(phrases.report().noContacts(), MARGIN));
        }
        for (Contact contact : all) {
            lines.addAll(text.wrap("– " + line(contact), MARGIN));
        }
    }

    private static String line(Contact contact) {
        String who = contact.name().isEmpty() ? contact.role() : contact.role() + ": " + contact.name();
        return contact.phone().isEmpty() ? who : who + ", " + contact.phone();
    }

    private void say(List<String> lines, String words) {
        lines.addAll(text.wrap(words, ""));
    }
}
