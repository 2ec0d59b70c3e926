package org.clausebot.chat.web;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Anchors;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.ReportWords;
import org.clausebot.chat.web.view.Part;
import org.clausebot.incident.Reporting.Addressees;

/** What is shown of reports, but for the steps themselves. */
final class Cards {
    private final Phrases phrases;
    private final ReportWords words;
    private final Supplier<List<Contact>> contacts;

    Cards(Phrases phrases, Supplier<List<Contact>> contacts) {
        this.phrases = phrases;
        this.words = new ReportWords(phrases);
        this.contacts = contacts;
    }

    String say(ReportPhrase phrase) {
        return phrases.say(phrase);
    }

    /** A list of sentences to do, or words. */
    static Part.Words lines(String kind, List<String> lines) {
        return new Part.Words(kind, lines);
    }

    Part.Contacts contacts() {
        return new Part.Contacts(contacts.get(), phrases.report().noContacts());
    }

    List<Part> said(List<Asking.Said> said, String id) {
        List<Part> parts = new ArrayList<>();
        for (Asking.Said one : said) {
            if (!one.ring().isEmpty()) {
                parts.add(new Part.People("ring", say(ReportPhrase.RING), one.ring()));
            }
            parts.add(lines("do", one.lines()));
            parts.addAll(quotes(one.quotes(), id + "-" + parts.size()));
        }
        return parts;
    }

    static List<Part> quotes(List<Quote> quotes, String id) {
        if (quotes.isEmpty()) {
            return List.of();
        }
        return List.of(new Part.Quotes(quotes.stream()
                .map(q -> Quotes.view(
                        q, "quote-" + id + "-" + Anchors.of(q.clause().ref()), "", List.of()))
                .toList()));
    }

    List<Part> addressees(Addressees seen) {
        List<Part> parts = new ArrayList<>();
        if (seen.receivers().isEmpty()) {
            parts.add(lines("note", List.of(say(ReportPhrase.WHO_SEES_NOBODY))));
            parts.add(contacts());
        } else {
            parts.add(new Part.People("sees", say(ReportPhrase.WHO_SEES), seen.receivers()));
        }
        if (!seen.leftOut().isEmpty()) {
            parts.add(new Part.People("out", say(ReportPhrase.WHO_SEES_NOT), seen.leftOut()));
        }
        parts.addAll(ring(seen));
        if (!seen.receivers().isEmpty()) {
            parts.add(lines("soft", List.of(say(ReportPhrase.WHO_SEES_CARE))));
        }
        return parts;
    }

    private List<Part> ring(Addressees seen) {
        return seen.ring().isEmpty()
                ? List.of()
                : List.of(new Part.People("ring", say(ReportPhrase.RING), seen.ring()));
    }

    List<Part> flows(Reply.Flows flows, String csrf) {
        List<Part> parts = new ArrayList<>();
        if (!flows.note().isEmpty()) {
            parts.add(lines("note", List.of(flows.note())));
        }
        if (flows.entries().isEmpty()) {
            if (flows.note().isEmpty()) {
                parts.add(lines("says", List.of(phrases.report().nothingSent())));
                parts.add(contacts());
            }
            return parts;
        }
        parts.add(lines("danger", List.of(phrases.report().danger())));
        parts.add(new Part.Heading(say(ReportPhrase.CHOOSE), false));
        parts.add(menu(flows, csrf));
        return parts;
    }

    static Part.Menu menu(Reply.Flows flows, String csrf) {
        return new Part.Menu(
                new Part.Form(csrf, ""),
                flows.entries().stream()
                        .map(entry -> new Part.Entry(entry.title(), entry.summary(), entry.title()))
                        .toList());
    }

