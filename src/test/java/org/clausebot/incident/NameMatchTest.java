package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.school.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {
    private static boolean mayBe(String typed, String name, Role role) {
        return NameMatch.mayBe(typed, World.receiver("x", name, role));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Smith | Jane Smith",
                "mrs SMITH | Jane Smith",
                "Smith, Jane | Jane Smith",
                "J. Smith | Jane Smith",
                "Jane S | Jane Smith",
                "Jane | Jane Smith",
                "JS | Jane Smith",
                "j.s. | Jane Smith",
                "Mrs Smyth (Year 4) | Jane Smith",
                "jsmith92 | Jane Smith",
                "Mr Brown and Mrs Smith | Jane Smith",
                "Tom Smith | Jane Smith",
                "Amina Kahn | Amina Khan",
                "Khan | Dr Amina Khan",
                "Mr O’Brien | Sean O'Brien",
                "obrien | Sean O'Brien",
                "Mrs Taylor | Ann Taylor-Jones",
                "Ms Taylor Jones | Ann Taylor-Jones",
                "taylorjones | Ann Taylor-Jones",
                "Mac Donald | Ewan MacDonald",
                "Jose Garcia | José García López",
                "Frau Muller | Eva Müller",
                "Mr van der Berg | Jan van den Berg",
                "Stephens | Mark Stevens",
                "Olu | Olu Adeyemi",
                "my boss, Mr Adeyemi | Olu Adeyemi",
            })
    void a_name_that_may_be_a_receivers_is_taken_for_it(String typed, String name) {
        assertThat(mayBe(typed, name, Role.LINE_MANAGER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Brown | Jane Smith",
                "Mr Brown | Jane Smith",
                "Jane B | Jane Smith",
                "JB | Jane Smith",
                "a teaching assistant in Year 4 | Jane Smith",
                "someone on the bus | Tom Reed",
                "Lee | Tom Reed",
                "the caretaker | Amina Khan",
                "Mr van Dijk | Jan van den Berg",
            })
    void another_name_is_not(String typed, String name) {
        assertThat(mayBe(typed, name, Role.LINE_MANAGER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "the headteacher, HEADTEACHER, true",
        "the Head, HEADTEACHER, true",
        "Head-teacher, HEADTEACHER, true",
        "the deputy head, HEADTEACHER, false",
        "head of maths, HEADTEACHER, false",
        "our DSL, SAFEGUARDING_LEAD, true",
        "the deputy DSL, DEPUTY_SAFEGUARDING_LEAD, true",
        "the deputy DSL, SAFEGUARDING_LEAD, false",
        "chair of governors, CHAIR_OF_GOVERNORS, true",
        "HR, HUMAN_RESOURCES, true",
        "the headteacher, CHAIR_OF_GOVERNORS, false",
    })
    void the_name_of_a_role_is_taken_for_who_holds_it(String typed, Role role, boolean taken) {
        assertThat(mayBe(typed, "Quentin Xu", role)).isEqualTo(taken);
    }
}
