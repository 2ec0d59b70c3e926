package org.clausebot.chat.slack.wire;

import java.util.Optional;

/** Keeps the workspaces that installed the app; what is in a row is sealed before it comes here. */
public interface Installations {
    /** In the place of the one of the same id. On return it is on disk. */
    void keep(Row row);

    Optional<Row> of(String id);

    /** True when there was one. */
    boolean forget(String id);

    /** How many there are. */
    int count();

    /**
     * @param id a keyed hash of the workspace's or organisation's id
     * @param wrapped the data key; neither array is copied, because they are written once and let go
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String id, byte[] wrapped, byte[] body) {}
}
