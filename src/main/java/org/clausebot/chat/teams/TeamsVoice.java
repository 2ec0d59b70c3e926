package org.clausebot.chat.teams;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.Memory;
import org.clausebot.chat.talk.Placement;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.talk.Voice;
import org.clausebot.chat.talk.WaitTalk;
import org.clausebot.chat.teams.card.Audience;
import org.clausebot.chat.teams.card.TeamsCards;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;

/**
 * Says things where only the right people see them. Teams has no message in a channel that one person alone sees, so what
 * is said there is clauses, what is wrong with a message, and that somebody was written to: the last for whatever is no
 * clause, a greeting as well as a report, so that it tells nothing.
 */
final class TeamsVoice implements Voice<TeamsSpot> {
    private final TeamsLine line;
    private final TeamsCards cards;
    private final TeamsWords words;
    private final Memory memory;
    private final ShownCards shown;

    TeamsVoice(TeamsLine line, TeamsCards cards, TeamsWords words, Memory memory, ShownCards shown) {
        this.line = line;
        this.cards = cards;
        this.words = words;
        this.memory = memory;
        this.shown = shown;
    }

    @Override
    public Placement say(TeamsSpot spot, Reply reply) {
        Placement placement = Placement.of(reply, spot.room());
        switch (placement) {
            case DIRECT, DIRECT_AND_POINTER -> directly(spot, shown.kept(spot, reply, cards.of(reply, Audience.ALONE)));
            case HERE -> line.openly(spot.at(), cards.of(reply, Audience.EVERYBODY));
        }
        if (reply instanceof Reply.Asked asked) {
            asked(spot, asked.asking());
        }
        return placement;
    }

    private void asked(TeamsSpot spot, Asking asking) {
        memory.offered(spot.person(), asking);
        if (asking.field().input() == Asking.Input.WEB_ADDRESS) {
            Optional<URI> link = memory.link(spot.person());
            link.ifPresent(address -> unsaid(spot, shown.ofReport(spot, cards.offeredLink(address, asking.token()))));
        }
    }

    /** In the personal chat; where the person is with others, they are told so when it has arrived. */
    private void directly(TeamsSpot spot, List<TeamsMessage> messages) {
        switch (spot.room()) {
            case ALONE -> unsaid(spot, messages);
            case AMONG_OTHERS -> line.direct(spot.by(), messages, pointer(spot));
        }
    }

    /** In the personal chat, and nothing of it anywhere else. */
    private void unsaid(TeamsSpot spot, List<TeamsMessage> messages) {
        line.direct(spot.by(), messages);
    }

    private TeamsLine.Pointer pointer(TeamsSpot spot) {
        return new TeamsLine.Pointer(
                spot.at(), cards.words(words.say(TeamsPhrase.DIRECTLY)), cards.words(words.say(TeamsPhrase.OPEN_CHAT)));
    }

    @Override
    public void alone(TeamsSpot spot, String said) {
        directly(spot, cards.words(said));
    }

    @Override
    public void directly(TeamsSpot spot, String said) {
        unsaid(spot, cards.words(said));
    }

    void directly(TeamsSpot spot, TeamsPhrase phrase) {
        directly(spot, words.say(phrase));
    }

    /** Where the person is, for all to read: words that are the same whatever was said. */
    void openly(TeamsSpot spot, TeamsPhrase phrase) {
        List<TeamsMessage> messages = cards.words(words.say(phrase));
        if (spot.room() == Room.ALONE) {
            unsaid(spot, messages);
        } else {
            line.openly(spot.at(), messages);
        }
    }

    void welcome(TeamsSpot spot) {
        unsaid(spot, shown.ofPolicy(spot, cards.welcome()));
    }

    /** What came of asking to be told; never where others could see it. */
    void told(TeamsSpot spot, WaitTalk.Kept kept) {
        unsaid(spot, shown.ofPolicy(spot, cards.told(kept)));
    }

    void takenBack(TeamsSpot spot, Optional<String> question) {
        unsaid(spot, cards.takenBack(question));
    }

    void waiting(TeamsSpot spot, List<Waiting> waiting) {
        directly(spot, shown.ofPolicy(spot, cards.waiting(waiting)));
    }

    /** What they are asked to read; where the person is with others, they are told that they were written to. */
    void reading(TeamsSpot spot, List<TeamsMessage> messages) {
        directly(spot, messages);
    }

    void commands(TeamsSpot spot) {
        unsaid(spot, cards.commands());
    }

    /** The address of the message to report. */
    void link(TeamsSpot spot) {
        memory.link(spot.person()).ifPresent(link -> directly(spot, words.say(TeamsPhrase.LINK_KEPT) + "\n" + link));
    }
}
