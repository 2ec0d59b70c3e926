package org.clausebot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;

class RelationsTest {
    private static Policy policy(String id, String title, String text) throws Exception {
        Given given = new Given(
                new PolicyId(id),
                Optional.of(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new PolicyReader().read(id + ".txt", text.getBytes(StandardCharsets.UTF_8), given);
    }

    @Test
    void the_exception_to_a_ban_is_found_in_the_given_policy() throws Exception {
        Policy given = TestPolicies.socialMedia();
        assertThat(Relations.of(given, List.of(given)).exceptions())
                .extracting(e -> e.rule().address() + " " + e.exception().address())
                .contains("2.1.5 2.5.4");
    }

    @Test
    void a_clause_that_cites_another_by_number_is_tied_to_it_and_one_of_another_document_is_not() throws Exception {
        Policy trips = policy("trips", "Trips policy", """
                1 Trips

                1.1 Staff should leave a list at the office.

                1.2 A late return is rung in as in 1.1 above.

                1.3 Section 1.1 of the Driving Handbook applies to minibuses.
                """);
        assertThat(Relations.of(trips, List.of(trips)).citations())
                .singleElement()
                .satisfies(citation -> {
                    assertThat(citation.citing().address()).isEqualTo("1.2");
                    assertThat(citation.cited().address()).isEqualTo("1.1");
                });
    }

    @Test
    void another_policy_is_named_in_the_clauses_own_words_and_known_when_it_is_here() throws Exception {
        Policy given = TestPolicies.socialMedia();
        Policy use = policy("use", "Acceptable Use Policy", "1 Use\n\n1.1 Staff should log off when they leave.\n");
        List<Relations.Elsewhere> alone = Relations.of(given, List.of(given)).elsewhere();
        assertThat(alone)
                .filteredOn(e -> e.citing().address().equals("2.3.7"))
                .singleElement()
                .satisfies(e -> {
                    String text = given.clause("2.3.7").orElseThrow().text();
                    assertThat(text.substring(e.words().start(), e.words().end()))
                            .isEqualTo("Acceptable Use policy");
                    assertThat(e.here()).isEmpty();
                });
        assertThat(Relations.of(given, List.of(given, use)).elsewhere())
                .filteredOn(e -> e.citing().address().equals("2.3.7"))
                .singleElement()
                .satisfies(e -> assertThat(e.here()).contains(new PolicyId("use")));
    }

    @Test
    void the_clauses_of_scope_say_for_whom_and_for_what() throws Exception {
        Policy given = TestPolicies.socialMedia();
        List<Scope> scopes = Relations.of(given, List.of(given)).scopes();
        Scope whom = scopes.stream().filter(Scope::aboutPeople).findFirst().orElseThrow();
        assertThat(whom.clause().address()).isEqualTo("1.2.1");
        assertThat(whom.decides("I'm a governor, may I post about the fete?")).isTrue();
        assertThat(whom.decides("does the contractor fixing our roof count")).isTrue();
        assertThat(whom.decides("do I tell the chair of governors?")).isFalse();
        assertThat(whom.decides("can a teacher use WhatsApp")).isFalse();
        Scope what = scopes.stream().filter(s -> !s.aboutPeople()).findFirst().orElseThrow();
        assertThat(what.clause().address()).isEqualTo("1.2.3");
        assertThat(what.decides("a parent has made an allegation of misconduct"))
                .isTrue();
        assertThat(what.decides("can I friend a parent")).isFalse();
    }
}
