package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.clausebot.app.TestRun.Result;
import org.clausebot.backup.DataLock;
import org.clausebot.school.Role;
import org.clausebot.school.SchoolFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the school must name for the flows, and who notices when it does not. */
class DestinationsTest {
    @TempDir
    Path data;

    private Result check(String school) throws Exception {
        Files.writeString(data.resolve(SchoolFile.NAME), school);
        return TestRun.run(data, "", "school", "check");
    }

    @Test
    void the_flows_say_whom_they_need() throws Exception {
        Destinations needed = Destinations.of(Program.flows(TestRun.config(data, Map.of())));

        assertThat(needed.roles())
                .contains(
                        Role.HEADTEACHER,
                        Role.SAFEGUARDING_LEAD,
                        Role.CHAIR_OF_GOVERNORS,
                        Role.HUMAN_RESOURCES,
                        Role.ONLINE_SAFETY_LEAD,
                        Role.SENIOR_LEADER,
                        Role.LINE_MANAGER);
        assertThat(needed.numbers()).contains("lado", "police", "childrens-services");
    }

    @Test
    void the_example_school_has_all_that_the_flows_need() throws Exception {
        Result result = check(SchoolFile.example());

        assertThat(result.out()).doesNotContain("FAIL").contains("It can be used.");
        assertThat(result.exit()).isZero();
    }

    @Test
    void a_role_that_nobody_holds_and_a_number_that_is_missing_are_found() throws Exception {
        Result result = check(SchoolFile.example()
                .replace("roles: [human-resources]", "roles: [senior-leader]")
                .replaceAll("(?m)^ *police:.*\n", ""));

        assertThat(result.exit()).isNotZero();
        assertThat(result.out())
                .contains("FAIL  Nobody is human resources")
                .contains("FAIL  Reports tell people to ring police");
    }

    @Test
    void without_the_number_of_the_lado_nothing_starts() throws Exception {
        Files.writeString(data.resolve(SchoolFile.NAME), SchoolFile.example().replaceAll("(?m)^ *lado:.*\n", ""));

        assertThatThrownBy(() -> Program.open(TestRun.config(data, Map.of()), TestRun.CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("LADO");
    }

    @Test
    void a_refused_command_leaves_the_data_folder_to_others() throws Exception {
        assertThatThrownBy(() -> Desk.forAccess(TestRun.config(data, Map.of()), TestRun.CLOCK))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("school.yaml");

        DataLock.alone(data).close();
        Files.delete(data.resolve("clausebot.db"));
    }
}
