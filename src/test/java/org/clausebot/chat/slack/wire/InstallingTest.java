package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.wire.StandInSlack.Call;
import org.clausebot.chat.slack.wire.StandInSlack.Mishap;
import org.clausebot.seal.Hidden;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workspaces that install the app themselves. */
class InstallingTest {
    private static final Member TEACHER = new Member("T1SCHOOL", "", "UTEACHER");
    private static final String GIVEN = "{\"ok\":true,\"access_token\":\"xoxb-given\",\"token_type\":\"bot\","
            + "\"scope\":\"chat:write\",\"bot_user_id\":\"UBOT\",\"app_id\":\"A1\",\"team\":{\"id\":\"T1SCHOOL\","
            + "\"name\":\"School\"},\"enterprise\":null,\"is_enterprise_install\":false,\"authed_user\":{\"id\":\"U1\"}}";

    @TempDir
    private Path data;

    private StandInSlack slack;
    private final TestTime time = new TestTime();
    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        slack = new StandInSlack();
        start();
    }

    private void start() throws Exception {
        site = new SlackSite(
                data,
                slack,
                time,
                s -> new SlackSettings(
                        new Hidden(SlackSite.SECRET),
                        Hidden.NONE,
                        Hidden.NONE,
                        "123.456",
                        new Hidden("client-secret"),
                        List.of("chat:write", "im:history"),
                        slack.api(),
                        Optional.of(URI.create("https://policy.school.example"))));
    }

    @AfterEach
    void close() throws Exception {
        site.close();
        slack.close();
    }

    private record Begun(String state, String cookie) {}

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(site.server.address().resolve(path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return site.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Begun begun() throws Exception {
        HttpResponse<String> begun = get("slack/install", "");
        assertThat(begun.statusCode()).isEqualTo(303);
        String to = begun.headers().firstValue("Location").orElseThrow();
        assertThat(to)
                .startsWith(slack.api().resolve("../oauth/v2/authorize")
                        + "?client_id=123.456&scope=chat%3Awrite%2Cim%3Ahistory"
                        + "&redirect_uri=https%3A%2F%2Fpolicy.school.example%2Fslack%2Foauth_redirect&state=");
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Max-Age=600");
        return new Begun(to.replaceFirst(".*&state=", ""), cookie.replaceFirst(";.*", ""));
    }

    private HttpResponse<String> finish(Begun begun) throws Exception {
        return get("slack/oauth_redirect?code=abc&state=" + begun.state, begun.cookie);
    }

    private String tokenUsed() throws Exception {
        site.connection.workspace().openly(TEACHER, channel(), List.of(RecordingChat.message("hello")));
        return slack.next("chat.postMessage").token();
    }

    private static org.clausebot.chat.slack.Delivered.Place channel() {
        return new org.clausebot.chat.slack.Delivered.Place(
                org.clausebot.chat.slack.Delivered.Room.CHANNEL, "C1STAFF", "");
    }

    private boolean filesHold(String words) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void a_workspace_installs_the_app_and_its_token_is_sealed() throws Exception {
        slack.mishap("oauth.v2.access", new Mishap.Says(GIVEN));
        HttpResponse<String> done = finish(begun());
        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("The app is installed");
        Call asked = slack.called("oauth.v2.access").getFirst();
        assertThat(asked.form())
                .containsEntry("code", "abc")
                .containsEntry("redirect_uri", "https://policy.school.example/slack/oauth_redirect");
        assertThat(tokenUsed()).isEqualTo("xoxb-given");
        assertThat(filesHold("xoxb-given")).isFalse();
        assertThat(filesHold("T1SCHOOL")).isFalse();
        assertThat(site.connection.state().installations()).isEqualTo(1);
        site.close();
        start();
        assertThat(tokenUsed()).isEqualTo("xoxb-given");
    }

    @Test
    void a_state_is_good_for_once_in_its_own_browser_and_for_ten_minutes() throws Exception {
        Begun one = begun();
        Begun other = begun();
        assertThat(finish(new Begun(one.state, other.cookie)).statusCode()).isEqualTo(400);
        assertThat(finish(new Begun(one.state, "")).statusCode()).isEqualTo(400);
        assertThat(finish(new Begun(one.state + "0", one.cookie)).statusCode()).isEqualTo(400);
        assertThat(finish(new Begun("", one.cookie)).statusCode()).isEqualTo(400);
        assertThat(slack.called("oauth.v2.access")).isEmpty();
        slack.mishap("oauth.v2.access", new Mishap.Says(GIVEN));
        assertThat(finish(one).statusCode()).isEqualTo(200);
        assertThat(finish(one).statusCode()).isEqualTo(400);
        time.forward(Duration.ofMinutes(11));
        assertThat(finish(other).statusCode()).isEqualTo(400);
        assertThat(slack.called("oauth.v2.access")).hasSize(1);
    }

    @Test
    void who_cancels_or_is_refused_hears_what_to_do() throws Exception {
        Begun one = begun();
        HttpResponse<String> cancelled = get("slack/oauth_redirect?error=access_denied&state=" + one.state, one.cookie);
        assertThat(cancelled.statusCode()).isEqualTo(400);
        assertThat(cancelled.body()).contains("cancelled");
        HttpResponse<String> refused = finish(begun());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Slack refused", "https://policy.school.example/slack/oauth_redirect");
        slack.mishap("oauth.v2.access", new Mishap.Status(503));
        assertThat(finish(begun()).statusCode()).isEqualTo(502);
        assertThat(site.connection.state().installations()).isZero();
    }

    @Test
    void a_workspace_of_no_school_is_refused_and_its_token_given_back() throws Exception {
        slack.mishap("oauth.v2.access", new Mishap.Says(GIVEN.replace("T1SCHOOL", "T9STRANGE")));
        HttpResponse<String> refused = finish(begun());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("T9STRANGE");
        assertThat(slack.next("auth.revoke").token()).isEqualTo("xoxb-given");
        assertThat(site.connection.state().installations()).isZero();
    }

    @Test
    void an_organisation_installs_the_app_for_all_its_workspaces() throws Exception {
        slack.mishap(
                "oauth.v2.access",
                new Mishap.Says(GIVEN.replace("\"team\":{\"id\":\"T1SCHOOL\",\"name\":\"School\"}", "\"team\":null")
                        .replace("\"enterprise\":null", "\"enterprise\":{\"id\":\"E1\",\"name\":\"Trust\"}")
                        .replace("\"is_enterprise_install\":false", "\"is_enterprise_install\":true")));
        assertThat(finish(begun()).statusCode()).isEqualTo(200);
        site.connection
                .workspace()
                .openly(new Member("T1ANY", "E1", "U1"), channel(), List.of(RecordingChat.message("hello")));
        assertThat(slack.next("chat.postMessage").token()).isEqualTo("xoxb-given");
    }

    @Test
    void an_organisation_that_the_settings_do_not_name_is_refused() throws Exception {
        slack.mishap(
                "oauth.v2.access",
                new Mishap.Says(GIVEN.replace("\"team\":{\"id\":\"T1SCHOOL\",\"name\":\"School\"}", "\"team\":null")
                        .replace("\"enterprise\":null", "\"enterprise\":{\"id\":\"E9\",\"name\":\"Other\"}")
                        .replace("\"is_enterprise_install\":false", "\"is_enterprise_install\":true")));
        assertThat(finish(begun()).statusCode()).isEqualTo(403);
        assertThat(site.connection.state().installations()).isZero();
    }

    @Test
    void a_token_is_renewed_before_it_ends_and_the_new_one_is_kept() throws Exception {
        String ending =
                GIVEN.replace("\"token_type\"", "\"refresh_token\":\"xoxe-1\",\"expires_in\":43200,\"token_type\"");
        slack.mishap("oauth.v2.access", new Mishap.Says(ending));
        finish(begun());
        assertThat(tokenUsed()).isEqualTo("xoxb-given");
        slack.mishap(
                "oauth.v2.access",
                new Mishap.Status(500),
                new Mishap.Says(ending.replace("xoxb-given", "xoxb-next").replace("xoxe-1", "xoxe-2")));
        time.forward(Duration.ofHours(11).plusMinutes(30));
        assertThat(tokenUsed()).as("while the renewal fails").isEqualTo("xoxb-given");
        assertThat(tokenUsed()).isEqualTo("xoxb-next");
        Call renewed = slack.called("oauth.v2.access").getLast();
        assertThat(renewed.form())
                .containsEntry("grant_type", "refresh_token")
                .containsEntry("refresh_token", "xoxe-1");
        site.close();
        start();
        assertThat(tokenUsed()).isEqualTo("xoxb-next");
        assertThat(slack.called("oauth.v2.access")).hasSize(3);
    }

    @Test
    void a_workspace_that_removes_the_app_takes_its_token_along() throws Exception {
        for (String goodbye : List.of("app-uninstalled.json", "tokens-revoked.json")) {
            slack.mishap("oauth.v2.access", new Mishap.Says(GIVEN));
            finish(begun());
            assertThat(site.connection.state().installations()).isEqualTo(1);
            assertThat(site.send(goodbye).statusCode()).isEqualTo(200);
            assertThat(site.connection.state().installations()).isZero();
        }
        assertThat(site.removed)
                .hasSize(2)
                .allSatisfy(place -> assertThat(place)
                        .as("what else is kept of its people can be forgotten")
                        .startsWith("T1"));
    }
}
