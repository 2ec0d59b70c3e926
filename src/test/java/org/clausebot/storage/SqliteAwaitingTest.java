package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.clausebot.chat.awaited.Awaiting;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAwaitingTest extends AwaitingContract {
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
    Awaiting awaiting() {
        return storage.awaiting();
    }

    @Test
    void what_waits_is_there_after_a_restart() {
        awaiting().keep(row("a", "p"), 9);
        storage.close();
        open();
        assertThat(awaiting().of("p")).extracting(Awaiting.Row::id).containsExactly("a");
    }

    @Test
    void rotation_sees_the_keys_of_what_waits() {
        awaiting().keep(row("a", "p"), 9);
        WrappedKeys keys = storage.wrappedKeys();
        assertThat(keys.after("", 9)).extracting(WrappedKeys.Held::record).containsExactly("a");
        keys.replace(List.of(new WrappedKeys.Change("a", new byte[] {1}, new byte[] {7})));
        assertThat(awaiting().byId("a").orElseThrow().wrapped()).containsExactly(7);
    }
}
