package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordBreaksTest {
    @ParameterizedTest
    @CsvSource({
        "at least ninety-,five per cent,at least ninety-five per cent",
        "a review in a six-,week course,a review in a six-week course",
        "pupils in form four-,teen times,pupils in form fourteen times",
        "this poli-,cy applies,this policy applies",
        "the booking in-,cluding clearing away,the booking including clearing away",
        "two weeks before-,hand or before by hand,two weeks beforehand or before by hand",
        "staff ex-,pect an answer,staff expect an answer",
        "a part-,ner of the school,a partner of the school",
        "a part-,time post,a part-time post",
        "an in-,house course,an in-house course",
        "at work - self-,employed or not,at work - self-employed or not"
    })
    void a_hyphen_of_a_compound_is_kept_and_one_within_a_word_is_not(String first, String second, String read) {
        String text = first + "\n" + second;
        List<Line> lines = List.of(line(0, first.length()), line(first.length() + 1, text.length()));
        DocumentText document = new DocumentText(text, WordBreaks.in(text, lines));
        assertThat(document.read(new Span(0, text.length()))).isEqualTo(read);
    }

    private static Line line(int from, int to) {
        return new Line(new Span(from, to), 0, Block.Look.PLAIN, 0, false);
    }
}
