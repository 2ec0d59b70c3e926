package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.talk.WaitTalk;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The Block Kit of every reply for everybody who may read it, of every window and of the Home tab, against {@code
 * src/test/resources/golden-slack}; each is held against Slack's limits too. Changed on purpose: {@code mvn test
 * -Dtest=SlackGoldenTest -Dgolden.update=true}, and read the difference.
 */
class SlackGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden-slack");
    private static final Gson SENT = GsonFactory.createSnakeCase();
    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @TestFactory
    Stream<DynamicTest> each_reply_is_what_its_golden_file_has_and_is_taken_by_slack() {
        Map<String, List<SlackMessage>> shown = messages();
        return shown.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThat(entry.getValue())
                            .allSatisfy(message -> assertThat(BlockKitLimits.violations(message))
                                    .isEmpty());
                    golden(entry.getKey(), json(entry.getValue()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_view_is_what_its_golden_file_has_and_is_taken_by_slack() {
        return views().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    assertThat(BlockKitLimits.violations(entry.getValue())).isEmpty();
                    golden(entry.getKey(), PRETTY.toJson(SENT.toJsonTree(entry.getValue())));
                }));
    }

    @Test
    void every_golden_file_is_of_something_that_is_shown() throws IOException {
        TreeSet<String> names = new TreeSet<>(messages().keySet());
        names.addAll(views().keySet());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(f -> String.valueOf(f.getFileName()).replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static Map<String, List<SlackMessage>> messages() {
        SlackReplies replies = SlackSamples.replies();
        Map<String, List<SlackMessage>> shown = new LinkedHashMap<>();
        SlackSamples.all().forEach((name, reply) -> {
            for (Audience audience : Audience.values()) {
                String file = name + "."
                        + audience.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                shown.put(file, replies.of(reply, audience));
            }
        });
        Waiting waiting = SlackSamples.waiting(SlackSamples.HOSTILE);
        String words = waiting.question().text();
        shown.put("tell-kept", replies.told(new WaitTalk.Kept.New(words)));
        shown.put("tell-already", replies.told(new WaitTalk.Kept.Already(words)));
        shown.put("tell-too-many", replies.told(new WaitTalk.Kept.TooMany(Awaited.MOST)));
        shown.put("tell-gone", replies.told(new WaitTalk.Kept.Gone()));
        shown.put("tell-taken-back", replies.takenBack(Optional.of(words)));
        shown.put("tell-not-waiting", replies.takenBack(Optional.empty()));
        shown.put("tell-waiting", replies.waiting(List.of(waiting, SlackSamples.waiting("May I? ".repeat(900)))));
        shown.put("tell-answered", replies.answeredNow(waiting, SlackSamples.quoted()));
        return shown;
    }

    private static Map<String, View> views() {
        Map<String, View> views = new LinkedHashMap<>();
        StepSamples.all()
                .forEach((name, asking) -> views.put(
                        "window-" + name, StepWindow.of(asking, SlackSamples.phrases(), SlackSamples.words())));
        views.put(
                "window-adding",
                StepWindow.adding(
                        (Reply.Status) SlackSamples.reply("status"), SlackSamples.phrases(), SlackSamples.words()));
        HomeView full = new HomeView(
                Optional.of(SlackSamples.reply("unfinished")),
                Optional.of((Reply.Sent) SlackSamples.reply("sent")),
                List.of(SlackSamples.waiting(SlackSamples.HOSTILE), SlackSamples.waiting("May I? ".repeat(60))),
                List.of(SlackSamples.given().details()),
                true,
                SlackSamples.PAGES);
        HomeView bare = new HomeView(Optional.empty(), Optional.empty(), List.of(), List.of(), false, Optional.empty());
        views.put("window-ask", PlainWindow.ask(SlackSamples.words()));
        views.put("window-code", PlainWindow.code(SlackSamples.words()));
        views.put("home", HomeTab.of(full, SlackSamples.phrases(), SlackSamples.words()));
        views.put("home-bare", HomeTab.of(bare, SlackSamples.phrases(), SlackSamples.words()));
        return views;
    }

    private static String json(List<SlackMessage> messages) {
        JsonArray all = new JsonArray();
        for (SlackMessage message : messages) {
            JsonObject one = new JsonObject();
            one.addProperty("text", message.text());
            one.add("blocks", SENT.toJsonTree(message.blocks()));
            all.add(one);
        }
        return PRETTY.toJson(all);
    }

    private static void golden(String name, String shown) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, shown + "\n");
        }
        assertThat(file).exists();
        assertThat(shown + "\n").isEqualTo(Files.readString(file));
    }
}
