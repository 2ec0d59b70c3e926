package org.clausebot.http;

/** Who may call a route. */
public enum Access {
    /** Anybody: the sign-in page, styles and scripts. */
    OPEN,
    /** Whoever has signed in. */
    SIGNED_IN,
    /** This computer, or whoever holds the operator's token: health and metrics. */
    OPERATOR
}
