package org.clausebot.chat;

import java.util.Optional;
import org.clausebot.incident.Reporter;

/** What a channel with pages or screens of its own does about reports beside the conversation. Thread-safe. */
public interface Reports {
    /** The reports that can be made. */
    Reply.Flows flows();

    /** What waits for somebody who comes in: the step they were asked, or the offer to go on. */
    Optional<Reply> waiting(Reporter who);

    /** What to tell somebody who leaves while a report waits: that it is kept, and the code to come back with. */
    Optional<Reply.Paused> leaving(Reporter who);

    /**
     * What is to be seen with a code that somebody was given: a report that was sent, or one that was saved for later and
     * is gone on with. A report is never seen again without its code.
     *
     * @return empty when {@code words} are no code
     */
    Optional<Reply> lookUp(Reporter who, String words);

    /**
     * Takes a file for the step of {@code at}. A file that is refused changes nothing; the reply says why.
     *
     * @param at names the person and the step; its text is not looked at
     */
    Reply attach(Incoming at, String fileName, byte[] content);

    /** Destroys a file that was attached. */
    Reply detach(Incoming at, String evidenceId);
}
