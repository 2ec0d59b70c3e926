package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.slack.block.StepSamples;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.flow.Turn;
import org.junit.jupiter.api.Test;

class TeamsCardsTest {
    private final TeamsCards cards = TeamsSamples.cards();
    private final TeamsWords words = TeamsSamples.words();

    /** What may be shown where others are near. */
    private static boolean forEverybody(Reply reply) {
        return reply.ofPolicy().equals(Optional.of(reply))
                && !(reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Urgent);
    }

    @Test
    void what_is_not_for_everybody_has_no_form_in_a_channel_but_a_pointer() {
        SlackSamples.all().forEach((name, reply) -> {
            List<TeamsMessage> openly = cards.of(reply, Audience.EVERYBODY);
            if (!forEverybody(reply)) {
                assertThat(openly).as(name).isEqualTo(cards.words(words.say(TeamsPhrase.DIRECTLY)));
            }
        });
    }

    @Test
    void only_what_is_of_the_policy_is_for_everybody() {
        assertThat(SlackSamples.all().entrySet().stream()
                        .filter(entry -> !cards.of(entry.getValue(), Audience.EVERYBODY)
                                .equals(cards.words(words.say(TeamsPhrase.DIRECTLY))))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "answered-quoted",
                        "answered-nearest",
                        "answered-not-covered",
                        "answered-small-talk",
                        "blank",
                        "too-long");
    }

    @Test
    void what_everybody_reads_has_nothing_to_vote_with_nobody_to_ring_and_not_the_question() {
        SlackSamples.answers().values().forEach(answer -> {
            List<TeamsMessage> openly = cards.of(new Reply.Answered(answer), Audience.EVERYBODY);
            assertThat(openly)
                    .allSatisfy(
                            message -> assertThat(CardRules.buttons(message)).isEmpty());
            assertThat(openly.toString())
                    .doesNotContain(answer.findings().question())
                    .doesNotContain("A. Example");
        });
    }

    @Test
    void a_notification_of_a_report_says_nothing_of_it() {
        Set<String> notices = Set.of(
                words.say(TeamsPhrase.NOTICE_STEP),
                words.say(TeamsPhrase.NOTICE_REPORT),
                words.say(TeamsPhrase.NOTICE_REPORTS),
                words.say(TeamsPhrase.NOTICE_URGENT));
        SlackSamples.all().forEach((name, reply) -> {
            if (!forEverybody(reply)) {
                assertThat(cards.of(reply, Audience.ALONE)).as(name).allSatisfy(message -> {
                    assertThat(message.text().replaceAll(" \\(\\d+ of \\d+\\)$", ""))
                            .isIn(notices);
                    JsonNode card = CardRules.read(CardPage.card(message));
                    assertThat(card.path("speak").asText()).isEqualTo(message.text());
                    assertThat(card.path("fallbackText").asText())
                            .isEqualTo(message.text() + " " + words.say(TeamsPhrase.TOO_OLD));
                });
            }
        });
    }

    @Test
    void no_word_that_a_person_typed_stands_behind_a_button() {
        String typed = "words that only the person may see";
        Asking step = StepSamples.step("noted");
        assertThat(step.literal()).isEqualTo(typed);
        assertThat(cards.of(SlackSamples.reply("step-noted"), Audience.ALONE).toString())
                .doesNotContain(typed);
        assertThat(cards.of(SlackSamples.reply("step-noted"), Audience.ALONE).stream()
                        .flatMap(m -> CardRules.buttons(m).stream()))
                .contains(new ButtonValue.Literal(step.token()));
        assertThat(cards.of(SlackSamples.reply("step-confirm-many"), Audience.ALONE))
                .allSatisfy(message ->
                        assertThat(CardRules.buttons(message).toString()).doesNotContain("bold"));
    }

    @Test
    void what_is_filled_in_goes_with_the_button_that_is_for_it_and_with_no_other() {
        SlackSamples.all()
                .values()
                .forEach(reply -> cards.of(reply, Audience.ALONE)
                        .forEach(message -> buttons(CardRules.read(CardPage.card(message)))
                                .forEach(button -> assertThat(
                                                button.path("associatedInputs").asText())
                                        .isEqualTo(button.path("verb").asText().equals("fill") ? "auto" : "none"))));
    }

    private static List<JsonNode> buttons(JsonNode card) {
        return card.findParents("verb").stream()
                .filter(node -> node.path("type").asText().equals("Action.Execute"))
                .toList();
    }

    @Test
    void a_press_carries_its_kind_as_verb_and_a_program_that_knows_no_verbs_carries_it_in_the_data() {
        TeamsMessage message =
                cards.of(SlackSamples.reply("step-choices"), Audience.ALONE).getLast();
        JsonNode yes = buttons(CardRules.read(CardPage.card(message))).getFirst();
        ButtonValue said = new ButtonValue.Say(StepSamples.step("choices").token(), "Yes");
        assertThat(yes.path("verb").asText()).isEqualTo("say");
        assertThat(yes.path("data").path("value").asText()).isEqualTo(said.value());
        JsonNode fallback = yes.path("fallback");
        assertThat(fallback.path("type").asText()).isEqualTo("Action.Submit");
        assertThat(fallback.path("data").path("verb").asText()).isEqualTo("say");
        assertThat(fallback.path("data").path("value").asText()).isEqualTo(said.value());
    }

