package org.clausebot.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clausebot.chat.Reply;
import org.clausebot.chat.teams.card.CardActions;
import org.clausebot.chat.teams.card.TeamsMessage;

/**
 * The cards with buttons that were shown, in memory only and for a while: Teams does not send a card along when it is
 * pressed, and it is to be shown again without its buttons. What is forgotten stays as it is in the chat.
 */
final class ShownCards {
    private static final Duration OF_POLICY = Duration.ofHours(12);
    private static final Duration OF_REPORT = Duration.ofMinutes(30);
    private static final int MOST_CHARACTERS = 10_000_000;

    private final Cache<Key, TeamsMessage> ofPolicy;
    private final Cache<Key, TeamsMessage> ofReport;

    private record Key(String person, String mark) {}

    ShownCards(Clock clock) {
        this.ofPolicy = forgetting(OF_POLICY, clock);
        this.ofReport = forgetting(OF_REPORT, clock);
    }

    private static Cache<Key, TeamsMessage> forgetting(Duration after, Clock clock) {
        return Caffeine.newBuilder()
                .expireAfterWrite(after)
                .maximumWeight(MOST_CHARACTERS)
                .weigher((Key key, TeamsMessage message) ->
                        message.card().map(String::length).orElse(0))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /** The messages to send in the place of {@code messages}, which show {@code reply}. */
    List<TeamsMessage> kept(TeamsSpot spot, Reply reply, List<TeamsMessage> messages) {
        if (reply instanceof Reply.Sent || reply instanceof Reply.Cancelled) {
            forgetReport(spot);
        }
        return reply instanceof Reply.Answered ? ofPolicy(spot, messages) : ofReport(spot, messages);
    }

    List<TeamsMessage> ofPolicy(TeamsSpot spot, List<TeamsMessage> messages) {
        return kept(ofPolicy, spot, messages);
    }

    List<TeamsMessage> ofReport(TeamsSpot spot, List<TeamsMessage> messages) {
        return kept(ofReport, spot, messages);
    }

    private static List<TeamsMessage> kept(
            Cache<Key, TeamsMessage> cache, TeamsSpot spot, List<TeamsMessage> messages) {
        return messages.stream()
                .map(message -> {
                    Optional<CardActions.Marked> marked = CardActions.marked(message);
                    marked.ifPresent(m -> cache.put(new Key(spot.person(), m.mark()), m.message()));
                    return marked.map(CardActions.Marked::message).orElse(message);
                })
                .toList();
    }

    /** The card that was pressed, if its presser was shown it and it is not forgotten. */
    Optional<TeamsMessage> pressed(TeamsSpot spot, Map<String, String> fields) {
        Key key = key(spot, fields);
        return Optional.ofNullable(ofPolicy.getIfPresent(key))
                .or(() -> Optional.ofNullable(ofReport.getIfPresent(key)));
    }

    /** The card looks otherwise now. */
    void changed(TeamsSpot spot, Map<String, String> fields, TeamsMessage now) {
        ofPolicy.asMap().replace(key(spot, fields), now);
        ofReport.asMap().replace(key(spot, fields), now);
    }

    private static Key key(TeamsSpot spot, Map<String, String> fields) {
        return new Key(spot.person(), fields.getOrDefault(CardActions.MARK, ""));
    }

    private void forgetReport(TeamsSpot spot) {
        ofReport.asMap().keySet().removeIf(key -> key.person.equals(spot.person()));
    }
}
