package org.clausebot.chat.slack;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadPress;
import org.clausebot.chat.read.Reads;
import org.clausebot.chat.slack.Delivered.Pressed;
import org.clausebot.chat.slack.block.ReadBlocks;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.Room;

/** What somebody is asked to read. Said in their direct message and nowhere else, and never as a question to the policy. */
final class Reading {
    private final Reads reads;
    private final Workspace workspace;
    private final SlackWords words;
    private final SlackVoice voice;

    Reading(Reads reads, Workspace workspace, SlackWords words, SlackVoice voice) {
        this.reads = reads;
        this.workspace = workspace;
        this.words = words;
        this.voice = voice;
    }

    boolean asks(String said) {
        return reads.asks(said);
    }

    void outstanding(Spot spot) {
        reads.outstanding(workspace.mail(spot.by())).forEach(card -> voice.directly(spot, blocks(card)));
        if (spot.room() == Room.AMONG_OTHERS) {
            voice.alone(spot, SlackPhrase.DIRECTLY);
        }
    }

    /** @return false when the button is no such thing */
    boolean on(Pressed pressed) {
        int colon = pressed.action().indexOf(':');
        Optional<ReadPress> press = colon < 0
                ? Optional.empty()
                : ReadPress.of(pressed.action().substring(0, colon), pressed.value());
        press.ifPresent(one -> on(pressed, one));
        return press.isPresent();
    }

    private void on(Pressed pressed, ReadPress press) {
        Spot spot = Presses.spot(pressed);
        Reads.Outcome outcome = reads.press(workspace.mail(pressed.by()), press);
        outcome.instead().ifPresent(card -> instead(pressed, spot, blocks(card)));
        outcome.next().forEach(card -> voice.directly(spot, blocks(card)));
    }

    private void instead(Pressed pressed, Spot spot, List<SlackMessage> messages) {
        boolean own = pressed.at().room() == Delivered.Room.DIRECT && !pressed.ts().isEmpty();
        if (own && messages.size() == 1) {
            workspace.replace(pressed.by(), pressed.at(), pressed.ts(), messages.getFirst());
        } else {
            voice.directly(spot, messages);
        }
    }

    private List<SlackMessage> blocks(Card card) {
        return ReadBlocks.of(card, words);
    }
}
