package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;
import org.clausebot.search.TestPolicies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StanceReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Staff must never post remarks.|MUST_NOT",
                "Phones must not be used.|MUST_NOT",
                "There are no circumstances that will justify it.|MUST_NOT",
                "Pupils are not allowed in here.|MUST_NOT",
                "Adults should not seek contact.|SHOULD_NOT",
                "Adults should: Never share passwords.|SHOULD_NOT",
                "Adults should: Not give addresses.|SHOULD_NOT",
                "Adults should not: Use equipment.|SHOULD_NOT",
                "All adults must adhere to this.|MUST",
                "Staff are required to sign in.|MUST",
                "Staff should keep records.|SHOULD",
                "Employees are advised to take prints.|SHOULD",
                "Adults may wish to seek support.|MAY",
                "Staff are welcome to ask.|MAY",
                "Adults should not give details, unless it is agreed.|CONDITIONAL",
                "Staff must stay, except where told otherwise.|CONDITIONAL",
                "They should not ask other than in their role.|CONDITIONAL",
                "This can also apply to family.|STATES",
                "It may not be illegal.|STATES",
                "This policy cannot cover everything.|STATES",
                "Online bullying is defined so.|STATES",
                "Staff may come early unless it snows.|MAY",
                "Staff should tell the head, where there may be a risk.|CONDITIONAL",
                "Where images are found, the police should be told.|SHOULD",
                "Adults should behave in places other than work.|SHOULD",
                "This requires the school to act.|STATES",
                "Following this advice should reduce the risk of theft.|STATES",
                "Staff should reduce the risk of theft.|SHOULD",
                "During lessons, staff should reduce the risk of theft.|SHOULD",
                "''|STATES",
            })
    void the_clauses_own_words_decide(String statement, Stance stance) {
        assertThat(StanceReader.of(statement).stance()).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.1.2|Failure to do so may lead|STATES",
                "2.5.5|E-mail or text communications|STATES",
                "2.5.1|The school normally provides|STATES",
                "2.8.5|It is for the individual|STATES",
                "1.2.2|Reference to children|STATES",
                "2.7.1|Accessing, making and storing|MUST_NOT",
                "2.6.2|There will be occasions|CONDITIONAL",
                "2.2.1|All adults working with children|SHOULD",
                "2.3.3|This includes any photographs|SHOULD",
                "1.2.3|For example any alleged|SHOULD_NOT",
                "2.4.6|Use school ICT|SHOULD_NOT"
            })
    void a_sentence_that_states_is_read_by_itself_unless_it_hangs_together_with_another(
            String address, String begins, Stance stance) throws Exception {
        Clause clause = TestPolicies.socialMedia().clause(address).orElseThrow();
        int from = clause.text().indexOf(begins);
        int point = clause.text().indexOf(". ", from);
        int to = point < 0 ? clause.text().length() : point + 1;
        assertThat(StanceReader.of(clause, new Span(from, to)).stance()).isEqualTo(stance);
    }

    @ParameterizedTest
    @CsvSource({
        "2.4.1,SHOULD_NOT", "2.4.2,SHOULD", "2.4.3,SHOULD_NOT", "2.4.6,SHOULD_NOT", "2.4.7,CONDITIONAL",
                "2.6.1,SHOULD_NOT",
        "2.6.2,CONDITIONAL", "2.3.2,SHOULD", "2.3.12,MUST_NOT", "2.5.4,CONDITIONAL", "2.1.4,CONDITIONAL",
                "2.7.1,MUST_NOT",
        "2.8.1,STATES", "3.1.2,MUST", "1.1.1#4,STATES", "2.7.4,SHOULD_NOT"
    })
    void the_given_policy_is_read_with_its_lead_ins(String address, Stance stance) throws Exception {
        Policy policy = TestPolicies.socialMedia();
        Clause clause = policy.clause(address).orElseThrow();
        assertThat(StanceReader.of(clause, new Span(0, clause.text().length())).stance())
                .isEqualTo(stance);
    }
}
