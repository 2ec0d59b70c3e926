package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.clausebot.chat.teams.Commands;
import org.clausebot.http.Npm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./clausebot teams package}: what is uploaded to Teams. */
class TeamsPackageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f";
    private static final String SITE = "https://clausebot.oakfield.example";

    @TempDir
    private Path data;

    private TestRun.Result make(Path file, Map<String, String> changed, String... more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "MICROSOFT_APP_ID",
                APP,
                "MICROSOFT_APP_PASSWORD",
                "hunter2",
                "MICROSOFT_APP_TENANT_ID",
                "7d6c5b4a-7d6c-5b4a-9e8f-7d6c5b4a9e8f",
                "CLAUSEBOT_HTTP_ADDRESS",
                SITE));
        environment.putAll(changed);
        List<String> words = new ArrayList<>(List.of("teams", "package", "--output", file.toString()));
        words.addAll(List.of(more));
        return TestRun.run(data, environment, "", words.toArray(String[]::new));
    }

    private Map<String, byte[]> unpacked(Path file) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).isEqualTo(LocalDateTime.of(1980, 1, 1, 0, 0));
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode manifest(String... more) throws IOException {
        Path file = data.resolve("made.zip");
        assertThat(make(file, Map.of(), more).err()).isEmpty();
        return JSON.readTree(unpacked(file).get("manifest.json"));
    }

    /** What Microsoft's published schema has against {@code manifest}, by a validator of its own kind of patterns. */
    private List<String> wrong(String manifest) throws Exception {
        Path file = Files.writeString(data.resolve("manifest.json"), manifest);
        Process check = Npm.node("manifest.mjs", TeamsManifest.SCHEMA, file.toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList());
        assertThat(check.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said.removeLast()).isEqualTo("checked");
        return said;
    }

    @Test
    void the_manifest_is_as_microsofts_published_schema_wants_it() throws Exception {
        assertThat(wrong(manifest().toString())).isEmpty();
    }

    @Test
    void the_schema_would_notice_what_teams_does_not_take() throws Exception {
        String manifest = manifest().toString();

        assertThat(wrong(manifest.replace("groupChat", "groupchat"))).isNotEmpty();
        assertThat(wrong(manifest.replace("\"Search the policy\"", "\"" + "x".repeat(33) + "\"")))
                .isNotEmpty();
        assertThat(wrong(manifest.replace("\"manifestVersion\":\"1", "\"manifestVersion\":\"2")))
                .isNotEmpty();
    }

    @Test
    void the_package_holds_the_manifest_and_two_pictures_of_the_sizes_that_teams_wants() throws Exception {
        Path file = data.resolve("app.zip");
        assertThat(make(file, Map.of()).exit()).isZero();

        Map<String, byte[]> files = unpacked(file);

        assertThat(files.keySet()).containsExactly("manifest.json", "color.png", "outline.png");
        BufferedImage colour = ImageIO.read(new ByteArrayInputStream(files.get("color.png")));
        assertThat(List.of(colour.getWidth(), colour.getHeight())).containsExactly(192, 192);
        BufferedImage outline = ImageIO.read(new ByteArrayInputStream(files.get("outline.png")));
        assertThat(List.of(outline.getWidth(), outline.getHeight())).containsExactly(32, 32);
        boolean drawn = false;
        for (int i = 0; i < 32 * 32; i++) {
            int argb = outline.getRGB(i % 32, i / 32);
            assertThat(argb >>> 24 == 0 || (argb & 0xFFFFFF) == 0xFFFFFF).isTrue();
            drawn |= argb >>> 24 == 255;
        }
        assertThat(drawn).isTrue();
    }

    @Test
    void the_same_settings_give_the_same_bytes_and_nothing_else_is_written_over() throws Exception {
        Path first = data.resolve("first.zip");
        Path second = data.resolve("second.zip");
        make(first, Map.of());
        make(second, Map.of());

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(make(first, Map.of()).out()).startsWith("There already, and the same");
        byte[] before = Files.readAllBytes(first);
        TestRun.Result other = make(first, Map.of(), "--app-version", "1.0.1");
        assertThat(other.exit()).isEqualTo(1);
        assertThat(other.err()).contains("--output");
        assertThat(first).hasBinaryContent(before);
    }

    @Test
    void the_app_keeps_its_id_and_takes_the_version_that_is_asked_for() throws Exception {
        JsonNode first = manifest();
        Path file = data.resolve("later.zip");
        make(file, Map.of("CLAUSEBOT_HTTP_ADDRESS", "https://elsewhere.example"), "--app-version", "1.2.0");
        JsonNode later = JSON.readTree(unpacked(file).get("manifest.json"));

        assertThat(first.get("id").asText())
                .isEqualTo(APP)
                .isEqualTo(later.get("id").asText());
        assertThat(first.get("version").asText()).isEqualTo("1.0.0");
        assertThat(later.get("version").asText()).isEqualTo("1.2.0");
        assertThat(make(data.resolve("x.zip"), Map.of(), "--app-version", "two").err())
                .contains("three numbers");
    }

    @Test
    void it_asks_for_the_least_and_can_read_no_messages_that_are_not_addressed_to_it() throws Exception {
        JsonNode manifest = manifest();

        assertThat(texts(manifest.get("permissions"))).containsExactly("identity", "messageTeamMembers");
        assertThat(manifest.has("authorization")).isFalse();
        assertThat(manifest.has("webApplicationInfo")).isFalse();
        assertThat(manifest.has("devicePermissions")).isFalse();
        assertThat(manifest.has("supportsChannelFeatures")).isFalse();
        assertThat(texts(manifest.get("validDomains"))).containsExactly("clausebot.oakfield.example");
        assertThat(manifest.at("/bots/0/supportsFiles").asBoolean(true)).isFalse();
        assertThat(TestRun.run(data, "", "teams", "permissions").out()).contains("identity", "messageTeamMembers");
    }

    @Test
    void its_commands_are_those_that_the_conversation_knows() throws Exception {
        JsonNode commands = manifest().at("/composeExtensions/0/commands");

        assertThat(commands.findValuesAsText("id")).containsExactly(Commands.SEARCH, Commands.REPORT, Commands.ASK);
        assertThat(commands.at("/0/parameters/0/name").asText()).isEqualTo(Commands.WORDS);
        assertThat(manifest().at("/bots/0/commandLists/0/commands").findValuesAsText("title"))
                .containsExactly("help", "report", "what do you log?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "https://192.0.2.7", "https://clausebot", "https://[2001:db8::1]"})
    void an_address_that_microsoft_cannot_come_to_is_refused_with_what_to_do(String address) {
        Path file = data.resolve("none.zip");

        TestRun.Result result = make(file, Map.of("CLAUSEBOT_HTTP_ADDRESS", address));

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("http.address", address, "https://clausebot.oakfield.example");
        assertThat(file).doesNotExist();
    }

    @Test
    void without_teams_set_up_it_says_what_is_missing() {
        TestRun.Result result = TestRun.run(data, "", "teams", "package");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("MICROSOFT_APP_ID", "docs/teams.md");
    }
}
