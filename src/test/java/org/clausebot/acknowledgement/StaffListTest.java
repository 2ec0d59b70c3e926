package org.clausebot.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.acknowledgement.StaffList.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffListTest {
    private static final Entry AMINA = new Entry("Amina Khan", "a.khan@school.example");
    private static final Entry TOM = new Entry("Tom O’Brien", "tom@school.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Amina Khan,a.khan@school.example\nTom O’Brien,Tom@School.example",
                "Name;E-mail\r\nAmina Khan;a.khan@school.example\r\n\r\nTom O’Brien;tom@school.example\r\n",
                "a.khan@school.example\tAmina\tKhan\ntom@school.example\tTom\tO’Brien",
                "\uFEFFSurname,First name,E-mail\nKhan,Amina,a.khan@school.example\n\"O’Brien\",Tom,tom@school.example",
                "First name,Surname,E-mail\nAmina,Khan,a.khan@school.example\nTom,O’Brien,tom@school.example"
            })
    void a_list_is_read_as_spreadsheets_save_and_copy_it(String text) {
        StaffList list = StaffList.read(text);
        assertThat(list.problems()).isEmpty();
        assertThat(list.people()).containsExactly(AMINA, TOM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Name,E-mail",
                "Amina Khan,a.khan@school.example\nTom",
                "Amina Khan,a.khan@school",
                "a.khan@school.example",
                "Amina Khan,a.khan@school.example,07700 900123,Year 4,extra",
                "Amina Khan,a.khan@school.example\nSomebody Else,A.KHAN@school.example",
                "Amina \"Khan,a.khan@school.example\n\"x\"y,b@school.example",
                "Amina Khan,a.khan@school.example,other@school.example",
                "Amina Khan,\"a.khan@school.example\nBcc: x@evil.example\""
            })
    void a_wrong_list_is_refused_with_its_lines(String text) {
        StaffList list = StaffList.read(text);
        assertThat(list.problems())
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(problem).doesNotContain("Amina").doesNotContain("@"));
    }

    @Test
    void the_line_that_is_wrong_is_named() {
        assertThat(StaffList.read("Name,E-mail\nAmina Khan,a.khan@school.example\nTom,")
                        .problems())
                .containsExactly("Line 3 needs one e-mail address.");
    }
}
