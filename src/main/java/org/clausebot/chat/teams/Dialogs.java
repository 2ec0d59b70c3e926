package org.clausebot.chat.teams;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.WindowTalk;
import org.clausebot.chat.teams.card.DialogCard;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/**
 * The dialogs in which steps are answered. What is wrong is shown in the dialog, with everything that was written in it, so
 * that nothing is lost.
 */
final class Dialogs {
    private static final String VERB = "verb";

    private final Phrases phrases;
    private final TeamsWords words;
    private final TeamsVoice voice;
    private final WindowTalk<TeamsSpot> talk;

    Dialogs(Phrases phrases, TeamsWords words, TeamsVoice voice, WindowTalk<TeamsSpot> talk) {
        this.phrases = phrases;
        this.words = words;
        this.voice = voice;
        this.talk = talk;
    }

    /** The dialog closes without a word for what no button of ours sends. */
    Response on(TeamsSpot at, Delivered.Dialog dialog) {
        TeamsSpot spot = TeamsSpot.personal(at.by());
        return token(dialog)
                .map(token -> dialog.sent() ? submitted(spot, token, dialog.fields()) : opened(spot, token))
                .orElseGet(() -> new Response.Close(""));
    }

    private static Optional<String> token(Delivered.Dialog dialog) {
        Map<String, String> fields = dialog.fields();
        return ButtonValue.ofKind(fields.getOrDefault(VERB, ""), fields.getOrDefault(TeamsPresses.VALUE, ""))
                .filter(ButtonValue.OpenWindow.class::isInstance)
                .map(value -> ((ButtonValue.OpenWindow) value).token());
    }

    private Response opened(TeamsSpot spot, String token) {
        return switch (talk.open(spot, token)) {
            case WindowTalk.Wanted.Step(Asking asking) -> step(asking, List.of(), Map.of());
            case WindowTalk.Wanted.Adding(Reply.Status status) -> adding(status, List.of(), Map.of());
            case WindowTalk.Wanted.Instead(Reply reply) -> {
                voice.say(spot, reply);
                yield new Response.Close(words.say(TeamsPhrase.PRESSED_LATE));
            }
        };
    }

    private Response submitted(TeamsSpot spot, String token, Map<String, String> fields) {
        WindowTalk.Outcome outcome = talk.submitted(spot, token, fields);
        if (outcome.mistakes().isEmpty()) {
            outcome.reply().ifPresent(reply -> voice.say(spot, reply));
            return new Response.Close("");
        }
        return switch (talk.open(spot, token)) {
            case WindowTalk.Wanted.Step(Asking asking) -> step(asking, outcome.mistakes(), fields);
            case WindowTalk.Wanted.Adding(Reply.Status status) -> adding(status, outcome.mistakes(), fields);
            case WindowTalk.Wanted.Instead late -> again(token, outcome.mistakes(), fields);
        };
    }

    private Response step(Asking asking, List<String> wrong, Map<String, String> filled) {
        return dialog(TeamsPhrase.WINDOW_ANSWER, DialogCard.step(asking, wrong, filled, phrases, words));
    }

    private Response adding(Reply.Status status, List<String> wrong, Map<String, String> filled) {
        return dialog(TeamsPhrase.WINDOW_ADD, DialogCard.adding(status, wrong, filled, phrases, words));
    }

    private Response again(String token, List<String> wrong, Map<String, String> filled) {
        return dialog(TeamsPhrase.WINDOW_ANSWER, DialogCard.late(token, wrong, filled, phrases, words));
    }

    private Response dialog(TeamsPhrase title, TeamsMessage card) {
        return new Response.Dialog(words.say(title), card);
    }

    /** What could not be taken, with everything that was written; or only the words, where nothing was yet. */
    Response refused(Delivered.Dialog dialog, String said) {
        return token(dialog)
                .filter(token -> dialog.sent())
                .map(token -> again(token, List.of(said), dialog.fields()))
                .orElseGet(() -> new Response.Close(said));
    }

    /** The same where nobody waits: the dialog is closed, so what is wrong is said in the chat. */
    void afterwards(TeamsSpot at, Delivered.Dialog dialog) {
        TeamsSpot spot = TeamsSpot.personal(at.by());
        if (!dialog.sent()) {
            return;
        }
        token(dialog).ifPresent(token -> {
            WindowTalk.Outcome outcome = talk.submitted(spot, token, dialog.fields());
            outcome.reply()
                    .ifPresentOrElse(
                            reply -> voice.say(spot, reply), () -> voice.directly(spot, TeamsPhrase.WINDOW_EMPTY));
        });
    }
}
