package org.clausebot.chat.slack.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.clausebot.seal.Hidden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "a &lt;b&gt; &amp; c → a <b> & c",
                "&amp;lt; → &lt;",
                "ask <@U1> → ask @Amina Khan",
                "ask <@U1|tom> → ask @tom",
                "in <#C1|staff> or <#C2> → in #staff or #C2",
                "<!here> <!channel> <!subteam^S1|@heads> → @here @channel @heads",
                "<!date^1392734382^{date}|18 February 2014> → 18 February 2014",
                "<https://example.org/a?b=1&amp;c=2> → https://example.org/a?b=1&c=2",
                "<http://example.org|example.org> → example.org",
                "<https://example.org/|https://example.org/> → https://example.org/",
                "<https://evil.example|our policy> → our policy (https://evil.example)",
                "<mailto:a@b.example|a@b.example> → a@b.example",
                "<mailto:a@b.example> → a@b.example",
                "<tel:01632960000|01632 960000> → 01632 960000",
                "1 &lt; 2 < → 1 < 2 <",
                "a $1 \\ b <@U1> → a $1 \\ b @Amina Khan"
            })
    void text_becomes_what_was_typed(String text, String typed) {
        assertThat(SlackText.typed(text, user -> "Amina Khan")).isEqualTo(typed);
    }

    @Test
    void only_the_bots_mention_is_taken_away() {
        assertThat(SlackText.without("<@UBOT> hello <@U1>", "UBOT")).isEqualTo("hello <@U1>");
        assertThat(SlackText.without("tell <@UBOT|clausebot> that", "UBOT")).isEqualTo("tell that");
        assertThat(SlackText.without(" hello ", "")).isEqualTo("hello");
        assertThat(SlackText.mentions("<@UBOTTLE>", "UBOT")).isFalse();
        assertThat(SlackText.mentions("a<@UBOT>", "UBOT")).isTrue();
        assertThat(SlackText.mentions("a", "")).isFalse();
    }

    @Test
    void secrets_never_print_themselves() {
        Hidden hidden = new Hidden("xoxb-1");
        assertThat(hidden.toString()).doesNotContain("xoxb");
        assertThat(new Tokens.Access(hidden, "U1").toString()).doesNotContain("xoxb");
        assertThat(new Installation("T", "E", "U", "xoxb-1", "xoxe-1", 0).toString())
                .doesNotContain("xox");
    }
}
