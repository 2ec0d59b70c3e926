package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.Teller;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.slack.Controls.Control;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.PlainWindow;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody who wants to be told when the policy answers their question, and looks up what they sent. */
class SlackWaitingTest {
    private static final Place HOME = new Place(Room.HOME, "", "");
    private static final String UNANSWERED = "Is a goat covered?";

    @TempDir
    private Path folder;

    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        site = new SlackSite(folder);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private List<String> waitedFor(Delivered.Member who) {
        return site.reporting.awaited().of(SchoolId.DEFAULT, SlackTeller.address(who)).stream()
                .map(waiting -> waiting.question().text())
                .toList();
    }

    private String said() {
        return RecordingWorkspace.words(site.workspace.direct());
    }

    private void tellMe() {
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.TellMe.class));
    }

    private boolean canBeWaitedFor() {
        return site.workspace.spoken.stream()
                .flatMap(spoken -> Controls.of(spoken.message()).stream())
                .anyMatch(SlackSite.means(ButtonValue.TellMe.class));
    }

    @Test
    void whoever_presses_below_an_answer_that_is_none_waits_for_one_once() {
        site.type(UNANSWERED);
        assertThat(waitedFor(SlackSite.ANNA)).isEmpty();

        tellMe();
        assertThat(waitedFor(SlackSite.ANNA)).containsExactly(UNANSWERED);
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_KEPT));

        tellMe();
        assertThat(waitedFor(SlackSite.ANNA)).hasSize(1);
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_ALREADY));
        assertThat(site.workspace.elsewhere().stream().map(s -> s.how()))
                .as("never where others might see it")
                .doesNotContain(RecordingWorkspace.How.OPENLY, RecordingWorkspace.How.ONLY_TO);
    }

    @Test
    void below_the_nearest_clauses_one_can_wait_too_and_below_an_answer_not() {
        site.type("something near");
        assertThat(canBeWaitedFor()).isTrue();
        site.workspace.spoken.clear();
        for (String words : List.of("quote 2.6.2", "hello", "an image of a pupil")) {
            site.type(words);
        }
        assertThat(canBeWaitedFor()).isFalse();
    }

    @Test
    void a_channel_never_has_the_button_and_what_was_asked_there_can_be_waited_for_in_the_direct_message() {
        site.mention(SlackSite.CHANNEL, "something near");
        assertThat(canBeWaitedFor()).isFalse();

        site.mention(SlackSite.CHANNEL, UNANSWERED);
        assertThat(site.workspace.elsewhere().stream().flatMap(spoken -> Controls.of(spoken.message()).stream()))
                .noneMatch(SlackSite.means(ButtonValue.TellMe.class));
        tellMe();
        assertThat(waitedFor(SlackSite.ANNA)).containsExactly(UNANSWERED);
    }

    @Test
    void a_button_carries_no_word_of_the_question_and_is_of_no_use_to_anybody_else() {
        site.type(UNANSWERED);
        Control button = Controls.of(site.last(SlackSite.ANNA).message()).stream()
                .filter(SlackSite.means(ButtonValue.TellMe.class))
                .findFirst()
                .orElseThrow();
        assertThat(button.value()).doesNotContainIgnoringCase("goat");

        site.press(SlackSite.BEN, site.last(SlackSite.ANNA), button, Map.of());
        assertThat(waitedFor(SlackSite.BEN)).isEmpty();
        assertThat(RecordingWorkspace.words(List.of(site.last(SlackSite.BEN))))
                .contains(site.words.say(SlackPhrase.TELL_GONE))
                .doesNotContain("goat");
    }

    @Test
    void a_question_is_forgotten_like_others_unless_its_asker_presses() {
        site.type(UNANSWERED);
        site.reporting.pass(Duration.ofMinutes(31));
        tellMe();
        assertThat(waitedFor(SlackSite.ANNA)).isEmpty();
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_GONE));
    }

    @Test
    void it_can_be_taken_back_by_its_button_also_after_a_restart() {
        site.type(UNANSWERED);
        tellMe();
        site.restart();
        tellMe();
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_ALREADY));

        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.DontTell.class));
        assertThat(waitedFor(SlackSite.ANNA)).isEmpty();
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_TAKEN_BACK));

        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.DontTell.class));
        assertThat(RecordingWorkspace.words(List.of(site.last(SlackSite.ANNA))))
                .contains(site.words.say(SlackPhrase.TELL_NOTHING));
    }

    @Test
    void words_show_what_one_waits_for_with_a_button_for_each() {
        site.type("Don’t tell me!");
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_NOTHING));
        site.type(UNANSWERED);
        tellMe();
        site.type("Is a hat covered?");
        tellMe();

        site.type("What am I waiting for?");
        assertThat(Controls.of(site.last(SlackSite.ANNA).message()))
                .filteredOn(SlackSite.means(ButtonValue.DontTell.class))
                .hasSize(2);
        site.workspace.spoken.clear();
        site.command(SlackSite.CHANNEL, "/policy", "what am I waiting for");
        assertThat(RecordingWorkspace.words(site.workspace.elsewhere())).doesNotContain("goat", "hat covered");
        assertThat(said()).contains("goat", "hat covered");
    }

    @Test
    void in_the_middle_of_a_report_such_words_belong_to_the_report() {
        site.type("Report contact from a pupil");
        site.workspace.spoken.clear();
        site.type("don’t tell me");
        assertThat(said()).doesNotContain(site.words.say(SlackPhrase.TELL_NOTHING));
        assertThat(site.step(SlackSite.ANNA)).isPresent();
    }

    @Test
    void nobody_waits_for_more_than_the_most() {
        for (int i = 0; i <= Awaited.MOST; i++) {
            site.type("Is number " + i + " covered?");
            tellMe();
        }
        assertThat(waitedFor(SlackSite.ANNA)).hasSize(Awaited.MOST);
        assertThat(said()).contains(site.words.say(SlackPhrase.TELL_TOO_MANY, "most", "20"));
    }

    @Test
    void home_shows_what_one_waits_for_and_takes_it_back() {
        site.type(UNANSWERED);
        tellMe();
        site.slack.on(new Delivered.HomeOpened(SlackSite.ANNA));
        assertThat(site.workspace.homes.getLast().toString()).contains(UNANSWERED);

        String mark = Waiting.mark(UNANSWERED);
        site.slack.on(new Delivered.Pressed(SlackSite.ANNA, HOME, "", "dont-tell:1", mark, Map.of(), "", "trigger"));
        assertThat(waitedFor(SlackSite.ANNA)).isEmpty();
        assertThat(site.workspace.homes.getLast().toString()).doesNotContain(UNANSWERED);
    }

    private Teller.Told told() {
        Waiting waiting = new Waiting(
                SchoolId.DEFAULT,
                SlackTeller.address(SlackSite.ANNA),
                new Question(UNANSWERED),
                java.time.LocalDate.of(2026, 11, 23));
        Answer.Quoted answer = (Answer.Quoted) site.policy.answer(new Question("quote 2.6.2"));
        return new SlackTeller(site.workspace, SlackSamples.replies()).tell(waiting, answer);
    }

    @Test
    void who_waits_is_told_in_the_direct_message_with_their_own_words_and_the_clause() {
        assertThat(told()).isEqualTo(Teller.Told.TOLD);
        assertThat(site.workspace.elsewhere()).isEmpty();
        assertThat(said()).contains(UNANSWERED, "23 November 2026", "2.6.2");
        assertThat(site.workspace.direct().getFirst().message().text())
                .as("what a locked screen shows")
                .doesNotContain("goat");
    }

    @ParameterizedTest
    @EnumSource(
            value = Workspace.Kind.class,
            names = {"STRANGER", "BOT"})
    void who_is_not_of_the_school_any_more_is_not_told(Workspace.Kind kind) {
        site.workspace.kinds.put(SlackSite.ANNA, kind);
        assertThat(told()).isEqualTo(Teller.Told.GONE);
        assertThat(site.workspace.spoken).isEmpty();
    }

    @Test
    void who_is_gone_is_given_up_and_who_cannot_be_reached_now_is_told_later() {
        site.workspace.reached = Workspace.Reached.REFUSED;
        assertThat(told()).isEqualTo(Teller.Told.GONE);
        site.workspace.reached = Workspace.Reached.NOT_NOW;
        assertThat(told()).isEqualTo(Teller.Told.LATER);
    }

    private Map<String, String> lookedUp(String code) {
        return site.slack.submitted(
                new Delivered.Window(SlackSite.ANNA, PlainWindow.CODE, Map.of(Fields.ANSWER, code)));
    }

    @Test
    void home_asks_for_the_code_of_a_report_in_a_window() {
        site.slack.on(new Delivered.Pressed(SlackSite.ANNA, HOME, "", "look-up:1", "look-up", Map.of(), "", "trigger"));
        assertThat(site.workspace.windows.getLast().getCallbackId()).isEqualTo(PlainWindow.CODE);

        assertThat(lookedUp("my report")).containsValue(site.words.say(SlackPhrase.WINDOW_CODE_WRONG));
        assertThat(lookedUp("7K2M-4PXW-9TQR")).containsValue(site.phrases.say(ReportPhrase.NO_SUCH_CODE));
        assertThat(site.workspace.spoken).isEmpty();
    }

    @Test
    void a_report_saved_for_later_is_gone_on_with_by_its_code_and_words_that_are_no_code_are_no_answer() {
        site.type("Report contact from a pupil");
        Optional<String> step = site.step(SlackSite.ANNA);
        assertThat(lookedUp("I am not sure")).isNotEmpty();
        assertThat(site.step(SlackSite.ANNA)).isEqualTo(step);

        site.type("save for later");
        var code = java.util.regex.Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
                .matcher(said());
        assertThat(code.find()).isTrue();
        Delivered.Window ben =
                new Delivered.Window(SlackSite.BEN, PlainWindow.CODE, Map.of(Fields.ANSWER, code.group()));
        assertThat(site.slack.submitted(ben)).isEmpty();
        assertThat(site.step(SlackSite.BEN)).isEqualTo(step);
    }
}
