package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.clausebot.datafile.DataFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWordsTest {
    @TempDir
    private Path folder;

    @Test
    void our_words_are_all_there() {
        SlackWords words = SlackSamples.words();
        for (SlackPhrase phrase : SlackPhrase.values()) {
            assertThat(words.say(phrase)).isNotBlank();
        }
        assertThat(words.say(SlackPhrase.CHANGE, "number", "3")).isEqualTo("Change 3");
    }

    @ParameterizedTest
    @CsvSource({
        "helpful: Helpful, helpfull: Helpful, helpful",
        "helpful: Helpful, 'helpful: \"\"', missing",
        "share: Share in thread, share: Share this answer with everybody who can read the thread that you asked your question in, room for 75",
        "window-send: Send, window-send: Send this answer off at once, room for 24"
    })
    void a_file_with_a_mistake_is_refused_with_its_line(String line, String instead, String said) throws Exception {
        String text = Files.readString(Path.of("conversations/phrases-slack.yaml"));
        assertThat(text).contains("\n" + line + "\n");
        Path file = folder.resolve("phrases-slack.yaml");
        Files.writeString(file, text.replace("\n" + line + "\n", "\n" + instead + "\n"));
        assertThatThrownBy(() -> SlackWords.read(file))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("phrases-slack.yaml")
                .hasMessageContaining(said);
    }
}
