package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents with bytes changed or cut off give blocks or a refusal, and nothing else. */
@Timeout(120)
class DamagedDocumentsTest {
    private static final int TIMES = 60;

    static List<Path> documents() throws IOException {
        return WordAndPdfPoliciesTest.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_damaged_document_is_read_or_refused(Path document) throws IOException {
        byte[] sound = Files.readAllBytes(document);
        DocumentReader reader = document.toString().endsWith(".pdf") ? new PdfReader() : new DocxReader();
        Random random = new Random(document.toString().hashCode());
        int refused = 0;
        int read = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = damage(sound, random);
            try {
                assertThat(reader.read(damaged).blocks()).isNotEmpty();
                read++;
            } catch (UnreadableDocumentException e) {
                assertThat(e.getMessage()).isNotBlank();
                refused++;
            }
        }
        assertThat(read + refused).isEqualTo(TIMES);
    }

    private static byte[] damage(byte[] sound, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(sound, random.nextInt(sound.length));
        }
        byte[] damaged = sound.clone();
        int changes = 1 + random.nextInt(40);
        for (int i = 0; i < changes; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }
}
