package org.clausebot.desk.view;

import org.clausebot.school.Receiver;
import org.clausebot.school.Role;

/**
 * What surrounds every page of the case desk.
 *
 * @param title of the page
 * @param school its name; empty where nobody has signed in
 * @param here which part of the desk this is: {@code cases}, {@code register}, {@code retention}, {@code policies},
 *     {@code account} or empty
 * @param csrf what forms carry; empty where nobody has signed in
 * @param who their name; empty where nobody has signed in
 * @param cases whether reports may be sent to them
 * @param policies whether the policy desk is open to them
 */
public record DeskFrame(
        String title, String school, String here, String csrf, String who, boolean cases, boolean policies) {
    /** For nobody. */
    public static DeskFrame bare(String title) {
        return new DeskFrame(title, "", "", "", "", false, false);
    }

    /** For somebody who has signed in, with what is open to them. */
    public static DeskFrame of(String title, String school, String here, String csrf, Receiver who) {
        return new DeskFrame(
                title,
                school,
                here,
                csrf,
                who.name(),
                who.roles().stream().anyMatch(Role::receivesReports),
                who.roles().stream().anyMatch(role -> !role.receivesReports()));
    }

    public boolean signedIn() {
        return !csrf.isEmpty();
    }
}
