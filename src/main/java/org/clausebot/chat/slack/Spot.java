package org.clausebot.chat.slack;

import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;

/**
 * Who did something, and where.
 *
 * @param respond takes a few answers to it, seen by them alone; empty when there is no such address
 */
record Spot(Member by, Place at, String respond) {
    private static final Place NOWHERE = new Place(Room.HOME, "", "");

    /** Of something that is done in no conversation, and answered directly. */
    static Spot direct(Member by) {
        return new Spot(by, NOWHERE, "");
    }

    boolean isPrivate() {
        return switch (at.room()) {
            case DIRECT, HOME -> true;
            case GROUP, CHANNEL -> false;
        };
    }
}
