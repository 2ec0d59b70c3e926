package org.clausebot.chat.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Round;
import org.clausebot.acknowledgement.VersionHash;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.junit.jupiter.api.Test;

/** What holds in every chat program in which staff are asked to read a policy. */
public abstract class ReadContract {
    protected static final String QUESTION = "What must I read?";
    private static final String BEGIN = "I have read it";
    private static final String UNDERSTOOD = "Read and understood";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** Those of {@link TestReading}; the program knows Anna's address and Ben's. */
    public enum Who {
        ANNA,
        BEN
    }

    protected abstract TestReading reading();

    /** Each message that somebody was shown in their own chat with the bot, as it was first said. */
    protected abstract List<String> said(Who who);

    /** What is shown now in the place of what was pressed last; empty when that stays as it was. */
    protected abstract String instead();

    /** Whether anything was said anywhere but in their own chats, beside that they were written to. */
    protected abstract boolean saidElsewhere();

    /** The buttons of one of the messages of {@link #said}. */
    protected abstract List<String> buttons(Who who, int message);

    /** Presses a button of one of {@code whose} messages. */
    protected abstract void press(Who by, Who whose, int message, String label);

    protected abstract void type(Who who, String words);

    /** Where others are. */
    protected abstract void typeAmongOthers(String words);

    /** The program no longer says whose address it is. */
    protected abstract void forgetsTheAddress(Who who);

    /** The program does not let us write to somebody. */
    protected abstract void removesTheBot(Who who);

    protected abstract void isDown();

    protected abstract void restart();

    protected abstract void nextDays(int days);

    protected abstract List<Policy> policies();

    protected abstract void policies(List<Policy> policies);

    /** What the assistant was given to answer. */
    protected abstract List<?> heard();

    private void press(Who who, String label) {
        press(who, who, said(who).size() - 1, label);
    }

    private String last(Who who) {
        return said(who).getLast();
    }

    private List<String> lastButtons(Who who) {
        return buttons(who, said(who).size() - 1);
    }

    private Round asked(int questions) {
        Round round = reading().ask(questions);
        reading().pass();
        return round;
    }

    /** The labels of the answers of the last question, without the way to the page. */
    private List<String> answers(Who who) {
        return lastButtons(who).stream()
                .filter(label -> !label.equals("Read it"))
                .toList();
    }

    private void answerRightly(Who who, Round round, int question) {
        press(who, answers(who).get(reading().right(round, question)));
    }

    private void newVersion() {
        Policy policy = policies().getFirst();
        PolicyDetails old = policy.details();
        policies(List.of(new Policy(
                new PolicyDetails(
                        old.id(), old.title(), "2026-12", old.school(), old.owner(), old.updated(), old.review()),
                policy.document(),
                policy.sections(),
                policy.clauses(),
                policy.setAside())));
    }

    @Test
    void the_request_comes_once_in_their_own_chat_and_no_mail_goes_out() {
        asked(2);
        reading().pass();

        for (Who who : Who.values()) {
            assertThat(said(who)).hasSize(1);
            assertThat(last(who))
                    .contains("Social Media Policy", "Version 2018-06", "by 4 December 2026", "/read/")
                    .doesNotContain("{version", "{day", "{policy");
            assertThat(lastButtons(who)).contains(BEGIN);
        }
        assertThat(last(Who.ANNA)).doesNotContain("Ben", "ben@");
        assertThat(reading().mailed).isEmpty();
        assertThat(saidElsewhere()).isFalse();
    }

    @Test
    void each_answer_is_acknowledged_in_place_and_their_own_press_ends_it() {
        Round round = asked(3);
        press(Who.ANNA, BEGIN);
        for (int question = 0; question < 3; question++) {
            assertThat(last(Who.ANNA)).contains("Question " + (question + 1) + " of 3.");
            answerRightly(Who.ANNA, round, question);
            assertThat(instead()).contains("That is right.");
            assertThat(reading().done(round, TestReading.ANNA)).isEmpty();
        }
        assertThat(last(Who.ANNA)).contains("I have read and understood version 2018-06 of Social Media Policy");
        press(Who.ANNA, UNDERSTOOD);

        assertThat(instead()).contains("It is noted", "22 November 2026").doesNotContain(UNDERSTOOD + "\"");
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
        assertThat(reading().done(round, TestReading.BEN)).isEmpty();
        assertThat(heard()).as("nothing of it is a question to the policy").isEmpty();
        assertThat(saidElsewhere()).isFalse();
    }

