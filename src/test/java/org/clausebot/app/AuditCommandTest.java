package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.clausebot.incident.Audit;
import org.clausebot.incident.AuditChain;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path data;

    private final StringWriter said = new StringWriter();

    private int run(String... args) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return Main.run(
                new Surroundings(
                        Path.of("").toAbsolutePath(),
                        Map.of("CLAUSEBOT_DATA", data.toString()),
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        out,
                        false,
                        CLOCK),
                args);
    }

    private void log(int rows) throws Exception {
        Config config = Config.read(Path.of("").toAbsolutePath(), data, Map.of());
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"));
                AuditChain chain =
                        AuditChain.open(Keyrings.open(config, storage).vault(), AuditCommand.head(config))) {
            Audit audit = new Audit(storage.audit(chain), chain, CLOCK);
            audit.start();
            for (int i = 0; i < rows; i++) {
                audit.note(SchoolId.DEFAULT, "amina-khan", "signed-in");
            }
        }
    }

    private void tamper(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clausebot.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void a_whole_log_is_said_to_be_whole() throws Exception {
        log(3);
        assertThat(run("audit", "verify")).isZero();
        assertThat(said.toString()).contains("whole: 3 rows");
    }

    @Test
    void without_a_log_it_says_so() {
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(said.toString()).contains("no log yet");
        assertThat(run("audit")).isEqualTo(2);
    }

    @Test
    void a_changed_row_is_named_and_cannot_be_accepted() throws Exception {
        log(3);
        tamper("DROP TRIGGER audit_is_not_changed", "UPDATE audit SET actor = 'tom-reed' WHERE seq = 2");
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(said.toString()).contains("NOT WHOLE. Row 2 was changed");
        assertThat(run("audit", "accept")).isZero();
        assertThat(run("audit", "verify")).isEqualTo(1);
    }

    @Test
    void a_cut_tail_is_named_until_it_is_accepted() throws Exception {
        log(3);
        tamper("DROP TRIGGER audit_is_not_deleted", "DELETE FROM audit WHERE seq > 1");
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(said.toString()).contains("Rows 2 to 3 are missing");
        log(1);
        assertThat(run("audit", "verify")).isEqualTo(1);
        assertThat(run("audit", "accept")).isZero();
        assertThat(run("audit", "verify")).isZero();
    }
}
