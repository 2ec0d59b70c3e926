package org.clausebot.policy;

import java.time.Duration;

/**
 * The time by which a document must have been read. Readers ask it at every page, paragraph or drawing operator, so that
 * a document made to take for ever ends in a refusal and not in a thread that nobody can stop.
 */
final class Deadline {
    /** Real documents take well under a second; a thousand pages take a few. */
    static final Duration READING = Duration.ofSeconds(20);

    private final long end;

    private Deadline(Duration allowed) {
        end = System.nanoTime() + allowed.toNanos();
    }

    static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    boolean passed() {
        return System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted();
    }

    /** @throws UnreadableDocumentException when the time is over, or the reading thread has been told to stop */
    void check() throws UnreadableDocumentException {
        if (passed()) {
            throw tooSlow();
        }
    }

    static UnreadableDocumentException tooSlow() {
        return new UnreadableDocumentException("This document takes too long to read. Save it again from the program"
                + " that made it, or split it into smaller documents, and import that.");
    }
}
