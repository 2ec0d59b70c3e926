package org.clausebot.desk.view;

/**
 * Where receivers sign in.
 *
 * @param problem why the last try failed; empty on the first visit
 * @param note what just happened, such as having signed out; may be empty
 * @param next the page to go on to
 * @param email as it was typed
 * @param provider such as {@code Microsoft}; empty where there is none
 */
public record SignInView(DeskFrame frame, String problem, String note, String next, String email, String provider) {}
