package org.clausebot.policy;

import java.util.Optional;

/**
 * What is known of a policy beside its words. Dates stand as printed, even impossible ones ("June 20217"): they are the
 * document's and the linter's business.
 *
 * @param id its short name
 * @param title its name, as answers show it
 * @param version which issue of it this is; differs whenever the document's bytes differ
 * @param school the school or trust it belongs to
 * @param owner the role that keeps it
 * @param updated when it was last changed, as printed
 * @param review when it is to be reviewed, as printed
 */
public record PolicyDetails(
        PolicyId id,
        String title,
        String version,
        Optional<String> school,
        Optional<String> owner,
        Optional<String> updated,
        Optional<String> review) {
    public PolicyDetails {
        if (title.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("Policy " + id + " needs a title and a version");
        }
    }
}
