package org.clausebot.http;

import java.time.Instant;

/**
 * A browser that has signed in. Says nothing of who sits at it.
 *
 * @param id random, 128 bits or more
 * @param csrf what its forms carry as {@code _csrf}, to show that they came from our own pages
 * @param expires when it must sign in again
 */
public record Session(String id, String csrf, Instant expires) {
    /** The name of the form field that carries {@link #csrf}. */
    public static final String CSRF_FIELD = "_csrf";
}
