package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;

class PolicyAssistantTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T09:00:00Z"));
    private final List<Question> asked = new ArrayList<>();
    private final PolicyAssistant assistant = answering();
    private final Quote quote;

    PolicyAssistantTest() throws Exception {
        byte[] bytes = "Phones\n\n1.1 Phones stay in the locker.\n".getBytes(StandardCharsets.UTF_8);
        Policy policy = new PolicyReader()
                .read(
                        "policy.txt",
                        bytes,
                        new Given(
                                new PolicyId("phones"),
                                Optional.of("Phones"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        quote = new Quote(policy, policy.clauses().getFirst(), List.of(), 1);
    }

    /** It notes what it is asked. */
    private PolicyAssistant answering() {
        return new PolicyAssistant(
                question -> {
                    asked.add(question);
                    Findings findings = new Findings(question.text(), 0.9, List.of());
                    if (question.text().startsWith("help") && !question.onlyAsking()) {
                        return new Answer.Urgent(findings, Answer.Concern.PERSON_AT_RISK, List.of(quote), Context.NONE);
                    }
                    return question.text().startsWith("off")
                            ? new Answer.NotCovered(findings)
                            : new Answer.Quoted(findings, List.of(quote), Context.NONE);
                },
                "only asking"::equals,
                40,
                Duration.ofMinutes(30),
                100,
                clock());
    }

    @Test
    void a_question_that_no_clause_answers_can_be_asked_again_as_it_was_meant() {
        ask("one", "first");
        assertThat(assistant.unanswered(SchoolId.DEFAULT, "one")).isEmpty();

        ask("one", "off it goes");
        assertThat(assistant.unanswered(SchoolId.DEFAULT, "one"))
                .contains(new Question("off it goes", List.of("first")));
        assertThat(assistant.unanswered(SchoolId.DEFAULT, "two")).isEmpty();

        ask("one", "second");
        assertThat(assistant.unanswered(SchoolId.DEFAULT, "one")).isEmpty();
    }

    @Test
    void earlier_questions_of_the_same_conversation_are_handed_on() {
        ask("one", "first");
        ask("one", "second");
        ask("two", "third");

        assertThat(asked.get(1).earlier()).containsExactly("first");
        assertThat(asked.get(2).earlier()).isEmpty();
    }

    @Test
    void the_policy_that_was_picked_is_handed_on() {
        Optional<PolicyId> picked = Optional.of(new PolicyId("phones"));
        assistant.reply(new Incoming(SchoolId.DEFAULT, "one", "first").of(picked));
        ask("one", "second");

        assertThat(asked.get(0).within()).isEqualTo(picked);
        assertThat(asked.get(1).within()).isEmpty();
    }

    @Test
    void a_conversation_is_forgotten_after_a_while() {
        ask("one", "first");
        now.updateAndGet(t -> t.plus(Duration.ofMinutes(31)));
        ask("one", "second");

        assertThat(asked.get(1).earlier()).isEmpty();
    }

    @Test
    void only_the_last_few_questions_are_kept_and_only_those_that_the_policy_answers() {
        for (String text : List.of("a", "b", "off topic", "c", "d", "e", "f")) {
            ask("one", text);
        }

        assertThat(asked.getLast().earlier()).containsExactly("b", "c", "d", "e");
    }

    @Test
    void after_first_steps_a_person_may_say_that_it_was_only_a_question_and_it_is_answered_as_one() {
        assertThat(outcome(ask("one", "help me"))).isEqualTo("urgent");
        assertThat(outcome(ask("one", "only asking"))).isEqualTo("quoted");
        assertThat(asked.getLast()).isEqualTo(new Question("help me", List.of(), true));
    }

    @Test
    void what_says_that_it_was_only_a_question_is_itself_a_question_elsewhere_and_later() {
        ask("one", "help me");
        ask("two", "only asking");
        assertThat(asked.getLast().text()).isEqualTo("only asking");
        ask("one", "what else");
        ask("one", "only asking");
        assertThat(asked.getLast()).isEqualTo(new Question("only asking", List.of("what else"), false));
    }

    private static String outcome(Reply reply) {
        return reply instanceof Reply.Answered answered ? answered.answer().outcome() : "";
    }

    @Test
    void a_question_that_is_too_long_is_refused_unread() {
        Reply reply = ask("one", "x".repeat(41));

        assertThat(reply).isEqualTo(new Reply.TooLong(41, 40));
        assertThat(asked).isEmpty();
    }

    @Test
    void nothing_but_white_space_is_blank() {
        assertThat(ask("one", " \n\t ")).isEqualTo(new Reply.Blank());
    }

    private Reply ask(String conversation, String text) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, conversation, text));
    }

    private Clock clock() {
        InstantSource source = now::get;
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return source.instant();
            }
        };
    }
}
