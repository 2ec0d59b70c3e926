package org.clausebot.http;

/**
 * A browser in which a receiver of reports has signed in to the case desk.
 *
 * @param id names the session on the server; not the secret that the cookie holds
 * @param receiver the receiver's id in the school's settings
 * @param csrf what its forms carry as {@link Session#CSRF_FIELD}
 * @param waiting true while the account was set up anew so lately that only {@link Access#RECEIVER_ACCOUNT} is open to it
 */
public record ReceiverSession(String id, String receiver, String csrf, boolean waiting) {
    /** A session to which the whole desk is open. */
    public ReceiverSession(String id, String receiver, String csrf) {
        this(id, receiver, csrf, false);
    }
}
