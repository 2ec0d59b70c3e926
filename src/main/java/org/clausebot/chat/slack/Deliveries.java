package org.clausebot.chat.slack;

import java.time.Instant;

/** Remembers what was delivered, so that a delivery that comes again, here or at another node, changes nothing. */
public interface Deliveries {
    /**
     * Takes a delivery.
     *
     * @param id names it: of the event, the trigger or the action; only its hash is kept
     * @return true the first time; false ever after. On return it is on disk
     */
    boolean first(String id, Instant now);

    /** Forgets what came before {@code moment}. */
    void forgetBefore(Instant moment);
}
