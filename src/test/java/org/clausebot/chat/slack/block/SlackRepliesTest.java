package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.flow.Turn;
import org.junit.jupiter.api.Test;

class SlackRepliesTest {
    private final SlackReplies replies = SlackSamples.replies();
    private final SlackWords words = SlackSamples.words();

    private String said(Reply reply, Audience audience) {
        return Shown.all(replies.of(reply, audience));
    }

    /** What may be shown where others are near, to the asker. */
    private static boolean forChannel(Reply reply) {
        return reply.ofPolicy().equals(Optional.of(reply))
                && !(reply instanceof Reply.Answered answered && answered.answer() instanceof Answer.Urgent);
    }

    @Test
    void every_kind_of_reply_is_among_the_samples() {
        Set<Class<?>> kinds =
                SlackSamples.all().values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsExactlyInAnyOrder(Reply.class.getPermittedSubclasses());
    }

    @Test
    void what_is_not_for_a_channel_has_no_form_there_but_a_pointer() {
        SlackSamples.all().forEach((name, reply) -> {
            if (!forChannel(reply)) {
                assertThat(said(reply, Audience.ASKER_IN_CHANNEL))
                        .as(name)
                        .isEqualTo(words.say(SlackPhrase.DIRECTLY) + "\n");
            }
            boolean clauses = reply instanceof Reply.Answered answered
                    && (answered.answer() instanceof Answer.Quoted || answered.answer() instanceof Answer.Nearest);
            if (!clauses) {
                assertThat(said(reply, Audience.EVERYBODY)).as(name).isEqualTo(words.say(SlackPhrase.NOT_HERE) + "\n");
            }
        });
    }

    @Test
    void first_steps_and_whatever_belongs_to_a_report_are_not_for_a_channel() {
        Map<String, Reply> all = SlackSamples.all();
        assertThat(all.keySet().stream().filter(name -> forChannel(SlackSamples.reply(name))))
                .containsExactlyInAnyOrder(
                        "answered-quoted",
                        "answered-nearest",
                        "answered-not-covered",
                        "answered-small-talk",
                        "blank",
                        "too-long");
    }

    @Test
    void what_everybody_reads_has_nothing_to_press_and_not_the_question() {
        for (Answer answer : SlackSamples.answers().values()) {
            List<SlackMessage> shared = replies.shared(answer);
            assertThat(shared)
                    .allSatisfy(message -> assertThat(Shown.controls(message)).isEmpty());
            assertThat(shared.toString()).doesNotContain(answer.findings().question());
        }
    }

    @Test
    void only_an_answer_in_a_channel_can_be_shared_and_names_every_clause_that_it_shows() {
        Answer answer = SlackSamples.answer("answered-quoted");
        List<ButtonValue> controls = Shown.controls(replies.of(new Reply.Answered(answer), Audience.ASKER_IN_CHANNEL)
                .getLast());
        assertThat(controls.getLast()).isInstanceOfSatisfying(ButtonValue.Share.class, share -> {
            assertThat(share.direct()).isTrue();
            assertThat(share.shown()).extracting(ButtonValue.Shown::clause).containsExactly("2.6.2", "2.4.6", "2.3.2");
        });
        assertThat(Shown.controls(
                        replies.of(new Reply.Answered(answer), Audience.ALONE).getLast()))
                .noneMatch(ButtonValue.Share.class::isInstance);
    }

    @Test
    void the_report_that_fits_is_offered_in_place_of_any_and_never_in_a_channel() {
        Answer answer = SlackSamples.answer("answered-quoted");
        Reply fits = new Reply.Answered(answer, Optional.of("Report contact from a pupil"));
        ButtonValue begins = new ButtonValue.Say("", "Report contact from a pupil");
        assertThat(Shown.controls(replies.of(fits, Audience.ALONE).getLast()))
                .contains(begins)
                .noneMatch(ButtonValue.BeginReport.class::isInstance);
        assertThat(Shown.controls(
                        replies.of(new Reply.Answered(answer), Audience.ALONE).getLast()))
                .anyMatch(ButtonValue.BeginReport.class::isInstance);
        assertThat(Shown.controls(replies.of(fits, Audience.ASKER_IN_CHANNEL).getLast()))
                .doesNotContain(begins);
    }

    @Test
    void a_notification_of_a_report_says_nothing_of_it() {
        Set<String> notices = Set.of(
                words.say(SlackPhrase.NOTICE_STEP),
                words.say(SlackPhrase.NOTICE_REPORT),
                words.say(SlackPhrase.NOTICE_REPORTS),
                words.say(SlackPhrase.NOTICE_URGENT));
        SlackSamples.all().forEach((name, reply) -> {
            if (!forChannel(reply)) {
                assertThat(replies.of(reply, Audience.ALONE))
                        .as(name)
                        .allSatisfy(message -> assertThat(message.text().replaceAll(" \\(\\d+ of \\d+\\)$", ""))
                                .isIn(notices));
            }
        });
    }

