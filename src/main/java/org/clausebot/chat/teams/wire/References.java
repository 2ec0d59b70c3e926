package org.clausebot.chat.teams.wire;

import java.util.Optional;

/** Where people and places are reached, sealed. */
public interface References {
    /** Keeps a row, in the place of the one with its id. */
    void keep(Row row);

    Optional<Row> of(String id);

    /** Destroys the row, if there is one. */
    void forget(String id);

    /**
     * One of them.
     *
     * @param id a keyed hash
     * @param wrapped the data key
     * @param body sealed; neither is copied, because they are written once and let go
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String id, byte[] wrapped, byte[] body) {}
}
