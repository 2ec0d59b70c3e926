package org.clausebot.seal;

import java.util.List;

/**
 * The wrapped data keys in the database, for rotation: whoever keeps what {@link Vault#newKey} gave implements
 * this over all of it, so that a new master key can take the place of an old one. Wrapped keys are compared byte by
 * byte; what they hold is nobody's business here.
 */
public interface WrappedKeys {
    /**
     * The next wrapped keys in ascending order of their record (binary order of its UTF-8), each record once.
     *
     * @param after only records after this one; empty for the first call
     * @param most 1 or more
     * @return at most {@code most}; empty when there are no more
     */
    List<Held> after(String after, int most);

    /**
     * Puts each new wrapped key in the place of the old one, all in one transaction that is on disk on return. A record
     * that is gone or holds another wrapped key by now (it was deleted, or rotated by another) is left as it is.
     */
    void replace(List<Change> changes);

    /**
     * @param record the one that was given to {@link Vault#newKey}, unique over all that is kept
     * @param wrappedKey not copied, because a batch is read once and let go
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Held(String record, byte[] wrappedKey) {}

    /** {@code before} is what stands there now, {@code now} what shall stand there. */
    @SuppressWarnings("ArrayRecordComponent")
    record Change(String record, byte[] before, byte[] now) {}
}
