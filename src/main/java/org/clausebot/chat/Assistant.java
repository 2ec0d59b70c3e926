package org.clausebot.chat;

/** Answers what a person sent, within their conversation. */
public interface Assistant {
    /** Never fails for anything a person can type. Thread-safe. */
    Reply reply(Incoming incoming);
}
