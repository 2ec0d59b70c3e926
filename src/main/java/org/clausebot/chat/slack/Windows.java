package org.clausebot.chat.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Window;
import org.clausebot.chat.slack.block.Fields;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.StepWindow;

/**
 * The windows in which steps are answered. A mistake is shown beside the field and the window stays open, so that nothing
 * that was written in it is lost.
 */
final class Windows {
    private static final Set<ReportPhrase> NOT_ADDED =
            Set.of(ReportPhrase.ADD_NOTHING, ReportPhrase.ADD_TOO_LONG, ReportPhrase.ADD_CLOSED);

    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final ReportTalk talk;

    Windows(SlackChannel.Parts parts, Voice voice, ReportTalk talk) {
        this.parts = parts;
        this.voice = voice;
        this.talk = talk;
    }

    /** Opens the window of a step at once, since Slack waits three seconds for it. */
    void open(Delivered.Pressed pressed, String token) {
        Spot spot = Presses.spot(pressed);
        if (Reply.Status.isToken(token)) {
            // With no words nothing is added; it is shown as it is.
            Reply reply = talk.reply(spot, "", token);
            if (reply instanceof Reply.Status status && status.open()) {
                opened(pressed, StepWindow.adding(status, parts.phrases(), parts.words()));
            } else {
                voice.say(spot, reply);
            }
            return;
        }
        ReportTalk.Found found = talk.step(spot, token);
        if (found.asking().isPresent()) {
            opened(pressed, StepWindow.of(found.asking().get(), parts.phrases(), parts.words()));
        } else {
            voice.say(spot, found.instead());
        }
    }

    private void opened(Delivered.Pressed pressed, com.slack.api.model.view.View view) {
        if (!parts.workspace().window(pressed.by(), pressed.trigger(), view)) {
            voice.directly(Presses.spot(pressed), SlackPhrase.WINDOW_NOT_OPENED);
        }
    }

    /** @return what is wrong, by the id of the field's block; empty when the window may close */
    Map<String, String> submitted(Window window) {
        Optional<String> token = StepWindow.token(window.callback());
        if (token.isEmpty()) {
            return Map.of();
        }
        Optional<Reply> reply = reply(window, token.get());
        if (reply.isEmpty()) {
            return wrong(window, parts.words().say(SlackPhrase.WINDOW_EMPTY));
        }
        List<String> mistakes = mistakes(reply.get(), token.get());
        if (!mistakes.isEmpty()) {
            return wrong(window, String.join(" ", mistakes));
        }
        voice.say(Spot.direct(window.by()), reply.get());
        return Map.of();
    }

    /** The same where nobody waits for what is wrong: the window is closed, so that is said in the direct message. */
    void closed(Window window) {
        Spot spot = Spot.direct(window.by());
        StepWindow.token(window.callback())
                .ifPresent(token -> reply(window, token)
                        .ifPresentOrElse(
                                reply -> voice.say(spot, reply), () -> voice.directly(spot, SlackPhrase.WINDOW_EMPTY)));
    }

    private Optional<Reply> reply(Window window, String token) {
        Spot spot = Spot.direct(window.by());
        return Fields.words(input(window), window.fields())
                .map(words -> taken(spot, talk.reply(spot, words, token), token));
    }

    /** What is written in a window is meant as the answer, also where it could be a question. */
    private Reply taken(Spot spot, Reply reply, String token) {
        if (!ReportTalk.isStep(reply, token)) {
            return reply;
        }
        Reply.Asked asked = (Reply.Asked) reply;
        if (asked.asking().literal().isEmpty()) {
            return reply;
        }
        asked.before().filter(Windows::isUrgent).ifPresent(first -> voice.say(spot, first));
        return talk.reply(spot, asked.asking().literal(), token);
    }

    private static boolean isUrgent(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Urgent;
    }

    /** Why nothing came of it; the step that is asked afterwards is the same only then. */
    private List<String> mistakes(Reply reply, String token) {
        if (reply instanceof Reply.Status status) {
            return NOT_ADDED.stream()
                    .map(parts.phrases()::say)
                    .filter(status.note()::equals)
                    .toList();
        }
        if (talk.isStale(reply)) {
            return List.of(parts.phrases().say(reply instanceof Reply.Gone ? ReportPhrase.GONE : ReportPhrase.STALE));
        }
        if (!ReportTalk.isStep(reply, token)) {
            return List.of();
        }
        Asking same = ((Reply.Asked) reply).asking();
        return same.notes().isEmpty() ? List.of(same.field().question()) : same.notes();
    }

    private static Map<String, String> wrong(Window window, String words) {
        return Map.of(field(window), words);
    }

    Map<String, String> refused(Window window, SlackPhrase phrase) {
        return wrong(window, parts.words().say(phrase));
    }

    private static Input input(Window window) {
        Set<String> names = window.fields().keySet();
        if (names.contains(Fields.DAY)) {
            return Input.DAY_AND_TIME;
        }
        return names.stream().anyMatch(n -> n.startsWith(Fields.TICKS)) ? Input.CHOICES : Input.LONG;
    }

    private static String field(Window window) {
        return switch (input(window)) {
            case DAY, DAY_AND_TIME -> Fields.DAY;
            case CHOICES, SURE, CONFIRM, SEND ->
                window.fields().keySet().stream()
                        .filter(n -> n.startsWith(Fields.TICKS))
                        .sorted()
                        .findFirst()
                        .orElse(Fields.ANSWER);
            case LINE, LONG, PERSON, NUMBER, WEB_ADDRESS, FILES -> Fields.ANSWER;
        };
    }
}
