package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A question about what a policy said at an earlier time. */
class PastQuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);

    private static String read(String text) {
        return PastQuestion.read(text, TODAY)
                .map(past -> past.first() + " " + past.last() + " " + past.question())
                .orElse("");
    }

    @Test
    void a_month_a_day_and_a_year_are_understood_and_left_out_of_the_question() {
        assertThat(read("what did the policy say about phones in June 2018?"))
                .isEqualTo("2018-06-01 2018-06-30 what did the policy say about phones?");
        assertThat(read("On 15th of September 2019, what did the policy say about friending parents"))
                .startsWith("2019-09-15 2019-09-15 , what did the policy say");
        assertThat(read("which rule was in the handbook back in 2017")).startsWith("2017-01-01 2017-12-31");
        assertThat(read("What did our social media policy say about WhatsApp as of 2020-02-29?"))
                .startsWith("2020-02-29 2020-02-29");
    }

    @Test
    void what_asks_of_no_earlier_time_is_left_alone() {
        for (String text : List.of(
                "can I friend a parent?",
                "I started here in June 2018, can I friend a parent?",
                "what does the policy say about trips in June?",
                "what will the policy say about phones in June 2030?",
                "what did the policy say about phones on 31 February 2018?",
                "what did the policy say about phones in Junk 2018?")) {
            assertThat(read(text)).as(text).isEmpty();
        }
    }

    private static Answer answered(Question question, Answer.@Nullable Concern concern) {
        Findings findings = new Findings(question.text(), 0, List.of());
        return concern == null
                ? new Answer.NotCovered(findings)
                : new Answer.Urgent(
                        findings, concern, List.of(), Context.NONE, Optional.of(new Answer.NotCovered(findings)));
    }

    private static Answer ask(PastPolicies past, Answer.@Nullable Concern concern) {
        PolicyAssistant assistant = new PolicyAssistant(
                question -> answered(question, concern),
                past,
                words -> false,
                500,
                Duration.ofHours(1),
                10,
                CLOCK,
                Logging.none());
        return assistant
                .reply(new Incoming(SchoolId.DEFAULT, "c", "what did the policy say about phones in June 2018?"))
                .policyAnswer()
                .orElseThrow();
    }

    private static PastPolicies kept(List<String> asked) {
        return new PastPolicies() {
            @Override
            public Optional<Answer> answer(LocalDate first, LocalDate last, Question question) {
                asked.add(first + " " + last);
                return Optional.of(new Answer.NotCovered(new Findings("then", 0, List.of())));
            }

            @Override
            public Optional<Policy> on(PolicyId id, LocalDate day) {
                return Optional.empty();
            }
        };
    }

    @Test
    void it_is_answered_from_the_versions_of_that_time() {
        List<String> asked = new ArrayList<>();
        assertThat(ask(kept(asked), null).findings().question()).isEqualTo("then");
        assertThat(asked).containsExactly("2018-06-01 2018-06-30");
    }

    @Test
    void where_no_version_of_that_time_is_kept_it_says_so() {
        PastPolicies nothing = new PastPolicies() {
            @Override
            public Optional<Answer> answer(LocalDate first, LocalDate last, Question question) {
                return Optional.empty();
            }

            @Override
            public Optional<Policy> on(PolicyId id, LocalDate day) {
                return Optional.empty();
            }
        };
        assertThat(ask(nothing, null))
                .isInstanceOfSatisfying(
                        Answer.SmallTalk.class,
                        talk -> assertThat(talk.kind()).isEqualTo(Answer.SmallTalk.Kind.NO_SUCH_VERSION));
    }

    @Test
    void first_steps_come_before_what_a_policy_said_once() {
        List<String> asked = new ArrayList<>();
        assertThat(ask(kept(asked), Answer.Concern.PERSON_AT_RISK))
                .isInstanceOfSatisfying(
                        Answer.Urgent.class,
                        urgent -> assertThat(urgent.onlyAsked())
                                .as("what is in force now does not answer for then")
                                .isEmpty());
        assertThat(asked).isEmpty();
    }
}
