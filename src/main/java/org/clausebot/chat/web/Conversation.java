package org.clausebot.chat.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.Reports;
import org.clausebot.chat.web.view.ChatView;
import org.clausebot.chat.web.view.ExchangeView;
import org.clausebot.chat.web.view.LeavingView;
import org.clausebot.chat.web.view.NoticeView;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Session;
import org.clausebot.http.UploadedFile;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/** The chat page: the same parts, put together on the server, whether the browser runs scripts or not. */
final class Conversation {
    /** Characters, as people count them. */
    static final int MAX_QUESTION = 2_000;

    private static final int SHOWN_OF_TOO_LONG = 200;
    private static final int NONE = -1;

    private final SchoolId school;
    private final Assistant assistant;
    private final Reports reports;
    private final Supplier<List<Policy>> policies;
    private final Feedback feedback;
    private final Phrases phrases;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Templates templates;
    private final Frames frames;
    private final Replies replies;
    private final Waiters waiters;
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
        this.reports = parts.reports();
        this.replies = new Replies(phrases, parts.contacts(), this::startable);
        this.waiters = new Waiters(school, parts.waits(), phrases.waiting());
        this.answerTime = Timer.builder("clausebot.answer.time")
                .description("From question to reply, without the page around it")
                .publishPercentileHistogram()
                .register(meters);
    }

    private boolean startable(String title) {
        return reports.flows().entries().stream()
                .anyMatch(entry -> entry.title().equals(title));
    }

    Response page(Request request) {
        return Response.html(page(request, Optional.empty()));
    }

    Response ask(Request request) {
        Talk talk = talks.of(request.signedIn().id());
        Sent sent = Sent.of(request.form(), replies::pressed);
        Optional.ofNullable(request.form().get("policy")).ifPresent(id -> talk.pick(inForce(id)));
        Reply reply = reply(request, talk, sent);
        if (!request.fragment() && begins(reply)) {
            // A whole page that is loaded again must not send the title again, which would begin another report.
            return Response.seeOther("/");
        }
        boolean tooLong = reply instanceof Reply.TooLong;
        Optional<Reply> ofPolicy = reply.ofPolicy();
        ofPolicy.ifPresent(this::count);
        String shown = tooLong ? shortened(sent.shown()) : sent.shown();
        // Of a report nothing is kept here: after this response its answers are on disk only.
        Talk.Exchange added = ofPolicy.map(answer -> talk.add(shown, answer, waiters.unanswered(talk, reply)))
                .map(kept -> new Talk.Exchange(
                        kept.number(), kept.question(), reply, kept.unanswered(), kept.since()))
                .orElseGet(() -> new Talk.Exchange(talk.number(), shown, reply));
        String page = request.fragment()
                ? templates.render("exchange", exchange(request, talk, added, false))
                : page(request, Optional.of(added));
        return Response.html(tooLong ? 422 : 200, page);
    }

    private Reply reply(Request request, Talk talk, Sent sent) {
        Incoming incoming = new Incoming(
                        school, talk.id(), sent.message(), Optional.of(reporter(request.signedIn())), sent.token())
                .of(talk.policy());
        int length = sent.message().codePointCount(0, sent.message().length());
        if (!request.files().isEmpty() || sent.file()) {
            return attach(incoming, request.files());
        }
        if (!sent.remove().isEmpty()) {
            return reports.detach(incoming, sent.remove());
        }
        if (sent.token().isEmpty() && length > MAX_QUESTION) {
            return new Reply.TooLong(length, MAX_QUESTION);
        }
        Timer.Sample begun = Timer.start(meters);
        Reply reply = assistant.reply(incoming);
        // What belongs to a report is not counted here either: the difference would tell how many there are.
        reply.ofPolicy().ifPresent(answer -> begun.stop(answerTime));
        return reply;
    }

    private Reply attach(Incoming incoming, List<UploadedFile> files) {
        if (files.isEmpty()) {
            return reports.attach(incoming, "", new byte[0]);
        }
        ByteBuffer bytes = files.getFirst().bytes();
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        return reports.attach(incoming, files.getFirst().name(), content);
    }

    private ExchangeView exchange(Request request, Talk talk, Talk.Exchange exchange, boolean latest) {
        return replies.exchange(talk, exchange, request.signedIn().csrf(), latest)
                .between(waiters.above(exchange), waiters.below(exchange, request));
    }

    /** A policy that has gone since the page was made, or an empty name, picks none. */
    private Optional<PolicyId> inForce(String id) {
        return policies.get().stream()
                .map(Policy::id)
                .filter(policy -> policy.value().equals(id))
                .findFirst();
    }

    private boolean begins(Reply reply) {
        return reply instanceof Reply.Asked asked
                && asked.asking().notes().equals(List.of(phrases.say(ReportPhrase.OPENING)));
    }

    private static String shortened(String typed) {
        return typed.codePointCount(0, typed.length()) <= SHOWN_OF_TOO_LONG
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, SHOWN_OF_TOO_LONG)) + " …";
    }

    /** A session is one browser, signed in once; when it has ended, only a code brings a report back. */
    private Reporter reporter(Session session) {
        return reporter(school, session);
    }

    static Reporter reporter(SchoolId school, Session session) {
        return new Reporter(school, "web", session.id());
    }

    /** What was asked is forgotten; a report that waits is not. */
    Response startAgain(Request request) {
        talks.forget(request.signedIn().id());
        return Response.seeOther("/");
    }

    /** Signs out, unless a report waits: then it says so first, and how to come back to it. */
    Response leave(Request request) {
        talks.forget(request.signedIn().id());
        return waiters.leave(request, left(request));
    }

    private Response left(Request request) {
        return reports.leaving(reporter(request.signedIn()))
                .map(paused -> Response.html(templates.render(
                        "leaving",
                        new LeavingView(
                                frames.of(phrases.say(ReportPhrase.LEAVING), "", request.signedIn()),
                                phrases.say(ReportPhrase.LEAVING),
                                replies.paused(paused),
                                phrases.say(ReportPhrase.LEAVE),
                                phrases.say(ReportPhrase.STAY)))))
                .orElseGet(() -> Response.sendOn("/sign-out"));
    }

    /** Keeps a question until it is answered, or forgets it. */
    Response await(Request request) {
        Waiters.Pressed pressed = waiters.press(request, talks.of(request.signedIn().id()));
        if (!request.fragment()) {
            return pressed.named(Response.seeOther(pressed.part()
                    .filter(part -> part.exchange() > 0)
                    .map(part -> "/#answer-" + part.exchange())
                    .orElse("/")));
        }
        String part = pressed.part().map(p -> templates.render("wait", p)).orElse("");
        return pressed.named(Response.html(part + templates.render("wait-list", pressed.list())));
    }

    /** What the page asks now and then while somebody waits: the answers that there are since. */
    Response told(Request request) {
        Talk talk = talks.of(request.signedIn().id());
        List<Talk.Exchange> news = waiters.news(request, talk);
        if (news.isEmpty()) {
            return Response.html(204, "");
        }
        StringBuilder parts = new StringBuilder();
        news.forEach(one -> parts.append(templates.render("exchange", exchange(request, talk, one, false))));
        return Response.html(parts.append(templates.render("wait-list", waiters.list(request, true)))
                .toString());
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
                feedback.record(reporter(request.signedIn()), vote, before);
                talk.cast(ballot, vote);
            }
        }
        if (!request.fragment()) {
            return Response.html(page(
                    request,
                    talk.exchanges().stream()
                            .filter(e -> e.number() == ballot.exchange())
                            .findFirst()));
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

    private String page(Request request, Optional<Talk.Exchange> latest) {
        Talk talk = talks.of(request.signedIn().id());
        String csrf = request.signedIn().csrf();
        waiters.news(request, talk);
        List<ExchangeView> exchanges = new ArrayList<>();
        for (Talk.Exchange before : talk.exchanges()) {
            if (latest.isEmpty() || latest.get().number() != before.number()) {
                exchanges.add(exchange(request, talk, before, false));
            }
        }
        latest.ifPresent(exchange -> exchanges.add(exchange(request, talk, exchange, true)));
        if (latest.isEmpty() || latest.get().reply().ofPolicy().isPresent()) {
            reports.waiting(reporter(request.signedIn()))
                    .filter(waits -> latest.isEmpty() || !(latest.get().reply() instanceof Reply.Unfinished))
                    .ifPresent(waits -> exchanges.add(replies.waiting(talk, waits, csrf)));
        }
        return templates.render(
                "chat",
                new ChatView(
                        frames.of("Ask the policy", "ask", request.signedIn()),
                        phrases.welcome(),
                        exchanges,
                        choices(talk.policy()),
                        waiters.list(request, false)));
    }

    /** The policies to pick from; none where there is only one. */
    private List<ChatView.Choice> choices(Optional<PolicyId> picked) {
        List<Policy> all = policies.get();
        if (all.size() < 2) {
            return List.of();
        }
        return all.stream()
                .sorted(Comparator.comparing(
                        (Policy policy) -> policy.details().title(), String.CASE_INSENSITIVE_ORDER))
                .map(policy -> new ChatView.Choice(
                        policy.id().value(), policy.details().title(), picked.equals(Optional.of(policy.id()))))
                .toList();
    }

    private void count(Reply reply) {
        String outcome =
                reply.policyAnswer().map(Answer::outcome).orElse(reply instanceof Reply.TooLong ? "too-long" : "blank");
        Counter.builder("clausebot.questions")
                .description("Questions by outcome and kind of channel")
                .tag("channel", "web")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : NONE;
    }
}
