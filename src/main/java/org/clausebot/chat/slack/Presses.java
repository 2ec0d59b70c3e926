package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Pressed;
import org.clausebot.chat.slack.block.ButtonValue;
import org.clausebot.chat.slack.block.Fields;
import org.clausebot.chat.slack.block.HomeTab;
import org.clausebot.chat.slack.block.SlackPhrase;

/** What comes of a pressed button. One that belongs to an earlier question, or is pressed twice, changes nothing. */
final class Presses {
    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final Memory memory;
    private final Questions questions;
    private final ReportTalk talk;
    private final Windows windows;
    private final Votes votes;
    private final Sharing sharing;

    Presses(
            SlackChannel.Parts parts,
            Voice voice,
            Memory memory,
            Questions questions,
            ReportTalk talk,
            Windows windows) {
        this.parts = parts;
        this.voice = voice;
        this.memory = memory;
        this.questions = questions;
        this.talk = talk;
        this.windows = windows;
        this.votes = new Votes(parts, voice);
        this.sharing = new Sharing(parts, voice, memory);
    }

    static Spot spot(Pressed pressed) {
        return new Spot(pressed.by(), pressed.at(), pressed.respond());
    }

    /** Nothing is done for what no button of ours sends, such as a day that was picked and not yet used. */
    void on(Pressed pressed) {
        ButtonValue.read(pressed.action(), pressed.value()).ifPresent(value -> on(pressed, value));
    }

    private void on(Pressed pressed, ButtonValue value) {
        Spot spot = spot(pressed);
        switch (value) {
            case ButtonValue.Say say when say.token().isEmpty() -> begins(pressed, say.message());
            case ButtonValue.Say say -> answer(pressed, say.token(), say.message(), label(pressed, say.message()));
            case ButtonValue.Literal literal -> literal(pressed, literal.token());
            case ButtonValue.Fill fill ->
                Fields.words(fill.input(), pressed.fields())
                        .ifPresentOrElse(
                                words -> answer(pressed, fill.token(), words, picked(pressed, words)),
                                () -> voice.alone(spot, SlackPhrase.NOTHING_PICKED));
            case ButtonValue.OpenWindow window -> windows.open(pressed, window.token());
            case ButtonValue.Vote vote -> votes.vote(pressed, vote);
            case ButtonValue.Share share -> sharing.share(pressed, share);
            case ButtonValue.Ask ask ->
                questions.ask(
                        spot,
                        Questions.direct(pressed.by()),
                        pressed.fields().getOrDefault(HomeTab.QUESTION, pressed.value()),
                        pressed.at());
            case ButtonValue.BeginReport begin -> talk.begin(spot);
            case ButtonValue.GoOn goOn -> talk.goOn(spot);
            case ButtonValue.ThrowAway throwAway -> talk.throwAway(spot);
            case ButtonValue.Opened opened -> {}
        }
    }

    private void answer(Pressed pressed, String token, String words, String label) {
        Reply reply = talk.reply(spot(pressed), words, token);
        if (!talk.isStale(reply)) {
            replace(pressed, label);
        }
        voice.say(spot(pressed), reply);
    }

    private static String label(Pressed pressed, String words) {
        return PressedMessage.read(pressed.shown())
                .flatMap(shown -> Buttons.label(shown, pressed.action()))
                .orElse(words);
    }

    private static String picked(Pressed pressed, String words) {
        return PressedMessage.read(pressed.shown())
                .map(shown -> Buttons.ticked(shown, List.of(words.split(", ", -1))))
                .filter(labels -> !labels.isEmpty())
                .orElse(words);
    }

    /** Words that begin something. They bear no token, so none of them may reach a step that is asked meanwhile. */
    private void begins(Pressed pressed, String words) {
        Spot spot = spot(pressed);
        replace(pressed, label(pressed, words));
        Phrases.Reporting known = parts.phrases().reporting();
        if (known.goOn().says(words)) {
            talk.goOn(spot);
        } else if (known.throwAway().says(words)) {
            talk.throwAway(spot);
        } else if (known.reallyThrowAway().says(words)) {
            talk.reallyThrowAway(spot);
        } else if (known.list().says(words)) {
            talk.begin(spot);
        } else if (talk.namesReport(words) || parts.phrases().onlyAsking().says(words)) {
            talk.typed(spot, words);
        } else {
            questions.ask(spot, Questions.direct(pressed.by()), words, pressed.at());
        }
    }

    private void literal(Pressed pressed, String token) {
        Optional<String> words = memory.takeOffered(pressed.by(), token);
        if (words.isPresent()) {
            answer(pressed, token, words.get(), label(pressed, parts.phrases().say(ReportPhrase.WAS_ANSWER)));
        } else {
            voice.directly(spot(pressed), SlackPhrase.LITERAL_GONE);
            voice.say(spot(pressed), talk.step(spot(pressed), token).instead());
        }
    }

    /** Shows the message once more without its buttons, and what was pressed. */
    private void replace(Pressed pressed, String label) {
        if (pressed.at().room() == Delivered.Room.DIRECT && !pressed.ts().isEmpty()) {
            PressedMessage.read(pressed.shown())
                    .map(shown -> voice.pressed(shown, label))
                    .ifPresent(message -> parts.workspace().replace(pressed.by(), pressed.at(), pressed.ts(), message));
        }
    }
}
