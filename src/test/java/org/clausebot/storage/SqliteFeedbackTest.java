package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Optional;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFeedbackTest extends FeedbackContract {
    @TempDir
    private Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("data").resolve("clausebot.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    Feedback feedback() {
        return storage.feedback();
    }

    private Path file() {
        return folder.resolve("data").resolve("clausebot.db");
    }

    @Test
    void what_was_counted_is_there_after_a_restart_and_nobody_else_can_read_the_file() throws Exception {
        PolicyId policy = new PolicyId("p");
        Vote vote = new Vote(new IsoWeek(2026, 1), new ClauseRef(policy, "1"), "v", Verdict.HELPFUL);
        feedback().record(SchoolId.DEFAULT, vote, Optional.empty());
        storage.close();
        storage = SqliteStorage.open(file());
        assertThat(feedback().tally(SchoolId.DEFAULT, policy)).hasSize(1);
        try (var files = Files.list(folder.resolve("data"))) {
            for (Path each : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void a_file_of_a_newer_program_is_left_alone() throws Exception {
        storage.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> SqliteStorage.open(file()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void a_damaged_file_is_named_with_what_to_do() throws Exception {
        Path damaged = folder.resolve("damaged.db");
        Files.writeString(damaged, "this is not a database, but it is long enough to look like one. ".repeat(100));
        assertThatThrownBy(() -> SqliteStorage.open(damaged))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("damaged.db")
                .hasMessageContaining("put back a copy");
    }
}
