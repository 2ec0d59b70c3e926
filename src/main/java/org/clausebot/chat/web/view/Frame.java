package org.clausebot.chat.web.view;

/**
 * What surrounds every page.
 *
 * @param title of the page
 * @param school whose policies these are; may be empty
 * @param here which entry of the navigation this page is: {@code ask}, {@code policies}, {@code find}, {@code report}
 *     or empty
 * @param csrf what forms carry; empty when nobody is signed in, and the navigation is then left out
 * @param links where styles, scripts and the icon are
 */
public record Frame(String title, String school, String here, String csrf, Links links) {
    public boolean signedIn() {
        return !csrf.isEmpty();
    }

    /** Addresses of the files that pages load, each with the hash of its content. */
    public record Links(String style, String script, String htmx, String icon) {}
}