    List<Part> advice(Reply.Advice advice, String id) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(advice.title(), false));
        parts.add(lines("note", List.of(say(ReportPhrase.OFF))));
        parts.addAll(said(advice.said(), id));
        parts.add(new Part.Heading(phrases.report().whom(), false));
        parts.add(contacts());
        return parts;
    }

    List<Part> unfinished(Reply.Unfinished reply, String csrf) {
        List<ReportWords.Action> actions = words.actions(reply);
        List<Part.Button> buttons = actions.stream()
                .map(a -> new Part.Button(a.label(), a.message(), a.equals(actions.getFirst())))
                .toList();
        return List.of(
                lines("note", words.unfinished(reply)),
                new Part.Buttons("choices", new Part.Form(csrf, ""), "", buttons));
    }

    List<Part> paused(Reply.Paused reply) {
        return List.of(
                lines("says", List.of(words.paused(reply), say(ReportPhrase.PAUSED_CODE))),
                new Part.Facts(List.of(new Part.Fact(say(ReportPhrase.SENT_CODE), reply.code(), true))),
                lines("soft", List.of(say(ReportPhrase.CODE_CARE))),
                keep(words.paused(reply) + "\n" + say(ReportPhrase.SENT_CODE) + ": " + reply.code()));
    }

    private Part.Keep keep(String copied) {
        return new Part.Keep(say(ReportPhrase.PRINT), say(ReportPhrase.COPY), copied);
    }

    List<Part> cancelled(Reply.Cancelled reply) {
        return List.of(lines("says", List.of(words.cancelled(reply))));
    }

    List<Part> ended(Reply.Ended reply, String id) {
        List<Part> parts = new ArrayList<>(said(reply.said(), id));
        parts.add(lines("says", List.of(say(ReportPhrase.ENDED))));
        return parts;
    }

    List<Part> sent(Reply.Sent sent, String id) {
        String time = ReportWords.time(sent.receipt(), sent.zone());
        List<Part.Fact> facts = List.of(
                new Part.Fact(say(ReportPhrase.SENT_CODE), sent.receipt().code(), true),
                new Part.Fact(say(ReportPhrase.SENT_AT), time, false),
                new Part.Fact(say(ReportPhrase.SENT_SIGNATURE), sent.receipt().signature(), true));
        StringBuilder copied = new StringBuilder(sent.title());
        facts.forEach(f -> copied.append('\n').append(f.name()).append(": ").append(f.value()));
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Heading(say(ReportPhrase.SENT), false));
        parts.add(lines("soft", List.of(sent.title())));
        parts.add(new Part.Facts(facts));
        parts.add(lines("note", List.of(say(ReportPhrase.SENT_KEEP))));
        parts.add(keep(copied.toString()));
        if (!sent.addressees().receivers().isEmpty()) {
            parts.add(new Part.People(
                    "sees", say(ReportPhrase.SENT_TO), sent.addressees().receivers()));
        }
        parts.addAll(ring(sent.addressees()));
        parts.addAll(said(sent.said(), id));
        if (!sent.afterLines().isEmpty()) {
            parts.add(new Part.Heading(say(ReportPhrase.SENT_NEXT), false));
            parts.add(lines("says", sent.afterLines()));
        }
        return parts;
    }

    List<Part> notReceived(Reply.NotReceived reply) {
        return List.of(
                new Part.Heading(say(ReportPhrase.NOT_RECEIVED), false),
                lines("note", reply.words().lines().toList()),
                contacts());
    }

    List<Part> status(Reply.Status status, String csrf, String id) {
        List<Part> parts = new ArrayList<>();
        if (!status.note().isEmpty()) {
            parts.add(lines("note", List.of(status.note())));
        }
        parts.add(new Part.Heading(
                say(ReportPhrase.STATUS) + " " + status.sent().reference() + ": "
                        + status.sent().title(),
                false));
        parts.add(lines("says", words.status(status)));
        if (status.sent().entries().isEmpty()) {
            parts.add(lines("soft", List.of(say(ReportPhrase.STATUS_NOTHING))));
        }
        parts.add(new Part.Messages(status.sent().entries().stream()
                .map(e -> new Part.Message(words.from(e, status.zone()), e.words(), e.fromReceiver()))
                .toList()));
        if (status.open()) {
            parts.add(new Part.Box(
                    new Part.Form(csrf, status.token()),
                    "add-" + id,
                    say(ReportPhrase.ADD),
                    Part.Box.Kind.LONG,
                    "",
                    "",
                    say(ReportPhrase.ADD_BUTTON),
                    false));
        }
        return parts;
    }

    List<Part> note(String line) {
        return List.of(lines("note", List.of(line)));
    }

    String tooManyCodes(Reply.TooManyCodes reply) {
        return words.tooManyCodes(reply);
    }
}
