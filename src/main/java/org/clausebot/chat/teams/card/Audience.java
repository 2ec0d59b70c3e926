package org.clausebot.chat.teams.card;

/** Who can read a message, and so how much may be said in it. */
public enum Audience {
    /** The person alone, in their chat with the bot: everything. */
    ALONE,
    /**
     * Everybody in a channel or a group chat: clauses, and nothing to vote with. Teams has no message there that one person
     * alone sees.
     */
    EVERYBODY
}
