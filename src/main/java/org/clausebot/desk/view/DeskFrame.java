package org.clausebot.desk.view;

import java.util.List;

/**
 * What surrounds a page of the case desk.
 *
 * @param title of the page; never shown before somebody has signed in
 * @param school whose desk it is; may be empty
 * @param here which entry of the navigation this page is: {@code cases}, {@code register}, {@code retention} or empty
 * @param csrf what forms carry
 * @param who has signed in
 * @param styles where the styles are
 * @param icon where the icon is
 */
public record DeskFrame(
        String title, String school, String here, String csrf, String who, List<String> styles, String icon) {
    public DeskFrame {
        styles = List.copyOf(styles);
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
