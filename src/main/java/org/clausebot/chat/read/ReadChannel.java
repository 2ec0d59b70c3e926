package org.clausebot.chat.read;

/** A chat program in which somebody may be found by their mail address. */
@FunctionalInterface
public interface ReadChannel {
    /** Says something to one person alone, in their chat with the bot; waits for what comes of it. */
    Reached reach(String mail, Card card);

    /** What came of it. */
    enum Reached {
        SAID,
        /** Nobody of the school has this address there, or they have not got the bot. */
        NOT_THERE,
        /** The program could not be asked. */
        NOT_NOW
    }
}
