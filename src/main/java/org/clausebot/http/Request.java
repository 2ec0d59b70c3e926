package org.clausebot.http;

import java.util.Map;
import java.util.Optional;

/**
 * What a route is given: only what has been checked.
 *
 * @param path the varying segments of the address, decoded
 * @param query what stands after {@code ?}, each name once
 * @param form what a form sent, each name once; empty for GET
 * @param session who is signed in; empty only on routes that are open to all
 * @param address who asks, for limits only: never kept and never logged
 * @param fragment true when the page's script asked and wants a part of a page, not a whole one
 */
public record Request(
        Map<String, String> path,
        Map<String, String> query,
        Map<String, String> form,
        Optional<Session> session,
        String address,
        boolean fragment) {
    public Request {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
        form = Map.copyOf(form);
    }

    /** @throws IllegalStateException on a route that is open to all */
    public Session signedIn() {
        return session.orElseThrow(() -> new IllegalStateException("This route is open to people not signed in"));
    }
}
