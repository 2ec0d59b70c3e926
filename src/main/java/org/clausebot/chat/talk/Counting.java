package org.clausebot.chat.talk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Reply;

/**
 * Counts questions by what came of them and by the kind of place; never by the place. What belongs to a report is counted
 * nowhere: the numbers would tell how many reports there are.
 */
final class Counting {
    private final Means.Names names;
    private final MeterRegistry meters;
    private final Timer answerTime;

    Counting(Means.Names names, MeterRegistry meters) {
        this.names = names;
        this.meters = meters;
        this.answerTime = Timer.builder("clausebot.answer.time")
                .description("From question to reply, without the page around it")
                .publishPercentileHistogram()
                .register(meters);
    }

    Reply count(Room room, Supplier<Reply> work) {
        Timer.Sample begun = Timer.start(meters);
        Reply reply = work.get();
        reply.ofPolicy().map(Counting::outcome).ifPresent(outcome -> {
            begun.stop(answerTime);
            Counter.builder("clausebot.questions")
                    .description("Questions by outcome and kind of channel")
                    .tag("channel", channel(room))
                    .tag("outcome", outcome)
                    .register(meters)
                    .increment();
        });
        return reply;
    }

    private String channel(Room room) {
        return switch (room) {
            case ALONE -> names.alone();
            case AMONG_OTHERS -> names.amongOthers();
        };
    }

    private static String outcome(Reply reply) {
        return reply.policyAnswer().map(Answer::outcome).orElse(reply instanceof Reply.TooLong ? "too-long" : "blank");
    }
}
