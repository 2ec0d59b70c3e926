package org.clausebot.http;

/** Who may call a route. */
public enum Access {
    /** Anybody: the sign-in page, styles and scripts. */
    OPEN,
    /** Whoever has signed in. */
    SIGNED_IN,
    /**
     * Anybody, at the door of the case desk or with a link of their own: no session is looked at, only where a form came
     * from.
     */
    DESK_DOOR,
    /** A receiver of reports who has signed in to the case desk. The staff's session opens nothing here. */
    RECEIVER,
    /** As {@link #RECEIVER}, and also whoever must still wait before they may see cases: their own account. */
    RECEIVER_ACCOUNT,
    /** This computer, or whoever holds the operator's token: health and metrics. */
    OPERATOR
}
