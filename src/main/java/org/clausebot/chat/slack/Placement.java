package org.clausebot.chat.slack;

import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.Audience;

/**
 * Where a reply is shown, and to whom. Only clauses are ever shown in a channel; what is not known to be harmless there is
 * said in the direct message.
 */
enum Placement {
    /** In the direct message, which is where the person is. */
    DIRECT,
    /** In the direct message, and the person alone is told so where they are. */
    DIRECT_AND_POINTER,
    /** Where the person is, seen by them alone. */
    ONLY_TO_ASKER;

    /** A pure function: the same reply in the same kind of room always goes to the same place. */
    static Placement of(Reply reply, Room room) {
        return switch (room) {
            case DIRECT, HOME -> DIRECT;
            case GROUP, CHANNEL -> fitsAChannel(reply) ? ONLY_TO_ASKER : DIRECT_AND_POINTER;
        };
    }

    Audience audience() {
        return switch (this) {
            case DIRECT, DIRECT_AND_POINTER -> Audience.ALONE;
            case ONLY_TO_ASKER -> Audience.ASKER_IN_CHANNEL;
        };
    }

    private static boolean fitsAChannel(Reply reply) {
        return switch (reply) {
            case Reply.Answered answered -> isOfClauses(answered.answer());
            // What was wrong with the message, and nothing of it.
            case Reply.Blank r -> true;
            case Reply.TooLong r -> true;
            case Reply.Asked r -> false;
            case Reply.Unfinished r -> false;
            case Reply.Flows r -> false;
            case Reply.Advice r -> false;
            case Reply.Paused r -> false;
            case Reply.Cancelled r -> false;
            case Reply.Ended r -> false;
            case Reply.Sent r -> false;
            case Reply.NotReceived r -> false;
            case Reply.Status r -> false;
            case Reply.NoSuchCode r -> false;
            case Reply.TooManyCodes r -> false;
            case Reply.Gone r -> false;
        };
    }

    private static boolean isOfClauses(Answer answer) {
        return switch (answer) {
            case Answer.Quoted a -> true;
            case Answer.Nearest a -> true;
            case Answer.NotCovered a -> false;
            // Whoever glances at the screen would know what has happened.
            case Answer.Urgent a -> false;
            case Answer.SmallTalk a -> false;
        };
    }
}
