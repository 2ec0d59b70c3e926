package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.Wording;
import org.clausebot.chat.web.view.ExchangeView;
import org.clausebot.chat.web.view.Part;
import org.clausebot.chat.web.view.QuoteView;
import org.clausebot.chat.web.view.ReplyView;
import org.clausebot.chat.web.view.ReplyView.Below;
import org.clausebot.chat.web.view.ReplyView.Beside;
import org.clausebot.chat.web.view.ReplyView.GoOn;
import org.clausebot.chat.web.view.ReplyView.People;
import org.clausebot.chat.web.view.VoteView;

/** Turns replies into what the templates show. */
final class Replies {
    private final Phrases phrases;
    private final Supplier<List<Contact>> contacts;
    private final Predicate<String> startable;
    private final Wording wording;
    private final Cards cards;
    private final Steps steps;

    /** @param startable whether a report of this title can be begun by its title */
    Replies(Phrases phrases, Supplier<List<Contact>> contacts, Predicate<String> startable) {
        this.phrases = phrases;
        this.contacts = contacts;
        this.startable = startable;
        this.wording = new Wording(phrases);
        this.cards = new Cards(phrases, contacts);
        this.steps = new Steps(phrases, cards);
    }

    ExchangeView exchange(Talk talk, Talk.Exchange exchange, String csrf, boolean latest) {
        return new ExchangeView(
                exchange.number(),
                exchange.question(),
                !exchange.question().isEmpty() || exchange.reply() instanceof Reply.Blank,
                kind(exchange.reply()),
                parts(talk, exchange, exchange.reply(), csrf),
                latest);
    }

    /** What waits when the page is opened, said without having been asked for. */
    ExchangeView waiting(Talk talk, Reply reply, String csrf) {
        Talk.Exchange exchange = new Talk.Exchange(talk.number(), "", reply);
        return new ExchangeView(exchange.number(), "", false, kind(reply), parts(talk, exchange, reply, csrf), false);
    }

    /** What the button says that sends {@code message}. */
    String pressed(String message) {
        return steps.pressed(message);
    }

    List<Part> paused(Reply.Paused reply) {
        return cards.paused(reply);
    }

    private static String kind(Reply reply) {
        return switch (reply) {
            case Reply.Answered r -> "";
            case Reply.Blank r -> "";
            case Reply.TooLong r -> "";
            case Reply.Asked r -> "step";
            case Reply.Unfinished r -> "offer";
            case Reply.Flows r -> "card";
            case Reply.Advice r -> "card";
            case Reply.Paused r -> "card";
            case Reply.Cancelled r -> "card";
            case Reply.Ended r -> "card";
            case Reply.Sent r -> "card sent";
            case Reply.NotReceived r -> "card";
            case Reply.Status r -> "card";
            case Reply.NoSuchCode r -> "";
            case Reply.TooManyCodes r -> "";
            case Reply.Gone r -> "";
        };
    }

    private List<Part> parts(Talk talk, Talk.Exchange exchange, Reply reply, String csrf) {
        String id = Integer.toString(exchange.number());
        return switch (reply) {
            case Reply.Answered answered -> {
                Answer answer = answered.answer();
                Shown shown = new Shown(id, answer, quotes(talk, exchange, answer, csrf), answered.report(), csrf);
                yield List.of(new Part.Answer(answer(answer, shown)));
            }
            case Reply.Blank blank -> words(phrases.answers().blank());
            case Reply.TooLong tooLong -> words(phrases.tooLong(tooLong));
            case Reply.Asked asked -> both(talk, exchange, asked.before(), csrf, steps.parts(asked.asking(), csrf, id));
            case Reply.Unfinished unfinished ->
                both(talk, exchange, unfinished.before(), csrf, cards.unfinished(unfinished, csrf));
            case Reply.Flows flows -> cards.flows(flows, csrf);
            case Reply.Advice advice -> cards.advice(advice, id);
            case Reply.Paused paused -> cards.paused(paused);
            case Reply.Cancelled cancelled -> cards.cancelled(cancelled);
            case Reply.Ended ended -> cards.ended(ended, id);
            case Reply.Sent sent -> cards.sent(sent, id);
            case Reply.NotReceived nobody -> cards.notReceived(nobody);
            case Reply.Status status -> cards.status(status, csrf, id);
            case Reply.NoSuchCode none -> cards.note(cards.say(ReportPhrase.NO_SUCH_CODE));
            case Reply.TooManyCodes many -> cards.note(cards.tooManyCodes(many));
            case Reply.Gone gone -> cards.note(cards.say(ReportPhrase.GONE));
        };
    }

