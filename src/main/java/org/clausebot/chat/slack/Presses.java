package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Pressed;
import org.clausebot.chat.slack.block.HomeTab;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Talk;

/** What comes of a pressed button. */
final class Presses {
    private final SlackChannel.Parts parts;
    private final SlackVoice voice;
    private final Talk<Spot> talk;
    private final Windows windows;
    private final Sharing sharing;

    Presses(SlackChannel.Parts parts, SlackVoice voice, Talk<Spot> talk, Windows windows, Sharing sharing) {
        this.parts = parts;
        this.voice = voice;
        this.talk = talk;
        this.windows = windows;
        this.sharing = sharing;
    }

    static Spot spot(Pressed pressed) {
        return new Spot(pressed.by(), pressed.at(), pressed.respond());
    }

    /** Nothing is done for what no button of ours sends, such as a day that was picked and not yet used. */
    void on(Pressed pressed) {
        // Enter in the box of the Home tab comes under the box's own name.
        Optional<ButtonValue> value = pressed.action().equals(HomeTab.QUESTION)
                ? Optional.of(new ButtonValue.Ask())
                : ButtonValue.read(pressed.action(), pressed.value());
        value.ifPresent(read -> on(pressed, read));
    }

    private void on(Pressed pressed, ButtonValue value) {
        Spot spot = spot(pressed);
        switch (value) {
            case ButtonValue.Say say -> talk.presses().say(spot, say, words -> replace(pressed, label(pressed, words)));
            case ButtonValue.Literal literal ->
                talk.presses().literal(spot, literal, words -> replace(pressed, label(pressed, words)));
            case ButtonValue.Fill fill ->
                talk.presses().fill(spot, fill, pressed.fields(), words -> replace(pressed, picked(pressed, words)));
            case ButtonValue.OpenWindow window -> windows.open(pressed, window.token());
            case ButtonValue.Vote vote ->
                voice.alone(spot, talk.votes().vote(spot, vote).words());
            case ButtonValue.Share share -> sharing.share(pressed, share);
            case ButtonValue.Ask ask -> ask(pressed, spot);
            case ButtonValue.BeginReport begin -> talk.reports().begin(spot);
            case ButtonValue.GoOn goOn -> talk.reports().goOn(spot);
            case ButtonValue.ThrowAway throwAway -> talk.reports().throwAway(spot);
            case ButtonValue.TellMe tellMe -> voice.told(spot, talk.waits().keep(spot, tellMe.mark()));
            case ButtonValue.DontTell dontTell ->
                voice.takenBack(spot, talk.waits().takeBack(spot, dontTell.mark()));
            case ButtonValue.LookUp lookUp -> windows.code(pressed);
            case ButtonValue.Opened opened -> {}
        }
    }

    private void ask(Pressed pressed, Spot spot) {
        String words = pressed.fields().getOrDefault(HomeTab.QUESTION, pressed.value());
        Place thread = pressed.at();
        Reply reply = talk.questions().ask(spot, spot.conversation(), words);
        sharing.remember(spot, reply, thread);
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

    /** Shows the message once more without its buttons, and what was pressed. */
    private void replace(Pressed pressed, String label) {
        if (pressed.at().room() == Delivered.Room.DIRECT && !pressed.ts().isEmpty()) {
            PressedMessage.read(pressed.shown())
                    .map(shown -> voice.pressed(shown, label))
                    .ifPresent(message -> parts.workspace().replace(pressed.by(), pressed.at(), pressed.ts(), message));
        }
    }
}
