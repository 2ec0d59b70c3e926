package org.clausebot.chat.teams.card;

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
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.teams.card.CardPage.Drawn;
import org.clausebot.chat.web.Browser;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every clause, of the given policy and of those that are all markup, is drawn by Microsoft's renderer letter for letter
 * as its document has it, lead-in first, wherever a clause is quoted.
 */
class QuotesInTeamsTest {
    private static Browser browser;
    private static CardPage page;

    private final TeamsCards cards = TeamsSamples.cards();

    @BeforeAll
    static void open() {
        browser = new Browser();
        page = new CardPage(browser, CardPage.PHONE);
    }

    @AfterAll
    static void close() {
        page.close();
        browser.close();
    }

    static Stream<Policy> policies() {
        String hostile = TeamsSamples.HOSTILE.replace("\u200D", "");
        Policy markup = new TestPolicies.Builder("markup", "Markup " + hostile)
                .clause("1.1", "1 " + hostile, "Adults should not: " + hostile, hostile)
                .clause("1.2", "# 1 heading", "", "- one\n- two\n1. three\n# four\n    five\n> six\n***\n| a | b |")
                .clause("1.3", "1 [a](b)", "Adults should not:", "<at>all</at> {{TIME(2017-02-14T06:08:39Z)}} {{{{")
                .build();
        return Stream.of(SlackSamples.given(), SlackSamples.hostile(), markup);
    }

    /** One that shows {@code clause}, in each place in which a clause can be shown. */
    private List<List<TeamsMessage>> showing(Policy policy, Clause clause) {
        List<Quote> quotes = List.of(SlackSamples.quote(policy, clause));
        Quote first = SlackSamples.quote(policy, policy.clauses().getFirst());
        Answer quoted = new Answer.Quoted(SlackSamples.findings(), quotes, Context.NONE);
        Answer nearest = new Answer.Nearest(SlackSamples.findings(), quotes, Context.NONE);
        Answer beside =
                new Answer.Quoted(SlackSamples.findings(), List.of(first), new Context(List.of(), quotes, List.of()));
        Answer urgent = new Answer.Urgent(SlackSamples.findings(), Answer.Concern.PUPIL_CONTACT, quotes, Context.NONE);
        Asking.Said said = new Asking.Said("Read this.", List.of(), quotes);
        Asking.Field field =
                new Asking.Field("What?", quotes, Asking.Input.LINE, List.of(), false, false, false, false);
        List<List<TeamsMessage>> all = new ArrayList<>();
        for (Answer answer : List.of(quoted, nearest, beside)) {
            for (Audience audience : Audience.values()) {
                all.add(cards.of(new Reply.Answered(answer), audience));
            }
        }
        all.add(cards.of(new Reply.Answered(urgent), Audience.ALONE));
        all.add(cards.of(new Reply.Advice("Advice", List.of(said)), Audience.ALONE));
        all.add(cards.of(new Reply.Ended("Ended", List.of(said)), Audience.ALONE));
        all.add(cards.of(new Reply.Asked(Optional.empty(), SlackSamples.asking(field, List.of())), Audience.ALONE));
        return all;
    }

    private static List<String> lines(List<TeamsMessage> messages) {
        return page.draw(messages).stream()
                .flatMap(drawn -> drawn.lines().stream())
                .toList();
    }

    /** Lead-in and text; where lines are divided a line break stands. */
    private static String statement(Clause clause) {
        return clause.leadIn().map(l -> l.text() + "\n").orElse("") + clause.text();
    }

