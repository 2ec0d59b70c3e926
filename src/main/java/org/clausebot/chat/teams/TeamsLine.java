package org.clausebot.chat.teams;

import java.util.List;
import java.util.function.Consumer;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.card.TeamsMessage;

/**
 * What the bot does in Teams. Messages to one conversation arrive in the order they were given, no faster than Teams
 * allows; these methods return at once unless they say otherwise, and what Teams finally refuses is logged without its
 * words.
 */
public interface TeamsLine {
    /**
     * To the person alone, in the personal chat.
     *
     * @param then is told, once and on any thread, what came of it
     */
    void direct(Person to, List<TeamsMessage> messages, Consumer<Reached> then);

    /** For everybody who can read the place, in its thread if it is in one. */
    void openly(Place at, List<TeamsMessage> messages);

    /** Puts {@code message} in the place of one that the bot said. */
    void replace(Place at, String id, TeamsMessage message);

    /** Shows that an answer is being written. */
    void typing(Place at);

    /** What kind of member somebody is; may wait for Teams the first time. */
    Kind kind(Person person, Place at);

    /** Whether somebody was written to. */
    enum Reached {
        /** Teams has taken the first of the messages. */
        YES,
        /** Teams will not take it, as when the person has not got the app. */
        NO
    }

    /** Kinds of members. */
    enum Kind {
        STAFF,
        /** A guest in the tenant. */
        GUEST,
        /** Of another organisation. */
        STRANGER
    }
}
