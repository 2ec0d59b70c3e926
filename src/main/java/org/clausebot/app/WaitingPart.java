package org.clausebot.app;

import java.time.Clock;
import org.clausebot.chat.awaited.AskingAgain;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.OnReturn;
import org.clausebot.seal.Vault;
import org.clausebot.storage.SqliteStorage;

/** Those who wait until the policies answer their question, put together. */
final class WaitingPart implements AutoCloseable {
    private final Awaited awaited;
    private final AskingAgain again;
    private final OnReturn onReturn;

    /** @param vault seals the questions that are kept */
    WaitingPart(Program program, SqliteStorage storage, Vault vault, Clock clock) {
        this.awaited = new Awaited(storage.awaiting(), vault, clock);
        // Past the assistant: nobody has asked just now, so nothing is counted.
        this.again = new AskingAgain(awaited, program::known, program::answered);
        this.onReturn = new OnReturn(awaited, program::known, program::answered);
    }

    Awaited awaited() {
        return awaited;
    }

    /** Tells those who come back by themselves. */
    OnReturn onReturn() {
        return onReturn;
    }

    AskingAgain again() {
        return again;
    }

    @Override
    public void close() {
        again.close();
    }
}
