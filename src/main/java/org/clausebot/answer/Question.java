package org.clausebot.answer;

import java.util.List;
import java.util.Optional;
import org.clausebot.policy.PolicyId;

/**
 * A question and what was asked before it in the same conversation.
 *
 * @param text as typed
 * @param earlier earlier questions of the conversation, oldest first; empty for a new one
 * @param onlyAsking true when the person has said that nothing has happened: then no first steps stand before the answer
 * @param place where it was typed
 * @param within the policy that the person has chosen to ask; empty for all. One that is not in force counts as none
 */
public record Question(String text, List<String> earlier, boolean onlyAsking, Place place, Optional<PolicyId> within) {
    public Question {
        earlier = List.copyOf(earlier);
    }

    public Question(String text, List<String> earlier, boolean onlyAsking, Place place) {
        this(text, earlier, onlyAsking, place, Optional.empty());
    }

    public Question(String text, List<String> earlier, boolean onlyAsking) {
        this(text, earlier, onlyAsking, Place.ANYWHERE);
    }

    public Question(String text) {
        this(text, List.of(), false);
    }

    public Question(String text, List<String> earlier) {
        this(text, earlier, false);
    }

    /** The same, asked of one policy. */
    public Question within(Optional<PolicyId> policy) {
        return new Question(text, earlier, onlyAsking, place, policy);
    }

    /** By itself, at a place where something else was asked. */
    public static Question at(Place place, String text) {
        return new Question(text, List.of(), false, place);
    }

    /** Where a message was typed: it says how likely the words of an emergency are the answer to something harmless. */
    public enum Place {
        /** Nothing was asked. */
        ANYWHERE,
        /** A report asked what has happened. */
        ACCOUNT,
        /** A report asked for a place, a name, a time, a number, a choice or the like: a few words, with no news in them. */
        SHORT_ANSWER
    }
}
