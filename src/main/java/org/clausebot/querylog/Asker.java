package org.clausebot.querylog;

import org.clausebot.policy.SchoolId;

/**
 * Somebody who asks, known in memory only: so that they can switch the log off for themselves, and so that their vote finds
 * the question that it is about. Never stored, but for a keyed hash of those who switched it off.
 *
 * @param channel kind of channel: {@code web}, {@code terminal}, {@code slack}, {@code teams}
 * @param person names them within it
 * @param passing whether the name ends with a session, as a browser's does; then nothing at all is stored of them
 */
public record Asker(SchoolId school, String channel, String person, boolean passing) {
    public Asker {
        if (!channel.matches("[a-z]{1,20}") || person.isEmpty()) {
            throw new IllegalArgumentException("Somebody who asks has a channel and a name within it");
        }
    }

    @Override
    public String toString() {
        return "Asker[hidden]";
    }
}
