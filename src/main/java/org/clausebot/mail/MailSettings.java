package org.clausebot.mail;

import java.net.URI;

/**
 * How mail leaves.
 *
 * @param host of the mail server that takes our mail
 * @param port such as 587
 * @param security how the connection is protected
 * @param user empty to send without signing in
 * @param password never shown
 * @param from the sender's address
 * @param desk the address at which receivers open the case desk
 */
public record MailSettings(
        String host, int port, Security security, String user, String password, String from, URI desk) {
    /** How the connection to the mail server is protected. */
    public enum Security {
        NONE,
        /** Begins in the clear and turns to TLS before anything is said; refused when the server cannot. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS;

        /** @throws IllegalArgumentException when there is none of this name */
        public static Security of(String code) {
            return switch (code) {
                case "none" -> NONE;
                case "starttls" -> STARTTLS;
                case "tls" -> TLS;
                default ->
                    throw new IllegalArgumentException(
                            "mail.security must be starttls, tls or none; it is \"" + code + "\"");
            };
        }
    }

    /** @throws IllegalArgumentException with what is wrong and how to set it right, and never the password */
    public MailSettings {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("mail.host and mail.port must name the mail server");
        }
        if (!from.matches("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,190}")) {
            throw new IllegalArgumentException(
                    "mail.from must be the address that notices come from, such as clausebot@school.example");
        }
        if (user.isEmpty() != password.isEmpty()) {
            throw new IllegalArgumentException("mail.user and mail.password go together; set both or neither");
        }
        if (security == Security.NONE && !password.isEmpty() && !here(host)) {
            throw new IllegalArgumentException("mail.security: none would send mail.password in the clear to another"
                    + " machine; set starttls or tls");
        }
        if (desk.getHost() == null || !(desk.getScheme().equals("https") || http(desk))) {
            throw new IllegalArgumentException("desk.address must be the https address at which receivers open the case"
                    + " desk, such as https://clausebot.school.example/desk");
        }
    }

    private static boolean http(URI desk) {
        return desk.getScheme().equals("http") && here(desk.getHost());
    }

    private static boolean here(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]") || host.equals("::1");
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "mail by " + host + ":" + port;
    }
}
