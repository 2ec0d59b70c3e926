package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void text_that_fits_is_one_piece_and_nothing_is_none() {
        assertThat(Pieces.of("words", 5)).containsExactly("words");
        assertThat(Pieces.of("", 5)).isEmpty();
    }

    @Test
    void text_is_cut_after_a_sentence() {
        assertThat(Pieces.of("One is short. Two is longer than that.", 20))
                .containsExactly("One is short. ", "Two is longer than ", "that.");
    }

    @Test
    void without_a_sentence_it_is_cut_after_a_word() {
        assertThat(Pieces.of("alpha beta gamma", 12)).containsExactly("alpha beta ", "gamma");
    }

    @Test
    void a_character_as_people_see_it_is_never_divided() {
        String family = "👩‍👩‍👧";
        assertThat(Pieces.of(family + family, family.length() + 3)).containsExactly(family, family);
        String accented = "e\u0301";
        assertThat(Pieces.of(accented.repeat(3), 3)).containsExactly(accented, accented, accented);
        assertThat(Pieces.of("𝒳𝒳", 3)).containsExactly("𝒳", "𝒳");
        assertThat(Pieces.of("One. Two. \u0301Three", 10)).containsExactly("One. ", "Two. \u0301", "Three");
    }

    @Test
    void one_character_that_is_longer_than_a_piece_is_cut_between_code_points() {
        String zalgo = "a" + "\u0301".repeat(20);
        assertThat(String.join("", Pieces.of(zalgo, 8))).isEqualTo(zalgo);
        String family = "👩‍👩‍👧";
        assertThat(Pieces.of(family, 4))
                .allMatch(piece -> !Character.isHighSurrogate(piece.charAt(piece.length() - 1)));
    }

    @Test
    void pieces_joined_are_the_text_and_none_is_too_long() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(400);
            while (text.length() < length) {
                int c = random.nextInt(10);
                text.appendCodePoint(
                        switch (c) {
                            case 0 -> ' ';
                            case 1 -> '.';
                            case 2 -> '\n';
                            case 3 -> 0x1F600 + random.nextInt(60);
                            case 4 -> 0x301;
                            case 5 -> 0x200D;
                            default -> 'a' + c;
                        });
            }
            int most = 2 + random.nextInt(60);
            assertThat(Pieces.of(text.toString(), most))
                    .allMatch(piece -> !piece.isEmpty() && piece.length() <= most)
                    .satisfies(pieces -> assertThat(String.join("", pieces)).isEqualTo(text.toString()));
        }
    }
}
