package org.clausebot.desk.owner;

import org.clausebot.http.Request;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;

/**
 * A request of somebody to whom the policy desk is open.
 *
 * @param csrf what the forms of the answer carry
 */
public record OwnerVisit(Request request, SchoolId school, Receiver person, String csrf) {
    /** Whether they may change anything. */
    boolean mayChange() {
        return person.roles().contains(Role.POLICY_OWNER) || person.roles().contains(Role.DEPUTY_POLICY_OWNER);
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