    private static void assertExact(List<TeamsMessage> messages, Policy policy, Clause clause) {
        assertThat(messages)
                .allSatisfy(message -> assertThat(CardRules.violations(message)).isEmpty());
        String drawn = String.join("", lines(messages));
        assertThat(drawn).contains(statement(clause).replace("\n", ""));
        String inDocument = clause.leadIn()
                        .map(l -> String.join("", policy.document().readAll(l.sources())))
                        .orElse("")
                + String.join("", policy.document().readAll(List.of(clause.source())));
        assertThat(letters(drawn)).contains(letters(inDocument));
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_clause_is_drawn_to_the_letter_wherever_it_is_quoted(Policy policy) {
        for (Clause clause : policy.clauses()) {
            List<List<TeamsMessage>> all = showing(policy, clause);
            // All places have the same elements: the whole of them is held for the clauses that are hard.
            List<List<TeamsMessage>> held = policy.clauses().size() > 20 ? all.subList(0, 2) : all;
            held.forEach(messages -> assertExact(messages, policy, clause));
        }
        assertThat(page.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void only_what_is_emphasised_is_bold(Policy policy) {
        for (Clause clause : policy.clauses()) {
            List<Span> spans = spans(clause.text());
            Quote quote = new Quote(policy, clause, spans, 0.5);
            List<TeamsMessage> messages = cards.of(
                    new Reply.Answered(new Answer.Quoted(SlackSamples.findings(), List.of(quote), Context.NONE)),
                    Audience.EVERYBODY);
            StringBuilder wanted = new StringBuilder();
            spans.forEach(span -> wanted.append(clause.text(), span.start(), span.end()));
            StringBuilder bold = new StringBuilder();
            for (TeamsMessage message : messages) {
                page.draw(message);
                bold.append(page.page()
                        .evaluate("() => [...document.querySelectorAll('.ac-richTextBlock .ac-textRun')]"
                                + ".filter(e => e.style.fontWeight === '600').map(e => e.textContent).join('')"));
            }
            assertThat(bold.toString().replace("\n", ""))
                    .endsWith(wanted.toString().replace("\n", ""));
        }
    }

    /** Three characters here and there, wherever the text may be divided. */
    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (int start = 0; start + 3 < text.length(); start += 700) {
            int from = text.offsetByCodePoints(0, text.codePointCount(0, start));
            spans.add(new Span(from, text.offsetByCodePoints(from, 2)));
        }
        return spans;
    }

    @Test
    void a_clause_that_is_found_is_drawn_to_the_letter_or_not_at_all() {
        policies()
                .forEach(policy -> policy.clauses().forEach(clause -> {
                    TeamsMessage found = TeamsSamples.search(SlackSamples.quote(policy, clause));
                    assertExact(List.of(found), policy, clause);
                }));
        Policy endless = new TestPolicies.Builder("endless", "Endless")
                .clause(
                        "1.1",
                        "1 Part",
                        "",
                        "A sentence of a policy. ".repeat(2_000).strip())
                .build();
        Quote quote = SlackSamples.quote(endless, "1.1");
        Drawn drawn = page.draw(TeamsSamples.search(quote));
        assertThat(drawn.lines())
                .contains(TeamsSamples.words().say(TeamsPhrase.SEARCH_LONG))
                .noneMatch(line -> line.contains("sentence of a policy"));
        assertThat(SearchCard.preview(quote)).isEqualTo("Endless");
    }

    @Test
    void where_a_clause_goes_on_its_number_and_lead_in_are_said_again() {
        String sentence = "Adults should not write to pupils outside school hours. ";
        Policy policy = new TestPolicies.Builder("long", "Long")
                .clause(
                        "1.3",
                        "1 Part",
                        "Adults should not:",
                        sentence.repeat(300).strip())
                .build();
        List<TeamsMessage> messages = cards.of(
                new Reply.Answered(new Answer.Quoted(
                        SlackSamples.findings(), List.of(SlackSamples.quote(policy, "1.3")), Context.NONE)),
                Audience.EVERYBODY);
        List<String> lines = lines(messages);
        assertThat(lines).containsSequence("1.3 goes on. It is introduced by:", "Adults should not:");
        assertThat(messages).allSatisfy(m -> assertThat(CardRules.violations(m)).isEmpty());
    }

    @Test
    void a_lead_in_that_goes_on_is_not_introduced_by_itself() {
        Policy policy = new TestPolicies.Builder("long", "Long")
                .clause("1.3", "1 Part", "Adults should not do any of these. ".repeat(600) + "Namely:", "Write.")
                .build();
        List<String> lines = lines(cards.of(
                new Reply.Answered(new Answer.Quoted(
                        SlackSamples.findings(), List.of(SlackSamples.quote(policy, "1.3")), Context.NONE)),
                Audience.EVERYBODY));
        assertThat(lines).contains("1.3 goes on:").doesNotContain("1.3 goes on. It is introduced by:");
    }
}
