package org.clausebot.chat.teams;

import java.util.List;
import java.util.Optional;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.card.TeamsMessage;

/**
 * What the bot does in Teams. Messages to one conversation arrive in the order they were given, no faster than Teams
 * allows; these methods return at once unless they say otherwise, and what Teams finally refuses is logged without its
 * words.
 */
public interface TeamsLine {
    /** To the person alone, in the personal chat. */
    void direct(Person to, List<TeamsMessage> messages);

    /** The same, for somebody who is with others: there it is said afterwards whether they were written to. */
    void direct(Person to, List<TeamsMessage> messages, Pointer pointer);

    /** To the person alone, and waits for what came of it. */
    Reached reach(Person to, List<TeamsMessage> messages);

    /** For everybody who can read the place, in its thread if it is in one. */
    void openly(Place at, List<TeamsMessage> messages);

    /** Puts {@code message} in the place of one that the bot said. */
    void replace(Place at, String id, TeamsMessage message);

    /** Shows that an answer is being written. */
    void typing(Place at);

    /**
     * What kind of member somebody is; may wait for Teams the first time.
     *
     * @param at where they are; with no conversation, their own chat, and who has none is a stranger
     */
    Kind kind(Person person, Place at);

    /**
     * The mail address that Teams has for somebody; may wait for Teams the first time.
     *
     * @param at as for {@link #kind}
     */
    Optional<String> mail(Person person, Place at);

    /** Whom an address belongs to, of those who have the bot and have used it; asks nobody. */
    Optional<Person> person(String tenant, String mail);

    /**
     * What is said where somebody is with others, once they were written to.
     *
     * @param written when Teams has taken the first message
     * @param unwritten when it has not, as when the person has not got the app
     */
    record Pointer(Place at, List<TeamsMessage> written, List<TeamsMessage> unwritten) {
        public Pointer {
            written = List.copyOf(written);
            unwritten = List.copyOf(unwritten);
        }
    }

    /** Whether somebody was written to. */
    enum Reached {
        SAID,
        /** Teams will not take it, as when the person has not got the app. */
        REFUSED,
        /** Teams could not be reached. */
        NOT_NOW
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
