package org.clausebot.chat;

/**
 * Somebody to tell, as the school's settings name them.
 *
 * @param role such as {@code Designated safeguarding lead (DSL)}
 * @param name of the person; empty when the role says enough
 * @param phone as people dial it; empty when there is none
 */
public record Contact(String role, String name, String phone) {
    public Contact {
        if (role.isBlank()) {
            throw new IllegalArgumentException("A contact needs a role");
        }
    }

    /** All of it in a line. */
    public String line() {
        String who = name.isEmpty() ? role : role + ": " + name;
        return phone.isEmpty() ? who : who + ", " + phone;
    }
}
