package org.clausebot.policy;

import java.util.Optional;

/**
 * What the person who imports a document says about it. What is not given is looked for in the document.
 *
 * @param id the short name that the policy shall have
 * @param title its name
 * @param school the school or trust it belongs to
 * @param owner the role that keeps it
 * @param updated when it was last changed, as printed
 * @param review when it is to be reviewed, as printed
 */
public record Given(
        PolicyId id,
        Optional<String> title,
        Optional<String> school,
        Optional<String> owner,
        Optional<String> updated,
        Optional<String> review) {

    /** Nothing given but the name. */
    public static Given named(PolicyId id) {
        return new Given(id, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
