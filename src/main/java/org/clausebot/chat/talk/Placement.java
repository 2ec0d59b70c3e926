package org.clausebot.chat.talk;

import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;

/**
 * Where a reply is shown. Only clauses are ever shown among others; what is not known to be harmless there is said to the
 * person alone.
 */
public enum Placement {
    /** To the person alone, who is where that can be said. */
    DIRECT,
    /** To the person alone; where they are it is only said that it was. */
    DIRECT_AND_POINTER,
    /** Where the person is, among others. */
    HERE;

    /** A pure function: the same reply in the same kind of room always goes to the same place. */
    public static Placement of(Reply reply, Room room) {
        return switch (room) {
            case ALONE -> DIRECT;
            case AMONG_OTHERS -> fitsAmongOthers(reply) ? HERE : DIRECT_AND_POINTER;
        };
    }

    private static boolean fitsAmongOthers(Reply reply) {
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
