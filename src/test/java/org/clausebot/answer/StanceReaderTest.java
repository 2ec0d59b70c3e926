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
                "Staff may come early.|MAY",
                "Staff may come early unless it snows.|CONDITIONAL",
                "Staff should tell the head, where there may be a risk.|CONDITIONAL",
                "Where images are found, the police should be told.|SHOULD",
                "Adults should behave in places other than work.|SHOULD",
                "This requires the school to act.|STATES",
                "Following this advice should reduce the risk of theft.|STATES",
                "Staff should reduce the risk of theft.|SHOULD",
                "During lessons, staff should reduce the risk of theft.|SHOULD",
                "''|STATES",
                "A class may make a podcast.|MAY",
                "A class may make a podcast when the head agrees.|CONDITIONAL",
                "Marking may go home.|MAY",
                "Phones may be used only in the staffroom.|CONDITIONAL",
                "Only the head may do so.|CONDITIONAL",
                "Staff may: take it home.|MAY",
                "A breach may be treated as misconduct.|STATES",
                "Misuse may lead to dismissal.|STATES",
                "Material which may be upsetting is removed.|STATES",
                "The rota is published in May and in June.|STATES",
                "No member of staff may open the door.|MUST_NOT",
                "At night no pupil may leave.|MUST_NOT",
                "Parents may not veto it.|MUST_NOT",
                "You may not know of it.|STATES",
                "Phones may not be worn.|MUST_NOT",
                "Whoever has no key must ask for one.|MUST",
                "A film that shows nothing useful is to be destroyed.|MUST",
                "Nobody is to shout.|MUST_NOT",
                "No caretaker is obliged to stay.|MAY",
                "Staff need not reply.|MAY",
                "Staff do not need to reply.|MAY",
                "There is no need to reply.|MAY",
                "Staff are not expected to reply.|MAY",
                "Staff are not required to reply unless asked.|CONDITIONAL",
                "Staff are asked not to reply.|SHOULD_NOT",
                "No one should reply.|SHOULD_NOT",
                "It is not appropriate to reply.|SHOULD_NOT",
                "The child should be told that this is not acceptable.|SHOULD",
                "Never promise to keep a secret.|MUST_NOT",
                "If a pupil writes, do not answer.|MUST_NOT",
                "Calls are made on a school phone, never by text.|STATES",
                "Save to the shared drive.|MUST",
                "On hearing it, stop work.|MUST",
                "Give it to them only if the head agrees.|CONDITIONAL",
                "Leave under section 4 is unpaid.|STATES",
                "Report forms are kept for a year.|STATES",
                "Review due: March.|STATES",
                "After that it is forgotten, save where it concerns a child.|STATES",
                "Staff will wear the badge.|MUST",
                "Staff will not wear jeans.|MUST_NOT",
                "Staff will be told.|STATES",
                "The head will decide.|STATES",
                "Medicine will not be given unless the plan says so.|CONDITIONAL",
                "The form is to be kept.|MUST",
                "They are not to be lent.|MUST_NOT",
                "The aim is to keep everybody safe.|STATES",
                "The head decides whether they are to be suspended.|STATES",
                "If a child must be moved, ring the office.|MUST",
                "If you cannot reach the head, ring the office.|MUST",
                "Where a picture is illegal, staff must ring the police.|MUST",
                "Should you be asked, say nothing.|MUST",
                "Adults are reminded that they must comply.|MUST",
                "It is not acceptable to: post what should be private|SHOULD_NOT",
                "The leader must: tell parents what they should not bring|MUST",
                "The clerk must reply in two days; details will be shared only if they are needed.|MUST",
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
