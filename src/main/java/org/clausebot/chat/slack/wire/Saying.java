package org.clausebot.chat.slack.wire;

import java.util.List;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.SlackMessage;

/**
 * Something to say, as it is kept until Slack has it.
 *
 * @param at where; of nobody's interest with {@link Way#DIRECT} and {@link Way#RESPOND}
 * @param address with {@link Way#RESPOND} the one that takes answers, with {@link Way#REPLACE} the message's name; empty
 *     otherwise
 * @param instead with {@link Way#RESPOND}, whether the first message takes the place of the one that was pressed
 */
record Saying(Way way, Member to, Place at, String address, boolean instead, List<SlackMessage> messages) {
    private static final Place NOWHERE = new Place(Room.HOME, "", "");

    Saying {
        messages = List.copyOf(messages);
    }

    /** How it is said; see {@link org.clausebot.chat.slack.Workspace}. */
    enum Way {
        DIRECT,
        OPENLY,
        ONLY_TO,
        RESPOND,
        REPLACE
    }

    static Saying direct(Member to, List<SlackMessage> messages) {
        return new Saying(Way.DIRECT, to, NOWHERE, "", false, messages);
    }

    static Saying openly(Member asker, Place at, List<SlackMessage> messages) {
        return new Saying(Way.OPENLY, asker, at, "", false, messages);
    }

    static Saying onlyTo(Member to, Place at, List<SlackMessage> messages) {
        return new Saying(Way.ONLY_TO, to, at, "", false, messages);
    }

    static Saying respond(Member to, String respond, List<SlackMessage> messages, boolean instead) {
        return new Saying(Way.RESPOND, to, NOWHERE, respond, instead, messages);
    }

    static Saying replace(Member by, Place at, String ts, SlackMessage message) {
        return new Saying(Way.REPLACE, by, at, ts, false, List.of(message));
    }

    /** Never prints what is said. */
    @Override
    public String toString() {
        return "Saying[" + way + "]";
    }
}
