package org.clausebot.mail;

/** What came of handing a mail to the mail server. The words are about the server and name no receiver. */
sealed interface Delivery {
    /** The server has said that it has it. */
    record Accepted() implements Delivery {}

    /** The server has refused this one for good. */
    record Refused(String words) implements Delivery {}

    /** The server has put this one off; others may go through. */
    record Later(String words) implements Delivery {}

    /** Nothing can be sent for now: the server cannot be reached, is not who it should be, or does not take our mail. */
    record Down(String words) implements Delivery {}
}
