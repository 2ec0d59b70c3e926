package org.clausebot.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.policy.IsoWeek;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.slack.block.ButtonValue;

/**
 * Counts whether clauses helped: one vote for each person and clause, the last. Who voted is known in memory only, for as
 * long as somebody may think again.
 */
final class Votes {
    private static final Duration MAY_CHANGE = Duration.ofHours(12);
    private static final int MOST = 20_000;

    private final SlackChannel.Parts parts;
    private final Voice voice;
    private final Cache<Ballot, Vote> cast;

    private record Ballot(String voter, ButtonValue.Shown on) {}

    Votes(SlackChannel.Parts parts, Voice voice) {
        this.parts = parts;
        this.voice = voice;
        this.cast = Memory.forgetting(MAY_CHANGE, MOST, parts.clock());
    }

    void vote(Delivered.Pressed pressed, ButtonValue.Vote pressedVote) {
        Phrases.Thanks thanks = parts.phrases().feedback();
        Optional<Quote> quote = Sharing.inForce(parts.policies().get(), pressedVote.shown());
        if (quote.isEmpty()) {
            voice.alone(Presses.spot(pressed), thanks.gone());
            return;
        }
        Vote vote = new Vote(
                IsoWeek.of(LocalDate.now(parts.clock())),
                quote.get().clause().ref(),
                pressedVote.shown().version(),
                pressedVote.verdict());
        Ballot ballot = new Ballot(Identity.key(pressed.by()), pressedVote.shown());
        cast.asMap().compute(ballot, (same, before) -> {
            if (!vote.equals(before)) {
                parts.feedback().record(parts.school().apply(pressed.by()), vote, Optional.ofNullable(before));
            }
            return vote;
        });
        voice.alone(Presses.spot(pressed), words(thanks, pressedVote.verdict()));
    }

    private static String words(Phrases.Thanks thanks, Verdict verdict) {
        return switch (verdict) {
            case HELPFUL -> thanks.helpful();
            case NOT_ASKED -> thanks.notAsked();
        };
    }
}
