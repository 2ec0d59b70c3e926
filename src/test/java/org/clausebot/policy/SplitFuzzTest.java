package org.clausebot.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whatever a .tsv file holds below its header, it is read or refused in words. */
class SplitFuzzTest {
    @FuzzTest(maxDuration = Fuzzing.TIME)
    void any_rows_are_read_or_refused(byte[] rows) {
        String header = "ref\theadings\tleadIn\ttext\n";
        byte[] bytes = (header + new String(rows, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Given given = new Given(
                new PolicyId("fuzzed"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try {
            new PolicyReader().read("fuzzed.tsv", bytes, given);
        } catch (UnreadableDocumentException refused) {
            String message = refused.getMessage();
            if (message == null || message.isBlank()) {
                throw new IllegalStateException("A refusal says why", refused);
            }
        }
    }
}
