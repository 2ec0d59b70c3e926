package org.clausebot.desk.view;

import java.util.Map;
import java.util.Optional;

/**
 * Where a receiver sets a password, an authenticator or both.
 *
 * @param welcome true for first access, false for a change of access
 * @param action where the form goes
 * @param token of the invitation; empty for a change
 * @param askPassword whether a password is set
 * @param authenticator the authenticator to be set up; empty where it stays
 * @param email whose password it is, for password managers
 * @param provider such as {@code Microsoft}, as another way; empty for none
 * @param problems by field: {@code password}, {@code again}, {@code code}, {@code form}
 */
public record SetUpView(
        DeskFrame frame,
        boolean welcome,
        String action,
        String token,
        boolean askPassword,
        Optional<Authenticator> authenticator,
        String email,
        String provider,
        Map<String, String> problems) {
    public SetUpView {
        problems = Map.copyOf(problems);
    }

    /** Why {@code field} was not accepted; empty when nothing is wrong with it. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /**
     * An authenticator app's secret.
     *
     * @param setup what the form must send back with the code
     * @param secret in groups of four letters and digits
     * @param side of the QR code, in modules
     * @param path of the QR code's dark modules
     */
    public record Authenticator(String setup, String secret, int side, String path) {}
}
