package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.Test;

class SimulatedTrustTest {
    private static School read(List<SchoolId> schools) throws Exception {
        return SchoolFile.parse(Path.of("school.yaml"), SimulatedTrust.schoolYaml(schools))
                .inForce(LocalDate.of(2026, 11, 1))
                .orElseThrow();
    }

    @Test
    void the_settings_of_simulated_schools_name_them_all_and_open_them_to_the_owner() throws Exception {
        List<SchoolId> schools = List.of(SchoolId.DEFAULT, new SchoolId("school-002"), new SchoolId("school-003"));
        School trust = read(schools);

        assertThat(trust.trust().ids()).isEqualTo(schools);
        assertThat(trust.trust().seenBy("ruth-bell")).startsWith(SchoolId.ALL).hasSize(4);
        assertThat(trust.trust().seenBy("tom-reed")).containsExactly(SchoolId.DEFAULT);
    }

    @Test
    void those_of_one_school_are_the_example() throws Exception {
        assertThat(SimulatedTrust.schoolYaml(List.of(SchoolId.DEFAULT))).isEqualTo(SchoolFile.example());
        assertThat(read(List.of(SchoolId.DEFAULT)).trust().several()).isFalse();
    }
}
