package org.clausebot.chat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.flow.Context;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowEngine;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Reporting.Unfinished;
import org.clausebot.policy.Policy;
import org.clausebot.school.School;

/**
 * The conversation of somebody who can report as well as ask. Whatever a person answers on the way through a report is on
 * disk before the reply is given. What belongs to no report goes to the assistant that answers from the policies; of a
 * report nothing goes there, so that none of it is remembered as a question.
 */
public final class ReportingAssistant implements Assistant, Reports {
    /** A receipt that a crash kept from being shown is shown to whoever comes back within this time. */
    private static final Duration UNSEEN = Duration.ofMinutes(10);

    private final Parts parts;
    private final Turns turns;
    private final Menu menu;
    private final Open open;
    private final Journey journey;
    private final Optional<SentReports> sent;
    private final Writing writing;
    private final Locks locks = new Locks();
    private final SecureRandom random = new SecureRandom();

    /**
     * What it puts together.
     *
     * @param policy answers from the policies, and remembers the questions of a conversation for a while
     * @param answerer answers one question and remembers nothing; of what is no question it need see only whether it is
     *     urgent
     * @param policies those in force
     * @param flows those that can be begun
     * @param reporting empty where nothing can be sent: no school is set up
     * @param school as it is set up today
     */
    public record Parts(
            Assistant policy,
            Function<Question, Answer> answerer,
            Supplier<List<Policy>> policies,
            Supplier<List<Flow>> flows,
            Optional<Reporting> reporting,
            Supplier<Optional<School>> school,
            Phrases phrases,
            Clock clock) {}

    public ReportingAssistant(Parts parts) {
        this.parts = parts;
        this.turns = new Turns(parts.policies(), parts.school(), parts.reporting());
        this.menu = new Menu(parts.flows(), parts.phrases());
        this.open = new Open(parts.clock());
        this.writing = new Writing(parts.clock());
        this.journey = new Journey(parts, turns, open);
        this.sent = parts.reporting().map(r -> new SentReports(r, parts.phrases(), turns::zone, parts.clock()));
    }

    @Override
    public Reply reply(Incoming incoming) {
        return incoming.reporter()
                .map(who -> alone(who, () -> writing.noting(who, reply(incoming, who))))
                .orElseGet(() -> elsewhere(incoming));
    }

    /** Where nothing is said for a report. All the same it may be about one that the person is writing. */
    private Reply elsewhere(Incoming incoming) {
        boolean quiet = incoming.asker().filter(this::isWriting).isPresent();
        return parts.policy().reply(quiet ? incoming.unlogged() : incoming);
    }

    /** Whether a report waits, or was touched a short while ago. Where that cannot be told it is taken to be so. */
    private boolean isWriting(Reporter who) {
        try {
            return writing.is(who) || kept(who).isPresent();
        } catch (RuntimeException e) {
            return true;
        }
    }

    @Override
    public Reply.Flows flows() {
        return menu.list("", parts.reporting().isPresent());
    }

    @Override
    public Optional<Reply> waiting(Reporter who) {
        return alone(
                who,
                () -> kept(who)
                        .map(kept -> open.inProgress(kept)
                                ? journey.again(who, kept, Optional.empty(), opening(kept))
                                : offer(kept, Optional.empty()))
                        .or(() -> open.hasSeenReceipt(who) ? Optional.empty() : journey.justSent(who, UNSEEN)));
    }

    @Override
    public Optional<Reply.Paused> leaving(Reporter who) {
        return alone(
                who,
                () -> kept(who).map(kept -> {
                    writing.touch(who);
                    parts.reporting().orElseThrow().pause(who, kept.flow(), kept.conversation());
                    return journey.paused(who, kept);
                }));
    }

    @Override
    public Optional<Reply> lookUp(Reporter who, String words) {
        return SentReports.codeIn(words).flatMap(code -> alone(who, () -> byCode(who, kept(who), code)));
    }

    @Override
    public Reply attach(Incoming at, String fileName, byte[] content) {
        return at.reporter()
                .map(who -> alone(
                        who,
                        () -> atStep(at, who)
                                .orElseGet(() -> journey.attach(who, kept(who).orElseThrow(), fileName, content))))
                .orElseGet(Reply.Gone::new);
    }

