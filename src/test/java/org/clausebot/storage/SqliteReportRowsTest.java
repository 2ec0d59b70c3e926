package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.CaseRows;
import org.clausebot.incident.DraftRows;
import org.clausebot.incident.EvidenceRows;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReportRowsTest extends ReportRowsContract {
    @TempDir
    private Path folder;

    private final PlainChain chain = new PlainChain();
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
    DraftRows drafts() {
        return storage.drafts();
    }

    @Override
    EvidenceRows evidence() {
        return storage.evidence();
    }

    @Override
    CaseRows cases() {
        return storage.cases(chain);
    }

    @Override
    AuditRows audit() {
        return storage.audit(chain);
    }

    @Override
    Notices notices() {
        return storage.notices();
    }

    @Override
    WrappedKeys keys() {
        return storage.wrappedKeys();
    }

    @Test
    void a_report_whose_last_row_fails_leaves_nothing_of_itself() {
        drafts().keep(draft("owner", "i1", "one"));
        CaseRows.Fresh fresh = fresh("i1", "ABCD", Set.of("p1"), Set.of());
        Notices.Notice twice = fresh.notices().getFirst();
        CaseRows.Fresh broken = new CaseRows.Fresh(fresh.row(), fresh.body(), List.of(twice, twice), fresh.audit());
        assertThatThrownBy(() -> store(broken)).isInstanceOf(StorageException.class);
        assertThat(cases().byConversation("talk-i1")).isEmpty();
        assertThat(drafts().of(SchoolId.DEFAULT, "owner")).isPresent();
        assertThat(notices().due(NOW, 10)).isEmpty();
        assertThat(audit().last()).isEmpty();
        assertThat(chain.committed).isZero();
        assertThat(store(fresh)).isEqualTo(CaseRows.Stored.STORED);
    }

    @Test
    void the_files_as_they_are_when_a_call_returns_hold_all_that_it_did() throws Exception {
        for (int i = 0; i < 20; i++) {
            String id = "i" + i;
            drafts().keep(draft("owner", id, "one"));
            try (SqliteStorage copy = asAfterKill("draft" + i)) {
                assertThat(copy.drafts()
                                .of(SchoolId.DEFAULT, "owner")
                                .orElseThrow()
                                .id())
                        .isEqualTo(id);
            }
            store(fresh(id, "REF" + (char) ('A' + i), Set.of("p1"), Set.of()));
            try (SqliteStorage copy = asAfterKill("report" + i)) {
                assertThat(copy.drafts().of(SchoolId.DEFAULT, "owner")).isEmpty();
                assertThat(copy.cases(chain).routedTo(SchoolId.DEFAULT, "p1")).hasSize(i + 1);
                assertThat(copy.notices().due(NOW, 100)).hasSize(i + 1);
                assertThat(copy.audit(chain).last().orElseThrow().seq()).isEqualTo(chain.committed);
            }
        }
    }

    /** Opens what a process that was killed now would leave. */
    private SqliteStorage asAfterKill(String name) throws IOException {
        Path left = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("clausebot.db", "clausebot.db-wal")) {
            Files.copy(folder.resolve(file), left.resolve(file));
        }
        return SqliteStorage.open(left.resolve("clausebot.db"));
    }

    @Test
    void what_is_destroyed_and_scrubbed_is_in_no_file_any_more() throws Exception {
        drafts().keep(draft("owner", "d1", "a body that stands here as it is"));
        assertThat(inFiles("a body that stands here")).isTrue();
        drafts().destroy(SchoolId.DEFAULT, "owner");
        cases().scrub();
        assertThat(inFiles("a body that stands here")).isFalse();
        assertThat(inFiles("key-d1")).isFalse();
        drafts().keep(draft("owner", "d2", "goes on"));
        assertThat(drafts().of(SchoolId.DEFAULT, "owner")).isPresent();
    }

    private boolean inFiles(String words) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(words)) {
                    return true;
                }
            }
        }
        return false;
    }
}
