package org.clausebot.chat.talk;

import org.clausebot.chat.Reply;

/** Says things where only the right people see them. */
public interface Voice<S extends Spot> {
    /** Says {@code reply} in the place that {@link Placement} has for it. */
    Placement say(S spot, Reply reply);

    /** To the person alone, where they are if that can be, or else as {@link #directly}. */
    void alone(S spot, String words);

    /** To the person alone, in the conversation that they have with the bot. */
    void directly(S spot, String words);
}
