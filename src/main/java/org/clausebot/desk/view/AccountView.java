package org.clausebot.desk.view;

import java.util.List;

/**
 * A receiver's own account.
 *
 * @param done what was just done; may be empty
 * @param problem why nothing was done; may be empty
 * @param waitsUntil until when no case is shown to it; empty when it need not wait
 * @param fresh whether the way to sign in may be changed now, without signing in once more
 * @param password whether there is one
 * @param provider the school's provider when its account is linked; else empty
 * @param codesLeft recovery codes not yet used
 * @param watched others' access that waits to be confirmed by this receiver; empty where there is none or it is not theirs
 */
public record AccountView(
        DeskFrame frame,
        String done,
        String problem,
        String waitsUntil,
        boolean fresh,
        boolean password,
        String provider,
        int codesLeft,
        List<Thing> passkeys,
        List<Thing> sessions,
        List<Thing> watched) {
    public AccountView {
        passkeys = List.copyOf(passkeys);
        sessions = List.copyOf(sessions);
        watched = List.copyOf(watched);
    }

    /**
     * A line with a button.
     *
     * @param here whether it is what the page is seen with
     */
    public record Thing(String id, String name, String detail, boolean here) {}
}
