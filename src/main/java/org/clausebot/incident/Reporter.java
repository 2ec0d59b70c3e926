package org.clausebot.incident;

import org.clausebot.policy.SchoolId;

/**
 * Whoever reports, as far as it must be known to bring them back to where they were.
 *
 * @param channel such as {@code web}, {@code terminal}, {@code slack}
 * @param key names them within the channel; only a keyed hash of it is ever kept
 */
public record Reporter(SchoolId school, String channel, String key) {}
