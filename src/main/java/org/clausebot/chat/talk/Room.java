package org.clausebot.chat.talk;

/** Who is near. */
public enum Room {
    /** The person and the bot, and nobody else. */
    ALONE,
    /** Others can read it, or see the screen that it is shown on. */
    AMONG_OTHERS
}
