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
 */
public record Receiver(String id, String name, String email, String phone, Set<Role> roles) {
    public Receiver {
        roles = Set.copyOf(roles);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || name.isBlank() || !email.contains("@") || roles.isEmpty()) {
            throw new IllegalArgumentException("A receiver needs an id, a name, an e-mail address and a role");
        }
    }
}
