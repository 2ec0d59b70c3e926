package org.clausebot.chat.teams;

import org.clausebot.chat.talk.Conversations;
import org.clausebot.chat.talk.Room;
import org.clausebot.chat.talk.Spot;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;

/** Who did something, and where. */
record TeamsSpot(Person by, Place at) implements Spot {
    /** In the personal chat, wherever something was done. */
    static TeamsSpot personal(Person by) {
        return new TeamsSpot(by, new Place(Delivered.Room.PERSONAL, ""));
    }

    @Override
    public String person() {
        return by.tenant() + ":" + by.object();
    }

    @Override
    public Room room() {
        return switch (at.room()) {
            case PERSONAL -> Room.ALONE;
            case GROUP, CHANNEL -> Room.AMONG_OTHERS;
        };
    }

    @Override
    public String conversation() {
        return Conversations.name(person(), Delivered.Room.PERSONAL.name());
    }

    /**
     * The conversation that questions asked here belong to. Each person has their own even within a thread: what one asked
     * before, and was perhaps answered alone, must not show in how another is understood.
     */
    String questions() {
        return switch (at.room()) {
            case PERSONAL -> conversation();
            case GROUP, CHANNEL -> Conversations.name(person(), at.room().name(), at.conversation());
        };
    }
}
