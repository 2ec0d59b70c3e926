package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clausebot.answer.Context.Relation;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.Policy;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanionsTest {
    private final Policy policy;

    @TempDir
    private Path folder;

    CompanionsTest() throws Exception {
        policy = TestPolicies.socialMedia();
    }

    private Companions companions(String... rows) throws Exception {
        Files.writeString(
                folder.resolve("social-media.tsv"),
                "clause\trelation\tother\twhen\tsay\n" + String.join("\n", rows) + "\n");
        return Companions.of(List.of(policy), folder);
    }

    private Quote quote(String address) {
        return new Quote(policy, policy.clause(address).orElseThrow(), List.of(), 1);
    }

    @Test
    void what_the_owner_ties_together_is_brought_from_either_side_when_the_question_has_one_of_the_words()
            throws Exception {
        Companions companions = companions("2.3.6\tgives-way\t2.4.4\tprinter scanner\tMind the tray.");
        Context there = companions.beside(List.of(quote("2.3.6")), "my own PRINTER?");
        assertThat(there.brought()).extracting(q -> q.clause().ref().address()).containsExactly("2.4.4");
        assertThat(there.links()).singleElement().satisfies(link -> {
            assertThat(link.relation()).isEqualTo(Relation.GIVES_WAY);
            assertThat(link.say()).isEqualTo("Mind the tray.");
        });
        assertThat(companions
                        .beside(List.of(quote("2.4.4")), "the scanner")
                        .links()
                        .getFirst()
                        .relation())
                .isEqualTo(Relation.COMES_FIRST);
        assertThat(companions.beside(List.of(quote("2.3.6")), "my own laptop?").links())
                .isEmpty();
    }

    @Test
    void two_clauses_that_are_both_shown_are_tied_once_and_brought_not_at_all() throws Exception {
        Context context = companions("2.6.1\texception\t2.6.2\t\t")
                .beside(List.of(quote("2.6.2"), quote("2.6.1")), "can I friend a pupil who is my niece");
        assertThat(context.brought()).isEmpty();
        assertThat(context.links()).hasSize(1);
    }

    @Test
    void a_row_whose_clause_is_gone_is_passed_over_and_named_with_its_line() throws Exception {
        Companions companions = companions("9.9.9\texception\t2.6.2\t\t");
        assertThat(companions.problems())
                .singleElement()
                .asString()
                .contains("social-media.tsv:2", "no clause 9.9.9", "policy show social-media");
    }

    @Test
    void an_unknown_relation_is_refused_with_its_line() {
        assertThatThrownBy(() -> companions("2.6.1\tbeats\t2.6.2\t\t"))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(
                        "social-media.tsv:2: relation is exception, gives-way or conflict, not \"beats\"");
    }
}
