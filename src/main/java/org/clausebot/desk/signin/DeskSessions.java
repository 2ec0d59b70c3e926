package org.clausebot.desk.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** Keeps the sessions at the case desk. Each call is one transaction, on disk on return. */
public interface DeskSessions {
    /**
     * One session.
     *
     * @param hash SHA-256 of the cookie's token, in hexadecimal; the token itself is kept nowhere
     * @param id random; names it on pages
     * @param how such as {@code password}, {@code passkey}, {@code Microsoft}
     */
    record Kept(String hash, String id, SchoolId school, String receiver, String how, Instant began, Instant used) {}

    void begin(Kept session);

    Optional<Kept> find(String hash);

    void used(String hash, Instant at);

    void end(SchoolId school, String receiver, String id);

    /** Ends all of a receiver's sessions, and says how many there were. */
    int endAll(SchoolId school, String receiver);

    /** A receiver's sessions, the latest used first. */
    List<Kept> of(SchoolId school, String receiver);

    /** Forgets those not used since {@code used} or begun before {@code began}. */
    void forget(Instant began, Instant used);
}
