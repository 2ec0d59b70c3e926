package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.Wording;
import org.clausebot.chat.web.view.ExchangeView;
import org.clausebot.chat.web.view.QuoteView;
import org.clausebot.chat.web.view.ReplyView;
import org.clausebot.chat.web.view.ReplyView.Beside;
import org.clausebot.chat.web.view.ReplyView.GoOn;
import org.clausebot.chat.web.view.ReplyView.People;
import org.clausebot.chat.web.view.VoteView;

/** Turns replies into what the templates show. */
final class Replies {
    private final Phrases phrases;
    private final List<Contact> contacts;
    private final Wording wording;

    Replies(Phrases phrases, List<Contact> contacts) {
        this.phrases = phrases;
        this.contacts = List.copyOf(contacts);
        this.wording = new Wording(phrases);
    }

    ExchangeView exchange(Talk talk, Talk.Exchange exchange, String csrf, boolean latest) {
        return new ExchangeView(exchange.number(), exchange.question(), reply(talk, exchange, csrf), latest);
    }

    private ReplyView reply(Talk talk, Talk.Exchange exchange, String csrf) {
        return switch (exchange.reply()) {
            case Reply.Answered(Answer answer) ->
                answer(answer, new Shown(answer, quotes(talk, exchange, answer, csrf)), csrf);
            case Reply.Blank blank -> ReplyView.words(phrases.answers().blank());
            case Reply.TooLong tooLong -> ReplyView.words(tooLong(tooLong));
        };
    }

    /** The quotes of an answer as they are shown: those that answer first, then those to read with them. */
    private record Shown(Answer answer, List<QuoteView> all) {
        List<QuoteView> answering() {
            return all.subList(0, answer.answering().size());
        }

        List<QuoteView> brought() {
            return all.subList(answer.answering().size(), all.size());
        }
    }

    private List<QuoteView> quotes(Talk talk, Talk.Exchange exchange, Answer answer, String csrf) {
        // What no clause says directly has no strength: a badge there would read as a verdict.
        boolean badges = answer instanceof Answer.Quoted;
        List<QuoteView> quotes = new ArrayList<>();
        for (Quote quote : exchange.quotes()) {
            String id = exchange.number() + "-" + (quotes.size() + 1);
            quotes.add(Quotes.view(
                    quote,
                    "quote-" + id,
                    badges ? wording.badge(quote) : "",
                    List.of(vote(talk, exchange.number(), id, quote, csrf))));
        }
        return quotes;
    }

    private ReplyView answer(Answer answer, Shown shown, String csrf) {
        return switch (answer) {
            case Answer.Quoted quoted -> quotes("quoted", phrases.answers().quoted(), shown);
            case Answer.Nearest nearest -> quotes("nearest", phrases.answers().nearest(), shown);
            case Answer.NotCovered none -> notCovered();
            case Answer.Urgent urgent -> urgent(urgent, shown, csrf);
            case Answer.SmallTalk talk -> ReplyView.words(phrases.smallTalk(talk.kind()));
        };
    }

    private ReplyView quotes(String kind, String words, Shown shown) {
        return new ReplyView(
                kind,
                words,
                List.of(),
                People.NOBODY,
                "",
                wording.before(shown.answer()),
                shown.answering(),
                beside(shown),
                List.of());
    }

    private Beside beside(Shown shown) {
        List<String> notes = wording.beside(shown.answer());
        return notes.isEmpty() && shown.brought().isEmpty()
                ? Beside.NOTHING
                : new Beside(phrases.beside().title(), notes, shown.brought());
    }

    private ReplyView notCovered() {
        return new ReplyView(
                "not-covered",
                phrases.answers().notCovered(),
                List.of(),
                new People(
                        contacts.isEmpty() ? "" : phrases.answers().whomToAsk(),
                        contacts,
                        phrases.report().noContacts()),
                "",
                List.of(),
                List.of(),
                Beside.NOTHING,
                List.of());
    }

    private ReplyView urgent(Answer.Urgent urgent, Shown shown, String csrf) {
        Phrases.FirstSteps first = phrases.urgent(urgent.concern());
        return new ReplyView(
                "urgent",
                first.title(),
                first.steps(),
                new People(phrases.report().ring(), contacts, phrases.report().noContacts()),
                shown.all().isEmpty() ? "" : phrases.report().clauses(),
                wording.before(urgent),
                shown.answering(),
                beside(shown),
                List.of(new GoOn(
                        first.report(),
                        "/report?about=" + urgent.concern().flow(),
                        phrases.onlyAsking().button(),
                        csrf)));
    }

    private String tooLong(Reply.TooLong tooLong) {
        return phrases.answers()
                .tooLong()
                .replace("{length}", Integer.toString(tooLong.length()))
                .replace("{limit}", Integer.toString(tooLong.limit()));
    }

    VoteView vote(Talk talk, int exchange, String id, Quote quote, String csrf) {
        String policy = quote.policy().id().value();
        String version = quote.policy().details().version();
        String clause = quote.clause().ref().address();
        Optional<Verdict> chosen =
                talk.vote(new Talk.Ballot(exchange, policy, version, clause)).map(Vote::verdict);
        return new VoteView(
                "votes-" + id,
                id,
                csrf,
                exchange,
                policy,
                version,
                clause,
                Wording.name(quote.clause().ref()),
                chosen.map(Verdict::code).orElse(""),
                chosen.map(this::thanks).orElse(""));
    }

    private String thanks(Verdict verdict) {
        return switch (verdict) {
            case HELPFUL -> phrases.feedback().helpful();
            case NOT_ASKED -> phrases.feedback().notAsked();
        };
    }
}
