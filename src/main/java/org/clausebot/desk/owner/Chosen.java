package org.clausebot.desk.owner;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.clausebot.http.ReceiverSession;
import org.clausebot.policy.SchoolId;

/**
 * Which school somebody chose to look at. It opens nothing: whether a school may be seen is asked for each page. In memory
 * only; after a restart people look at the first of their schools again, and pages and files say which it is. Thread-safe.
 */
final class Chosen {
    /** No session lasts as long. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Cache<String, SchoolId> bySession =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(LONGEST).build();

    Optional<SchoolId> in(ReceiverSession session) {
        return Optional.ofNullable(bySession.getIfPresent(session.id()));
    }

    void choose(ReceiverSession session, SchoolId school) {
        bySession.put(session.id(), school);
    }
}
