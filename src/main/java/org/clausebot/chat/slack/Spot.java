package org.clausebot.chat.slack;

import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;

/**
 * Who did something, and where.
 *
 * @param respond takes a few answers to it, seen by them alone; empty when there is no such address
 */
record Spot(Member by, Place at, String respond) implements org.clausebot.chat.talk.Spot {
    private static final Place NOWHERE = new Place(Delivered.Room.HOME, "", "");

    /** Of something that is done in no conversation, and answered directly. */
    static Spot direct(Member by) {
        return new Spot(by, NOWHERE, "");
    }

    @Override
    public String person() {
        return Identity.key(by);
    }

    @Override
    public org.clausebot.chat.talk.Room room() {
        return switch (at.room()) {
            case DIRECT, HOME -> org.clausebot.chat.talk.Room.ALONE;
            case GROUP, CHANNEL -> org.clausebot.chat.talk.Room.AMONG_OTHERS;
        };
    }

    /** In the thread of the direct message that they are in, if they are in one. */
    @Override
    public String conversation() {
        String thread = at.room() == Delivered.Room.DIRECT ? at.thread() : "";
        return Identity.conversation(by, new Place(Delivered.Room.DIRECT, "", thread));
    }
}
