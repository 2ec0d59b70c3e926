package org.clausebot.chat.talk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
 * @param waits lets people wait for an answer; empty where nobody can be told later
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
        Optional<Waits<S>> waits,
        MeterRegistry meters,
        Clock clock) {

    /** Of a channel in which nobody can wait for an answer. */
    public Means(
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
        this(
                names,
                school,
                assistant,
                reports,
                policies,
                feedback,
                phrases,
                sayings,
                memory,
                voice,
                Optional.empty(),
                meters,
                clock);
    }

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
