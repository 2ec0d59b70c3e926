package org.clausebot.desk.owner;

import org.clausebot.http.Routes;

/** A part of the policy desk with pages of its own. */
public interface OwnerPart {
    /** Its place among the parts, and in the desk's navigation. */
    OwnerTab tab();

    /** @param door through which every page of it is entered; all addresses begin with the tab's */
    Routes routes(OwnerDoor door);
}
