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
 * @param teams their object id in Entra, in small letters, where they are told in Microsoft Teams too; empty for none
 */
public record Receiver(
        String id, String name, String email, String phone, Set<Role> roles, String slack, String teams) {
    private static final String MEMBER = "[UW][A-Z0-9]{4,24}";
    private static final String OBJECT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    public Receiver {
        roles = Set.copyOf(roles);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || name.isBlank() || !email.contains("@") || roles.isEmpty()) {
            throw new IllegalArgumentException("A receiver needs an id, a name, an e-mail address and a role");
        }
        if (!slack.isEmpty() && !isMember(slack)) {
            throw new IllegalArgumentException("A member id of Slack is a U or a W with capitals and digits");
        }
        if (!teams.isEmpty() && !isObject(teams)) {
            throw new IllegalArgumentException("An object id of Entra is five groups of small hexadecimal digits");
        }
    }

    /** Somebody who is not told in Teams. */
    public Receiver(String id, String name, String email, String phone, Set<Role> roles, String slack) {
        this(id, name, email, phone, roles, slack, "");
    }

    /** Somebody who is told by mail alone. */
    public Receiver(String id, String name, String email, String phone, Set<Role> roles) {
        this(id, name, email, phone, roles, "");
    }

    /** Whether {@code words} can be a member id in Slack. */
    static boolean isMember(String words) {
        return words.matches(MEMBER);
    }

    /** Whether {@code words} can be an object id in Entra. */
    static boolean isObject(String words) {
        return words.matches(OBJECT);
    }
}
