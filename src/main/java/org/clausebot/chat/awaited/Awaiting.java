package org.clausebot.chat.awaited;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the questions whose askers wait for an answer. Every change is on disk on return. */
public interface Awaiting {
    /** What came of keeping one. */
    enum Kept {
        KEPT,
        /** The same question of the same person is kept already; nothing was changed. */
        ALREADY,
        /** The person has as many as anybody may have; nothing was changed. */
        TOO_MANY
    }

    /** @param most how many a person may have */
    Kept keep(Row row, int most);

    /** Those of a person, the longest kept first. */
    List<Row> of(String person);

    Optional<Row> byId(String id);

    /**
     * Those that were not yet asked of what {@code known} stands for, in the order of their ids.
     *
     * @param after the id of the last one seen; empty to begin
     * @param most how many at most
     */
    List<Row> notAskedOf(String known, String after, int most);

    /** Notes that it was asked of what {@code known} stands for, and not answered. Nothing happens where it is gone. */
    void asked(String id, String known);

    /** Destroys one. False when it was gone. */
    boolean forget(String id);

    /** Destroys those of all people of a place, or of a wider one. Returns how many. */
    int forgetPlace(String place);

    /** Destroys those that expire on {@code day} or earlier. Returns how many. */
    int expire(LocalDate day);

    /**
     * As it is stored; what tells something stands in the sealed body.
     *
     * @param id keyed fingerprint of the person and the question
     * @param person keyed fingerprint
     * @param place keyed fingerprint
     * @param wider keyed fingerprint; empty for none
     * @param known stands for the policies that it was last asked of
     * @param expires the last day on which it is kept
     * @param wrapped the data key; neither array is copied, because they are written once and let go
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            String id,
            String person,
            String place,
            String wider,
            String known,
            LocalDate expires,
            byte[] wrapped,
            byte[] body) {}
}
