package org.clausebot.http;

/** Who may call a route. */
public enum Access {
    /** Anybody: the sign-in page, styles and scripts. */
    OPEN,
    /** Whoever has signed in. */
    SIGNED_IN,
    /** Anybody, at the door of the case desk: no session is looked at, only where a form came from. */
    DESK_DOOR,
    /** A receiver of reports who has signed in to the case desk. The staff's session opens nothing here. */
    RECEIVER,
    /** This computer, or whoever holds the operator's token: health and metrics. */
    OPERATOR
}
