package org.clausebot.chat.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.slack.block.Samples;
import org.clausebot.chat.slack.block.SlackSamples;
import org.junit.jupiter.api.Test;

/** What notifications show, for each reply of {@link PlacementTest}, among which is every kind. */
class NoticeTest {
    private static final Map<String, Reply> REPLIES = Samples.all();
    private static final Phrases PHRASES = SlackSamples.phrases();

    @Test
    void of_a_report_only_that_there_is_something() {
        REPLIES.forEach((name, reply) -> {
            if (!(reply instanceof Reply.Answered || reply instanceof Reply.Blank || reply instanceof Reply.TooLong)) {
                assertThat(Notice.of(reply, PHRASES))
                        .as(name)
                        .isIn(
                                Notice.Plain.STEP,
                                Notice.Plain.REPORT,
                                Notice.Plain.REPORTS,
                                Notice.Plain.URGENT);
            }
        });
    }

    @Test
    void of_clauses_their_numbers_and_whether_they_answer() {
        Reply quoted = new Reply.Answered(SlackSamples.quoted());
        assertThat(Notice.of(quoted, PHRASES))
                .isEqualTo(new Notice.Clauses(
                        true,
                        String.join(
                                "; ",
                                SlackSamples.quoted().answering().stream()
                                        .map(q -> q.clause().ref().number())
                                        .toList())));
        REPLIES.values().stream()
                .filter(reply -> reply instanceof Reply.Answered a && a.answer() instanceof Answer.Nearest)
                .forEach(reply -> assertThat(Notice.of(reply, PHRASES))
                        .isInstanceOfSatisfying(
                                Notice.Clauses.class,
                                clauses -> assertThat(clauses.quoted()).isFalse()));
    }

    @Test
    void all_else_is_the_bots_own_words_and_none_that_was_typed() {
        Set<String> own = Set.of(
                PHRASES.answers().blank(),
                PHRASES.tooLong(new Reply.TooLong(30_000, 2_000)),
                PHRASES.smallTalk(Answer.SmallTalk.Kind.GREETING));
        assertThat(own).noneMatch(words -> words.contains("{"));
        REPLIES.forEach((name, reply) -> {
            if (Notice.of(reply, PHRASES) instanceof Notice.Own(String words)) {
                assertThat(words).as(name).isNotBlank().doesNotContain("{");
                assertThat(reply)
                        .as(name)
                        .matches(r -> r instanceof Reply.Blank
                                || r instanceof Reply.TooLong
                                || (r instanceof Reply.Answered a && a.answer() instanceof Answer.SmallTalk));
            }
        });
    }
}