    @Test
    void a_long_answer_is_written_in_a_dialog_that_carries_the_step_and_nothing_else() {
        Asking step = StepSamples.step("long");
        JsonNode card = CardRules.read(CardPage.card(
                cards.of(SlackSamples.reply("step-long"), Audience.ALONE).getLast()));
        JsonNode opener = card.findParents("msteams").stream()
                .filter(data -> data.has("verb"))
                .findFirst()
                .orElseThrow();
        assertThat(opener.path("msteams").path("type").asText()).isEqualTo("task/fetch");
        ButtonValue window = new ButtonValue.OpenWindow(step.token());
        assertThat(opener.path("value").asText()).isEqualTo(window.value());
        TeamsMessage dialog = TeamsSamples.dialog(step);
        assertThat(CardRules.buttons(dialog)).containsExactly(window);
        List<String> ids = CardRules.read(CardPage.card(dialog)).findValuesAsText("id");
        assertThat(ids).containsExactly(Fields.ANSWER, Fields.MORE);
    }

    @Test
    void what_was_filled_in_stands_in_the_dialog_again_beside_what_is_wrong() {
        TeamsMessage dialog = DialogCard.step(
                StepSamples.step("several"),
                List.of("Choose one at least."),
                Map.of(Fields.TICKS + 1, "headteacher,no"),
                SlackSamples.phrases(),
                words);
        assertThat(CardRules.said(List.of(dialog))).startsWith("Choose one at least.\n");
        assertThat(CardRules.read(CardPage.card(dialog)).findValuesAsText("value"))
                .contains("headteacher,no");
    }

    @Test
    void a_choice_that_may_be_markdown_stands_above_with_its_number() {
        List<Turn.Choice> choices =
                List.of(new Turn.Choice("plain", "The headteacher"), new Turn.Choice("marked", "Ms *Star* [A](b)"));
        Asking asking = SlackSamples.asking(StepSamples.field(Asking.Input.CHOICES, choices, true), List.of());
        List<TeamsMessage> messages = cards.of(new Reply.Asked(Optional.empty(), asking), Audience.ALONE);
        assertThat(CardRules.said(messages))
                .contains("2. Ms *Star* [A](b)\n")
                .contains("The headteacher\nNumber 2 above\n");
    }

    @Test
    void many_answers_are_changed_from_a_menu_that_a_flow_understands() {
        List<Turn.Line> lines = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> new Turn.Line(i, "s" + i, i == 3 ? "What *exactly*?" : "Question", "Answer"))
                .toList();
        Asking asking = SlackSamples.asking(StepSamples.step("confirm").field(), lines);
        TeamsMessage last = cards.of(new Reply.Asked(Optional.empty(), asking), Audience.ALONE)
                .getLast();
        assertThat(CardRules.said(List.of(last))).contains("Change 2: Question\nChange 3\nChange 4: Question");
        assertThat(CardRules.buttons(last)).contains(new ButtonValue.Fill(asking.token(), Asking.Input.CHOICES));
        assertThat(Fields.words(Asking.Input.CHOICES, Map.of(Fields.TICKS + 1, "change 3")))
                .contains("change 3");
    }

    @Test
    void first_steps_lead_to_the_report_here_or_on_the_page() {
        Reply urgent = SlackSamples.reply("answered-urgent");
        assertThat(CardRules.buttons(cards.of(urgent, Audience.ALONE).getLast()))
                .containsExactly(
                        new ButtonValue.Say("", "Report an indecent image"),
                        new ButtonValue.Say("", "This was only a question"));
        TeamsCards elsewhere = new TeamsCards(
                SlackSamples.phrases(), words, () -> SlackSamples.CONTACTS, title -> false, SlackSamples.PAGES);
        assertThat(elsewhere.of(urgent, Audience.ALONE).toString())
                .contains("https://clausebot.school.example/report?about=indecent-images");
        TeamsCards nowhere = new TeamsCards(SlackSamples.phrases(), words, List::of, title -> false, Optional.empty());
        assertThat(CardRules.buttons(nowhere.of(urgent, Audience.ALONE).getLast()))
                .hasSize(1);
        assertThat(CardRules.said(nowhere.of(urgent, Audience.ALONE)))
                .contains(SlackSamples.phrases().report().noContacts());
    }

    @Test
    void a_message_in_several_parts_says_which_it_is() {
        List<TeamsMessage> messages =
                cards.of(new Reply.NotReceived("title", "A sentence. ".repeat(5_000)), Audience.ALONE);
        assertThat(messages).hasSizeGreaterThan(2);
        assertThat(messages.get(1).text()).endsWith("(2 of " + messages.size() + ")");
    }

    @Test
    void the_welcome_offers_examples_and_does_not_promise_that_words_stay_in_the_school() {
        TeamsMessage welcome = cards.welcome().getLast();
        assertThat(welcome.suggested())
                .isEqualTo(SlackSamples.phrases().welcome().examples());
        assertThat(CardRules.said(List.of(welcome))).doesNotContain("own server");
    }

    @Test
    void every_kind_of_reply_is_among_the_samples() {
        Set<Class<?>> kinds =
                SlackSamples.all().values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Reply.class.getPermittedSubclasses());
    }
}