    @Test
    void a_wrong_answer_shows_the_clause_keeps_nothing_and_lets_them_choose_again() {
        Round round = asked(1);
        press(Who.ANNA, BEGIN);
        int right = reading().right(round, 0);
        String wrong = answers(Who.ANNA).get(right == 0 ? 1 : 0);
        press(Who.ANNA, wrong);

        assertThat(instead()).contains("Not quite. Nothing was kept.", "Question 1 of 1.", "read-answer");
        assertThat(said(Who.ANNA)).as("nothing follows").hasSize(2);
        answerRightly(Who.ANNA, round, 0);
        press(Who.ANNA, UNDERSTOOD);
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
    }

    @Test
    void without_questions_their_own_sentence_follows_at_once() {
        Round round = asked(0);
        press(Who.ANNA, BEGIN);
        assertThat(reading().done(round, TestReading.ANNA)).isEmpty();
        press(Who.ANNA, UNDERSTOOD);
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
    }

    @Test
    void pressed_twice_or_a_day_later_the_first_day_stays() {
        Round round = asked(0);
        press(Who.ANNA, BEGIN);
        press(Who.ANNA, UNDERSTOOD);
        nextDays(1);
        press(Who.ANNA, UNDERSTOOD);
        assertThat(instead()).contains("22 November 2026");
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
    }

    @Test
    void somebody_elses_button_keeps_nothing_for_anybody_and_tells_nothing() {
        Round round = asked(0);
        press(Who.ANNA, BEGIN);
        press(Who.BEN, Who.ANNA, 0, BEGIN);
        press(Who.BEN, Who.ANNA, 1, UNDERSTOOD);

        assertThat(last(Who.BEN))
                .contains("Nothing was kept: this is not asked of you")
                .doesNotContain("Anna");
        assertThat(reading().done(round, TestReading.ANNA)).isEmpty();
        assertThat(reading().done(round, TestReading.BEN)).isEmpty();
    }

    @Test
    void the_sentence_cannot_be_said_before_the_questions_are_answered() {
        Round round = asked(2);
        press(Who.ANNA, BEGIN);
        answerRightly(Who.ANNA, round, 0);
        String reading = reading().acknowledgements().readings(round).getFirst().id();
        reading().talk().press(Optional.of(TestReading.ANNA), new ReadPress.Understood(reading, "0".repeat(24)));
        reading().talk().press(Optional.of(TestReading.ANNA), new ReadPress.Answer(reading, 1, 0, "0".repeat(24)));
        assertThat(reading().done(round, TestReading.ANNA)).isEmpty();
    }

    @Test
    void a_button_of_an_older_version_says_that_a_newer_one_is_out_and_gives_it() {
        Round old = asked(0);
        press(Who.ANNA, BEGIN);
        newVersion();
        press(Who.ANNA, UNDERSTOOD);
        assertThat(instead()).contains("newer version of Social Media Policy is in force", "2018-06");
        assertThat(reading().done(old, TestReading.ANNA)).isEmpty();

        Round newer = asked(0);
        press(Who.ANNA, Who.ANNA, 1, UNDERSTOOD);
        assertThat(instead()).contains("You are asked to read the newer one instead");
        assertThat(last(Who.ANNA)).contains("Version 2026-12");
        press(Who.ANNA, BEGIN);
        press(Who.ANNA, UNDERSTOOD);
        assertThat(reading().done(newer, TestReading.ANNA)).contains(TODAY);
        assertThat(reading().done(old, TestReading.ANNA)).isEmpty();
    }

    @Test
    void after_the_request_was_ended_nothing_is_to_be_done() {
        Round round = asked(0);
        press(Who.ANNA, BEGIN);
        reading().acknowledgements().end(round);
        press(Who.ANNA, UNDERSTOOD);
        assertThat(instead()).contains("You are no longer asked to read version 2018-06");
        assertThat(reading().done(round, TestReading.ANNA)).isEmpty();
    }

