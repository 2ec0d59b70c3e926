package org.clausebot.chat.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;

/**
 * What comes of a window in which a step is answered. While there is a mistake the window stays open, so that nothing that
 * was written in it is lost.
 */
public final class WindowTalk<S extends Spot> {
    private static final Set<ReportPhrase> NOT_ADDED =
            Set.of(ReportPhrase.ADD_NOTHING, ReportPhrase.ADD_TOO_LONG, ReportPhrase.ADD_CLOSED);

    private final Means<S> means;
    private final ReportTalk<S> talk;

    WindowTalk(Means<S> means, ReportTalk<S> talk) {
        this.means = means;
        this.talk = talk;
    }

    /** What a window is opened for. */
    public sealed interface Wanted {
        /** A step of a report. */
        record Step(Asking asking) implements Wanted {}

        /** Adding to a report sent earlier. */
        record Adding(Reply.Status status) implements Wanted {}

        /** Nothing that can be answered now; this is to be said instead. */
        record Instead(Reply reply) implements Wanted {}
    }

    /** What the window is for that {@code token} names. */
    public Wanted open(S spot, String token) {
        if (Reply.Status.isToken(token)) {
            // With no words nothing is added; it is shown as it is.
            Reply reply = talk.reply(spot, "", token);
            return reply instanceof Reply.Status status && status.open()
                    ? new Wanted.Adding(status)
                    : new Wanted.Instead(reply);
        }
        ReportTalk.Found found = talk.step(spot, token);
        return found.asking().<Wanted>map(Wanted.Step::new).orElseGet(() -> new Wanted.Instead(found.instead()));
    }

    /**
     * What came of a window that was sent off.
     *
     * @param reply empty where nothing was written
     * @param mistakes what is wrong, to be shown in the window; empty when it may close and {@code reply} is to be said
     */
    public record Outcome(Optional<Reply> reply, List<String> mistakes) {
        public Outcome {
            mistakes = List.copyOf(mistakes);
        }
    }

    /** @param fields what was filled in, by name */
    public Outcome submitted(S spot, String token, Map<String, String> fields) {
        Optional<Reply> reply =
                Fields.words(input(fields), fields).map(words -> taken(spot, talk.reply(spot, words, token), token));
        return new Outcome(
                reply,
                reply.map(r -> mistakes(r, token))
                        .orElseGet(() -> List.of(means.sayings().nothingWritten())));
    }

    /** What is written in a window is meant as the answer, also where it could be a question. */
    private Reply taken(S spot, Reply reply, String token) {
        if (!ReportTalk.isStep(reply, token)) {
            return reply;
        }
        Reply.Asked asked = (Reply.Asked) reply;
        if (asked.asking().literal().isEmpty()) {
            return reply;
        }
        asked.before()
                .filter(WindowTalk::isUrgent)
                .ifPresent(first -> means.voice().say(spot, first));
        return talk.reply(spot, asked.asking().literal(), token);
    }

    private static boolean isUrgent(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Urgent;
    }

    /** Why nothing came of it; the step that is asked afterwards is the same only then. */
    private List<String> mistakes(Reply reply, String token) {
        if (reply instanceof Reply.Status status) {
            return NOT_ADDED.stream()
                    .map(means.phrases()::say)
                    .filter(status.note()::equals)
                    .toList();
        }
        if (talk.isStale(reply)) {
            return List.of(means.phrases().say(reply instanceof Reply.Gone ? ReportPhrase.GONE : ReportPhrase.STALE));
        }
        if (!ReportTalk.isStep(reply, token)) {
            return List.of();
        }
        Asking same = ((Reply.Asked) reply).asking();
        return same.notes().isEmpty() ? List.of(same.field().question()) : same.notes();
    }

    /** What kind of answer a window with these fields gives. */
    public static Input input(Map<String, String> fields) {
        Set<String> names = fields.keySet();
        if (names.contains(Fields.DAY)) {
            return Input.DAY_AND_TIME;
        }
        return names.stream().anyMatch(n -> n.startsWith(Fields.TICKS)) ? Input.CHOICES : Input.LONG;
    }
}
