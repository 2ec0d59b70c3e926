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
import org.clausebot.chat.web.view.ExchangeView;
import org.clausebot.chat.web.view.QuoteView;
import org.clausebot.chat.web.view.ReplyView;
import org.clausebot.chat.web.view.VoteView;

/** Turns replies into what the templates show. */
final class Replies {
    private final Phrases phrases;
    private final List<Contact> contacts;

    Replies(Phrases phrases, List<Contact> contacts) {
        this.phrases = phrases;
        this.contacts = List.copyOf(contacts);
    }

    ExchangeView exchange(Talk talk, Talk.Exchange exchange, String csrf, boolean latest) {
        List<QuoteView> quotes = new ArrayList<>();
        for (Quote quote : exchange.quotes()) {
            String id = exchange.number() + "-" + (quotes.size() + 1);
            quotes.add(Quotes.view(quote, "quote-" + id, List.of(vote(talk, exchange.number(), id, quote, csrf))));
        }
        return new ExchangeView(exchange.number(), exchange.question(), reply(exchange.reply(), quotes), latest);
    }

    private ReplyView reply(Reply reply, List<QuoteView> quotes) {
        return switch (reply) {
            case Reply.Answered(Answer answer) -> answer(answer, quotes);
            case Reply.Blank blank -> ReplyView.words(phrases.answers().blank());
            case Reply.TooLong tooLong -> ReplyView.words(tooLong(tooLong));
        };
    }

    private ReplyView answer(Answer answer, List<QuoteView> quotes) {
        return switch (answer) {
            case Answer.Quoted quoted ->
                quotes("quoted", phrases.answers().quoted(), phrases.stance(quoted.strength()), quotes);
            // No badge: what no clause says directly has no strength, and a badge would read as a verdict.
            case Answer.Nearest nearest -> quotes("nearest", phrases.answers().nearest(), "", quotes);
            case Answer.NotCovered none -> notCovered();
            case Answer.Urgent urgent -> urgent(phrases.urgent(urgent.concern()), quotes);
            case Answer.SmallTalk talk -> ReplyView.words(phrases.smallTalk(talk.kind()));
        };
    }

    private static ReplyView quotes(String kind, String words, String badge, List<QuoteView> quotes) {
        return new ReplyView(kind, words, badge, List.of(), "", List.of(), "", "", quotes);
    }

    private ReplyView notCovered() {
        return new ReplyView(
                "not-covered",
                phrases.answers().notCovered(),
                "",
                List.of(),
                contacts.isEmpty() ? "" : phrases.answers().whomToAsk(),
                contacts,
                phrases.report().noContacts(),
                "",
                List.of());
    }

    private ReplyView urgent(Phrases.FirstSteps first, List<QuoteView> quotes) {
        return new ReplyView(
                "urgent",
                first.title(),
                "",
                first.steps(),
                phrases.report().ring(),
                contacts,
                phrases.report().noContacts(),
                quotes.isEmpty() ? "" : phrases.report().clauses(),
                quotes);
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
                Anchors.label(quote.clause().ref()),
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