    @Test
    void a_restart_in_between_changes_nothing() {
        Round round = asked(2);
        restart();
        press(Who.ANNA, BEGIN);
        restart();
        answerRightly(Who.ANNA, round, 0);
        restart();
        reading().pass();
        answerRightly(Who.ANNA, round, 1);
        restart();
        press(Who.ANNA, UNDERSTOOD);
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
        assertThat(said(Who.BEN)).as("nobody is asked twice").hasSize(1);
        assertThat(reading().mailed).isEmpty();
    }

    @Test
    void whoever_has_removed_the_bot_or_was_never_there_gets_a_mail() {
        removesTheBot(Who.BEN);
        asked(0);
        assertThat(reading().mailed).containsExactly(TestReading.BEN);
        assertThat(said(Who.ANNA)).hasSize(1);
        assertThat(said(Who.BEN)).isEmpty();
    }

    @Test
    void reminders_come_where_the_request_came_and_not_to_those_who_have() {
        asked(0);
        press(Who.ANNA, BEGIN);
        press(Who.ANNA, UNDERSTOOD);
        int before = said(Who.ANNA).size();
        nextDays(Acknowledgements.DAYS_BETWEEN_MAILS);
        reading().pass();

        assertThat(said(Who.BEN)).hasSize(2);
        assertThat(last(Who.BEN)).contains("You were asked to read this policy");
        assertThat(said(Who.ANNA)).hasSize(before);
        assertThat(reading().mailed).isEmpty();
        removesTheBot(Who.BEN);
        nextDays(Acknowledgements.DAYS_BETWEEN_MAILS);
        reading().pass();
        assertThat(reading().mailed).as("the next reminder").containsExactly(TestReading.BEN);
    }

    @Test
    void while_the_program_cannot_be_asked_they_wait_and_after_an_hour_get_a_mail() {
        isDown();
        asked(0);
        assertThat(reading().mailed).isEmpty();
        for (int pass = 0; pass < 6; pass++) {
            reading().pass();
        }
        assertThat(reading().mailed).containsExactlyInAnyOrder(TestReading.ANNA, TestReading.BEN);
    }

    @Test
    void whoever_asks_what_to_read_is_shown_it_again_in_their_own_chat_and_only_theirs() {
        type(Who.ANNA, QUESTION);
        assertThat(last(Who.ANNA)).contains("nothing that you are asked to read");
        Round round = asked(0);
        type(Who.ANNA, "what must i read");
        assertThat(last(Who.ANNA)).contains("Version 2018-06", "/read/");
        typeAmongOthers(QUESTION);
        assertThat(said(Who.ANNA)).hasSize(4);
        assertThat(saidElsewhere()).isFalse();
        assertThat(heard()).isEmpty();

        press(Who.ANNA, BEGIN);
        press(Who.ANNA, UNDERSTOOD);
        type(Who.ANNA, QUESTION);
        assertThat(last(Who.ANNA)).contains("nothing that you are asked to read");
        assertThat(reading().done(round, TestReading.ANNA)).contains(TODAY);
    }

    @Test
    void where_the_address_is_not_known_it_says_so() {
        asked(0);
        forgetsTheAddress(Who.BEN);
        type(Who.BEN, QUESTION);
        assertThat(last(Who.BEN))
                .contains("I cannot see your school mail address here")
                .doesNotContain("Social Media Policy");
        press(Who.BEN, Who.BEN, 0, BEGIN);
        assertThat(last(Who.BEN)).contains("I cannot see your school mail address here");
    }

    @Test
    void the_version_that_is_noted_is_the_one_whose_hash_was_asked_for() {
        Round round = asked(0);
        press(Who.ANNA, BEGIN);
        press(Who.ANNA, UNDERSTOOD);
        assertThat(round.hash()).isEqualTo(VersionHash.of(policies().getFirst()));
        assertThat(reading().acknowledgements().readings(round))
                .filteredOn(reading -> reading.done().isPresent())
                .extracting(reading -> reading.person().email())
                .containsExactly(TestReading.ANNA);
    }
}
