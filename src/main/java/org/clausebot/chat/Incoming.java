package org.clausebot.chat;

import org.clausebot.policy.SchoolId;

/**
 * What a person sent.
 *
 * @param school the school it was sent to
 * @param conversation names the conversation within its channel; says nothing of who the person is
 * @param text as typed
 */
public record Incoming(SchoolId school, String conversation, String text) {}
