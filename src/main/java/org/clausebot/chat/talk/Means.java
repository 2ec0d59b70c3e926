package org.clausebot.chat.talk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reports;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/**
 * What a channel works with.
 *
 * @param school the school that somebody belongs to
 * @param policies those in force
 */
public record Means<S extends Spot>(
        Names names,
        Function<S, SchoolId> school,
        Assistant assistant,
        Reports reports,
        Supplier<List<Policy>> policies,
        Feedback feedback,
        Phrases phrases,
        Sayings sayings,
        Memory memory,
        Voice<S> voice,
        MeterRegistry meters,
        Clock clock) {

    /**
     * What the channel is called.
     *
     * @param channel where it says who reports
     * @param alone where questions are counted that were asked alone with the bot
     * @param amongOthers the same for all others
     */
    public record Names(String channel, String alone, String amongOthers) {}

    Reporter reporter(S spot) {
        return new Reporter(school.apply(spot), names.channel(), spot.person());
    }
}
