package org.clausebot.chat.teams.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.block.Samples;
import org.clausebot.chat.talk.ButtonValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CardActionsTest {
    private static final String LINE = "You chose “*this* & <that>”.";

    private static List<TeamsMessage> cards(Reply reply) {
        return TeamsSamples.cards().of(reply, Audience.ALONE);
    }

    private static TeamsMessage marked(TeamsMessage message) {
        return CardActions.marked(message).map(CardActions.Marked::message).orElse(message);
    }

    @TestFactory
    Stream<DynamicTest> of_every_card_the_buttons_and_fields_go_and_all_words_stay() {
        return Samples.all().entrySet().stream().map(CardActionsTest::test);
    }

    private static DynamicTest test(Map.Entry<String, Reply> sample) {
        return DynamicTest.dynamicTest(sample.getKey(), () -> {
            for (TeamsMessage message : cards(sample.getValue())) {
                TeamsMessage before = marked(message);
                Optional<TeamsMessage> pressed = CardActions.pressed(before, LINE);
                assertThat(pressed).isPresent();
                String card = pressed.get().card().orElseThrow();
                assertThat(CardActions.values(pressed.get())).isEmpty();
                assertThat(card)
                        .contains(LINE)
                        .doesNotContain("Action.Execute", "Action.Submit", "\"Input.")
                        .doesNotContain("\"items\":[]", "\"actions\":[]");
                assertThat(card.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(TeamsMessage.MOST_BYTES);
                assertThat(before.card().orElseThrow().getBytes(StandardCharsets.UTF_8))
                        .hasSizeLessThan(TeamsMessage.MOST_BYTES);
                assertThat(count(card, "\"TextRun\""))
                        .isGreaterThan(count(message.card().orElseThrow(), "\"TextRun\""));
                assertThat(count(card, "\"TextBlock\""))
                        .isEqualTo(count(message.card().orElseThrow(), "\"TextBlock\""));
            }
        });
    }

    private static int count(String words, String part) {
        return words.split(part, -1).length - 1;
    }

    @Test
    void the_mark_is_the_same_for_the_same_card_and_stands_on_every_button_and_its_fallback() {
        TeamsMessage flows = cards(sample("flows")).getFirst();
        CardActions.Marked once = CardActions.marked(flows).orElseThrow();
        CardActions.Marked again = CardActions.marked(flows).orElseThrow();

        assertThat(once).isEqualTo(again);
        int buttons = CardActions.values(flows).size();
        assertThat(buttons).isPositive();
        assertThat(count(once.message().card().orElseThrow(), "\"card\":\"" + once.mark() + "\""))
                .isEqualTo(2 * buttons);
        assertThat(CardActions.values(once.message())).isEqualTo(CardActions.values(flows));
    }

    @Test
    void a_card_without_buttons_needs_no_mark() {
        assertThat(CardActions.marked(new TeamsMessage("words", Optional.empty())))
                .isEmpty();
        assertThat(CardActions.marked(TeamsSamples.cards().words("words").getFirst()))
                .isEmpty();
    }

    @Test
    void a_vote_takes_the_votes_on_its_clause_and_leaves_the_others_and_the_links() {
        TeamsMessage answer = cards(sample("answered-nearest")).getFirst();
        List<ButtonValue.Vote> votes = CardActions.values(answer).stream()
                .filter(ButtonValue.Vote.class::isInstance)
                .map(ButtonValue.Vote.class::cast)
                .toList();
        assertThat(votes).isNotEmpty();
        ButtonValue.Shown first = votes.getFirst().shown();
        TeamsMessage voted = CardActions.voted(answer, first, LINE).orElseThrow();

        assertThat(CardActions.values(voted))
                .containsExactlyElementsOf(CardActions.values(answer).stream()
                        .filter(v -> !(v instanceof ButtonValue.Vote vote
                                && vote.shown().equals(first)))
                        .toList());
        assertThat(count(voted.card().orElseThrow(), "Action.OpenUrl"))
                .isEqualTo(count(answer.card().orElseThrow(), "Action.OpenUrl"));
        assertThat(count(voted.card().orElseThrow(), "You chose")).isOne();
    }

    @Test
    void a_button_is_found_by_what_it_does() {
        TeamsMessage answer = cards(sample("answered-nearest")).getFirst();
        ButtonValue vote = CardActions.values(answer).getFirst();

        assertThat(CardActions.label(answer, vote))
                .contains(TeamsSamples.words().say(TeamsPhrase.HELPFUL));
        assertThat(CardActions.label(answer, new ButtonValue.Literal("none"))).isEmpty();
    }

    private static Reply sample(String name) {
        return Optional.ofNullable(Samples.all().get(name)).orElseThrow();
    }
}
