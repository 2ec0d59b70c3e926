package org.clausebot.chat.teams;

import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.talk.Talk;

/** What comes of words that are typed. */
final class Typed {
    private final TeamsLine line;
    private final TeamsVoice voice;
    private final Talk<TeamsSpot> talk;

    Typed(TeamsLine line, TeamsVoice voice, Talk<TeamsSpot> talk) {
        this.line = line;
        this.voice = voice;
        this.talk = talk;
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
