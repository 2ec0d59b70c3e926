package org.clausebot.insight;

import java.io.IOException;
import org.clausebot.policy.ClauseRef;

/** The school's own phrasings: how its staff ask for a clause. */
public interface Teaching {
    /**
     * Adds one.
     *
     * @return its id
     * @throws IllegalArgumentException when it cannot be taught; the message is fit to show
     * @throws IOException when it cannot be written; the message is fit to show
     */
    String teach(ClauseRef clause, String words) throws IOException;

    /** Takes one away; nothing happens where there is no such one. */
    void forget(ClauseRef clause, String id) throws IOException;

    /** What was added or taken away is in force in some seconds; returns at once. */
    void learn();
}
