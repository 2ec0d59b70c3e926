package org.clausebot.incident;

import java.time.Instant;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** Unfinished conversations as sealed bytes. Each method is one transaction, on disk when it returns. */
public interface DraftRows {
    Optional<Draft> of(SchoolId school, String owner);

    Optional<Draft> later(SchoolId school, String later);

    /** Keeps {@code draft} in place of what its owner had; another draft of theirs is destroyed with its evidence. */
    void keep(Draft draft);

    /** @return false when there is no such draft any more */
    boolean setLater(String id, String later, byte[] laterCode);

    /** Gives the draft to another owner; what they had is destroyed. False when there is no such draft any more. */
    boolean move(String id, String owner);

    /** Destroys the owner's draft with its evidence. */
    void destroy(SchoolId school, String owner);

    /** Destroys what expired before {@code now}, and forgets whom a receipt was handed to. */
    int expire(Instant now);

    /**
     * @param owner the fingerprint of the person
     * @param id of the record, random; becomes the incident's
     * @param conversation the fingerprint of the conversation's id
     * @param later the fingerprint of the code to go on with elsewhere
     * @param laterCode that code, sealed
     */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record Draft(
            SchoolId school,
            String owner,
            String id,
            String conversation,
            byte[] wrapped,
            byte[] body,
            Optional<String> later,
            Optional<byte[]> laterCode,
            Instant expires) {}
}
