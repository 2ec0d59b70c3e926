package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.TeamsSamples;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.junit.jupiter.api.Test;

/** Whoever keeps the policies and is known in Teams is told there that one is to be reviewed. */
class ReviewInTeamsTest {
    private static final String GRACE = "0a1b2c3d-1111-4111-8111-111111111111";

    private final RecordingLine line = new RecordingLine();

    private void review(String object) {
        TeamsNotices.review(
                new Receiver("grace-obi", "Grace Obi", "g@school.example", "", Set.of(Role.POLICY_OWNER), "", object),
                id -> new Person("tenant", id),
                line,
                TeamsSamples.words(),
                URI.create("https://clausebot.school.example/desk"));
    }

    @Test
    void in_their_own_chat_with_the_way_to_the_desk_and_no_policys_name() {
        review(GRACE);
        assertThat(line.spoken).hasSize(1);
        assertThat(line.spoken.getFirst().to()).isEqualTo(new Person("tenant", GRACE));
        assertThat(line.spoken.getFirst().json())
                .contains("is to be reviewed", "https://clausebot.school.example/desk")
                .doesNotContain("Social Media");
    }

    @Test
    void whoever_is_not_known_there_has_the_mail_alone() {
        review("");
        assertThat(line.spoken).isEmpty();
    }
}
