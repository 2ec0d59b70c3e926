package org.clausebot.desk.signin;

import java.time.Instant;

/**
 * A one-time link with which a receiver sets up their access.
 *
 * @param hash SHA-256 of the link's token, in hexadecimal; the token itself is kept nowhere
 * @param receiver whose access it is
 * @param expires after this it opens nothing
 * @param waits whether the access that it sets up shows no case for a day
 */
public record Invitation(String hash, String receiver, Instant expires, boolean waits) {}
