package org.clausebot.chat.inbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what was delivered, so that a delivery that comes again, here or at another node, changes nothing; and keeps
 * what was acknowledged, sealed, until it is done, so that a crash loses nothing.
 */
public interface Deliveries {
    /**
     * Takes a delivery of which nothing is kept.
     *
     * @param id names it: of the event, the trigger or the action; only its hash is kept
     * @return true the first time; false ever after. On return it is on disk
     */
    boolean first(String id, Instant now);

    /**
     * Takes a delivery unless one of its names is taken: all of it or nothing. On return it is on disk.
     *
     * @param names 1 or more; the first is that of what is kept
     * @param sealed what is kept until {@link #done}
     */
    boolean take(List<Name> names, Optional<Sealed> sealed, Instant now);

    /**
     * Does {@code work} on account of a delivery that was taken. What it changes of unfinished reports can be put back
     * until {@link #instead} or {@link #done}; what it adds to a report, or counts, is added and counted once for it.
     */
    void during(String hash, Runnable work);

    /** Undoes what {@link #during} has changed on account of a delivery that must be worked on again. */
    Before putBack(String hash);

    /** The work is done: keeps {@code said} in the place of what was kept, until {@link #done}. What it changed stands. */
    void instead(String hash, Sealed said);

    /** All is done: what it changed stands, what was kept is destroyed, its name is not. */
    void done(String hash);

    /** Forgets names, so that the same may come again. What was changed meanwhile stands. */
    void again(List<String> hashes);

    /**
     * What was taken and is not done, in the order in which it came, and counts a try of each.
     *
     * @param mostTries what was tried that often is left out: it may be what brings the program down
     */
    List<Undone> undone(int mostTries);

    /** Forgets what came before {@code moment}. */
    void forgetBefore(Instant moment);

    /**
     * A name of a delivery.
     *
     * @param hash keyed, so that the file does not tell what was delivered
     * @param forThatLong how long it stays taken
     */
    record Name(String hash, Duration forThatLong) {}

    /** @param wrapped the data key; neither is copied, because they are written once and let go */
    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte[] wrapped, byte[] body) {}

    /** What was found of the work on a delivery that is to be worked on again. */
    enum Before {
        /** Nothing of a report was changed. */
        UNTOUCHED,
        /** It was changed, and is now as it was before. */
        PUT_BACK,
        /** It was changed, and changed again since, so that it was left as it is: the work must not be done again. */
        PASSED,
        /** Words were added to a report that was sent, which cannot be taken back: the work must not be done again. */
        ADDED
    }

    record Undone(String hash, Sealed sealed) {}
}
