package org.clausebot.chat.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.answer.Question;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Address;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.OnReturn;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.web.view.Part;
import org.clausebot.chat.web.view.WaitListView;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.policy.SchoolId;

/**
 * Those who wait for an answer at the page. Nobody is known there, so it is the browser that waits: it gets a secret name
 * when somebody presses the button, and not before.
 */
final class Waiters {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final String CHANNEL = "web";
    private static final int NAME = 24;
    /** As long as a question is kept. */
    private static final Duration LIFE =
            Duration.ofDays(LocalDate.EPOCH.plus(Awaited.FOR).toEpochDay());

    private final SchoolId school;
    private final Optional<Waits> waits;
    private final Phrases.Waiting words;
    private final SecureRandom random = new SecureRandom();

    /** @param waits empty where nobody can wait */
    Waiters(SchoolId school, Optional<Waits> waits, Phrases.Waiting words) {
        this.school = school;
        this.waits = waits;
        this.words = words;
    }

    private static Address address(String browser) {
        return new Address(CHANNEL, CHANNEL, "", browser);
    }

    /** The question that {@code reply} leaves unanswered, in the words and with the context that the assistant remembers. */
    Optional<Question> unanswered(Talk talk, Reply reply) {
        return reply instanceof Reply.Answered answered && Waiting.isOffered(answered.answer())
                ? waits.flatMap(w -> w.unanswered().apply(school, talk.id()))
                : Optional.empty();
    }

    /** What this browser waited for and is answered now, added to its conversation. */
    List<Talk.Exchange> news(Request request, Talk talk) {
        return request
                .browser()
                .flatMap(browser -> waits.map(w -> w.onReturn().take(school, address(browser))))
                .stream()
                .flatMap(List::stream)
                .map(news -> told(talk, news))
                .toList();
    }

    private static Talk.Exchange told(Talk talk, OnReturn.News news) {
        Waiting waiting = news.waiting();
        return talk.tell(
                waiting.question().text(), new Reply.Answered(news.answer(), Optional.empty()), waiting.since());
    }

    /** What stands above an answer that somebody waited for. */
    Optional<Part> above(Talk.Exchange exchange) {
        return exchange.since()
                .map(day -> new Part.Words("note", List.of(words.answered().replace("{day}", DAY.format(day)))));
    }

    /** What stands below an answer that is none. */
    Optional<Part> below(Talk.Exchange exchange, Request request) {
        return exchange.unanswered()
                .map(question -> Waiting.mark(question.text()))
                .map(mark -> marks(request.browser()).contains(mark)
                        ? part(exchange.number(), mark, true, words.kept(), request)
                        : part(exchange.number(), mark, false, "", request));
    }

    private Part.Wait part(int exchange, String mark, boolean kept, String said, Request request) {
        return new Part.Wait(
                exchange,
                mark,
                kept,
                kept ? words.dontTell() : words.tellMe(),
                said,
                request.signedIn().csrf());
    }

    private Set<String> marks(Optional<String> browser) {
        return waiting(browser).stream().map(Waiting::mark).collect(Collectors.toSet());
    }

    private List<Waiting> waiting(Optional<String> browser) {
        return browser.flatMap(name -> waits.map(w -> w.awaited().of(school, address(name))))
                .orElse(List.of());
    }

    /** What this browser waits for. */
    WaitListView list(Request request, boolean beside) {
        return list(request, request.browser(), beside);
    }

    private WaitListView list(Request request, Optional<String> browser, boolean beside) {
        return new WaitListView(
                words.list(),
                waiting(browser).stream()
                        .map(one -> new WaitListView.Entry(
                                one.mark(), one.question().text()))
                        .toList(),
                words.dontTell(),
                request.signedIn().csrf(),
                beside);
    }

    /**
     * What came of a press.
     *
     * @param part what stands below the answer from now on; empty when the button was that of the list
     * @param list what this browser waits for now
     * @param browser its name, when it is to keep it
     */
    record Pressed(Optional<Part.Wait> part, WaitListView list, Optional<String> browser) {
        /** The answer with the browser's name. */
        Response named(Response response) {
            return browser.map(name -> response.rememberingBrowser(name, LIFE)).orElse(response);
        }
    }

    /** Keeps the question of an answer on the page, or forgets it. */
    Pressed press(Request request, Talk talk) {
        Map<String, String> form = request.form();
        String mark = form.getOrDefault("mark", "");
        Optional<Talk.Exchange> exchange = talk.exchanges().stream()
                .filter(e -> Integer.toString(e.number()).equals(form.getOrDefault("answer", "")))
                .findFirst();
        if (form.getOrDefault("wait", "").equals("no")) {
            request.browser()
                    .ifPresent(name -> waits.ifPresent(w -> w.awaited().takeBack(school, address(name), mark)));
            return new Pressed(
                    exchange.map(e -> part(e.number(), mark, false, words.takenBack(), request)),
                    list(request, exchange.isPresent()),
                    Optional.empty());
        }
        Optional<Question> question = exchange.flatMap(Talk.Exchange::unanswered);
        if (waits.isEmpty() || question.isEmpty()) {
            return new Pressed(
                    Optional.of(part(0, mark, false, words.gone(), request)), list(request, true), Optional.empty());
        }
        return keep(waits.get(), exchange.get().number(), question.get(), request);
    }

    private Pressed keep(Waits wait, int exchange, Question question, Request request) {
        String name = request.browser().orElseGet(this::newName);
        String mark = Waiting.mark(question.text());
        Part.Wait part = switch (wait.awaited().keep(school, address(name), question)) {
            case KEPT, ALREADY -> part(exchange, mark, true, words.kept(), request);
            case TOO_MANY ->
                part(exchange, mark, false, words.tooMany().replace("{most}", Integer.toString(Awaited.MOST)), request);
        };
        return new Pressed(Optional.of(part), list(request, Optional.of(name), true), Optional.of(name));
    }

    private String newName() {
        byte[] bytes = new byte[NAME];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Forgets all that this browser waits for, and its name. */
    Response leave(Request request, Response response) {
        if (request.browser().isEmpty()) {
            return response;
        }
        waits.ifPresent(
                w -> w.awaited().forgetAll(school, address(request.browser().get())));
        return response.forgettingBrowser();
    }
}
