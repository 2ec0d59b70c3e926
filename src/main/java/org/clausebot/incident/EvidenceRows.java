package org.clausebot.incident;

import java.util.List;
import java.util.Optional;

/** Files of a record as sealed bytes. Each method is one transaction, on disk when it returns. */
public interface EvidenceRows {
    /** @return false when there is no draft {@code owner}, or it has {@code most} files already */
    boolean attach(String owner, File file, int most);

    /** Destroys one file of a draft; those of an incident stay. */
    void detach(String owner, String id);

    /** In the order of arrival, without their contents. */
    List<About> about(String owner);

    /** The sealed clean copy, or the sealed original. */
    Optional<byte[]> content(String owner, String id, boolean original);

    /** One sealed file. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record File(String id, byte[] about, byte[] clean, byte[] original) {}

    /** What is known of one file, sealed. */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes, passed through
    record About(String id, byte[] about) {}
}
