package org.clausebot.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.block.Samples;
import org.junit.jupiter.api.Test;

class PlacementTest {
    /** All that may be said among others: clauses, and what is wrong with a message. */
    private static final Set<String> AMONG_OTHERS = Set.of("answered-quoted", "answered-nearest", "blank", "too-long");

    private static final Map<String, Reply> REPLIES = Samples.all();

    @Test
    void every_kind_of_reply_and_of_answer_is_among_those_placed_here() {
        Set<Class<?>> kinds = REPLIES.values().stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(kinds).containsAll(Arrays.asList(Reply.class.getPermittedSubclasses()));
        Set<Class<?>> answers = REPLIES.values().stream()
                .filter(Reply.Answered.class::isInstance)
                .map(reply -> ((Reply.Answered) reply).answer().getClass())
                .collect(Collectors.toSet());
        assertThat(answers).containsExactlyInAnyOrder(Answer.class.getPermittedSubclasses());
    }

    @Test
    void alone_with_the_bot_everything_is_said_there() {
        REPLIES.forEach((name, reply) ->
                assertThat(Placement.of(reply, Room.ALONE)).as(name).isEqualTo(Placement.DIRECT));
    }

    @Test
    void among_others_only_clauses_and_refusals_are_shown() {
        REPLIES.forEach((name, reply) -> assertThat(Placement.of(reply, Room.AMONG_OTHERS))
                .as(name)
                .isEqualTo(AMONG_OTHERS.contains(name) ? Placement.HERE : Placement.DIRECT_AND_POINTER));
    }
}