    @Test
    void a_notification_of_an_answer_names_numbers_and_never_the_policys_words() {
        Answer hostile = new Answer.Quoted(
                SlackSamples.findings(),
                List.of(
                        SlackSamples.quote(SlackSamples.hostile(), "1.1"),
                        SlackSamples.quote(SlackSamples.hostile(), "1.2")),
                org.clausebot.answer.Context.NONE);
        assertThat(replies.of(new Reply.Answered(hostile), Audience.ALONE))
                .first()
                .extracting(SlackMessage::text)
                .asString()
                .startsWith("Clausebot: this is what the policy says. 1.1; 1.2")
                .doesNotContain("<", "channel");
    }

    @Test
    void a_message_in_several_parts_says_which_it_is() {
        Reply reply = new Reply.NotReceived("title", "A sentence. ".repeat(3_000));
        List<SlackMessage> messages = replies.of(reply, Audience.ALONE);
        assertThat(messages).hasSizeGreaterThan(2);
        assertThat(messages.get(1).text()).endsWith("(2 of " + messages.size() + ")");
    }

    @Test
    void many_short_answers_fill_a_message_and_leave_room_for_the_line_that_says_what_was_pressed() {
        List<Turn.Line> lines = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Turn.Line(i, "s" + i, "Q" + i, "A" + i))
                .toList();
        Asking.Field field = StepSamples.step("confirm").field();
        Reply reply = new Reply.Asked(Optional.empty(), SlackSamples.asking(field, lines));
        List<SlackMessage> messages = replies.of(reply, Audience.ALONE);
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst().blocks()).hasSizeBetween(48, 49);
        assertThat(Shown.all(List.of(replies.pressed(messages.getFirst(), "Yes"))))
                .endsWith("You chose “Yes”.\n");
    }

    @Test
    void no_word_that_a_person_typed_stands_behind_a_button() {
        String typed = "words that only the person may see";
        assertThat(replies.of(SlackSamples.reply("step-noted"), Audience.ALONE).toString())
                .doesNotContain(typed)
                .contains("literal:");
        Reply summary = SlackSamples.reply("step-confirm-many");
        assertThat(replies.of(summary, Audience.ALONE))
                .allSatisfy(message ->
                        assertThat(Shown.controls(message).toString()).doesNotContain("bold"));
    }

    @Test
    void a_pressed_message_can_be_pressed_no_more_and_says_what_was_pressed() {
        SlackSamples.all().forEach((name, reply) -> {
            for (SlackMessage message : replies.of(reply, Audience.ALONE)) {
                SlackMessage pressed = replies.pressed(message, SlackSamples.HOSTILE);
                assertThat(Shown.controls(pressed)).as(name).isEmpty();
                assertThat(BlockKitLimits.violations(pressed)).as(name).isEmpty();
                assertThat(Shown.all(List.of(pressed))).endsWith("You chose “" + SlackSamples.HOSTILE + "”.\n");
            }
        });
    }

    @Test
    void first_steps_lead_to_the_report_here_or_on_the_page() {
        Reply urgent = SlackSamples.reply("answered-urgent");
        assertThat(Shown.controls(replies.of(urgent, Audience.ALONE).getLast()))
                .containsExactly(
                        new ButtonValue.Say("", "Report an indecent image"),
                        new ButtonValue.Say("", "This was only a question"));
        SlackReplies elsewhere = new SlackReplies(
                SlackSamples.phrases(), words, () -> SlackSamples.CONTACTS, title -> false, SlackSamples.PAGES);
        assertThat(elsewhere.of(urgent, Audience.ALONE).toString())
                .contains("https://clausebot.school.example/report?about=indecent-images");
        SlackReplies nowhere =
                new SlackReplies(SlackSamples.phrases(), words, List::of, title -> false, Optional.empty());
        assertThat(Shown.controls(nowhere.of(urgent, Audience.ALONE).getLast())).hasSize(1);
        assertThat(Shown.all(nowhere.of(urgent, Audience.ALONE)))
                .contains(SlackSamples.phrases().report().noContacts());
    }

    @Test
    void the_home_tab_holds_many_policies_and_says_how_many_more_there_are() {
        List<org.clausebot.policy.PolicyDetails> many =
                java.util.Collections.nCopies(150, SlackSamples.hostile().details());
        HomeView home = new HomeView(Optional.empty(), Optional.empty(), many, true, SlackSamples.PAGES);
        var view = HomeTab.of(home, SlackSamples.phrases(), words);
        assertThat(BlockKitLimits.violations(view)).isEmpty();
        assertThat(view.toString()).contains("And 50 more");
    }
}
