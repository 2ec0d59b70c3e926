package org.clausebot.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptKeysTest {
    private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    private static final String TEXT = ReceiptText.of("7K4Q-MXPD-29TF", NINE, "default");

    @TempDir
    Path keys;

    @Test
    void a_signature_is_genuine_for_its_own_text_alone() throws Exception {
        Signer signer = signer();
        String signature = signer.sign(TEXT);

        assertThat(signature).matches("[A-Za-z0-9_-]{92}");
        assertThat(signer.verify(TEXT, signature)).isTrue();
        assertThat(signer.verify(ReceiptText.of("7K4Q-MXPD-29TG", NINE, "default"), signature))
                .isFalse();
        assertThat(signer.verify(ReceiptText.of("7K4Q-MXPD-29TF", NINE.plusSeconds(1), "default"), signature))
                .isFalse();
        assertThat(signer.verify(ReceiptText.of("7K4Q-MXPD-29TF", NINE, "other"), signature))
                .isFalse();
        assertThat(signer.verify(TEXT + "\n", signature)).isFalse();
    }

    @Test
    void no_other_signature_is_genuine() throws Exception {
        Signer signer = signer();
        String signature = signer.sign(TEXT);
        for (int i = 0; i < signature.length() - 1; i++) {
            char other = signature.charAt(i) == 'A' ? 'B' : 'A';
            String forged = signature.substring(0, i) + other + signature.substring(i + 1);
            assertThat(signer.verify(TEXT, forged)).as("character " + i).isFalse();
        }
        for (String nonsense :
                List.of("", "x", "=", "AAAA", "\u0000", "é", signature + "AAAA", "A".repeat(92), "A".repeat(5_000))) {
            assertThat(signer.verify(TEXT, nonsense)).isFalse();
        }
        Signer elsewhere = KeyRing.open(new KeySettings("", ""), keys.resolve("other"), () -> false)
                .signer();
        assertThat(signer.verify(TEXT, elsewhere.sign(TEXT))).isFalse();
    }

    @Test
    void the_signed_text_is_the_documented_one_and_no_two_receipts_share_it() {
        assertThat(TEXT).isEqualTo("clausebot-receipt-1\n7K4Q-MXPD-29TF\n2026-11-22T09:00:00Z\ndefault");
        assertThat(ReceiptText.of("A", NINE.plusMillis(900), "default"))
                .isEqualTo(ReceiptText.of("A", NINE, "default"));
        Set<String> texts = new HashSet<>();
        for (String code : List.of("A", "B", "A B")) {
            for (String school : List.of("A", "B", "A B")) {
                assertThat(texts.add(ReceiptText.of(code, NINE, school))).isTrue();
            }
        }
        assertThatThrownBy(() -> ReceiptText.of("A\nB", NINE, "C")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptText.of("A", NINE, "B\nC")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceiptText.of(" ", NINE, "C")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_lost_private_key_is_replaced_and_receipts_of_before_stay_genuine() throws Exception {
        String signature = signer().sign(TEXT);
        Files.delete(keys.resolve("receipts.key"));

        Signer next = signer();

        assertThat(next.verify(TEXT, signature)).isTrue();
        assertThat(next.verify(TEXT, next.sign(TEXT))).isTrue();
    }

    @Test
    void lost_public_keys_are_said_to_be_lost_and_not_made_anew() throws Exception {
        signer();
        Files.delete(keys.resolve("receipts.pub"));

        assertThatThrownBy(this::signer).isInstanceOf(KeyException.class).hasMessageContaining("receipts.pub");
        assertThat(keys.resolve("receipts.pub")).doesNotExist();
    }

    @Test
    void public_keys_of_another_school_are_refused() throws Exception {
        signer();
        KeyRing.open(new KeySettings("", ""), keys.resolve("other"), () -> false);
        Files.write(keys.resolve("receipts.pub"), Files.readAllBytes(keys.resolve("other/receipts.pub")));

        assertThatThrownBy(this::signer).isInstanceOf(KeyException.class).hasMessageContaining("same backup");
    }

    private Signer signer() throws Exception {
        return KeyRing.open(new KeySettings("", ""), keys, () -> false).signer();
    }
}
