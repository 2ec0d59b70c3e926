package org.clausebot.chat.inbox;

import java.time.Duration;

/** Waits; a test waits for nothing. */
@FunctionalInterface
public interface Pause {
    void of(Duration time) throws InterruptedException;
}
