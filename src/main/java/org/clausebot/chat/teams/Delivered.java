package org.clausebot.chat.teams;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What somebody did in Teams: proved, new, and from a person of the school's tenant. Switched over without a default. */
public sealed interface Delivered {
    Person by();

    /**
     * Somebody in a tenant.
     *
     * @param tenant id of their organisation in Entra
     * @param object their id in it; the same in all chats and teams
     */
    record Person(String tenant, String object) {}

    /** What kind of place it was done in. */
    enum Room {
        /** One person and the bot. */
        PERSONAL,
        /** A chat of several people, or of a meeting. */
        GROUP,
        /** A channel of a team. */
        CHANNEL
    }

    /**
     * Where.
     *
     * @param conversation its id, with the thread's message in it where it is in one
     */
    record Place(Room room, String conversation) {}

    /**
     * Words typed to the bot; its own name, where it was mentioned, is taken away.
     *
     * @param id names the message within its conversation
     * @param files whether anything was attached; it was not downloaded
     */
    record Said(Person by, Place at, String id, String words, boolean files) implements Delivered {}

    /**
     * A button of a card was pressed ({@code Action.Execute}). The answer takes the card's place.
     *
     * @param card id of the message that the card stands in
     * @param verb of the action
     * @param fields what the action carries and what is filled in on the card, by name
     */
    record Pressed(Person by, Place at, String card, String verb, Map<String, String> fields) implements Delivered {
        public Pressed {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * A dialog is asked for, or was sent off.
     *
     * @param sent false when it is to be opened
     * @param fields what the button carried, or what was filled in, by name
     */
    record Dialog(Person by, Place at, boolean sent, Map<String, String> fields) implements Delivered {
        public Dialog {
            fields = Map.copyOf(fields);
        }
    }

    /**
     * Words typed into the message extension, to find clauses that can be put into a message.
     *
     * @param at where the message is being written
     */
    record Searched(Person by, Place at, String words) implements Delivered {}

    /**
     * An action on somebody's message.
     *
     * @param command its name in the app's manifest
     * @param link to the message; empty where Teams gives none
     * @param words of it; never kept
     */
    record OnMessage(Person by, Place at, String command, Optional<URI> link, String words) implements Delivered {}

    /** The app was installed for a person, or added to a team or chat. */
    record Installed(Person by, Place at) implements Delivered {}

    /**
     * A message that was sent before was changed or taken away in Teams. What was made of it then stands, so its new words
     * are not here.
     *
     * @param gone whether it was taken away
     */
    record Altered(Person by, Place at, boolean gone) implements Delivered {}
}
