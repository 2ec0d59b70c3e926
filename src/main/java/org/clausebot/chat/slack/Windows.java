package org.clausebot.chat.slack;

import com.slack.api.model.view.View;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Window;
import org.clausebot.chat.slack.block.PlainWindow;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.StepWindow;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.ReportTalk;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.talk.WindowTalk;

/**
 * The windows in which steps are answered. A mistake is shown beside the field and the window stays open, so that nothing
 * that was written in it is lost.
 */
final class Windows {
    private final SlackChannel.Parts parts;
    private final SlackVoice voice;
    private final WindowTalk<Spot> talk;
    private final ReportTalk<Spot> reports;
    private final BiConsumer<Spot, String> asking;

    /** @param asking asks the policy, whatever the words are */
    Windows(SlackChannel.Parts parts, SlackVoice voice, Talk<Spot> talk, BiConsumer<Spot, String> asking) {
        this.parts = parts;
        this.voice = voice;
        this.talk = talk.windows();
        this.reports = talk.reports();
        this.asking = asking;
    }

    /** Opens the window in which a question is asked. False when Slack would not. */
    boolean ask(Member of, String trigger) {
        return parts.workspace().window(of, trigger, PlainWindow.ask(parts.words()));
    }

    /** Opens the window in which a report is looked up. */
    void code(Delivered.Pressed pressed) {
        opened(pressed, PlainWindow.code(parts.words()));
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
        return switch (window.callback()) {
            case PlainWindow.ASK -> asked(window);
            case PlainWindow.CODE -> lookedUp(window);
            default -> answered(window);
        };
    }

    private Map<String, String> asked(Window window) {
        String words = written(window);
        if (words.isEmpty()) {
            return refused(window, SlackPhrase.WINDOW_EMPTY);
        }
        asking.accept(Spot.direct(window.by()), words);
        return Map.of();
    }

    private Map<String, String> lookedUp(Window window) {
        Spot spot = Spot.direct(window.by());
        Optional<Reply> found = reports.lookUp(spot, written(window));
        if (found.isEmpty()) {
            return refused(window, SlackPhrase.WINDOW_CODE_WRONG);
        }
        if (found.get() instanceof Reply.NoSuchCode) {
            return wrong(window, parts.phrases().say(ReportPhrase.NO_SUCH_CODE));
        }
        voice.say(spot, found.get());
        return Map.of();
    }

    private static String written(Window window) {
        return window.fields().getOrDefault(Fields.ANSWER, "").strip();
    }

    private Map<String, String> answered(Window window) {
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
        if (window.callback().equals(PlainWindow.ASK) || window.callback().equals(PlainWindow.CODE)) {
            submitted(window).values().forEach(wrong -> voice.directly(spot, wrong));
            return;
        }
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
