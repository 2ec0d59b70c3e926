package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    Path data;

    @Test
    void the_page_of_settings_is_complete_and_its_defaults_are_accepted() throws Exception {
        Config config = Config.read(Path.of("/program"), data, Map.of());

        assertThat(config.http()).isEqualTo(new Config.Http("127.0.0.1", 8080, List.of(), false));
        assertThat(config.signIn().passphraseHash().isSet()).isFalse();
        assertThat(config.signIn().stay()).isEqualTo(Duration.ofHours(12));
        assertThat(config.limits()).isEqualTo(new Config.Limits(2000, 600, Duration.ofMinutes(30)));
        assertThat(config.index()).isEqualTo(Path.of("/program/index"));
        assertThat(config.conversations()).isEqualTo(Path.of("/program/conversations"));
    }

    @Test
    void every_variable_that_the_page_names_is_the_one_that_sets_the_key() throws Exception {
        String page = Files.readString(Path.of("src/main/resources/clausebot.yaml"));
        for (String key : Settings.read(data, Map.of()).all().keySet()) {
            assertThat(page).contains(Settings.variable(key));
        }
    }

    @Test
    void the_environment_wins_over_the_file_and_the_file_over_the_default() throws Exception {
        write("""
                http:
                  host: 127.0.0.2
                  port: 9000
                """);

        Config config = Config.read(data, data, Map.of("CLAUSEBOT_HTTP_PORT", "9001"));

        assertThat(config.http().host()).isEqualTo("127.0.0.2");
        assertThat(config.http().port()).isEqualTo(9001);
    }

    @Test
    void an_unknown_key_in_the_file_is_refused_with_file_line_and_suggestion() throws IOException {
        write("""
                http:
                  prot: 9000
                """);

        assertThatThrownBy(() -> Config.read(data, data, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(data.resolve("clausebot.yaml")
                        + ":2: unknown setting \"http.prot\"; did you mean \"http.port\"?");
    }

    @Test
    void an_unknown_variable_is_refused_with_a_suggestion_and_without_its_value() {
        assertThatThrownBy(() -> Config.read(data, data, Map.of("CLAUSEBOT_HTTP_PROT", "hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("did you mean CLAUSEBOT_HTTP_PORT?")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_value_of_the_wrong_kind_is_refused_with_the_place_it_was_set() throws IOException {
        write("""
                http:
                  port: eighty
                """);

        assertThatThrownBy(() -> Config.read(data, data, Map.of()))
                .hasMessage(data.resolve("clausebot.yaml")
                        + ":2: http.port must be a whole number of 0 to 65535; it is \"eighty\"");
        assertThatThrownBy(() -> Config.read(data, data, Map.of("CLAUSEBOT_HTTP_PORT", "70000")))
                .hasMessage("CLAUSEBOT_HTTP_PORT: http.port must be a whole number of 0 to 65535; it is \"70000\"");
        assertThatThrownBy(() ->
                        Config.read(data, data, Map.of("CLAUSEBOT_HTTP_PORT", "1", "CLAUSEBOT_HTTP_BEHIND_TLS", "yes")))
                .hasMessageStartingWith("CLAUSEBOT_HTTP_BEHIND_TLS: http.behind-tls must be true or false");
    }

    @Test
    void a_secret_never_prints_itself() throws Exception {
        Config config = Config.read(data, data, Map.of("CLAUSEBOT_METRICS_TOKEN", "hunter2"));

        assertThat(config.toString()).doesNotContain("hunter2").contains("(set, hidden)");
    }

    private void write(String yaml) throws IOException {
        Files.writeString(data.resolve("clausebot.yaml"), yaml);
    }

    private Config slack(Map<String, String> environment) throws SettingsException {
        return Config.read(data, data, environment);
    }

    @Test
    void slack_is_off_until_something_of_it_is_set() throws Exception {
        assertThat(slack(Map.of()).slack()).isEmpty();
    }

    @Test
    void slack_takes_the_names_of_its_own_papers_and_hides_its_secrets() throws Exception {
        SlackConfig slack = slack(Map.of("SLACK_SIGNING_SECRET", "hunter2", "SLACK_BOT_TOKEN", "xoxb-hunter2"))
                .slack()
                .orElseThrow();

        assertThat(slack.transport()).isEqualTo(SlackConfig.Transport.HTTP);
        assertThat(slack.botToken().value()).isEqualTo("xoxb-hunter2");
        assertThat(slack.toString()).doesNotContain("hunter2");
    }

    @Test
    void our_own_names_win_over_the_names_of_slacks_papers() throws Exception {
        Map<String, String> both = Map.of(
                "SLACK_SIGNING_SECRET",
                "theirs",
                "CLAUSEBOT_SLACK_SIGNING_SECRET",
                "ours",
                "SLACK_BOT_TOKEN",
                "xoxb-1");

        assertThat(slack(both).slack().orElseThrow().signingSecret().value()).isEqualTo("ours");
    }

    @Test
    void an_app_token_makes_the_program_go_to_slack() throws Exception {
        SlackConfig slack = slack(Map.of("SLACK_APP_TOKEN", "xapp-1", "SLACK_BOT_TOKEN", "xoxb-1"))
                .slack()
                .orElseThrow();

        assertThat(slack.transport()).isEqualTo(SlackConfig.Transport.SOCKET);
    }

    @Test
    void slack_half_set_up_is_refused_with_what_is_missing() {
        assertThatThrownBy(() -> slack(Map.of("SLACK_BOT_TOKEN", "xoxb-1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SLACK_SIGNING_SECRET")
                .hasMessageContaining("SLACK_APP_TOKEN");
        assertThatThrownBy(() -> slack(Map.of("SLACK_SIGNING_SECRET", "s")))
                .hasMessageContaining("SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET");
        assertThatThrownBy(() ->
                        slack(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_CLIENT_ID", "1", "SLACK_CLIENT_SECRET", "x")))
                .hasMessageContaining("slack.workspaces");
        assertThatThrownBy(() -> slack(Map.of(
                        "SLACK_SIGNING_SECRET", "s",
                        "SLACK_CLIENT_ID", "1",
                        "SLACK_CLIENT_SECRET", "x",
                        "CLAUSEBOT_SLACK_WORKSPACES", "T1")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("http.address");
    }

    private SlackConfig workspaces(String workspaces) throws SettingsException {
        return slack(Map.of(
                        "SLACK_SIGNING_SECRET", "s",
                        "SLACK_BOT_TOKEN", "xoxb-1",
                        "CLAUSEBOT_SLACK_WORKSPACES", workspaces))
                .slack()
                .orElseThrow();
    }

    @Test
    void each_workspace_or_organisation_has_a_school_and_one_that_is_not_named_has_none() throws Exception {
        SlackConfig slack = workspaces("T1 = default, E2");
        assertThat(slack.school("T1", "")).contains(SchoolId.DEFAULT);
        assertThat(slack.school("T7", "E2")).contains(SchoolId.DEFAULT);
        assertThat(slack.school("T7", "")).isEmpty();
        assertThat(slack.placeOf(SchoolId.DEFAULT)).isEqualTo("E2");
        assertThat(workspaces("").school("T7", "")).contains(SchoolId.DEFAULT);
    }

    @Test
    void workspaces_can_be_written_one_a_line_with_the_school_of_each() throws Exception {
        Files.writeString(
                data.resolve("clausebot.yaml"),
                "slack:\n  signing-secret: s\n  bot-token: xoxb-1\n  workspaces:\n    T1: default\n    T2: default\n");
        assertThat(slack(Map.of()).slack().orElseThrow().workspaces()).containsOnlyKeys("T1", "T2");

        Files.writeString(
                data.resolve("clausebot.yaml"),
                "slack:\n  signing-secret: s\n  bot-token: xoxb-1\n  workspaces:\n    T1: elm-park\n");
        assertThatThrownBy(() -> slack(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageEndingWith(
                        "clausebot.yaml:5: slack.workspaces gives T1 the school \"elm-park\", which is not"
                                + " here; there is: default");
    }

    @Test
    void what_is_no_workspace_and_a_workspace_of_two_schools_are_refused() {
        assertThatThrownBy(() -> workspaces("oakfield.slack.com"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("\"oakfield.slack.com\" is none");
        assertThatThrownBy(() -> workspaces("T1=elsewhere")).hasMessageContaining("\"elsewhere\", which is not here");
    }

    @Test
    void a_token_in_the_place_of_another_is_refused_without_being_shown() {
        assertThatThrownBy(() -> slack(Map.of("SLACK_SIGNING_SECRET", "s", "SLACK_BOT_TOKEN", "xapp-hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "SLACK_BOT_TOKEN: slack.bot-token must begin with xoxb-; another of Slack's secrets seems to"
                                + " stand there");
    }

    @Test
    void tokens_are_sent_over_tls_only_except_to_this_machine() throws Exception {
        Map<String, String> plain = Map.of(
                "SLACK_SIGNING_SECRET", "s", "SLACK_BOT_TOKEN", "xoxb-1", "SLACK_API_URL", "http://slack.example/api/");
        assertThatThrownBy(() -> slack(plain)).hasMessageContaining("must begin with https://");
        Map<String, String> here = Map.of(
                "SLACK_SIGNING_SECRET", "s", "SLACK_BOT_TOKEN", "xoxb-1", "SLACK_API_URL", "http://127.0.0.1:9/api");
        assertThat(slack(here).slack().orElseThrow().api()).hasToString("http://127.0.0.1:9/api/");
    }

    private static final String APP = "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f";
    private static final String TENANT = "7d6c5b4a-7d6c-5b4a-9e8f-7d6c5b4a9e8f";

    /** A complete set-up of Teams, without {@code left} and with {@code changed}. */
    private Config teams(String left, Map<String, String> changed) throws SettingsException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MICROSOFT_APP_ID",
                APP,
                "MICROSOFT_APP_PASSWORD",
                "hunter2",
                "MICROSOFT_APP_TENANT_ID",
                TENANT,
                "CLAUSEBOT_HTTP_ADDRESS",
                "https://clausebot.oakfield.example"));
        environment.remove(left);
        environment.putAll(changed);
        return Config.read(data, data, environment);
    }

    @Test
    void teams_is_off_until_something_of_it_is_set() throws Exception {
        assertThat(Config.read(data, data, Map.of()).teams()).isEmpty();
    }

    @Test
    void teams_takes_the_names_of_microsofts_papers_and_hides_its_secrets() throws Exception {
        TeamsConfig teams = teams("", Map.of()).teams().orElseThrow();

        assertThat(teams.appId()).isEqualTo(APP);
        assertThat(teams.password().value()).isEqualTo("hunter2");
        assertThat(teams.tenants()).containsOnly(Map.entry(TENANT, SchoolId.DEFAULT));
        assertThat(teams.issuer()).isEqualTo("https://api.botframework.com");
        assertThat(teams.token()).hasToString("https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/token");
        assertThat(teams.metadata()).hasHost("login.botframework.com");
        assertThat(teams.toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MICROSOFT_APP_ID", "MICROSOFT_APP_PASSWORD", "MICROSOFT_APP_TENANT_ID"})
    void teams_half_set_up_is_refused_with_what_is_missing(String left) {
        assertThatThrownBy(() -> teams(left, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("Teams is half set up; it also needs " + left)
                .hasMessageEndingWith("docs/teams.md leads through it");
    }

    @Test
    void an_empty_app_id_beside_a_secret_never_starts() {
        assertThatThrownBy(() -> teams("", Map.of("MICROSOFT_APP_ID", "")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("MICROSOFT_APP_ID");
    }

    @Test
    void microsoft_must_be_able_to_come_by_tls() {
        assertThatThrownBy(() -> teams("CLAUSEBOT_HTTP_ADDRESS", Map.of())).hasMessageContaining("http.address");
        assertThatThrownBy(() -> teams("", Map.of("CLAUSEBOT_HTTP_ADDRESS", "http://clausebot.oakfield.example")))
                .hasMessageContaining("http.address");
    }

    @Test
    void a_certificate_takes_the_place_of_the_secret_and_never_stands_beside_it() throws Exception {
        TeamsConfig teams = teams("MICROSOFT_APP_PASSWORD", Map.of("MICROSOFT_APP_CERTIFICATE", "keys/teams.pem"))
                .teams()
                .orElseThrow();

        assertThat(teams.certificate()).contains(data.resolve("keys/teams.pem"));
        assertThatThrownBy(() -> teams("", Map.of("MICROSOFT_APP_CERTIFICATE", "keys/teams.pem")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("not both");
        assertThatThrownBy(() -> teams("", Map.of("MICROSOFT_APP_CERTIFICATE_PASSWORD", "p")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("MICROSOFT_APP_CERTIFICATE");
    }

    @Test
    void what_stands_in_the_wrong_place_is_refused_without_being_shown() {
        assertThatThrownBy(() -> teams("", Map.of("MICROSOFT_APP_ID", "hunter2")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Application (client) ID")
                .hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> teams("", Map.of("MICROSOFT_APP_PASSWORD", APP)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("Secret ID")
                .hasMessageNotContaining(APP);
        assertThatThrownBy(() -> teams("", Map.of("CLAUSEBOT_TEAMS_TENANTS", TENANT + ", oakfield.example")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("teams.tenants");
    }

    @Test
    void the_tenants_that_are_named_are_those_that_may_use_it() throws Exception {
        String other = APP.toUpperCase(Locale.ROOT);

        assertThat(teams("", Map.of("CLAUSEBOT_TEAMS_TENANTS", other + "," + TENANT))
                        .teams()
                        .orElseThrow()
                        .tenants())
                .containsOnlyKeys(APP, TENANT);
    }

    @Test
    void each_tenant_has_its_school_and_one_that_is_not_here_is_refused_by_name() throws Exception {
        TeamsConfig teams = teams("", Map.of("CLAUSEBOT_TEAMS_TENANTS", APP + " = default, " + TENANT))
                .teams()
                .orElseThrow();
        assertThat(teams.school(APP)).contains(SchoolId.DEFAULT);
        assertThat(teams.school(TENANT)).contains(SchoolId.DEFAULT);
        assertThat(teams.school("another")).isEmpty();
        assertThat(teams.tenantOf(SchoolId.DEFAULT))
                .as("that of the registration")
                .contains(TENANT);
        assertThat(teams.tenantOf(new SchoolId("elsewhere"))).isEmpty();
        assertThatThrownBy(() -> teams("", Map.of("CLAUSEBOT_TEAMS_TENANTS", APP + "=oakfield")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("teams.tenants", APP, "\"oakfield\"", "there is: default");
    }

    @Test
    void tenants_can_stand_a_line_each_with_their_school() throws Exception {
        Files.writeString(data.resolve("clausebot.yaml"), "teams:\n  tenants:\n    " + APP + ": default\n");
        assertThat(teams("", Map.of()).teams().orElseThrow().tenants()).containsOnly(Map.entry(APP, SchoolId.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MICROSOFT_OPENID_METADATA_URL",
                "MICROSOFT_TOKEN_URL",
                "MICROSOFT_ISSUER",
                "MICROSOFT_PRIVACY_URL"
            })
    void microsofts_addresses_can_be_moved_and_are_reached_by_tls_except_on_this_machine(String variable)
            throws Exception {
        assertThat(teams("", Map.of(variable, "http://127.0.0.1:9/here"))
                        .teams()
                        .orElseThrow()
                        .toString())
                .contains("http://127.0.0.1:9/here");
        assertThatThrownBy(() -> teams("", Map.of(variable, "http://microsoft.example/here")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("must begin with https://");
    }

    @Test
    void the_address_is_one_of_the_hosts_that_may_be_asked_for() throws Exception {
        Config config = slack(Map.of("CLAUSEBOT_HTTP_ADDRESS", "https://clausebot.oakfield.example"));

        assertThat(config.http().publicHosts()).containsExactly("clausebot.oakfield.example");
        assertThatThrownBy(() -> slack(Map.of("CLAUSEBOT_HTTP_ADDRESS", "https://clausebot.oakfield.example/desk")))
                .hasMessageContaining("must be a scheme and a host");
    }
}
