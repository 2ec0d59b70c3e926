package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clausebot.incident.World.DSL;
import static org.clausebot.incident.World.as;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest extends WorldTest {
    private Path head() {
        return world.folder.resolve("keys").resolve("audit.head");
    }

    private void work() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        world.cases().open(as(DSL), ref);
        world.cases().note(as(DSL), ref, "a note");
        world.cases().list(as(DSL), Optional.empty(), "note");
        world.cases().open(as(DSL), "2222");
    }

    /** As somebody with the file, but without the keys, would. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + world.folder.resolve("clausebot.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Audit.Fault fault() throws Exception {
        return world.audit.verify().fault().orElseThrow();
    }

    @Test
    void every_view_and_change_is_a_row_and_the_whole_log_verifies() throws Exception {
        work();
        assertThat(world.audit.verify()).isEqualTo(new Audit.Verdict(5, Optional.empty()));
        world.close();
        world.open();
        work();
        assertThat(world.audit.verify().fault()).isEmpty();
    }

    @Test
    void rows_of_many_at_once_make_one_chain() throws Exception {
        IntStream.range(0, 60)
                .parallel()
                .forEach(i -> world.audit.note(org.clausebot.policy.SchoolId.DEFAULT, "jane-smith", "signed-in"));
        assertThat(world.audit.verify()).isEqualTo(new Audit.Verdict(60, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE audit SET actor = 'x' WHERE seq = 2", "DELETE FROM audit WHERE seq = 5"})
    void the_database_refuses_to_change_or_delete_a_row(String sql) {
        work();
        assertThatThrownBy(() -> tamper(sql)).hasMessageContaining("only added to");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit SET actor = 'tom-reed' WHERE seq = 3",
                "UPDATE audit SET at = at + 1 WHERE seq = 3",
                "UPDATE audit SET hash = (SELECT hash FROM audit WHERE seq = 2) WHERE seq = 3",
                "DELETE FROM audit WHERE seq = 3"
            })
    void a_changed_or_deleted_row_is_the_first_bad_one(String sql) throws Exception {
        work();
        tamper("DROP TRIGGER audit_is_not_changed", "DROP TRIGGER audit_is_not_deleted", sql);
        assertThat(fault().row()).isEqualTo(3);
    }

    @Test
    void a_cut_tail_is_found_now_and_after_a_restart_until_it_is_explained() throws Exception {
        work();
        tamper("DROP TRIGGER audit_is_not_deleted", "DELETE FROM audit WHERE seq > 3");
        assertThat(fault().row()).isEqualTo(4);
        world.close();
        world.open();
        assertThat(fault().what()).contains("lacked rows");
        work();
        assertThat(fault().row()).isEqualTo(4);
        world.audit.accept();
        assertThat(world.audit.verify().fault()).isEmpty();
    }

    @Test
    void a_log_written_anew_after_a_cut_is_found() throws Exception {
        work();
        byte[] before = Files.readAllBytes(head());
        tamper("DROP TRIGGER audit_is_not_deleted", "DELETE FROM audit");
        work();
        Files.write(head(), before);
        assertThat(fault().row()).isEqualTo(5);
    }

    @Test
    void after_a_crash_between_commit_and_head_the_head_is_caught_up() throws Exception {
        work();
        Path earlier = world.folder.resolve("earlier.head");
        Files.copy(head(), earlier);
        work2();
        byte[] latest = Files.readAllBytes(head());
        world.close();
        Files.copy(earlier, head(), StandardCopyOption.REPLACE_EXISTING);
        world.open();
        assertThat(Files.readAllBytes(head())).isEqualTo(latest);
        assertThat(world.audit.verify().fault()).isEmpty();
    }

    private void work2() {
        world.cases().list(as(DSL), Optional.empty(), "");
    }

    @Test
    void a_lost_head_file_is_told() throws Exception {
        work();
        world.close();
        Files.delete(head());
        world.open();
        assertThat(fault().what()).contains("no head file");
    }
}