    @Override
    public Reply detach(Incoming at, String evidenceId) {
        return at.reporter()
                .map(who -> alone(
                        who,
                        () -> atStep(at, who)
                                .orElseGet(() -> journey.detach(who, kept(who).orElseThrow(), evidenceId))))
                .orElseGet(Reply.Gone::new);
    }

    private List<String> opening(Unfinished kept) {
        return kept.conversation().answers().isEmpty() ? List.of(parts.phrases().say(ReportPhrase.OPENING)) : List.of();
    }

    /** One message at a time of one person: two at once would both be taken as the answer to the same step. */
    private <T> T alone(Reporter who, Supplier<T> work) {
        Lock lock = locks.of(who);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Unfinished> kept(Reporter who) {
        return parts.reporting().flatMap(r -> r.unfinished(who));
    }

    private Reply reply(Incoming incoming, Reporter who) {
        String text = incoming.text().strip();
        Optional<Unfinished> kept = kept(who);
        if (SentReports.isToken(incoming.token())) {
            return sent.map(s -> s.addPressed(who, incoming.token(), text)).orElseGet(Reply.Gone::new);
        }
        if (!incoming.token().isEmpty()) {
            return atStep(incoming, who, kept).orElseGet(() -> inFlow(who, kept.orElseThrow(), text));
        }
        return kept.isPresent() && open.inProgress(kept.get())
                ? inFlow(who, kept.get(), text)
                : outside(incoming, who, kept, text);
    }

    /** What to answer to a button of a step that is not the one asked now; empty when it is. */
    private Optional<Reply> atStep(Incoming incoming, Reporter who) {
        return atStep(incoming, who, kept(who));
    }

    private Optional<Reply> atStep(Incoming incoming, Reporter who, Optional<Unfinished> kept) {
        if (kept.isPresent() && Turns.token(kept.get().conversation()).equals(incoming.token())) {
            return Optional.empty();
        }
        Optional<Reply> before = open.sent(who, Turns.conversationOf(incoming.token()))
                .or(() -> kept.isEmpty() ? journey.justSent(who, Duration.ofHours(1)) : Optional.empty());
        if (before.isPresent()) {
            return before;
        }
        return Optional.of(kept.map(k -> journey.again(
                        who, k, Optional.empty(), List.of(parts.phrases().say(ReportPhrase.STALE))))
                .orElseGet(Reply.Gone::new));
    }

    private Reply inFlow(Reporter who, Unfinished kept, String text) {
        Optional<Flow> other = menu.titled(text);
        if (other.isPresent()) {
            return other.get().id().equals(kept.flow().id())
                    ? journey.again(who, kept, Optional.empty(), List.of())
                    : wanting(kept, other.get().title());
        }
        Optional<Reply> opened = sent.flatMap(s ->
                SentReports.codeIn(text).flatMap(code -> s.tooMany(who).or(() -> s.open(who, code))));
        if (opened.isPresent()) {
            return journey.again(who, kept, opened, List.of(parts.phrases().say(ReportPhrase.SAME_STEP)));
        }
        if (parts.phrases().onlyAsking().says(text)) {
            // The button below first steps in the middle: nothing has happened, so it is no answer either.
            return journey.again(
                    who, kept, Optional.empty(), List.of(parts.phrases().say(ReportPhrase.SAME_STEP)));
        }
        return journey.step(who, goOn(who, kept), text);
    }

    private Reply outside(Incoming incoming, Reporter who, Optional<Unfinished> kept, String text) {
        if (parts.phrases().reporting().list().says(text)) {
            return kept.<Reply>map(k -> offer(k, Optional.empty())).orElseGet(this::flows);
        }
        Optional<Flow> begun = menu.begunBy(text);
        if (begun.isPresent()) {
            return kept.map(k -> wanting(k, begun.get().title())).orElseGet(() -> begin(who, begun.get()));
        }
        return kept.flatMap(k -> command(who, k, text))
                .or(() -> sent.flatMap(s -> s.addTyped(who, text)))
                .or(() -> SentReports.codeIn(text).flatMap(code -> byCode(who, kept, code)))
                .orElseGet(() -> question(incoming, who, kept));
    }

    private Reply begin(Reporter who, Flow flow) {
        Turn turn = FlowEngine.begin(flow, newId(), context());
        if (parts.reporting().isEmpty()) {
            return new Reply.Advice(flow.title(), turns.said(flow, firstWords(turn)));
        }
        return journey.settle(who, flow, turn, List.of(parts.phrases().say(ReportPhrase.OPENING)));
    }

    private String newId() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static List<Turn.Said> firstWords(Turn turn) {
        return switch (turn) {
            case Turn.Prompt prompt -> prompt.said();
            case Turn.Finished finished -> finished.said();
            case Turn.Misread misread -> misread.again().said();
            case Turn.Aside aside -> aside.again().said();
            case Turn.Paused paused -> List.of();
            case Turn.Cancelled cancelled -> List.of();
        };
    }

    /** What a person says of a report that waits. */
    private Optional<Reply> command(Reporter who, Unfinished kept, String text) {
        Phrases.Reporting words = parts.phrases().reporting();
        if (words.goOn().says(text)) {
            return Optional.of(journey.again(who, goOn(who, kept), Optional.empty(), List.of()));
        }
        if (words.throwAway().says(text)) {
            return Optional.of(
                    new Reply.Unfinished(Optional.empty(), kept.flow().title(), turns.day(kept.expires()), "", true));
        }
        if (words.reallyThrowAway().says(text)) {
            return Optional.of(journey.discard(who, kept.flow()));
        }
        return Optional.empty();
    }

    private Optional<Reply> byCode(Reporter who, Optional<Unfinished> kept, String code) {
        return sent.map(s -> s.tooMany(who)
                .or(() -> s.open(who, code))
                .or(() -> resume(who, kept, code))
                .orElseGet(() -> s.wrong(who)));
    }

    /** Taking over another would destroy the one that waits here. */
    private Optional<Reply> resume(Reporter who, Optional<Unfinished> kept, String code) {
        if (kept.isPresent()
                && parts.reporting().filter(r -> r.hasAlready(who, code)).isPresent()) {
            return Optional.of(journey.again(who, goOn(who, kept.get()), Optional.empty(), List.of()));
        }
        if (kept.isPresent()) {
            return Optional.of(offer(
                    kept.get(),
                    Optional.of(new Reply.Flows(parts.phrases().say(ReportPhrase.HAVE_ONE), true, List.of()))));
        }
        return parts.reporting()
                .flatMap(r -> r.resume(who, code))
                .map(taken -> journey.again(who, goOn(who, taken), Optional.empty(), List.of()));
    }

    /** Their next words are answers again. On disk, so that a restart does not make questions of them. */
    private Unfinished goOn(Reporter who, Unfinished kept) {
        if (open.inProgress(kept)) {
            return kept;
        }
        Reporting reporting = parts.reporting().orElseThrow();
        reporting.keep(
                who, kept.flow(), kept.conversation().touched(parts.clock().instant()));
        return reporting.unfinished(who).orElse(kept);
    }

    private Reply question(Incoming incoming, Reporter who, Optional<Unfinished> kept) {
        boolean quiet = kept.isPresent() || writing.is(who);
        Reply answer = parts.policy().reply(quiet ? incoming.unlogged() : incoming);
        if (kept.isPresent()) {
            return open.offers(who) ? offer(kept.get(), Optional.of(answer)) : answer;
        }
        return parts.reporting().isPresent() ? menu.offering(answer) : answer;
    }

    private Reply offer(Unfinished kept, Optional<Reply> before) {
        return new Reply.Unfinished(before, kept.flow().title(), turns.day(kept.expires()), "", false);
    }

    private Reply wanting(Unfinished kept, String title) {
        return new Reply.Unfinished(Optional.empty(), kept.flow().title(), turns.day(kept.expires()), title, false);
    }

    private Context context() {
        return new Context(parts.clock().instant(), turns.zone(), parts.school().get());
    }
}
