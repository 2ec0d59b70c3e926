package org.clausebot.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever bytes a .html file holds, it is read or refused in words; nothing else comes out. */
class HtmlFuzzTest {
    @FuzzTest(maxDuration = Fuzzing.TIME)
    void any_bytes_are_read_or_refused(byte[] bytes) {
        Fuzzing.readOrRefuse(new HtmlReader(), bytes);
    }
}
