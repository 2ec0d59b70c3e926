package org.clausebot.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Forgetting;

/** The answers that may still be shared by those who asked. In memory only. */
final class Shareables {
    private static final Duration HALF_A_DAY = Duration.ofHours(12);
    private static final int ANSWERS = 2_000;

    private final Cache<Shown, Shareable> shareables;

    private record Shown(String asker, String channel, String share) {}

    /**
     * An answer that its asker may share.
     *
     * @param at the thread to share it in
     */
    record Shareable(Place at, Answer answer) {}

    Shareables(Clock clock) {
        this.shareables = Forgetting.after(HALF_A_DAY, ANSWERS, clock);
    }

    void keep(Spot asked, ButtonValue.Share share, Shareable answer) {
        shareables.put(shown(asked, share), answer);
    }

    /** What the presser was shown there and may share; empty when it was shown to somebody else, or long ago. */
    Optional<Shareable> take(Spot pressed, ButtonValue.Share share) {
        return Optional.ofNullable(shareables.asMap().remove(shown(pressed, share)));
    }

    private static Shown shown(Spot spot, ButtonValue.Share share) {
        return new Shown(spot.person(), spot.at().channel(), share.value());
    }
}
