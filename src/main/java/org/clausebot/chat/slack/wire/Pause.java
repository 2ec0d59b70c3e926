package org.clausebot.chat.slack.wire;

import java.time.Duration;

/** Waits; a test waits for nothing. */
@FunctionalInterface
interface Pause {
    void of(Duration time) throws InterruptedException;
}
