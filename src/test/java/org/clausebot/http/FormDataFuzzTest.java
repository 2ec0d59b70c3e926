package org.clausebot.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class FormDataFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void whatever_is_sent_is_read_or_refused(byte[] sent) {
        try {
            Map<String, String> fields = FormData.parse(new String(sent, StandardCharsets.ISO_8859_1));
            assertThat(fields.values()).noneMatch(value -> value.indexOf('\u0000') >= 0);
        } catch (Refused refusal) {
            assertThat(refusal.notice().status()).isEqualTo(400);
        }
    }
}
