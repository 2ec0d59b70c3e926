package org.clausebot.desk.view;

/**
 * What surrounds every page of the case desk.
 *
 * @param title of the page
 * @param school its name; empty where nobody has signed in
 * @param here which part of the desk this is: {@code cases}, {@code register}, {@code retention}, {@code account} or empty
 * @param csrf what forms carry; empty where nobody has signed in
 * @param who the receiver's name; empty where nobody has signed in
 */
public record DeskFrame(String title, String school, String here, String csrf, String who) {
    public boolean signedIn() {
        return !csrf.isEmpty();
    }
}
