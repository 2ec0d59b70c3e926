package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final URI ADDRESS = URI.create("https://clausebot.oakfield.example");

    private static JsonObject manifest(Optional<URI> address, boolean installs) {
        return JsonParser.parseString(Manifest.json(address, installs, false)).getAsJsonObject();
    }

    private static JsonObject in(JsonObject from, String... path) {
        JsonObject at = from;
        for (String step : path) {
            at = at.getAsJsonObject(step);
        }
        return at;
    }

    @Test
    void with_an_address_every_request_comes_there() {
        JsonObject manifest = manifest(Optional.of(ADDRESS), false);

        String events = "https://clausebot.oakfield.example/slack/events";
        assertThat(in(manifest, "settings", "event_subscriptions")
                        .get("request_url")
                        .getAsString())
                .isEqualTo(events);
        assertThat(in(manifest, "settings", "interactivity").get("request_url").getAsString())
                .isEqualTo(events);
        for (JsonElement command : in(manifest, "features").getAsJsonArray("slash_commands")) {
            assertThat(command.getAsJsonObject().get("url").getAsString()).isEqualTo(events);
        }
        assertThat(in(manifest, "settings").get("socket_mode_enabled").getAsBoolean())
                .isFalse();
        assertThat(in(manifest, "oauth_config").has("redirect_urls")).isFalse();
    }

    @Test
    void for_socket_mode_it_holds_no_address() {
        String json = Manifest.json(Optional.empty(), false, false);

        assertThat(json).doesNotContain("http").contains("\"socket_mode_enabled\": true");
    }

    @Test
    void where_workspaces_install_it_the_way_back_is_named_and_tokens_rotate() {
        JsonObject manifest = manifest(Optional.of(ADDRESS), true);

        assertThat(in(manifest, "oauth_config")
                        .getAsJsonArray("redirect_urls")
                        .get(0)
                        .getAsString())
                .isEqualTo("https://clausebot.oakfield.example/slack/oauth_redirect");
        assertThat(in(manifest, "settings").get("token_rotation_enabled").getAsBoolean())
                .isTrue();
        assertThat(in(manifest, "settings").get("org_deploy_enabled").getAsBoolean())
                .isTrue();
    }

    @Test
    void only_where_people_are_to_be_found_by_their_address_may_it_read_addresses() {
        String right = "users:read.email";
        assertThat(Manifest.json(Optional.empty(), false, false)).doesNotContain(right);
        assertThat(Manifest.json(Optional.empty(), false, true)).contains(right);
        assertThat(Manifest.Scope.codes(false)).doesNotContain(right).hasSize(Manifest.Scope.values().length - 1);
        assertThat(Manifest.Scope.codes(true)).contains(right);
    }

    @Test
    void it_asks_for_no_right_to_read_what_people_say_among_themselves() {
        JsonObject scopes = in(manifest(Optional.of(ADDRESS), true), "oauth_config", "scopes");

        assertThat(scopes.has("user")).isFalse();
        assertThat(scopes.getAsJsonArray("bot").asList())
                .extracting(JsonElement::getAsString)
                .noneMatch(scope -> scope.endsWith(":history") && !scope.equals("im:history"))
                .noneMatch(scope ->
                        scope.startsWith("files") || scope.startsWith("channels") || scope.equals("users:read.email"));
    }

    @Test
    void every_name_is_as_short_as_slack_wants_it() {
        JsonObject manifest = manifest(Optional.of(ADDRESS), true);
        JsonObject shown = in(manifest, "display_information");

        assertThat(shown.get("name").getAsString()).hasSizeLessThanOrEqualTo(35);
        assertThat(shown.get("description").getAsString()).hasSizeLessThanOrEqualTo(140);
        assertThat(shown.get("long_description").getAsString()).hasSizeBetween(175, 4_000);
        for (JsonElement shortcut : in(manifest, "features").getAsJsonArray("shortcuts")) {
            assertThat(shortcut.getAsJsonObject().get("name").getAsString()).hasSizeLessThanOrEqualTo(24);
            assertThat(shortcut.getAsJsonObject().get("description").getAsString())
                    .hasSizeLessThanOrEqualTo(150);
        }
    }
}
