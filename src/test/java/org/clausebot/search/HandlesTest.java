package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "is Miss_Jones_Y4Teacher ok as a name|is Miss Jones Y4 Teacher ok as a name",
                "can I be @MrSmithTeaches on insta|can I be Mr Smith Teaches on insta",
                "posted #OfstedStress and #TeacherLife|posted Ofsted Stress and Teacher Life",
                "my handle is mr_b_yr6|my handle is mr b yr6",
                "write to office@school.example|write to office@school.example",
                "TikTok and WhatsApp on my iPad|TikTok and WhatsApp on my iPad",
                "we came #1|we came 1",
                "@ and # and _|@ and # and _",
            })
    void a_handle_or_a_hashtag_gives_its_words_and_all_else_stays(String typed, String read) {
        assertThat(Handles.split(typed)).isEqualTo(read);
    }
}
