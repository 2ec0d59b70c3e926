package org.clausebot.school;

import java.util.Set;

/**
 * Somebody who may receive reports.
 *
 * @param id names the person in files, accounts and routes for good; never given to another person
 * @param name as staff know them
 * @param email where notices go
 * @param phone as people dial it; may be empty
 * @param roles one or more
 * @param slack their member id in Slack ({@code U024BE7LH}), where they are told too; empty for none
 */
public record Receiver(String id, String name, String email, String phone, Set<Role> roles, String slack) {
    private static final String MEMBER = "[UW][A-Z0-9]{4,24}";

    public Receiver {
        roles = Set.copyOf(roles);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || name.isBlank() || !email.contains("@") || roles.isEmpty()) {
            throw new IllegalArgumentException("A receiver needs an id, a name, an e-mail address and a role");
        }
        if (!slack.isEmpty() && !isMember(slack)) {
            throw new IllegalArgumentException("A member id of Slack is a U or a W with capitals and digits");
        }
    }

    /** Somebody who is not told in Slack. */
    public Receiver(String id, String name, String email, String phone, Set<Role> roles) {
        this(id, name, email, phone, roles, "");
    }

    /** Whether {@code words} can be a member id in Slack. */
    static boolean isMember(String words) {
        return words.matches(MEMBER);
    }
}
