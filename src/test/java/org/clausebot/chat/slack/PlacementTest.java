package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.block.Audience;
import org.clausebot.chat.slack.block.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {
    /** All that may be seen in a channel, and by the asker alone: clauses, and what is wrong with a message. */
    private static final Set<String> IN_CHANNELS = Set.of("answered-quoted", "answered-nearest", "blank", "too-long");

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

    @ParameterizedTest
    @EnumSource(names = {"DIRECT", "HOME"})
    void alone_with_the_bot_everything_is_said_there(Room room) {
        REPLIES.forEach(
                (name, reply) -> assertThat(Placement.of(reply, room)).as(name).isEqualTo(Placement.DIRECT));
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUP", "CHANNEL"})
    void among_others_only_clauses_and_refusals_are_shown_and_to_the_asker_alone(Room room) {
        REPLIES.forEach((name, reply) -> assertThat(Placement.of(reply, room))
                .as(name)
                .isEqualTo(IN_CHANNELS.contains(name) ? Placement.ONLY_TO_ASKER : Placement.DIRECT_AND_POINTER));
    }

    @Test
    void nothing_is_placed_before_everybody() {
        assertThat(Placement.values()).extracting(Placement::audience).doesNotContain(Audience.EVERYBODY);
    }
}
