package org.clausebot.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkVaultTest {
    @TempDir
    Path data;

    private Vault vault;

    @BeforeEach
    void open() throws Exception {
        vault = KeyRing.open(new KeySettings("", ""), data.resolve("keys"), () -> false)
                .vault();
    }

    @Test
    void what_is_sealed_opens_with_its_own_record_and_place() {
        Random random = new Random(1);
        for (int size : List.of(0, 1, 15, 16, 17, 1000, 300_000)) {
            byte[] plain = new byte[size];
            random.nextBytes(plain);
            byte[] key = vault.newKey("incident/7f3c");

            byte[] sealed = vault.seal(key, "incident/7f3c", "answers", plain);

            assertThat(vault.open(key, "incident/7f3c", "answers", sealed)).isEqualTo(plain);
        }
    }

    @Test
    void a_ciphertext_that_was_moved_to_another_place_or_record_does_not_open() {
        // Pairs that would be the same if record and place were only put one after the other are among them.
        List<String> names = List.of("", "a", "ab", "b", "a/b", "/b", "a\0b", "\0", "é", "e\u0301", "?", "\ud800");
        byte[] plain = "Mr Reed rang her".getBytes(UTF_8);
        for (String record : names) {
            byte[] key = vault.newKey(record);
            for (String place : names) {
                byte[] sealed = vault.seal(key, record, place, plain);
                for (String otherPlace : names) {
                    if (!otherPlace.equals(place)) {
                        assertBroken(key, record, otherPlace, sealed);
                    }
                }
                for (String otherRecord : names) {
                    if (!otherRecord.equals(record)) {
                        assertBroken(key, otherRecord, place, sealed);
                        assertBroken(vault.newKey(otherRecord), otherRecord, place, sealed);
                    }
                }
            }
        }
    }

    @Test
    void any_flipped_bit_and_any_cut_of_ciphertext_or_wrapped_key_does_not_open() {
        byte[] key = vault.newKey("r");
        byte[] sealed = vault.seal(key, "r", "p", "a pupil wrote to me".getBytes(UTF_8));
        for (int i = 0; i < sealed.length * 8; i++) {
            assertBroken(key, "r", "p", flipped(sealed, i));
        }
        for (int i = 0; i < key.length * 8; i++) {
            assertBroken(flipped(key, i), "r", "p", sealed);
        }
        for (int i = 0; i < sealed.length; i++) {
            assertBroken(key, "r", "p", Arrays.copyOf(sealed, i));
        }
        for (int i = 0; i < key.length; i++) {
            assertBroken(Arrays.copyOf(key, i), "r", "p", sealed);
        }
        assertBroken(key, "r", "p", Arrays.copyOf(sealed, sealed.length + 1));
    }

    @Test
    void each_record_has_another_key_and_each_sealing_another_ciphertext() {
        Set<String> seen = new HashSet<>();
        byte[] key = vault.newKey("r");
        for (int i = 0; i < 200; i++) {
            assertThat(seen.add(Arrays.toString(vault.newKey("r")))).isTrue();
            assertThat(seen.add(Arrays.toString(vault.seal(key, "r", "p", new byte[3]))))
                    .isTrue();
        }
        byte[] sealed = vault.seal(key, "r", "p", new byte[3]);
        assertBroken(vault.newKey("r"), "r", "p", sealed);
    }

    @Test
    void the_words_are_nowhere_in_what_is_sealed() {
        byte[] key = vault.newKey("incident/1");
        byte[] sealed =
                vault.seal(key, "incident/1", "answers", "Jane Smith".repeat(50).getBytes(UTF_8));

        assertThat(new String(sealed, UTF_8)).doesNotContain("Jane", "Smith", "incident");
    }

    @Test
    void what_cannot_be_opened_is_refused_without_a_word_of_what_or_where_it_is() {
        byte[] key = vault.newKey("incident/7f3c");
        byte[] sealed = vault.seal(key, "incident/7f3c", "answers", "Jane".getBytes(UTF_8));

        assertThatThrownBy(() -> vault.open(key, "incident/7f3c", "notes", sealed))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContainingAny("7f3c", "notes", "answers", "Jane");
    }

    @Test
    void a_fingerprint_is_the_same_each_time_and_after_a_restart_and_another_for_another_purpose() throws Exception {
        byte[] first = vault.fingerprint("receipt", "7K4Q-MXPD-29TF");
        open();

        assertThat(vault.fingerprint("receipt", "7K4Q-MXPD-29TF"))
                .isEqualTo(first)
                .hasSize(32);
        assertThat(vault.fingerprint("reporter", "7K4Q-MXPD-29TF")).isNotEqualTo(first);
        assertThat(vault.fingerprint("receipt7", "K4Q-MXPD-29TF")).isNotEqualTo(first);
        assertThat(vault.fingerprint("receipt", "7K4Q-MXPD-29TG")).isNotEqualTo(first);
        Vault other = KeyRing.open(new KeySettings("", ""), data.resolve("other"), () -> false)
                .vault();
        assertThat(other.fingerprint("receipt", "7K4Q-MXPD-29TF")).isNotEqualTo(first);
    }

    @Test
    void a_small_record_is_sealed_and_opened_in_far_less_than_a_millisecond() {
        byte[] plain = new byte[400];
        long[] nanos = new long[3000];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            byte[] key = vault.newKey("incident/7f3c");
            byte[] sealed = vault.seal(key, "incident/7f3c", "answers", plain);
            vault.open(key, "incident/7f3c", "answers", sealed);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);

        // A new key, a sealing and an opening together; the median, so that a busy machine's pauses do not count.
        assertThat(nanos[nanos.length / 2]).isLessThan(1_000_000);
    }

    private void assertBroken(byte[] key, String record, String place, byte[] sealed) {
        assertThatThrownBy(() -> vault.open(key, record, place, sealed)).isInstanceOf(SealBrokenException.class);
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] copy = bytes.clone();
        copy[bit / 8] ^= (byte) (1 << bit % 8);
        return copy;
    }
}
