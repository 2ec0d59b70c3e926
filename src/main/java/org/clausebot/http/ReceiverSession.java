package org.clausebot.http;

/**
 * A browser in which a receiver of reports has signed in to the case desk.
 *
 * @param id names the session on the server; not the secret that the cookie holds
 * @param receiver the receiver's id in the school's settings
 * @param csrf what its forms carry as {@link Session#CSRF_FIELD}
 */
public record ReceiverSession(String id, String receiver, String csrf) {}
