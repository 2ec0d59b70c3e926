package org.clausebot.chat.teams.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.clausebot.chat.slack.wire.TestTime;
import org.clausebot.chat.teams.Delivered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in: Microsoft's connector, for this bot, from the school's tenant; and nobody else. */
class TeamsDoorTest {
    @TempDir
    private Path data;

    private StandInTeams teams;
    private Activities activities;
    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        teams = new StandInTeams();
        activities = new Activities(teams);
        site = new TeamsSite(data, teams);
    }

    @AfterEach
    void close() {
        site.close();
        teams.close();
    }

    private ObjectNode question() {
        return activities.said("1700", Activities.TEACHER, "May I friend a parent?");
    }

    private void assertTaken() throws Exception {
        assertThat(((Delivered.Said) site.chat().next()).words()).isEqualTo("May I friend a parent?");
    }

    private void assertNothingDone() throws Exception {
        // What is right and comes after is the first that arrives.
        assertThat(site.send(question()).statusCode()).isEqualTo(200);
        assertTaken();
        assertThat(site.chat().delivered).isEmpty();
        assertThat(site.chat().asked).isEmpty();
        assertThat(teams.everything).isEmpty();
    }

    @Test
    void what_microsoft_signed_for_this_bot_is_taken() throws Exception {
        HttpResponse<String> answer = site.send(question());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertTaken();
        assertThat(site.meters().find("clausebot.teams.refused").counters()).isEmpty();
    }

    @Test
    void every_wrong_token_is_refused_and_nothing_is_done() throws Exception {
        var now = site.time.instant();
        RSAKey strange = StandInTeams.makeKey("strange");
        RSAKey unendorsed = teams.rotate();
        teams.endorse(unendorsed, List.of("webchat", "directline"));
        RSAKey right = teams.rotate();
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("none at all", "");
        tokens.put("no token", "Bearer ");
        tokens.put("no bearer", "Basic dXNlcjpwYXNz");
        tokens.put("nonsense", "Bearer abc.def.ghi");
        tokens.put("long nonsense", "Bearer " + "a".repeat(6_000));
        tokens.put("alg none", site.token().none());
        tokens.put(
                "HS256 with the public key",
                site.token().algorithm(JWSAlgorithm.HS256).bearer());
        tokens.put("RS512", site.token().algorithm(JWSAlgorithm.RS512).bearer());
        tokens.put("PS256", site.token().algorithm(JWSAlgorithm.PS256).bearer());
        tokens.put(
                "another key under a known name",
                site.token().key(strange, right.getKeyID()).bearer());
        tokens.put(
                "another key under its own name",
                site.token().key(strange, "strange").bearer());
        tokens.put("no key named", site.token().withoutKeyName().bearer());
        tokens.put(
                "unendorsed key",
                site.token().key(unendorsed, unendorsed.getKeyID()).bearer());
        tokens.put("other audience", site.token().claim("aud", "another-app").bearer());
        tokens.put(
                "two audiences",
                site.token()
                        .claim("aud", List.of(StandInTeams.APP, "another-app"))
                        .bearer());
        tokens.put("no audience", site.token().without("aud").bearer());
        tokens.put("empty audience", site.token().claim("aud", "").bearer());
        tokens.put(
                "other issuer",
                site.token().claim("iss", "https://api.botframework.example").bearer());
        tokens.put(
                "issuer with a slash",
                site.token().claim("iss", StandInTeams.ISSUER + "/").bearer());
        tokens.put("no issuer", site.token().without("iss").bearer());
        tokens.put(
                "a skill's",
                site.token()
                        .claim("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")
                        .claim("ver", "1.0")
                        .claim("appid", "another-bot")
                        .bearer());
        tokens.put(
                "a skill's of version 2",
                site.token()
                        .claim("iss", "https://login.microsoftonline.com/" + StandInTeams.TENANT + "/v2.0")
                        .claim("ver", "2.0")
                        .claim("azp", "another-bot")
                        .bearer());
        tokens.put(
                "the emulator's",
                site.token()
                        .claim("iss", "https://sts.windows.net/" + StandInTeams.TENANT + "/")
                        .bearer());
        tokens.put(
                "expired",
                site.token()
                        .claim("exp", Date.from(now.minus(Duration.ofMinutes(6))))
                        .bearer());
        tokens.put("without an end", site.token().without("exp").bearer());
        tokens.put(
                "not yet",
                site.token()
                        .claim("nbf", Date.from(now.plus(Duration.ofMinutes(6))))
                        .bearer());
        tokens.put(
                "for another service",
                site.token().claim("serviceurl", "https://elsewhere.example/").bearer());
        tokens.put("without a service", site.token().without("serviceurl").bearer());
        tokens.put("cut", site.token().altered(t -> t.substring(0, t.length() - 8)));
        tokens.put("altered claims", site.token().altered(t -> t.replaceFirst("\\.(.{40})(.)", ".$1A")));
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            HttpResponse<String> answer = site.post(question().toString(), token.getValue());
            assertThat(answer.statusCode()).as(token.getKey()).isEqualTo(401);
            assertThat(answer.body()).as(token.getKey()).isEmpty();
        }
        assertNothingDone();
    }

    @Test
    void five_minutes_of_skew_are_forgiven() throws Exception {
        var now = site.time.instant();
        String late = site.token()
                .claim("exp", Date.from(now.minus(Duration.ofMinutes(4))))
                .bearer();
        String early = site.token()
                .claim("nbf", Date.from(now.plus(Duration.ofMinutes(4))))
                .bearer();
        assertThat(site.post(question().toString(), late).statusCode()).isEqualTo(200);
        assertThat(site.post(question().put("id", "1701").toString(), early).statusCode())
                .isEqualTo(200);
        assertTaken();
        assertTaken();
    }

    @Test
    void a_token_of_yesterday_is_refused_however_right_it_was() throws Exception {
        String token = site.token().bearer();
        assertThat(site.post(question().toString(), token).statusCode()).isEqualTo(200);
        assertTaken();
        site.time.forward(Duration.ofHours(2));
        assertThat(site.post(question().put("id", "9").toString(), token).statusCode())
                .isEqualTo(401);
        assertThat(site.chat().delivered).isEmpty();
    }

    @Test
    void an_activity_that_disagrees_with_its_token_is_refused() throws Exception {
        Map<String, ObjectNode> wrong = new LinkedHashMap<>();
        wrong.put("another service", question().put("serviceUrl", "https://elsewhere.example/"));
        wrong.put("another channel", question().put("channelId", "webchat"));
        wrong.put("no channel", question().putNull("channelId"));
        for (Map.Entry<String, ObjectNode> activity : wrong.entrySet()) {
            assertThat(site.send(activity.getValue()).statusCode())
                    .as(activity.getKey())
                    .isEqualTo(401);
        }
        assertNothingDone();
    }

    @Test
    void a_service_without_tls_is_refused_even_when_it_is_signed() throws Exception {
        String token =
                site.token().claim("serviceurl", "http://smba.example/emea/").bearer();
        assertThat(site.post(
                                question()
                                        .put("serviceUrl", "http://smba.example/emea/")
                                        .toString(),
                                token)
                        .statusCode())
                .isEqualTo(401);
        assertNothingDone();
    }

    @Test
    void other_tenants_are_refused() throws Exception {
        ObjectNode other = question();
        ((ObjectNode) other.path("channelData").path("tenant")).put("id", "another-tenant");
        ((ObjectNode) other.path("conversation")).put("tenantId", "another-tenant");
        ObjectNode both = question();
        ((ObjectNode) both.path("conversation")).put("tenantId", "another-tenant");
        ObjectNode none = question();
        none.remove("channelData");
        ((ObjectNode) none.path("conversation")).remove("tenantId");
        for (ObjectNode activity : List.of(other, both, none)) {
            assertThat(site.send(activity).statusCode()).isEqualTo(403);
        }
        assertNothingDone();
        assertThat(site.counted("clausebot.teams.refused", "why", "tenant")).isEqualTo(3);
    }

    @Test
    void what_is_signed_and_malformed_is_refused() throws Exception {
        ObjectNode from = question();
        from.remove("from");
        List<String> bodies = List.of(
                "",
                "{",
                "[]",
                "null",
                "\"words\"",
                "{\"type\":\"message\"}",
                "{\"type\":3,\"conversation\":7}",
                "{".repeat(50_000),
                from.toString());
        for (String body : bodies) {
            assertThat(site.post(body, site.token().bearer()).statusCode())
                    .as(body.substring(0, Math.min(40, body.length())))
                    .isEqualTo(400);
        }
        byte[] odd = question().toString().getBytes(StandardCharsets.UTF_16);
        assertThat(site.post(odd, site.token().bearer()).statusCode()).isIn(200, 400);
        site.chat().delivered.clear();
        assertThat(site.send(question().put("id", "")).statusCode()).isEqualTo(400);
    }

    @Test
    void only_posts_are_answered_and_no_large_ones() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(site.messages()).build();
        assertThat(site.client.send(get, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
        assertThat(site.send(question().put("text", "a".repeat(600_000))).statusCode())
                .isEqualTo(413);
        assertNothingDone();
    }

    @Test
    void a_new_key_of_microsofts_is_fetched_when_it_is_first_used() throws Exception {
        site.send(question());
        assertTaken();
        assertThat(teams.keyFetches).hasValue(1);
        site.time.forward(Duration.ofMinutes(2));
        teams.rotate();
        assertThat(site.send(question().put("id", "1701")).statusCode()).isEqualTo(200);
        assertTaken();
        assertThat(teams.keyFetches).hasValue(2);
    }

    @Test
    void keys_that_do_not_exist_make_nobody_ask_microsoft_again_and_again() throws Exception {
        site.send(question());
        assertTaken();
        for (int i = 0; i < 20; i++) {
            String token = site.token().key(teams.signing(), "made-up-" + i).bearer();
            assertThat(site.post(question().toString(), token).statusCode()).isIn(401, 429);
        }
        assertThat(teams.keyFetches).hasValue(1);
    }

    @Test
    void while_microsofts_keys_cannot_be_fetched_nobody_gets_in_and_then_everybody_does() throws Exception {
        teams.mishap("metadata", new StandInTeams.Mishap.Status(502));
        assertThat(site.send(question()).statusCode()).isEqualTo(503);
        assertThat(site.chat().delivered).isEmpty();
        site.time.forward(Duration.ofMinutes(2));
        assertThat(site.send(question()).statusCode()).isEqualTo(200);
        assertTaken();
    }

    @Test
    void known_keys_serve_while_microsoft_does_not_answer_and_not_for_ever() throws Exception {
        site.send(question());
        assertTaken();
        site.time.forward(Duration.ofDays(2));
        teams.mishap("metadata", new StandInTeams.Mishap.Silence(), new StandInTeams.Mishap.Says("{\"issuer\":\"x\"}"));
        assertThat(site.send(question().put("id", "1701")).statusCode()).isEqualTo(200);
        assertTaken();
        site.time.forward(Duration.ofDays(4));
        assertThat(site.send(question().put("id", "1702")).statusCode()).isEqualTo(503);
    }

    @Test
    void keys_of_another_issuer_or_from_an_unsafe_address_are_not_taken() throws Exception {
        teams.mishap(
                "metadata",
                new StandInTeams.Mishap.Says(
                        "{\"issuer\":\"https://evil.example\",\"jwks_uri\":\"" + teams.address() + "keys\"}"));
        assertThat(site.send(question()).statusCode()).isEqualTo(503);
        site.time.forward(Duration.ofMinutes(2));
        teams.mishap(
                "metadata",
                new StandInTeams.Mishap.Says(
                        "{\"issuer\":\"" + StandInTeams.ISSUER + "\",\"jwks_uri\":\"http://keys.example/keys\"}"));
        assertThat(site.send(question()).statusCode()).isEqualTo(503);
        site.time.forward(Duration.ofMinutes(2));
        teams.mishap("keys", new StandInTeams.Mishap.Says("{\"keys\":[{\"kty\":\"EC\",\"kid\":\"x\"}]}"));
        assertThat(site.send(question()).statusCode()).isEqualTo(503);
    }

    @Test
    void another_clouds_issuer_is_a_setting() throws Exception {
        site.close();
        site = new TeamsSite(
                data,
                teams,
                new TestTime(),
                chat -> {},
                s -> new TeamsSettings(
                        s.appId(),
                        s.credential(),
                        s.tenant(),
                        Set.of(StandInTeams.TENANT),
                        s.metadata(),
                        "https://api.botframework.us",
                        s.token()));
        teams.mishap(
                "metadata",
                new StandInTeams.Mishap.Says(
                        "{\"issuer\":\"https://api.botframework.us\",\"jwks_uri\":\"" + teams.address() + "keys\"}"));
        assertThat(site.send(question()).statusCode()).isEqualTo(401);
        String token = site.token().claim("iss", "https://api.botframework.us").bearer();
        assertThat(site.post(question().toString(), token).statusCode()).isEqualTo(200);
        assertTaken();
    }

    @Test
    void without_an_app_id_nothing_starts() {
        TeamsSettings right = teams.settings();
        for (String id : List.of("", "  ")) {
            Assertions.assertThatThrownBy(() -> new TeamsSettings(
                            id,
                            right.credential(),
                            right.tenant(),
                            right.tenants(),
                            right.metadata(),
                            right.issuer(),
                            right.token()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
