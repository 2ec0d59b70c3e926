package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clausebot.datafile.DataFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamsWordsTest {
    @TempDir
    private Path folder;

    @Test
    void our_words_are_all_there() {
        TeamsWords words = TeamsSamples.words();
        for (TeamsPhrase phrase : TeamsPhrase.values()) {
            assertThat(words.say(phrase)).isNotBlank();
        }
        assertThat(words.say(TeamsPhrase.CHANGE, "number", "3")).isEqualTo("Change 3");
    }

    @ParameterizedTest
    @CsvSource({
        "helpful: Helpful, helpfull: Helpful, helpful",
        "helpful: Helpful, 'helpful: \"\"', missing",
        "window-send: Send, window-send: Send this answer off at once now, room for 30"
    })
    void a_file_with_a_mistake_is_refused_with_its_line(String line, String instead, String said) throws Exception {
        String text = Files.readString(Path.of("conversations/phrases-teams.yaml"));
        assertThat(text).contains("\n" + line + "\n");
        Path file = folder.resolve("phrases-teams.yaml");
        Files.writeString(file, text.replace("\n" + line + "\n", "\n" + instead + "\n"));
        assertThatThrownBy(() -> TeamsWords.read(file))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("phrases-teams.yaml")
                .hasMessageContaining(said);
    }
}
