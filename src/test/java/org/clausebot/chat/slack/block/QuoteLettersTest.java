package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Reply;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause, of the given policy and of one that is all markup, comes out letter for letter, lead-in first. */
class QuoteLettersTest {
    private final SlackReplies replies = SlackSamples.replies();

    static Stream<Policy> policies() {
        return Stream.of(SlackSamples.given(), SlackSamples.hostile());
    }

    private static String statement(Clause clause) {
        return clause.leadIn().map(l -> l.text() + "\n").orElse("") + clause.text();
    }

    private void assertExact(List<SlackMessage> messages, Clause clause) {
        assertThat(Shown.rich(messages)).contains(statement(clause));
        assertThat(messages)
                .allSatisfy(message ->
                        assertThat(BlockKitLimits.violations(message)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_clause_that_answers_is_shown_to_the_letter_wherever_it_is_shown(Policy policy) {
        for (Clause clause : policy.clauses()) {
            List<Quote> quotes = List.of(SlackSamples.quote(policy, clause));
            for (Audience audience : Audience.values()) {
                assertExact(
                        replies.of(
                                new Reply.Answered(new Answer.Quoted(SlackSamples.findings(), quotes, Context.NONE)),
                                audience),
                        clause);
                assertExact(
                        replies.of(
                                new Reply.Answered(new Answer.Nearest(SlackSamples.findings(), quotes, Context.NONE)),
                                audience),
                        clause);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_clause_beside_an_answer_first_steps_or_a_question_is_shown_to_the_letter(Policy policy) {
        Quote first = SlackSamples.quote(policy, policy.clauses().getFirst());
        for (Clause clause : policy.clauses()) {
            List<Quote> quotes = List.of(SlackSamples.quote(policy, clause));
            Context brought = new Context(List.of(), quotes, List.of());
            Asking.Said said = new Asking.Said("Read this.", List.of(), quotes);
            List<Reply> all = List.of(
                    new Reply.Answered(new Answer.Quoted(SlackSamples.findings(), List.of(first), brought)),
                    new Reply.Answered(new Answer.Urgent(
                            SlackSamples.findings(), Answer.Concern.PUPIL_CONTACT, quotes, Context.NONE)),
                    new Reply.Advice("Advice", List.of(said)),
                    new Reply.Ended("Ended", List.of(said)),
                    new Reply.Asked(
                            Optional.empty(),
                            SlackSamples.asking(
                                    new Asking.Field(
                                            "What?", quotes, Asking.Input.LINE, List.of(), false, false, false, false),
                                    List.of())));
            all.forEach(reply -> assertExact(replies.of(reply, Audience.ALONE), clause));
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void what_is_emphasised_is_bold_and_nothing_else_of_the_clause(Policy policy) {
        for (Clause clause : policy.clauses()) {
            List<Span> spans = spans(clause.text());
            List<Quote> quotes = List.of(new Quote(policy, clause, spans, 0.5));
            List<SlackMessage> messages = replies.of(
                    new Reply.Answered(new Answer.Quoted(SlackSamples.findings(), quotes, Context.NONE)),
                    Audience.ALONE);
            StringBuilder wanted = new StringBuilder();
            spans.forEach(span -> wanted.append(clause.text(), span.start(), span.end()));
            assertThat(Shown.bold(messages)).isEqualTo(wanted.toString());
            assertExact(messages, clause);
        }
    }

    /** Three words here and there, wherever the text may be divided. */
    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (int start = 0; start + 3 < text.length(); start += 700) {
            int from = text.offsetByCodePoints(0, text.codePointCount(0, start));
            spans.add(new Span(from, text.offsetByCodePoints(from, 2)));
        }
        return spans;
    }

    @Test
    void where_a_clause_goes_on_its_number_and_lead_in_are_said_again() {
        Policy policy = SlackSamples.hostile();
        Clause clause = policy.clause("1.3").orElseThrow();
        List<SlackMessage> messages = replies.of(
                new Reply.Answered(new Answer.Quoted(
                        SlackSamples.findings(), List.of(SlackSamples.quote(policy, clause)), Context.NONE)),
                Audience.ALONE);
        assertThat(Shown.all(messages)).contains("1.3 goes on. It is introduced by:\nAdults should not:");
    }

    @Test
    void only_the_number_is_a_link_and_only_where_there_are_pages() {
        Policy policy = SlackSamples.given();
        Reply reply = new Reply.Answered(
                new Answer.Quoted(SlackSamples.findings(), List.of(SlackSamples.quote(policy, "2.4.6")), Context.NONE));
        String with = replies.of(reply, Audience.EVERYBODY).toString();
        assertThat(with).contains("https://clausebot.school.example/policies/social-media#2.4.6");
        SlackReplies without = new SlackReplies(
                SlackSamples.phrases(), SlackSamples.words(), List::of, title -> true, Optional.empty());
        assertThat(without.of(reply, Audience.ALONE).toString()).doesNotContain("https://");
    }
}
