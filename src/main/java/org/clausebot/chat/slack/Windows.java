package org.clausebot.chat.slack;

import com.slack.api.model.view.View;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Window;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.StepWindow;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.WindowTalk;

/**
 * The windows in which steps are answered. A mistake is shown beside the field and the window stays open, so that nothing
 * that was written in it is lost.
 */
final class Windows {
    private final SlackChannel.Parts parts;
    private final SlackVoice voice;
    private final WindowTalk<Spot> talk;

    Windows(SlackChannel.Parts parts, SlackVoice voice, WindowTalk<Spot> talk) {
        this.parts = parts;
        this.voice = voice;
        this.talk = talk;
    }

    /** Opens the window of a step at once, since Slack waits three seconds for it. */
    void open(Delivered.Pressed pressed, String token) {
        Spot spot = Presses.spot(pressed);
        switch (talk.open(spot, token)) {
            case WindowTalk.Wanted.Step(Asking asking) ->
                opened(pressed, StepWindow.of(asking, parts.phrases(), parts.words()));
            case WindowTalk.Wanted.Adding(Reply.Status status) ->
                opened(pressed, StepWindow.adding(status, parts.phrases(), parts.words()));
            case WindowTalk.Wanted.Instead(Reply reply) -> voice.say(spot, reply);
        }
    }

    private void opened(Delivered.Pressed pressed, View view) {
        if (!parts.workspace().window(pressed.by(), pressed.trigger(), view)) {
            voice.directly(Presses.spot(pressed), SlackPhrase.WINDOW_NOT_OPENED);
        }
    }

    /** @return what is wrong, by the id of the field's block; empty when the window may close */
    Map<String, String> submitted(Window window) {
        Optional<WindowTalk.Outcome> outcome = outcome(window);
        if (outcome.isEmpty()) {
            return Map.of();
        }
        if (!outcome.get().mistakes().isEmpty()) {
            return wrong(window, String.join(" ", outcome.get().mistakes()));
        }
        outcome.get().reply().ifPresent(reply -> voice.say(Spot.direct(window.by()), reply));
        return Map.of();
    }

    /** The same where nobody waits for what is wrong: the window is closed, so that is said in the direct message. */
    void closed(Window window) {
        Spot spot = Spot.direct(window.by());
        outcome(window)
                .ifPresent(outcome -> outcome.reply()
                        .ifPresentOrElse(
                                reply -> voice.say(spot, reply), () -> voice.directly(spot, SlackPhrase.WINDOW_EMPTY)));
    }

    private Optional<WindowTalk.Outcome> outcome(Window window) {
        return StepWindow.token(window.callback())
                .map(token -> talk.submitted(Spot.direct(window.by()), token, window.fields()));
    }

    private static Map<String, String> wrong(Window window, String words) {
        return Map.of(field(window), words);
    }

    Map<String, String> refused(Window window, SlackPhrase phrase) {
        return wrong(window, parts.words().say(phrase));
    }

    private static String field(Window window) {
        return switch (WindowTalk.input(window.fields())) {
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
