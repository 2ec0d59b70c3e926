package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.slack.block.StepSamples;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replies longer than any flow makes: every card is small enough, and no letter is lost. */
class LongCardsTest {
    private static final List<String> SCRAPS = List.of(
            "word ",
            "a sentence. ",
            "\n",
            "**bold** ",
            "[a](b) ",
            "<at>all</at> ",
            "👩‍👩‍👧",
            "e\u0301",
            "𝒳",
            "\"\\\t",
            "{{",
            "x");

    private final TeamsCards cards = TeamsSamples.cards();

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

    private static Asking asking(Random random, Input input) {
        List<Turn.Line> summary = IntStream.rangeClosed(1, random.nextInt(30))
                .mapToObj(i -> new Turn.Line(i, "s" + i, words(random, 300), words(random, 5_000)))
                .toList();
        List<Turn.Choice> choices = IntStream.range(0, random.nextInt(60))
                .mapToObj(i -> new Turn.Choice("choice-" + i, words(random, random.nextBoolean() ? 40 : 400)))
                .toList();
        boolean several = input == Input.CHOICES && random.nextBoolean();
        Asking.Field field =
                new Asking.Field(words(random, 4_000), List.of(), input, choices, several, true, true, true);
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

    /** The letters alone: where text is divided, spaces and line breaks go. */
    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    private void assertKept(Reply reply, List<String> texts) {
        List<TeamsMessage> messages = cards.of(reply, Audience.ALONE);
        assertThat(messages)
                .allSatisfy(message -> assertThat(CardRules.violations(message)).isEmpty());
        StringBuilder buttons = new StringBuilder();
        messages.forEach(
                m -> CardRules.read(CardPage.card(m)).findValuesAsText("title").forEach(buttons::append));
        String all = letters(CardRules.said(messages) + buttons);
        texts.forEach(text -> assertThat(all).contains(letters(text)));
    }

    private void assertStep(Asking asking) {
        List<String> texts = new ArrayList<>(asking.notes());
        texts.add(asking.field().question());
        asking.said().forEach(s -> texts.addAll(s.lines()));
        asking.addressees().ifPresent(seen -> texts.addAll(seen.receivers()));
        asking.summary().forEach(line -> texts.addAll(List.of(line.question(), line.shown())));
        if (asking.field().input() != Input.FILES) {
            asking.field().choices().forEach(c -> texts.add(c.label()));
        }
        assertKept(new Reply.Asked(Optional.empty(), asking), texts);
    }

    private void assertStatus(Random random) {
        List<Reporting.Entry> entries = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> new Reporting.Entry(Instant.EPOCH, random.nextBoolean(), words(random, 8_000)))
                .toList();
        Reporting.Sent sent = new Reporting.Sent(
                "7K4Q", words(random, 300), Instant.EPOCH, Status.CLOSED, words(random, 4_000), entries);
        List<String> texts =
                new ArrayList<>(entries.stream().map(Reporting.Entry::words).toList());
        texts.addAll(List.of(sent.title(), sent.reason()));
        assertKept(new Reply.Status("7K4Q-MXPD-29TF", sent, words(random, 100), true, ZoneOffset.UTC), texts);
    }

    private void assertFlows(Random random) {
        List<Reply.Flows.Entry> entries = IntStream.range(0, 1 + random.nextInt(40))
                .mapToObj(i -> new Reply.Flows.Entry("f" + i, words(random, 300), words(random, 3_000)))
                .toList();
        List<String> texts = new ArrayList<>();
        entries.forEach(e -> texts.addAll(List.of(e.title(), e.summary())));
        assertKept(new Reply.Flows(words(random, 4_000), true, entries), texts);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_is_cut_and_every_card_is_small_enough(long seed) {
        Random random = new Random(seed);
        for (Input input : Input.values()) {
            assertStep(asking(random, input));
        }
        assertStatus(random);
        assertFlows(random);
        String words = words(random, 20_000);
        assertKept(new Reply.NotReceived("title", words), List.of(words));
        assertKept(new Reply.Unfinished(Optional.empty(), words, LocalDate.EPOCH, words, true), List.of(words));
        assertKept(new Reply.Paused(words, "code", LocalDate.EPOCH), List.of(words));
        assertKept(new Reply.Cancelled(words), List.of(words));
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void what_answers_a_step_stands_in_the_last_message(long seed) {
        Random random = new Random(seed);
        for (Input input : List.of(Input.DAY, Input.DAY_AND_TIME, Input.LONG, Input.CHOICES)) {
            Asking made = asking(random, input);
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
                    made.title(),
                    made.token(),
                    made.said(),
                    made.notes(),
                    field,
                    made.summary(),
                    Optional.empty(),
                    List.of(),
                    "");
            List<TeamsMessage> messages = cards.of(new Reply.Asked(Optional.empty(), asking), Audience.ALONE);
            messages.subList(0, messages.size() - 1)
                    .forEach(message -> assertThat(CardRules.buttons(message)).isEmpty());
            assertThat(CardRules.buttons(messages.getLast())).hasSizeGreaterThan(5);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11, 12})
    void dialogs_keep_the_rules_too(long seed) {
        Random random = new Random(seed);
        for (Input input : Input.values()) {
            Asking asking = asking(random, input);
            TeamsMessage dialog = DialogCard.step(
                    asking, List.of(words(random, 100)), Map.of(), SlackSamples.phrases(), TeamsSamples.words());
            assertThat(CardRules.violations(dialog)).isEmpty();
        }
    }
}
