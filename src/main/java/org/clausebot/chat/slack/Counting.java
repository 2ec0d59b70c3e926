package org.clausebot.chat.slack;

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
    private final MeterRegistry meters;
    private final Timer answerTime;

    Counting(MeterRegistry meters) {
        this.meters = meters;
        this.answerTime = Timer.builder("clausebot.answer.time")
                .description("From question to reply, without the page around it")
                .publishPercentileHistogram()
                .register(meters);
    }

    Reply count(Spot spot, Supplier<Reply> work) {
        Timer.Sample begun = Timer.start(meters);
        Reply reply = work.get();
        reply.ofPolicy().map(Counting::outcome).ifPresent(outcome -> {
            begun.stop(answerTime);
            Counter.builder("clausebot.questions")
                    .description("Questions by outcome and kind of channel")
                    .tag("channel", spot.isPrivate() ? "slack-direct" : "slack-channel")
                    .tag("outcome", outcome)
                    .register(meters)
                    .increment();
        });
        return reply;
    }

    private static String outcome(Reply reply) {
        return reply.policyAnswer().map(Answer::outcome).orElse(reply instanceof Reply.TooLong ? "too-long" : "blank");
    }
}
