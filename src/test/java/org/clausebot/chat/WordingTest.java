package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Context.Relation;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Quote;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.Span;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static final Findings FINDINGS = new Findings("q", 0.9, List.of());

    private final Policy policy = TestPolicies.socialMedia();
    private final Wording wording;

    WordingTest() throws Exception {
        wording = new Wording(Phrases.read(Path.of("conversations/phrases.yaml")));
    }

    private Quote quote(String address) {
        return new Quote(policy, policy.clause(address).orElseThrow(), List.of(), 1);
    }

    private static ClauseRef ref(String number, int bullet) {
        return new ClauseRef(new PolicyId("social-media"), number, bullet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.5.4|The clause says “should not … unless …”",
                "2.4.7|The clause says “should not … unless …”",
                "2.6.1|The clause says “should not”",
                "2.3.12|The clause says “must never”",
                "2.4.1|The clause says “should: Never”",
                "2.8.4|The clause says “Adults may”",
                "2.8.1|''",
            })
    void a_badge_has_the_clauses_own_words_and_no_others(String address, String badge) {
        assertThat(wording.badge(quote(address))).isEqualTo(badge);
    }

    @Test
    void every_word_in_a_badge_stands_in_its_clause() {
        policy.clauses().stream()
                .map(clause -> new Quote(policy, clause, List.of(), 1))
                .forEach(quote -> quote.strength()
                        .words()
                        .forEach(words -> assertThat(quote.clause().statement()).contains(words)));
    }

    @Test
    void clauses_that_do_not_speak_as_strongly_are_said_to_differ() {
        Answer differing = new Answer.Quoted(FINDINGS, List.of(quote("2.6.1"), quote("2.8.4")), Context.NONE);
        Answer alike = new Answer.Quoted(FINDINGS, List.of(quote("2.6.1"), quote("2.3.5")), Context.NONE);
        assertThat(wording.beside(differing)).singleElement().asString().contains("do not all speak as strongly");
        assertThat(wording.beside(alike)).isEmpty();
    }

    @Test
    void links_and_other_documents_are_said_in_a_sentence_each_with_numbers_as_people_read_them() {
        Quote shown = quote("2.3.7");
        int at = shown.clause().text().indexOf("Acceptable");
        Span name = new Span(at, at + "Acceptable Use policy".length());
        Context context = new Context(
                List.of(
                        new Context.Link(Relation.CITED, ref("2.3.7", 0), ref("1.1.1", 3), ""),
                        new Context.Link(Relation.GIVES_WAY, ref("2.3.7", 0), ref("2.7.4", 0), "Take care.")),
                List.of(quote("2.7.4")),
                List.of(new Context.Elsewhere(shown, name, Optional.empty())));
        Answer answer = new Answer.Nearest(FINDINGS, List.of(shown), context);
        assertThat(wording.before(answer)).containsExactly("Take care. Where both apply, 2.7.4 comes before 2.3.7.");
        assertThat(wording.beside(answer))
                .containsExactly(
                        "2.3.7 refers to 1.1.1, bullet 3.",
                        "2.3.7 sends you to “Acceptable Use policy”, which is not among the policies here. Ask the school"
                                + " office for it.");
    }
}