    private static List<Part> words(String words) {
        return List.of(new Part.Answer(ReplyView.words(words)));
    }

    private List<Part> both(Talk talk, Talk.Exchange exchange, Optional<Reply> before, String csrf, List<Part> then) {
        List<Part> all = new ArrayList<>();
        before.ifPresent(reply -> all.addAll(parts(talk, exchange, reply, csrf)));
        all.addAll(then);
        return all;
    }

    /** The quotes of an answer as they are shown: those that answer first, then those to read with them. */
    private record Shown(String id, Answer answer, List<QuoteView> all, Optional<String> report, String csrf) {
        List<QuoteView> answering() {
            return all.subList(0, answer.answering().size());
        }

        List<QuoteView> brought() {
            return all.subList(answer.answering().size(), all.size());
        }
    }

    private List<QuoteView> quotes(Talk talk, Talk.Exchange exchange, Answer answer, String csrf) {
        List<QuoteView> quotes = new ArrayList<>();
        for (Quote quote : exchange.quotes()) {
            String id = exchange.number() + "-" + (quotes.size() + 1);
            quotes.add(Quotes.view(
                    quote,
                    "quote-" + id,
                    badge(answer, quote),
                    List.of(vote(talk, exchange.number(), id, quote, csrf))));
        }
        return quotes;
    }

    /** What no clause says directly has no strength: a badge there would read as a verdict. */
    private String badge(Answer answer, Quote quote) {
        return answer instanceof Answer.Quoted ? wording.badge(quote) : "";
    }

    private ReplyView answer(Answer answer, Shown shown) {
        return switch (answer) {
            case Answer.Quoted quoted -> quotes("quoted", phrases.answers().quoted(), shown);
            case Answer.Nearest nearest -> quotes("nearest", phrases.answers().nearest(), shown);
            case Answer.NotCovered none -> notCovered(none, whomToAsk());
            case Answer.Urgent urgent -> urgent(urgent, shown);
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
                shown.report().map(title -> new GoOn(title, "", "", shown.csrf())).stream()
                        .toList(),
                List.of());
    }

    private Beside beside(Shown shown) {
        List<String> notes = wording.beside(shown.answer());
        return notes.isEmpty() && shown.brought().isEmpty()
                ? Beside.NOTHING
                : new Beside(phrases.beside().title(), notes, shown.brought());
    }

    private People whomToAsk() {
        List<Contact> people = contacts.get();
        return new People(
                people.isEmpty() ? "" : phrases.answers().whomToAsk(),
                people,
                phrases.report().noContacts());
    }

    private ReplyView notCovered(Answer.NotCovered none, People people) {
        return new ReplyView(
                "not-covered",
                phrases.answers().notCovered(),
                none.elsewhere()
                        .map(words -> List.of(phrases.answers().elsewhere(), words))
                        .orElse(List.of()),
                people,
                "",
                List.of(),
                List.of(),
                Beside.NOTHING,
                List.of(),
                List.of());
    }

    /** As an answer of its own, but for what is counted and offered there, and for the people, who stand above it. */
    private ReplyView below(Answer answer, String id) {
        List<QuoteView> quotes = new ArrayList<>();
        for (Quote quote : answer.quotes()) {
            quotes.add(Quotes.view(
                    quote, "quote-" + id + "-below-" + (quotes.size() + 1), badge(answer, quote), List.of()));
        }
        return answer instanceof Answer.NotCovered none
                ? notCovered(none, People.NOBODY)
                : answer(answer, new Shown(id, answer, quotes, Optional.empty(), ""));
    }

    private ReplyView urgent(Answer.Urgent urgent, Shown shown) {
        Phrases.FirstSteps first = phrases.urgent(urgent.concern());
        return new ReplyView(
                "urgent",
                first.title(),
                first.steps(),
                new People(
                        phrases.report().ring(),
                        contacts.get(),
                        phrases.report().noContacts()),
                shown.all().isEmpty() ? "" : phrases.report().clauses(),
                wording.before(urgent),
                shown.answering(),
                beside(shown),
                List.of(new GoOn(
                        first.report(),
                        startable.test(first.report())
                                ? ""
                                : "/report?about=" + urgent.concern().flow(),
                        phrases.onlyAsking().button(),
                        shown.csrf())),
                urgent.onlyAsked()
                        .map(answer ->
                                new Below(phrases.onlyAsking().below(), below(answer, shown.id())))
                        .stream()
                        .toList());
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
