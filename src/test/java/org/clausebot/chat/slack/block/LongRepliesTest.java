package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Reply;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies longer than any flow makes: no limit is broken, and no letter is lost. */
class LongRepliesTest {
    private static final List<String> SCRAPS = List.of(
            "word ",
            "a sentence. ",
            "\n",
            "*bold* ",
            "<!channel> ",
            ":smile: ",
            "👩‍👩‍👧",
            "e\u0301",
            "𝒳",
            "&amp; ",
            "`code` ",
            "x");

    private final SlackReplies replies = SlackSamples.replies();

    private static String words(Random random, int most) {
        StringBuilder words = new StringBuilder("w");
        int length = 1 + random.nextInt(most);
        String one = SCRAPS.get(random.nextInt(SCRAPS.size()));
        boolean same = random.nextInt(4) == 0;
        while (words.length() < length) {
            words.append(same ? one : SCRAPS.get(random.nextInt(SCRAPS.size())));
        }
        return words.append('w').toString();
    }

    private static List<Turn.Choice> choices(Random random) {
        return IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> new Turn.Choice("choice-" + i, words(random, random.nextBoolean() ? 40 : 400)))
                .toList();
    }

    private static Asking asking(Random random, Input input) {
        List<Turn.Line> summary = IntStream.rangeClosed(1, random.nextInt(30))
                .mapToObj(i -> new Turn.Line(i, "s" + i, words(random, 300), words(random, 5_000)))
                .toList();
        Asking.Field field = new Asking.Field(
                words(random, 4_000),
                List.of(),
                input,
                choices(random),
                input == Input.CHOICES && random.nextBoolean(),
                true,
                true,
                true);
        Asking.Said said = new Asking.Said(words(random, 8_000), List.of(words(random, 100)), List.of());
        Reporting.Addressees seen = new Reporting.Addressees(
                List.of(words(random, 4_000)), List.of(words(random, 100)), List.of(words(random, 100)));
        return new Asking(
                words(random, 200),
                SlackSamples.TOKEN,
                List.of(said),
                List.of(words(random, 4_000)),
                field,
                summary,
                Optional.of(seen),
                List.of(),
                random.nextBoolean() ? words(random, 8_000) : "");
    }

    /** The reply, and every text that must be found in it. */
    private record Made(Reply reply, List<String> texts) {}

    private static Made step(Random random, Input input) {
        Asking asking = asking(random, input);
        List<String> texts = new ArrayList<>(asking.notes());
        texts.add(asking.field().question());
        asking.said().forEach(s -> texts.addAll(s.lines()));
        asking.addressees().ifPresent(seen -> texts.addAll(seen.receivers()));
        asking.summary().forEach(line -> texts.addAll(List.of(line.question(), line.shown())));
        if (input != Input.FILES) {
            asking.field().choices().forEach(c -> texts.add(c.label()));
        }
        return new Made(new Reply.Asked(Optional.empty(), asking), texts);
    }

    private static Made status(Random random) {
        List<Reporting.Entry> entries = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> new Reporting.Entry(Instant.EPOCH, random.nextBoolean(), words(random, 8_000)))
                .toList();
        Reporting.Sent sent = new Reporting.Sent(
                "7K4Q", words(random, 300), Instant.EPOCH, Status.CLOSED, words(random, 4_000), entries);
        List<String> texts =
                new ArrayList<>(entries.stream().map(Reporting.Entry::words).toList());
        texts.add(sent.title());
        texts.add(sent.reason());
        return new Made(new Reply.Status("7K4Q-MXPD-29TF", sent, words(random, 100), true, ZoneOffset.UTC), texts);
    }

    private static Made flows(Random random) {
        List<Reply.Flows.Entry> entries = IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> new Reply.Flows.Entry("f" + i, words(random, 300), words(random, 3_000)))
                .toList();
        List<String> texts = new ArrayList<>();
        entries.forEach(e -> texts.addAll(List.of(e.title(), e.summary())));
        return new Made(new Reply.Flows(words(random, 4_000), true, entries), texts);
    }

    private void assertKept(Made made) {
        List<SlackMessage> messages = replies.of(made.reply(), Audience.ALONE);
        assertThat(messages)
                .allSatisfy(message ->
                        assertThat(BlockKitLimits.violations(message)).isEmpty());
        String all = Shown.letters(Shown.all(messages));
        made.texts().forEach(text -> assertThat(all).contains(Shown.letters(text)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_is_cut_and_no_limit_is_broken(long seed) {
        Random random = new Random(seed);
        for (Input input : Input.values()) {
            assertKept(step(random, input));
        }
        assertKept(status(random));
        assertKept(flows(random));
        String words = words(random, 20_000);
        LocalDate day = LocalDate.EPOCH;
        assertKept(new Made(new Reply.NotReceived("title", words), List.of(words)));
        assertKept(new Made(new Reply.Unfinished(Optional.empty(), words, day, words, true), List.of(words)));
        assertKept(new Made(new Reply.Paused(words, "code", day), List.of(words)));
        assertKept(new Made(new Reply.Cancelled(words), List.of(words)));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void what_answers_a_step_stands_in_the_last_message_together(long seed) {
        Random random = new Random(seed);
        for (Input input : List.of(Input.DAY, Input.DAY_AND_TIME, Input.LONG, Input.CHOICES)) {
            Asking long1 = asking(random, input);
            Asking.Field field = new Asking.Field(
                    "What?",
                    List.of(),
                    input,
                    StepSamples.step("several").field().choices(),
                    true,
                    true,
                    true,
                    true);
            Asking asking = new Asking(
                    long1.title(),
                    long1.token(),
                    long1.said(),
                    long1.notes(),
                    field,
                    long1.summary(),
                    Optional.empty(),
                    List.of(),
                    "");
            List<SlackMessage> messages = replies.of(new Reply.Asked(Optional.empty(), asking), Audience.ALONE);
            messages.subList(0, messages.size() - 1)
                    .forEach(message -> assertThat(Shown.controls(message)).isEmpty());
            assertThat(Shown.controls(messages.getLast())).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void windows_break_no_limit_either(long seed) {
        Random random = new Random(seed);
        for (Input input : Input.values()) {
            View view = StepWindow.of(asking(random, input), SlackSamples.phrases(), SlackSamples.words());
            assertThat(BlockKitLimits.violations(view)).isEmpty();
        }
    }
}
