package org.clausebot.chat.slack;

import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.talk.Conversations;

/** Who is who, and which conversation is which. */
final class Identity {
    private Identity() {}

    /** The same for one person in all workspaces of an organisation, for it gives its people one id. */
    static String key(Member member) {
        return (member.enterprise().isEmpty() ? member.team() : member.enterprise()) + ":" + member.user();
    }

    /**
     * Names a conversation; nobody can be told from it. Each person has their own even within a thread, so that nobody's
     * question is understood by what another asked unseen.
     */
    static String conversation(Member member, Place at) {
        return Conversations.name(key(member), at.room().name(), at.channel(), at.thread());
    }
}
