package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.slack.wire.StandInSlack.Mishap;
import org.clausebot.seal.Hidden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackCheckTest {
    private StandInSlack slack;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
    }

    private SlackCheck.Findings found(URI api, String... scopes) {
        return SlackCheck.of(
                new SlackSettings(
                        Hidden.NONE,
                        new Hidden("xoxb-1"),
                        new Hidden("xapp-1"),
                        "",
                        Hidden.NONE,
                        List.of(),
                        api,
                        Optional.empty()),
                List.of(scopes),
                Clock.systemUTC());
    }

    @Test
    void good_tokens_are_named_by_their_workspace() {
        SlackCheck.Findings found = found(slack.api(), "chat:write", "commands");
        assertThat(found.problems()).isEmpty();
        assertThat(found.good()).hasSize(2).first().asString().contains("T1", "School");
    }

    @Test
    void a_scope_that_is_missing_is_named() {
        assertThat(found(slack.api(), "chat:write", "commands", "users:read").problems())
                .singleElement()
                .asString()
                .contains("lacks the scopes users:read");
    }

    @Test
    void a_scope_that_is_not_needed_is_named() {
        assertThat(found(slack.api(), "chat:write").problems())
                .singleElement()
                .asString()
                .contains("may do more than it needs (commands)");
    }

    @Test
    void an_address_that_does_not_answer_is_told() {
        SlackSettings settings = new SlackSettings(
                new Hidden("secret"),
                new Hidden("xoxb-1"),
                Hidden.NONE,
                "",
                Hidden.NONE,
                List.of(),
                slack.api(),
                Optional.of(URI.create("http://127.0.0.1:9")));
        assertThat(SlackCheck.of(settings, List.of("chat:write", "commands"), Clock.systemUTC())
                        .problems())
                .singleElement()
                .asString()
                .contains("http://127.0.0.1:9/slack/events cannot be reached");
    }

    @Test
    void a_token_that_slack_does_not_take_is_told_from_a_slack_that_is_not_there() {
        slack.mishap("auth.test", new Mishap.Says("{\"ok\":false,\"error\":\"invalid_auth\"}"));
        slack.mishap("apps.connections.open", new Mishap.Status(500));
        assertThat(found(slack.api()).problems())
                .satisfiesExactly(
                        p -> assertThat(p).contains("SLACK_BOT_TOKEN", "invalid_auth"),
                        p -> assertThat(p).contains("status 500"));
        assertThat(found(URI.create("http://127.0.0.1:9/api/")).problems())
                .hasSize(2)
                .allMatch(p -> p.contains("cannot be reached"))
                .noneMatch(p -> p.contains("xoxb") || p.contains("xapp"));
    }
}
