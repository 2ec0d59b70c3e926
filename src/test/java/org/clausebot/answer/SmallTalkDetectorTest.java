package org.clausebot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.clausebot.answer.Answer.SmallTalk.Kind;
import org.clausebot.datafile.Tsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkDetectorTest {
    @ParameterizedTest
    @CsvSource({
        "hi,GREETING",
        "Hello there!!,GREETING",
        "good morning,GREETING",
        "hey how are you?,GREETING",
        "thanks,THANKS",
        "thank you so much,THANKS",
        "that's great thanks,THANKS",
        "bye,GOODBYE",
        "ok see you later,GOODBYE",
        "help,HELP",
        "what can you do?,HELP",
        "???,HELP",
        "k,UNCLEAR",
        "😀😀,UNCLEAR",
        "lol,UNCLEAR",
        "you are useless,INSULT",
        "42,UNCLEAR"
    })
    void a_message_that_asks_nothing_is_known(String message, Kind kind) {
        assertThat(SmallTalkDetector.detect(message)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hi, can I add a pupil?",
                "thanks but what about parents",
                "help a child is hurt",
                "byod?",
                "2.4.6",
                "good",
                "can you help me report this",
                "whatsapp",
                "hello pupil",
                "stupid head posted my photo",
                "thank you letter home"
            })
    void a_message_with_another_word_in_it_is_a_question(String message) {
        assertThat(SmallTalkDetector.detect(message)).isEmpty();
    }

    @Test
    void no_example_question_is_small_talk() throws Exception {
        for (Tsv.Row row : Phrasings.table(Path.of("index/phrasings/social-media.tsv"))) {
            assertThat(SmallTalkDetector.detect(row.get("question")))
                    .as(row.get("question"))
                    .isEmpty();
        }
    }
}
