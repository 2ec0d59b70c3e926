package org.clausebot.chat.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.IsoWeek;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.web.view.ChatView;
import org.clausebot.chat.web.view.ExchangeView;
import org.clausebot.chat.web.view.NoticeView;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** The chat page: the same parts, put together on the server, whether the browser runs scripts or not. */
final class Conversation {
    /** Characters, as people count them. */
    static final int MAX_QUESTION = 2_000;

    private static final int SHOWN_OF_TOO_LONG = 200;
    private static final int NONE = -1;

    private final SchoolId school;
    private final Assistant assistant;
    private final Supplier<List<Policy>> policies;
    private final Feedback feedback;
    private final Phrases phrases;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Templates templates;
    private final Frames frames;
    private final Replies replies;
    private final Talks talks = new Talks();
    private final Timer answerTime;

    Conversation(WebChat.Parts parts, Templates templates, Frames frames) {
        this.school = parts.school();
        this.assistant = parts.assistant();
        this.policies = parts.policies();
        this.feedback = parts.feedback();
        this.phrases = parts.phrases();
        this.meters = parts.meters();
        this.clock = parts.clock();
        this.templates = templates;
        this.frames = frames;
        this.replies = new Replies(phrases, parts.contacts());
        this.answerTime = Timer.builder("clausebot.answer.time")
                .description("From question to reply, without the page around it")
                .publishPercentileHistogram()
                .register(meters);
    }

    Response page(Request request) {
        return Response.html(page(request, NONE));
    }

    Response ask(Request request) {
        String typed = request.form().getOrDefault("question", "");
        Talk talk = talks.of(request.signedIn().id());
        int length = typed.codePointCount(0, typed.length());
        boolean tooLong = length > MAX_QUESTION;
        Reply reply = tooLong
                ? new Reply.TooLong(length, MAX_QUESTION)
                : answerTime.record(() -> assistant.reply(new Incoming(school, talk.id(), typed)));
        count(reply);
        String shown = tooLong ? typed.substring(0, typed.offsetByCodePoints(0, SHOWN_OF_TOO_LONG)) + " …" : typed;
        Talk.Exchange added = talk.add(shown.strip(), reply);
        String page = request.fragment()
                ? templates.render(
                        "exchange",
                        replies.exchange(talk, added, request.signedIn().csrf(), false))
                : page(request, added.number());
        return Response.html(tooLong ? 422 : 200, page);
    }

    Response startAgain(Request request) {
        talks.forget(request.signedIn().id());
        return Response.seeOther("/");
    }

    Response vote(Request request) {
        Map<String, String> form = request.form();
        Talk talk = talks.of(request.signedIn().id());
        Talk.Ballot ballot = new Talk.Ballot(
                number(form.getOrDefault("answer", "")),
                form.getOrDefault("policy", ""),
                form.getOrDefault("version", ""),
                form.getOrDefault("clause", ""));
        Optional<Verdict> verdict = Verdict.of(form.getOrDefault("verdict", ""));
        Optional<Quote> quote = talk.quoted(ballot).filter(this::isServed);
        if (verdict.isEmpty() || quote.isEmpty()) {
            return refuseVote(request);
        }
        Vote vote =
                new Vote(IsoWeek.of(LocalDate.now(clock)), quote.get().clause().ref(), ballot.version(), verdict.get());
        synchronized (talk) {
            Optional<Vote> before = talk.vote(ballot);
            if (!before.equals(Optional.of(vote))) {
                feedback.record(school, vote, before);
                talk.cast(ballot, vote);
            }
        }
        if (!request.fragment()) {
            return Response.html(page(request, ballot.exchange()));
        }
        String id = form.getOrDefault("place", "");
        String place = id.matches("\\d{1,9}-\\d{1,3}") ? id : ballot.exchange() + "-1";
        return Response.html(templates.render(
                "votes",
                replies.vote(
                        talk,
                        ballot.exchange(),
                        place,
                        quote.get(),
                        request.signedIn().csrf())));
    }

    private Response refuseVote(Request request) {
        String words = phrases.feedback().gone();
        return Response.html(
                404,
                request.fragment()
                        ? templates.render("gone", words)
                        : templates.render(
                                "notice",
                                new NoticeView(frames.of("Not noted", "ask", request.signedIn()), "Not noted", words)));
    }

    private boolean isServed(Quote quote) {
        return policies.get().stream().anyMatch(p -> p.equals(quote.policy()));
    }

    private String page(Request request, int latest) {
        Talk talk = talks.of(request.signedIn().id());
        String csrf = request.signedIn().csrf();
        List<ExchangeView> exchanges = talk.exchanges().stream()
                .map(e -> replies.exchange(talk, e, csrf, e.number() == latest))
                .toList();
        return templates.render(
                "chat",
                new ChatView(frames.of("Ask the policy", "ask", request.signedIn()), phrases.welcome(), exchanges));
    }

    private void count(Reply reply) {
        String outcome = switch (reply) {
            case Reply.Answered(Answer answer) -> answer.outcome();
            case Reply.Blank blank -> "blank";
            case Reply.TooLong tooLong -> "too-long";
        };
        Counter.builder("clausebot.questions")
                .description("Questions by outcome")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : NONE;
    }
}
