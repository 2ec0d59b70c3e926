package org.clausebot.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a route is given: only what has been checked.
 *
 * @param path the varying segments of the address, decoded
 * @param query what stands after {@code ?}, each name once
 * @param form what a form sent, each name once; empty for GET
 * @param files what came with the form, in its order; empty but on routes for {@linkplain Routes#upload uploads}
 * @param session who is signed in; empty on routes that are open to all, and at the case desk
 * @param receiverSession who is signed in at the case desk; empty on all other routes
 * @param ticket what an earlier {@link Response#withTicket} left with this browser
 * @param browser the name that an earlier {@link Response#rememberingBrowser} gave this browser
 * @param address who asks, for limits only: never kept and never logged
 * @param fragment true when the page's script asked and wants a part of a page, not a whole one
 */
public record Request(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> form,
        List<UploadedFile> files,
        Optional<Session> session,
        Optional<ReceiverSession> receiverSession,
        Optional<String> ticket,
        Optional<String> browser,
        String address,
        boolean fragment) {
    public Request {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
        files = List.copyOf(files);
    }

    /** @throws IllegalStateException on a route that is open to all */
    public Session signedIn() {
        return session.orElseThrow(() -> new IllegalStateException("This route is open to people not signed in"));
    }

    /**
     * The receiver at the case desk.
     *
     * @throws IllegalStateException on a route of any other access than {@link Access#RECEIVER}
     */
    public ReceiverSession receiver() {
        return receiverSession.orElseThrow(() -> new IllegalStateException("This route is not for receivers alone"));
    }
}
