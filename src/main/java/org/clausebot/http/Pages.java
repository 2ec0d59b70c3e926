package org.clausebot.http;

/** How the server's own pages look. Its words come from the server; whoever draws the other pages draws these too. */
public interface Pages {
    /**
     * A refusal or a mishap.
     *
     * @param fragment true for a part that the page's script shows in place, false for a whole page
     */
    String notice(Notice notice, boolean fragment);

    /** The page where people sign in. */
    String signIn(SignInForm form);
}
