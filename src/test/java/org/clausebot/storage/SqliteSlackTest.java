package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.slack.wire.Installations;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSlackTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private SqliteStorage storage;
    private Deliveries deliveries;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        deliveries = storage.deliveries();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static Optional<Deliveries.Sealed> sealed(int content) {
        return Optional.of(new Deliveries.Sealed(new byte[] {1, (byte) content}, new byte[] {2, (byte) content}));
    }

    private static Deliveries.Name name(String hash) {
        return new Deliveries.Name(hash, DAY);
    }

    private List<String> undone() {
        return deliveries.undone(9).stream().map(Deliveries.Undone::hash).toList();
    }

    @Test
    void a_delivery_is_taken_once_even_after_a_restart() {
        assertThat(deliveries.first("Ev1", NOW)).isTrue();
        assertThat(deliveries.first("Ev1", NOW.plusSeconds(1))).isFalse();
        close();
        open();
        assertThat(deliveries.first("Ev1", NOW.plusSeconds(2))).isFalse();
        assertThat(deliveries.first("Ev2", NOW)).isTrue();
        deliveries.forgetBefore(NOW.plusMillis(1));
        assertThat(deliveries.first("Ev1", NOW.plusSeconds(3))).isTrue();
    }

    @Test
    void one_name_that_is_taken_keeps_the_whole_delivery_out() {
        assertThat(deliveries.take(List.of(name("a"), name("b")), sealed(1), NOW))
                .isTrue();
        assertThat(deliveries.take(List.of(name("c"), name("b")), sealed(2), NOW))
                .isFalse();
        assertThat(deliveries.take(List.of(name("c")), sealed(3), NOW)).isTrue();
        assertThat(undone()).containsExactly("a", "c");
    }

    @Test
    void a_name_is_taken_for_as_long_as_it_says() {
        Deliveries.Name click = new Deliveries.Name("click", Duration.ofSeconds(2));
        assertThat(deliveries.take(List.of(name("a"), click), sealed(1), NOW)).isTrue();
        assertThat(deliveries.take(List.of(name("b"), click), sealed(1), NOW.plusMillis(1_999)))
                .isFalse();
        assertThat(deliveries.take(List.of(name("b"), click), sealed(1), NOW.plusMillis(2_000)))
                .isTrue();
    }

    @Test
    void what_is_done_is_destroyed_and_what_is_not_waits_in_order() {
        deliveries.take(List.of(name("z")), sealed(1), NOW);
        deliveries.take(List.of(name("a")), sealed(2), NOW);
        deliveries.take(List.of(name("m")), sealed(3), NOW);
        deliveries.done("a");
        close();
        open();
        List<Deliveries.Undone> undone = deliveries.undone(9);
        assertThat(undone).extracting(Deliveries.Undone::hash).containsExactly("z", "m");
        assertThat(undone.getLast().sealed().body()).containsExactly(2, 3);
        assertThat(undone.getLast().sealed().wrapped()).containsExactly(1, 3);
        assertThat(deliveries.take(List.of(name("a")), sealed(4), NOW)).isFalse();
    }

    @Test
    void what_is_to_be_said_stands_in_the_place_of_what_was_delivered_and_is_tried_anew() {
        deliveries.take(List.of(name("a")), sealed(1), NOW);
        assertThat(deliveries.undone(1)).hasSize(1);
        deliveries.instead("a", sealed(2).orElseThrow());
        deliveries.instead("never came", sealed(3).orElseThrow());
        assertThat(deliveries.undone(1).getFirst().sealed().body()).containsExactly(2, 2);
        deliveries.done("a");
        deliveries.instead("a", sealed(4).orElseThrow());
        assertThat(undone()).isEmpty();
    }

    @Test
    void what_was_tried_too_often_is_left_out() {
        deliveries.take(List.of(name("a")), sealed(1), NOW);
        assertThat(deliveries.undone(2)).hasSize(1);
        assertThat(deliveries.undone(2)).hasSize(1);
        assertThat(deliveries.undone(2)).isEmpty();
    }

    @Test
    void what_may_come_again_comes_again() {
        deliveries.take(List.of(name("a")), sealed(1), NOW);
        deliveries.again(List.of("a"));
        assertThat(undone()).isEmpty();
        assertThat(deliveries.take(List.of(name("a")), sealed(1), NOW)).isTrue();
    }

    @Test
    void an_installation_is_kept_replaced_and_forgotten() {
        Installations installations = storage.installations();
        assertThat(installations.of("t")).isEmpty();
        installations.keep(new Installations.Row("t", new byte[] {1}, new byte[] {2}));
        installations.keep(new Installations.Row("t", new byte[] {3}, new byte[] {4}));
        assertThat(installations.count()).isEqualTo(1);
        assertThat(installations.of("t").orElseThrow().body()).containsExactly(4);
        assertThat(installations.forget("t")).isTrue();
        assertThat(installations.forget("t")).isFalse();
    }

    @Test
    void rotation_sees_the_keys_of_what_waits_and_of_installations() {
        deliveries.take(List.of(name("d")), sealed(1), NOW);
        deliveries.first("nothing kept", NOW);
        storage.installations().keep(new Installations.Row("i", new byte[] {5}, new byte[] {6}));
        WrappedKeys keys = storage.wrappedKeys();
        assertThat(keys.after("", 9)).extracting(WrappedKeys.Held::record).containsExactly("d", "i");
        keys.replace(List.of(
                new WrappedKeys.Change("d", new byte[] {1, 1}, new byte[] {9}),
                new WrappedKeys.Change("i", new byte[] {5}, new byte[] {8})));
        assertThat(deliveries.undone(9).getFirst().sealed().wrapped()).containsExactly(9);
        assertThat(storage.installations().of("i").orElseThrow().wrapped()).containsExactly(8);
    }
}
