package org.clausebot.acknowledgement;

/** Takes a mail to a mail server. */
@FunctionalInterface
public interface Courier {
    /**
     * Hands one mail over, now.
     *
     * @param id the mail's own
     * @param subject one line
     */
    Handed hand(String id, String to, String subject, String body);

    /** What came of it. */
    enum Handed {
        ACCEPTED,
        /** This one was put off. */
        LATER,
        /** This address is refused for good. */
        REFUSED,
        /** Nothing can be sent for now. */
        DOWN
    }
}
