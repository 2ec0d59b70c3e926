package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordPieceTest {
    private final WordPiece small = new WordPiece(Map.of(
            "[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "play", 3, "##ing", 4, "##s", 5, "a", 6, "##a", 7, "!", 8, "中", 9));

    @Test
    void words_are_cut_into_the_longest_known_pieces() {
        assertThat(small.encode("Playing plays!", 99)).containsExactly(1, 3, 4, 3, 5, 8, 2);
    }

    @Test
    void a_word_without_known_pieces_is_one_unknown() {
        assertThat(small.encode("playx zzz", 99)).containsExactly(1, 0, 0, 2);
    }

    @Test
    void an_endless_word_is_one_unknown_and_the_limit_holds() {
        assertThat(small.encode("a".repeat(10_000), 99)).containsExactly(1, 0, 2);
        assertThat(small.encode("a ".repeat(10_000), 5)).containsExactly(1, 6, 6, 6, 2);
        assertThat(small.encode("a".repeat(100), 9)).containsExactly(1, 6, 7, 7, 7, 7, 7, 7, 2);
    }

    @Test
    void accents_case_control_characters_and_zero_width_marks_do_not_matter() {
        assertThat(WordPiece.words("Pl\u0000ÁY\u200Bing\tÀ")).containsExactly("playing", "a");
    }

    @Test
    void punctuation_and_chinese_characters_stand_alone() {
        assertThat(WordPiece.words("don't—stop 中文$5"))
                .containsExactly("don", "'", "t", "—", "stop", "中", "文", "$", "5");
    }

    @Test
    void nothing_and_half_an_emoji_are_taken() {
        assertThat(small.encode("", 99)).containsExactly(1, 2);
        assertThat(small.encode("\uD83D a \uDE00", 99)).containsExactly(1, 6, 2);
        assertThat(small.encode("😀", 99)).containsExactly(1, 0, 2);
    }

    @Test
    void the_real_vocabulary_gives_the_ids_that_its_authors_publish() throws Exception {
        // "hello world" of every uncased BERT: [CLS] 7592 2088 [SEP]
        assertThat(BgeSmall.tokenizer().encode("Hello, WORLD!", 99)).containsExactly(101, 7592, 1010, 2088, 999, 102);
        assertThat(BgeSmall.tokenizer().encode("embeddings", 99)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
    }
}
