package org.clausebot.chat.slack.wire;

import java.time.Duration;
import java.util.List;
import org.clausebot.chat.slack.Delivered;

/**
 * Something new from Slack, perhaps for the second time.
 *
 * @param delivered its words still in Slack's form
 * @param names what it is known by, the one that comes again with a retry first
 */
record Arrival(Delivered delivered, List<Name> names) {
    /** Retries end after hours. */
    private static final Duration DAY = Duration.ofDays(1);

    Arrival {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("What arrives has a name");
        }
    }

    /** @param forThatLong how long the same name is taken for the same thing */
    record Name(String id, Duration forThatLong) {
        static Name of(String kind, String... parts) {
            return new Name(kind + "/" + String.join("/", parts), DAY);
        }
    }
}
