package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenPolicyTest {
    private final Policy policy = read();

    private static Policy read() {
        try {
            return Fixtures.read(Fixtures.givenPolicy());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void its_clauses_are_those_of_the_reference() throws Exception {
        List<String> wanted = Files.readAllLines(Fixtures.givenPolicyClauses());
        List<String> given = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            String said = clause.ref().bullet() > 0 ? clause.text() : clause.statement();
            given.add(clause.ref().address() + "\t" + String.join(" > ", clause.headings()) + "\t" + said);
        }
        assertThat(given).containsExactlyElementsOf(wanted);
    }

    @Test
    void it_has_57_numbers_14_bullets_and_a_control_line_and_no_2_4_5() {
        assertThat(policy.clauses()).filteredOn(c -> c.ref().bullet() > 0).hasSize(14);
        assertThat(policy.clauses())
                .filteredOn(c -> c.ref().bullet() == 0 && !c.ref().number().equals("footer"))
                .hasSize(57);
        assertThat(policy.clause("2.4.5")).isEmpty();
        assertThat(policy.clause("footer").orElseThrow().headings()).containsExactly("Document control");
    }

    @Test
    void a_lead_in_governs_until_the_next_one() {
        assertThat(policy.clause("2.4.4").orElseThrow().leadInText()).isEqualTo("Adults working in schools should:");
        assertThat(policy.clause("2.4.6").orElseThrow().leadInText())
                .isEqualTo("Adults working in schools should not:");
        assertThat(policy.clause("2.5.1").orElseThrow().leadIn()).isEmpty();
    }

    @Test
    void a_clause_cut_by_a_page_break_is_whole() {
        assertThat(policy.clause("2.3.12").orElseThrow().text()).contains("the school or RBWM into disrepute");
    }

    @Test
    void spans_are_offsets_into_the_file_as_issued() throws Exception {
        String file = Files.readString(Fixtures.givenPolicy(), StandardCharsets.UTF_8);
        assertThat(policy.document().text()).isEqualTo(file);
        Span at = policy.clause("2.4.6").orElseThrow().source();
        assertThat(file.substring(at.start(), at.end()))
                .isEqualTo("Use school ICT equipment for personal use, e.g. camera or computers.");
    }

    @Test
    void its_name_and_dates_are_taken_as_printed() {
        assertThat(policy.details().title()).isEqualTo("Social Media Policy");
        assertThat(policy.details().updated()).contains("June 2018");
        assertThat(policy.details().review()).contains("June 20217");
        assertThat(policy.details().version()).matches("June 2018 \\([0-9a-f]{8}\\)");
    }
}
