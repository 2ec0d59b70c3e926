package org.clausebot.chat.teams;

import java.net.URI;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Talk;
import org.clausebot.chat.teams.Delivered.OnMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/**
 * What comes of an action on somebody's message. Everything is said in the personal chat; where the action was used, nobody
 * may see that it was.
 */
final class MessageActions {
    private final TeamsWords words;
    private final TeamsVoice voice;
    private final Memory memory;
    private final Talk<TeamsSpot> talk;

    MessageActions(TeamsWords words, TeamsVoice voice, Memory memory, Talk<TeamsSpot> talk) {
        this.words = words;
        this.voice = voice;
        this.memory = memory;
        this.talk = talk;
    }

    /** Nothing is done for a name that is not in the manifest. */
    Response on(OnMessage action) {
        TeamsSpot spot = TeamsSpot.personal(action.by());
        return switch (action.command()) {
            case Commands.REPORT -> {
                action.link().ifPresentOrElse(link -> link(spot, link), () -> noLink(spot));
                talk.reports().begin(spot);
                yield done();
            }
            case Commands.ASK -> {
                talk.questions().ask(spot, spot.conversation(), action.words());
                yield done();
            }
            default -> new Response.Close("");
        };
    }

    private Response done() {
        return new Response.Close(words.say(TeamsPhrase.ACTION_DONE));
    }

    /** The address is kept, and never the words. */
    private void link(TeamsSpot spot, URI link) {
        memory.link(spot.person(), link);
        voice.link(spot);
    }

    private void noLink(TeamsSpot spot) {
        memory.forgetLink(spot.person());
        voice.directly(spot, TeamsPhrase.LINK_NONE);
    }
}
