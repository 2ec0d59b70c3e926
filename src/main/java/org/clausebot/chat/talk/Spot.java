package org.clausebot.chat.talk;

/** Who did something, and where. */
public interface Spot {
    /** Names the person within the channel; the same wherever they are. */
    String person();

    Room room();

    /** Names the conversation that the person has with the bot alone, which is this one where they are alone. */
    String conversation();
}
