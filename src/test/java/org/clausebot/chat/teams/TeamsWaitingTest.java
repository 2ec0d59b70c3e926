package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.awaited.Awaited;
import org.clausebot.chat.awaited.Teller.Told;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.teams.Controls.Control;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.chat.teams.TeamsLine.Kind;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsSamples;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who wants to be told in Teams when the policy answers their question. */
class TeamsWaitingTest {
    private static final String UNANSWERED = "Is a goat covered?";

    @TempDir
    private Path folder;

    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        site = new TeamsSite(folder);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private List<String> waitedFor(Person who) {
        return site.reporting.awaited().of(SchoolId.DEFAULT, TeamsTeller.address(who)).stream()
                .map(waiting -> waiting.question().text())
                .toList();
    }

    private String said() {
        return RecordingLine.words(site.direct(TeamsSite.ANNA));
    }

    private Spoken last() {
        return site.direct(TeamsSite.ANNA).getLast();
    }

    private void tellMe() {
        site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.TellMe.class));
    }

    private boolean canBeWaitedFor(List<Spoken> spoken) {
        return spoken.stream()
                .flatMap(one -> Controls.of(one.message()).stream())
                .anyMatch(TeamsSite.means(ButtonValue.TellMe.class));
    }

    @Test
    void whoever_presses_below_an_answer_that_is_none_waits_for_one_once() {
        site.type(UNANSWERED);
        assertThat(waitedFor(TeamsSite.ANNA)).isEmpty();

        tellMe();
        assertThat(waitedFor(TeamsSite.ANNA)).containsExactly(UNANSWERED);
        assertThat(last().json()).contains(site.say(TeamsPhrase.TELL_KEPT).substring(0, 40));

        tellMe();
        assertThat(waitedFor(TeamsSite.ANNA)).hasSize(1);
        assertThat(last().json()).contains(site.say(TeamsPhrase.TELL_ALREADY).substring(0, 30));
        assertThat(site.openly()).as("never where others might see it").isEmpty();
    }

    @Test
    void below_the_nearest_clauses_one_can_wait_too_and_below_an_answer_not() {
        site.type("something near");
        assertThat(canBeWaitedFor(site.line.spoken)).isTrue();
        site.line.spoken.clear();
        for (String words : List.of("quote 2.6.2", "hello", "an image of a pupil")) {
            site.type(words);
        }
        assertThat(canBeWaitedFor(site.line.spoken)).isFalse();
    }

    @Test
    void a_channel_never_has_the_button_and_what_was_asked_there_can_be_waited_for_in_the_personal_chat() {
        site.mention(TeamsSite.CHANNEL, "something near");
        assertThat(canBeWaitedFor(site.line.spoken)).isFalse();

        site.mention(TeamsSite.CHANNEL, UNANSWERED);
        assertThat(canBeWaitedFor(site.openly())).isFalse();
        tellMe();
        assertThat(waitedFor(TeamsSite.ANNA)).containsExactly(UNANSWERED);
    }

    @Test
    void a_button_carries_no_word_of_the_question_and_is_of_no_use_to_anybody_else() {
        site.type(UNANSWERED);
        Control button = Controls.of(last().message()).stream()
                .filter(TeamsSite.means(ButtonValue.TellMe.class))
                .findFirst()
                .orElseThrow();
        assertThat(button.data().toString()).doesNotContainIgnoringCase("goat");

        site.press(TeamsSite.BEN, last(), button, Map.of());
        assertThat(waitedFor(TeamsSite.BEN)).isEmpty();
        assertThat(RecordingLine.words(site.direct(TeamsSite.BEN)))
                .contains("I no longer have the words of that question")
                .doesNotContain("goat");
    }

    @Test
    void a_question_is_forgotten_like_others_unless_its_asker_presses() {
        site.type(UNANSWERED);
        site.reporting.pass(Duration.ofMinutes(31));
        tellMe();
        assertThat(waitedFor(TeamsSite.ANNA)).isEmpty();
        assertThat(said()).contains("I no longer have the words of that question");
    }

    @Test
    void it_can_be_taken_back_by_its_button_also_after_a_restart() {
        site.type(UNANSWERED);
        tellMe();
        site.restart();
        tellMe();
        assertThat(last().json()).contains("I keep that question already");

        site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.DontTell.class));
        assertThat(waitedFor(TeamsSite.ANNA)).isEmpty();
        assertThat(last().json()).contains("I have forgotten that question");

        site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.DontTell.class));
        assertThat(last().json()).contains(site.say(TeamsPhrase.TELL_NOTHING));
    }

    @Test
    void words_show_what_one_waits_for_with_a_button_for_each() {
        site.type("Don’t tell me!");
        assertThat(said()).contains(site.say(TeamsPhrase.TELL_NOTHING));
        site.type(UNANSWERED);
        tellMe();
        site.type("Is a hat covered?");
        tellMe();

        site.type("What am I waiting for?");
        assertThat(Controls.of(last().message()))
                .filteredOn(TeamsSite.means(ButtonValue.DontTell.class))
                .hasSize(2);
        site.line.spoken.clear();
        site.mention(TeamsSite.CHANNEL, "what am I waiting for");
        assertThat(RecordingLine.words(site.openly()))
                .contains("I have written to you")
                .doesNotContain("goat", "hat covered");
        assertThat(said()).contains("goat", "hat covered");
    }

    @Test
    void in_the_middle_of_a_report_such_words_belong_to_the_report() {
        site.type("Report contact from a pupil");
        site.line.spoken.clear();
        site.type("don’t tell me");
        assertThat(said()).doesNotContain(site.say(TeamsPhrase.TELL_NOTHING));
        assertThat(site.step(TeamsSite.ANNA)).isPresent();
    }

    @Test
    void nobody_waits_for_more_than_the_most() {
        for (int i = 0; i <= Awaited.MOST; i++) {
            site.type("Is number " + i + " covered?");
            tellMe();
        }
        assertThat(waitedFor(TeamsSite.ANNA)).hasSize(Awaited.MOST);
        assertThat(last().json()).contains("You wait for 20 answers already");
    }

    private Told told() {
        Answer.Quoted answer = SlackSamples.quoted();
        Waiting waiting = new Waiting(
                SchoolId.DEFAULT,
                TeamsTeller.address(TeamsSite.ANNA),
                new Question(UNANSWERED),
                LocalDate.of(2026, 11, 23));
        return new TeamsTeller(site.line, TeamsSamples.cards()).tell(waiting, answer);
    }

    @Test
    void who_waits_is_told_in_the_personal_chat_with_their_question_and_the_clauses() {
        assertThat(told()).isEqualTo(Told.TOLD);
        assertThat(said()).contains("On 23 November 2026", UNANSWERED, "2.6.2");
        assertThat(last().message().text()).as("on a locked screen").doesNotContain("goat");
        assertThat(site.openly()).isEmpty();
    }

    @Test
    void who_has_the_app_no_more_or_is_of_the_school_no_more_is_told_nothing() {
        site.line.without.add(TeamsSite.ANNA);
        assertThat(told()).isEqualTo(Told.GONE);
        site.line.without.clear();
        site.line.kinds.put(TeamsSite.ANNA, Kind.STRANGER);
        assertThat(told()).isEqualTo(Told.GONE);
        assertThat(site.line.spoken).isEmpty();
    }

    @Test
    void where_teams_does_not_answer_it_is_tried_again() {
        site.line.unreachable = true;
        assertThat(told()).isEqualTo(Told.LATER);
        assertThat(site.line.spoken).isEmpty();
    }
}
