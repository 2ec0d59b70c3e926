package org.clausebot.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Feedback.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ButtonValueTest {
    private static final String TOKEN = "c0ffee/3/when";
    private static final String HOSTILE = "<!channel> *b* _i_ [l](https://x.example) & <at>all</at> `c` :wave: 100% +1";
    private static final ButtonValue.Shown SHOWN = new ButtonValue.Shown("a-policy", "1 & 2", "What we mean ¶4#3");

    static Stream<ButtonValue> values() {
        return Stream.of(
                new ButtonValue.Say("", "Report something"),
                new ButtonValue.Say(TOKEN, HOSTILE),
                new ButtonValue.Literal(TOKEN),
                new ButtonValue.Fill(TOKEN, Input.DAY_AND_TIME),
                new ButtonValue.OpenWindow("add/7K4Q-MXPD-29TF"),
                new ButtonValue.Vote(SHOWN, Verdict.NOT_ASKED),
                new ButtonValue.Share(true, List.of(SHOWN)),
                new ButtonValue.Share(false, List.of(SHOWN, SHOWN)),
                new ButtonValue.Ask(),
                new ButtonValue.BeginReport(),
                new ButtonValue.GoOn(),
                new ButtonValue.ThrowAway(),
                new ButtonValue.Opened());
    }

    @ParameterizedTest
    @MethodSource("values")
    void what_comes_back_is_what_was_sent(ButtonValue value) {
        assertThat(ButtonValue.read(value.actionId(7), value.value())).contains(value);
        assertThat(value.value()).matches("[A-Za-z0-9%&+._*-]*");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "say, a&b",
        "say:1, a",
        "say:1, a&b&c",
        "say:1, a&%zz",
        "fill:1, a&NOTHING",
        "vote:1, helpful&p&v",
        "vote:1, loved&p&v&c",
        "share:1, true",
        "share:1, true&p&v",
        "share:1, maybe&p&v&c",
        "day, 2026-11-22",
        "time, 16:05",
        "ticks:1, headteacher",
        "unknown:1, a"
    })
    void what_no_button_sends_is_nothing(String actionId, String value) {
        assertThat(ButtonValue.read(actionId, value)).isEmpty();
    }

    @Test
    void no_nonsense_makes_it_fail() {
        Random random = new Random(3);
        List<String> kinds = List.of("say", "literal", "fill", "window", "vote", "share", "ask", "go-on", "x");
        for (int round = 0; round < 2_000; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                value.append("&%+=aF0\u0000é".charAt(random.nextInt(9)));
            }
            String id = kinds.get(random.nextInt(kinds.size())) + ":" + random.nextInt();
            assertThat(ButtonValue.read(id, value.toString())).isNotNull();
        }
        assertThat(ButtonValue.read("say:1", "a&" + "b".repeat(2_000))).isEmpty();
    }
}
