package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.junit.jupiter.api.Test;

/** Whoever keeps the policies and is known in Slack is told there that one is to be reviewed. */
class ReviewInSlackTest {
    private final RecordingWorkspace workspace = new RecordingWorkspace();

    private void review(String member) {
        SlackNotices.review(
                new Receiver("grace-obi", "Grace Obi", "g@school.example", "", Set.of(Role.POLICY_OWNER), member),
                id -> Optional.of(new Member("T1", "", id)),
                workspace,
                SlackSamples.words(),
                URI.create("https://clausebot.school.example/desk"));
    }

    @Test
    void in_their_direct_message_with_the_way_to_the_desk_and_no_policys_name() {
        review("U0GRACE001");
        assertThat(workspace.direct()).hasSize(1);
        assertThat(workspace.direct().getFirst().to().user()).isEqualTo("U0GRACE001");
        assertThat(workspace.direct().getFirst().json())
                .contains("is to be reviewed", "https://clausebot.school.example/desk")
                .doesNotContain("Social Media");
        assertThat(workspace.elsewhere()).isEmpty();
    }

    @Test
    void whoever_is_not_known_there_has_the_mail_alone() {
        review("");
        assertThat(workspace.spoken).isEmpty();
    }
}
