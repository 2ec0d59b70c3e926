package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.clausebot.incident.Notices;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNoticesTest extends NoticesContract {
    @TempDir
    private Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Override
    Notices notices() {
        return storage.notices();
    }

    @Test
    void the_queue_is_there_after_a_restart() {
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        Notice notice = Notice.fresh("a", SchoolId.DEFAULT, "amina-khan", now);
        notices().queue(notice);
        storage.close();
        open();
        assertThat(notices().due(now, 10)).containsExactly(notice);
    }
}
