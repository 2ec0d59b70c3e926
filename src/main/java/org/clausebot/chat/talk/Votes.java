package org.clausebot.chat.talk;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.chat.Phrases;
import org.clausebot.policy.IsoWeek;

/**
 * Counts whether clauses helped: one vote for each person and clause, the last. Who voted is known in memory only, for as
 * long as somebody may think again.
 */
public final class Votes<S extends Spot> {
    private static final Duration MAY_CHANGE = Duration.ofHours(12);
    private static final int MOST = 20_000;

    private final Means<S> means;
    private final Cache<Ballot, Vote> cast;

    private record Ballot(String voter, ButtonValue.Shown on) {}

    /**
     * What came of a vote.
     *
     * @param counted false where the clause that it was on is no longer in force
     * @param words for the voter
     */
    public record Outcome(boolean counted, String words) {}

    Votes(Means<S> means) {
        this.means = means;
        this.cast = Forgetting.after(MAY_CHANGE, MOST, means.clock());
    }

    public Outcome vote(S spot, ButtonValue.Vote pressed) {
        Phrases.Thanks thanks = means.phrases().feedback();
        Optional<Quote> quote = InForce.quote(means.policies().get(), pressed.shown());
        if (quote.isEmpty()) {
            return new Outcome(false, thanks.gone());
        }
        Vote vote = new Vote(
                IsoWeek.of(LocalDate.now(means.clock())),
                quote.get().clause().ref(),
                pressed.shown().version(),
                pressed.verdict());
        cast.asMap().compute(new Ballot(spot.person(), pressed.shown()), (same, before) -> {
            if (!vote.equals(before)) {
                means.feedback().record(means.reporter(spot), vote, Optional.ofNullable(before));
            }
            return vote;
        });
        return new Outcome(true, words(thanks, pressed.verdict()));
    }

    private static String words(Phrases.Thanks thanks, Verdict verdict) {
        return switch (verdict) {
            case HELPFUL -> thanks.helpful();
            case NOT_ASKED -> thanks.notAsked();
        };
    }
}
