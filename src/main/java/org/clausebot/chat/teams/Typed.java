package org.clausebot.chat.teams;

import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/** What comes of words that are typed. */
final class Typed {
    private final TeamsLine line;
    private final TeamsVoice voice;
    private final Talk<TeamsSpot> talk;
    private final Reading reading;
    private final String waysToAskWhatWaits;

    Typed(TeamsLine line, TeamsVoice voice, Talk<TeamsSpot> talk, Reading reading, TeamsWords words) {
        this.line = line;
        this.voice = voice;
        this.talk = talk;
        this.reading = reading;
        this.waysToAskWhatWaits = words.say(TeamsPhrase.TELL_ASKED);
    }

    void said(TeamsSpot spot, Delivered.Said said) {
        line.typing(said.at());
        boolean words = !said.words().isBlank();
        if (said.files()) {
            talk.reports().file(spot, words);
        }
        if (said.files() && !words) {
            return;
        }
        if (talk.questions().privacy(spot, said.words())) {
            return;
        }
        if (reading.asks(said.words()) && !isReporting(spot)) {
            reading.outstanding(spot);
            return;
        }
        if (talk.questions().isOneOf(waysToAskWhatWaits, said.words()) && !isReporting(spot)) {
            voice.waiting(spot, talk.waits().of(spot));
            return;
        }
        switch (spot.room()) {
            case ALONE -> personal(spot, said.words());
            case AMONG_OTHERS -> question(spot, said.words());
        }
    }

    private void personal(TeamsSpot spot, String words) {
        if (isHelp(talk.reports().typed(spot, words))) {
            voice.commands(spot);
        }
    }

    /** Whether their next words are the answer to a step; among others they never are. */
    private boolean isReporting(TeamsSpot spot) {
        return spot.room() == Room.ALONE
                && talk.reports()
                        .waiting(spot)
                        .filter(Reply.Asked.class::isInstance)
                        .isPresent();
    }

    private static boolean isHelp(Reply reply) {
        return reply instanceof Reply.Answered answered
                && answered.answer() instanceof Answer.SmallTalk talk
                && talk.kind() == Answer.SmallTalk.Kind.HELP;
    }

    /** Words that are no answer to a report's question, whatever they are. */
    private void question(TeamsSpot spot, String words) {
        if (talk.reports().asksToReport(words)) {
            talk.reports().begin(spot, words);
        } else {
            talk.questions().ask(spot, spot.questions(), words);
        }
    }
}
