package org.clausebot.desk;

import org.clausebot.http.Request;
import org.clausebot.incident.Cases.Viewer;
import org.clausebot.school.Receiver;

/**
 * A request of a receiver who has signed in.
 *
 * @param person who they are
 * @param csrf what the forms of the answer carry
 */
record Visit(Request request, Viewer viewer, Receiver person, String csrf) {
    String name() {
        return person.name();
    }

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
