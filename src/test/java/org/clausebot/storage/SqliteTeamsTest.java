package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.teams.wire.References;
import org.clausebot.chat.teams.wire.References.Row;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where people in Teams are reached, and what Teams delivered, apart from what Slack did. */
class SqliteTeamsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path data;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(data.resolve("clausebot.db"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static Row row(String id, int content) {
        return new Row(id, new byte[] {1, (byte) content}, new byte[] {2, (byte) content});
    }

    @Test
    void a_reference_is_kept_replaced_and_forgotten() {
        References references = storage.teamsReferences();
        assertThat(references.of("a")).isEmpty();
        references.keep(row("a", 1));
        references.keep(row("a", 2));
        assertThat(references.of("a").orElseThrow().body()).containsExactly(2, 2);
        references.forget("a");
        references.forget("never there");
        assertThat(references.of("a")).isEmpty();
    }

    @Test
    void its_keys_are_rotated_with_all_others() {
        References references = storage.teamsReferences();
        references.keep(row("a", 1));
        WrappedKeys keys = storage.wrappedKeys();
        assertThat(keys.after("", 10)).extracting(WrappedKeys.Held::record).containsExactly("a");
        keys.replace(List.of(new WrappedKeys.Change("a", new byte[] {1, 1}, new byte[] {9})));
        assertThat(references.of("a").orElseThrow().wrapped()).containsExactly(9);
    }

    @Test
    void each_service_finds_its_own_deliveries() {
        Deliveries slack = storage.deliveries();
        Deliveries teams = storage.teamsDeliveries();
        Optional<Deliveries.Sealed> sealed = Optional.of(new Deliveries.Sealed(new byte[] {1}, new byte[] {2}));
        slack.take(List.of(new Deliveries.Name("s", Duration.ofDays(1))), sealed, NOW);
        teams.take(List.of(new Deliveries.Name("t", Duration.ofDays(1))), sealed, NOW);
        for (int start = 0; start < 2; start++) {
            // Counting one's tries leaves the other's alone.
            assertThat(teams.undone(9)).extracting(Deliveries.Undone::hash).containsExactly("t");
        }
        assertThat(slack.undone(1)).extracting(Deliveries.Undone::hash).containsExactly("s");
        teams.forgetBefore(NOW.plusSeconds(1));
        assertThat(teams.undone(9)).isEmpty();
        assertThat(slack.undone(9)).extracting(Deliveries.Undone::hash).containsExactly("s");
    }
}
