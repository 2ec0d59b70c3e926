package org.clausebot.chat.teams;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Clock;
import java.time.Duration;
import org.clausebot.chat.talk.Forgetting;
import org.clausebot.chat.talk.Room;

/** Says welcome when the app is new in somebody's personal chat. Teams says in two ways that it is. */
final class Welcomes {
    private static final Duration REMEMBERED = Duration.ofHours(12);
    private static final int MOST = 10_000;

    private final TeamsVoice voice;
    private final Cache<String, Boolean> welcomed;

    Welcomes(TeamsVoice voice, Clock clock) {
        this.voice = voice;
        this.welcomed = Forgetting.after(REMEMBERED, MOST, clock);
    }

    void welcome(TeamsSpot spot) {
        if (spot.room() == Room.ALONE && welcomed.asMap().putIfAbsent(spot.person(), true) == null) {
            voice.welcome(spot);
        }
    }
}
