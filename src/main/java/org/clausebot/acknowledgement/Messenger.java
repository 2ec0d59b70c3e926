package org.clausebot.acknowledgement;

/** Writes to people in the chat programs in which they are known by their mail address. */
public interface Messenger {
    /** Whether there is any chat program to be asked. */
    boolean ready();

    /** Writes to one person, in one program at most; waits for what comes of it. */
    Told tell(Acknowledgements.Due due);

    /** What came of it. */
    enum Told {
        TOLD,
        /** They are not there, or have not got the bot: a mail is to be sent. */
        NOT_THERE,
        /** It is not known whether they are there; it is to be tried again. */
        LATER
    }

    /** Where there is no chat program. */
    static Messenger none() {
        return new Messenger() {
            @Override
            public boolean ready() {
                return false;
            }

            @Override
            public Told tell(Acknowledgements.Due due) {
                return Told.NOT_THERE;
            }
        };
    }
}
