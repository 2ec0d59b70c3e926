package org.clausebot.desk.owner;

import java.util.List;
import org.clausebot.http.Request;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.Trust;

/**
 * A request of somebody to whom the policy desk is open.
 *
 * @param school which they look at: theirs, one that they chose, or all together
 * @param called its name
 * @param trust the schools of the installation
 * @param csrf what the forms of the answer carry
 */
public record OwnerVisit(Request request, SchoolId school, String called, Trust trust, Receiver person, String csrf) {
    /** Whether they may change anything. */
    boolean mayChange() {
        return person.roles().contains(Role.POLICY_OWNER) || person.roles().contains(Role.DEPUTY_POLICY_OWNER);
    }

    /** Whether the policies of all schools are theirs to look after, or to read about. */
    boolean whole() {
        return trust.whole(person.id());
    }

    /** Whether they may change what the bot says, which it says to all schools. */
    boolean mayTeach() {
        return mayChange() && whole() && (!trust.several() || school.equals(SchoolId.ALL));
    }

    /** What they may choose from; one for most. */
    List<SchoolId> choices() {
        return trust.seenBy(person.id());
    }

    /** A file's name, with the school where there are several: two files must not be taken for each other. */
    String file(String name) {
        return trust.several() ? name + "-" + place() : name;
    }

    /** The school as files and the audit log name it. */
    String place() {
        return school.equals(SchoolId.ALL) ? "all-schools" : school.value();
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
