package org.clausebot.chat.teams;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.read.Card;
import org.clausebot.chat.read.ReadPress;
import org.clausebot.chat.read.Reads;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.teams.Delivered.Pressed;
import org.clausebot.chat.teams.card.ReadCard;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/** What somebody is asked to read. Said in their personal chat and nowhere else, and never as a question to the policy. */
final class Reading {
    private final Reads reads;
    private final TeamsLine line;
    private final TeamsWords words;
    private final TeamsVoice voice;

    Reading(Reads reads, TeamsLine line, TeamsWords words, TeamsVoice voice) {
        this.reads = reads;
        this.line = line;
        this.words = words;
        this.voice = voice;
    }

    boolean asks(String said) {
        return reads.asks(said);
    }

    void outstanding(TeamsSpot spot) {
        voice.reading(spot, messages(reads.outstanding(line.mail(spot.by(), spot.at()))));
    }

    /** Empty when the button is no such thing. */
    Optional<Response> on(TeamsSpot spot, Pressed pressed) {
        return ReadPress.of(pressed.verb(), pressed.fields().getOrDefault(TeamsPresses.VALUE, ""))
                .map(press -> on(spot, press));
    }

    private Response on(TeamsSpot spot, ReadPress press) {
        Reads.Outcome outcome = reads.press(line.mail(spot.by(), spot.at()), press);
        List<TeamsMessage> instead = messages(outcome.instead().stream().toList());
        TeamsSpot own = TeamsSpot.personal(spot.by());
        // A card that was passed on to others must not become for them what it is for one person.
        boolean replaces = instead.size() == 1 && spot.room() == Room.ALONE;
        if (!replaces && !instead.isEmpty()) {
            voice.reading(own, instead);
        }
        if (!outcome.next().isEmpty()) {
            voice.reading(own, messages(outcome.next()));
        }
        return replaces
                ? new Response.Instead(instead.getFirst())
                : new Response.Word(spot.room() == Room.ALONE ? "" : words.say(TeamsPhrase.ACTION_DONE));
    }

    private List<TeamsMessage> messages(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> ReadCard.of(card, words).stream())
                .toList();
    }
}
