package org.clausebot.desk;

import org.clausebot.http.Request;
import org.clausebot.incident.Cases.Viewer;

/**
 * A request of a receiver who has signed in.
 *
 * @param name of the receiver
 * @param csrf what the forms of the answer carry
 */
record Visit(Request request, Viewer viewer, String name, String csrf) {
    String reference() {
        return path("reference");
    }

    String path(String part) {
        return request.path().getOrDefault(part, "");
    }

    String query(String field) {
        return request.query().getOrDefault(field, "").strip();
    }

    /** A form's field; line ends as programs write them, no white space around. */
    String field(String name) {
        return request.form().getOrDefault(name, "").replace("\r\n", "\n").strip();
    }
}
