package org.clausebot.chat.web.view;

import java.util.Optional;

/**
 * The sign-in page.
 *
 * @param link true for the one-time link, false for the passphrase
 * @param problem why the last try failed
 * @param next where to go afterwards
 */
public record SignInView(Frame frame, boolean link, Optional<String> problem, String next) {}
