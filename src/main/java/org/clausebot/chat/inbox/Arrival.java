package org.clausebot.chat.inbox;

import java.time.Duration;
import java.util.List;

/**
 * Something new from a service, perhaps for the second time.
 *
 * @param what as it is to be kept
 * @param names what it is known by, the one that comes again with a retry first
 */
public record Arrival<T>(T what, List<Name> names) {
    /** Retries end after hours. */
    private static final Duration DAY = Duration.ofDays(1);

    public Arrival {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("What arrives has a name");
        }
    }

    /** @param forThatLong how long the same name is taken for the same thing */
    public record Name(String id, Duration forThatLong) {
        /** Taken for a day. */
        public static Name of(String kind, String... parts) {
            return new Name(kind + "/" + String.join("/", parts), DAY);
        }
    }
}
