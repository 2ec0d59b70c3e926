package org.clausebot.chat.slack.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.Vault;

/**
 * What the connection needs of the program.
 *
 * @param vault seals what was acknowledged and is not done, and tokens of workspaces
 * @param schools the school of a member, by their workspace or organisation
 * @param noSchool said to members of a workspace that belongs to no school
 * @param failed said to a person whose message could not be worked on by a fault of ours
 * @param removed forgets what is kept of the people of a workspace
 */
public record Ports(
        Deliveries deliveries,
        Installations installations,
        Vault vault,
        Function<Member, Optional<SchoolId>> schools,
        List<SlackMessage> noSchool,
        List<SlackMessage> failed,
        Removed removed) {
    /** Hears that a workspace or an organisation no longer has the app. */
    @FunctionalInterface
    public interface Removed {
        /**
         * @param enterprise empty outside Enterprise Grid
         * @param wholeOrganisation whether no workspace of the organisation has it any more
         */
        void from(String team, String enterprise, boolean wholeOrganisation);
    }

    public Ports {
        noSchool = List.copyOf(noSchool);
        failed = List.copyOf(failed);
        if (noSchool.isEmpty() || failed.isEmpty()) {
            throw new IllegalArgumentException("Both refusals need words");
        }
    }
}
