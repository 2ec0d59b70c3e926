package org.clausebot.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
    private static final int RECORDS = 1203;

    @TempDir
    Path data;

    private final MemoryKeys kept = new MemoryKeys();
    private final Map<String, byte[]> sealed = new HashMap<>();
    private KeyRing ring;

    @BeforeEach
    void seal_some() throws Exception {
        ring = open();
        for (int i = 0; i < RECORDS; i++) {
            add("incident/" + i);
        }
    }

    @Test
    void everything_is_wrapped_by_the_new_key_and_still_opens() throws Exception {
        byte[] fingerprint = ring.vault().fingerprint("receipt", "7K4Q");
        String first = ring.names().iterator().next();

        Rotation.Outcome outcome = ring.rotate(kept);

        assertThat(outcome).isEqualTo(new Rotation.Outcome(false, RECORDS, 0, 1));
        KeyRing later = open();
        assertThat(later.names()).hasSize(2).first().isNotEqualTo(first);
        assertThat(kept.kept.values())
                .allMatch(
                        w -> MasterKey.nameOf(w).equals(later.names().iterator().next()));
        assertAllOpen(later);
        assertThat(later.vault().fingerprint("receipt", "7K4Q")).isEqualTo(fingerprint);
    }

    @Test
    void a_rotation_that_was_interrupted_at_any_batch_loses_nothing_and_is_finished_by_the_next() throws Exception {
        for (int at = 1; at <= 3; at++) {
            kept.failBefore = at;
            int names = ring.names().size();
            assertThatThrownBy(() -> ring.rotate(kept)).hasMessage("the power went");
            kept.failBefore = Integer.MAX_VALUE;

            assertAllOpen(open());
            assertThat(open().names()).hasSize(names + 1);
            Rotation.Outcome outcome = open().rotate(kept);

            assertThat(outcome.finished()).isTrue();
            assertThat(open().names()).hasSize(names + 1);
            assertAllOpen(open());
        }
    }

    @Test
    void a_second_rotation_makes_another_key_and_loses_nothing() throws Exception {
        ring.rotate(kept);
        Rotation.Outcome second = open().rotate(kept);

        assertThat(second).isEqualTo(new Rotation.Outcome(false, RECORDS, 0, 2));
        assertAllOpen(open());
    }

    @Test
    void a_running_program_opens_what_another_process_rotated_and_wraps_with_the_new_key() throws Exception {
        KeyRing running = open();
        String before = running.names().iterator().next();

        open().rotate(kept);

        assertAllOpen(running);
        assertThat(MasterKey.nameOf(running.vault().newKey("r"))).isNotEqualTo(before);
    }

    @Test
    void retiring_drops_the_former_keys_after_wrapping_what_came_late() throws Exception {
        byte[] late = ring.vault().newKey("late");
        byte[] text = ring.vault().seal(late, "late", "p", "x".getBytes(UTF_8));
        ring.rotate(kept);
        kept.kept.put("late", late);
        sealed.put("late", text);

        Rotation.Outcome outcome = open().retire(kept);

        assertThat(outcome).isEqualTo(new Rotation.Outcome(false, 1, 0, 0));
        assertThat(open().names()).hasSize(1);
        assertAllOpen(open());
        assertThat(open().retire(kept).rewrapped()).isZero();
    }

    @Test
    void no_key_is_dropped_while_a_record_cannot_be_wrapped_anew() throws Exception {
        byte[] whole = Objects.requireNonNull(kept.kept.get("incident/7"));
        byte[] damaged = whole.clone();
        damaged[40] ^= 1;
        kept.kept.put("incident/7", damaged);
        Rotation.Outcome rotated = ring.rotate(kept);

        assertThat(rotated).isEqualTo(new Rotation.Outcome(false, RECORDS - 1, 1, 1));
        assertThatThrownBy(() -> open().retire(kept))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("no master key was dropped");
        assertThat(open().names()).hasSize(2);
        kept.kept.put("incident/7", whole);
        open().retire(kept);
        assertAllOpen(open());
    }

    @Test
    void no_key_is_dropped_while_something_new_is_wrapped_by_it() throws Exception {
        byte[] old = ring.vault().newKey("zzz");
        ring.rotate(kept);
        MemoryKeys busy = new MemoryKeys() {
            @Override
            public java.util.List<Held> after(String after, int most) {
                java.util.List<Held> batch = super.after(after, most);
                if (batch.isEmpty()) {
                    kept.put("zzz", old);
                }
                return batch;
            }
        };
        busy.kept.putAll(kept.kept);

        assertThatThrownBy(() -> open().retire(busy))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("Stop every server");
        assertThat(open().names()).hasSize(2);
    }

    @Test
    void a_receipt_stays_genuine_after_rotation_and_after_retiring() throws Exception {
        String text = ReceiptText.of("7K4Q-MXPD-29TF", java.time.Instant.parse("2026-11-22T09:00:00Z"), "default");
        String old = ring.signer().sign(text);
        KeyRing running = open();

        ring.rotate(kept);
        open().retire(kept);
        KeyRing later = open();
        String next = later.signer().sign(text);

        assertThat(next.substring(0, 6)).isNotEqualTo(old.substring(0, 6));
        assertThat(later.signer().verify(text, old)).isTrue();
        assertThat(running.signer().verify(text, next)).isTrue();
        assertThat(ReceiptVerifier.of(data.resolve("keys/receipts.pub")).verify(text, old))
                .isTrue();
        assertThat(Files.readString(data.resolve("keys/receipts.key"))).doesNotContain("Ed25519");
    }

    private void add(String record) {
        byte[] key = ring.vault().newKey(record);
        kept.kept.put(record, key);
        sealed.put(record, ring.vault().seal(key, record, "p", record.getBytes(UTF_8)));
    }

    private void assertAllOpen(KeyRing with) {
        kept.kept.forEach((record, key) -> assertThat(
                        with.vault().open(key, record, "p", Objects.requireNonNull(sealed.get(record))))
                .isEqualTo(record.equals("late") ? "x".getBytes(UTF_8) : record.getBytes(UTF_8)));
    }

    private KeyRing open() throws Exception {
        return KeyRing.open(new KeySettings("", ""), data.resolve("keys"), () -> false);
    }
}
