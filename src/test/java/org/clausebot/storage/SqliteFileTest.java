package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers who wait together share a commit, and nothing else. */
class SqliteFileTest {
    @TempDir
    Path folder;

    private SqliteFile file;
    private Readers others;

    @BeforeEach
    void open() throws SQLException {
        file = SqliteFile.open(folder.resolve("clausebot.db"));
        others = Readers.open(folder.resolve("clausebot.db"));
        file.transaction(connection -> Sql.run(connection, "CREATE TABLE word (word TEXT PRIMARY KEY)"));
    }

    @AfterEach
    void close() throws SQLException {
        others.close();
        file.close();
    }

    private static int put(Connection connection, String word) throws SQLException {
        return Sql.run(connection, "INSERT INTO word (word) VALUES (?)", word);
    }

    private List<String> words() {
        return file.read(SqliteFileTest::words);
    }

    private static List<String> words(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT word FROM word ORDER BY word", row -> row.getString(1));
    }

    /** Runs all of {@code work} in one group: they come in, in their order, while the one before is being written. */
    private <T> List<FutureTask<T>> together(List<Callable<T>> work) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Integer> before = begun(() -> file.transaction(connection -> {
            writing.countDown();
            awaited(goOn);
            return put(connection, "before");
        }));
        writing.await();
        List<FutureTask<T>> begun = new ArrayList<>();
        for (Callable<T> one : work) {
            FutureTask<T> task = new FutureTask<>(one);
            Thread thread = Thread.ofVirtual().start(task);
            // Until it waits for its answer.
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            begun.add(task);
        }
        goOn.countDown();
        before.get();
        return begun;
    }

    private static <T> FutureTask<T> begun(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void those_who_wait_together_share_one_commit() throws Exception {
        List<FutureTask<List<String>>> all = together(List.of(
                () -> file.transaction(connection -> {
                    put(connection, "one");
                    return others.read(SqliteFileTest::words);
                }),
                () -> file.transaction(connection -> {
                    put(connection, "two");
                    return others.read(SqliteFileTest::words);
                })));

        assertThat(all.get(0).get()).containsExactly("before");
        assertThat(all.get(1).get())
                .as("what a reader saw while the second of the group wrote")
                .containsExactly("before");
        assertThat(words()).containsExactly("before", "one", "two");
    }

    @Test
    void what_is_answered_is_committed() {
        for (int i = 0; i < 20; i++) {
            String word = "word" + i;
            file.transaction(connection -> put(connection, word));
            assertThat(words()).contains(word);
        }
    }

    @Test
    void one_that_fails_is_taken_back_and_spoils_no_other() throws Exception {
        List<FutureTask<Integer>> all = together(List.of(
                () -> file.transaction(connection -> put(connection, "one")),
                () -> file.transaction(connection -> {
                    put(connection, "half");
                    return put(connection, "before");
                }),
                () -> file.transaction(connection -> {
                    put(connection, "other half");
                    throw new IllegalArgumentException("changed my mind");
                }),
                () -> file.transaction(connection -> put(connection, "two"))));

        assertThat(all.get(0).get()).isEqualTo(1);
        assertThatThrownBy(() -> all.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> all.get(2).get()).cause().hasMessage("changed my mind");
        assertThat(all.get(3).get()).isEqualTo(1);
        assertThat(words()).containsExactly("before", "one", "two");
    }

    @Test
    void a_transaction_that_is_lost_as_a_whole_is_told_to_everybody_in_it() throws Exception {
        List<FutureTask<Integer>> all = together(List.of(
                () -> file.transaction(connection -> put(connection, "one")),
                // As SQLite does by itself when the disk is full.
                () -> file.transaction(connection -> Sql.run(connection, "ROLLBACK")),
                () -> file.transaction(connection -> put(connection, "two"))));

        for (FutureTask<Integer> one : all) {
            assertThatThrownBy(one::get).cause().isInstanceOf(StorageException.class);
        }
        assertThat(words()).containsExactly("before");
        file.transaction(connection -> put(connection, "after"));
        assertThat(words()).containsExactly("after", "before");
    }

    @Test
    void reading_waits_for_no_writer() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FutureTask<Integer> slow = begun(() -> file.transaction(connection -> {
            put(connection, "slow");
            writing.countDown();
            awaited(goOn);
            return 1;
        }));
        writing.await();

        assertThat(words()).isEmpty();
        goOn.countDown();
        slow.get();
        assertThat(words()).containsExactly("slow");
    }

    @Test
    void a_reader_cannot_write() {
        assertThatThrownBy(() -> file.read(connection -> put(connection, "word")))
                .isInstanceOf(StorageException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void a_transaction_within_a_transaction_is_refused_instead_of_waiting_for_itself() {
        assertThatThrownBy(() -> file.transaction(outer -> file.transaction(inner -> put(inner, "word"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(words()).isEmpty();
    }

    @Test
    void what_comes_after_closing_is_refused() {
        file.close();

        assertThatThrownBy(() -> file.transaction(connection -> put(connection, "word")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(this::words).isInstanceOf(StorageException.class).hasMessageContaining("closed");
    }
}
