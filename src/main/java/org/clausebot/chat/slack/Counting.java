package org.clausebot.chat.slack;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
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
        outcome(reply).ifPresent(outcome -> {
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

    private static Optional<String> outcome(Reply reply) {
        return switch (reply) {
            case Reply.Answered r -> Optional.of(r.answer()).map(Answer::outcome);
            case Reply.Blank r -> Optional.of("blank");
            case Reply.TooLong r -> Optional.of("too-long");
            case Reply.Unfinished r -> r.before().flatMap(Counting::outcome);
            case Reply.Asked r -> Optional.empty();
            case Reply.Flows r -> Optional.empty();
            case Reply.Advice r -> Optional.empty();
            case Reply.Paused r -> Optional.empty();
            case Reply.Cancelled r -> Optional.empty();
            case Reply.Ended r -> Optional.empty();
            case Reply.Sent r -> Optional.empty();
            case Reply.NotReceived r -> Optional.empty();
            case Reply.Status r -> Optional.empty();
            case Reply.NoSuchCode r -> Optional.empty();
            case Reply.TooManyCodes r -> Optional.empty();
            case Reply.Gone r -> Optional.empty();
        };
    }
}
