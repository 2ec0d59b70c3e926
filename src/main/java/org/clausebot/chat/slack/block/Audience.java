package org.clausebot.chat.slack.block;

/** Who can read a message, and so how much may be said in it. */
public enum Audience {
    /** The person alone, in their direct message with the bot: everything. */
    ALONE,
    /** The person alone, but in a channel: an answer of the policy, which they may share. */
    ASKER_IN_CHANNEL,
    /** Everybody who can read the channel: clauses, and nothing to vote with. */
    EVERYBODY
}
