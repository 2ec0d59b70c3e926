package org.clausebot.mail;

import java.time.Clock;

/** Hands single mails to the mail server, at once; whoever calls decides what to do with one that was not taken. */
public final class Letters {
    private final Smtp smtp;
    private final Clock clock;

    public Letters(MailSettings settings, Clock clock) {
        this.smtp = new Smtp(settings);
        this.clock = clock;
    }

    /** What came of it. */
    public enum Handed {
        ACCEPTED,
        /** The server has put this one off; others may go through. */
        LATER,
        /** The server has refused this one for good. */
        REFUSED,
        /** Nothing can be sent for now. */
        DOWN
    }

    /** @param id the mail's own, the same whenever the same mail is sent again */
    public Handed hand(String id, MailWords.Letter letter, String to) {
        return switch (smtp.send(id, letter, to, clock.instant())) {
            case Delivery.Accepted accepted -> Handed.ACCEPTED;
            case Delivery.Later later -> Handed.LATER;
            case Delivery.Refused refused -> Handed.REFUSED;
            case Delivery.Down down -> Handed.DOWN;
        };
    }
}
