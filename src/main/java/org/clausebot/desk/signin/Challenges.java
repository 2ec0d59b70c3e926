package org.clausebot.desk.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Challenges that were given out: each works once, for five minutes, for the purpose that it was given for. */
final class Challenges {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, Given> given = new LinkedHashMap<>();

    private record Given(String purpose, Instant expires) {}

    Challenges(Clock clock) {
        this.clock = clock;
    }

    /** 256 random bits in base64url. */
    synchronized String give(String purpose) {
        given.values().removeIf(g -> !clock.instant().isBefore(g.expires()));
        if (given.size() >= MOST) {
            given.remove(given.keySet().iterator().next());
        }
        String challenge = Tokens.fresh();
        given.put(challenge, new Given(purpose, clock.instant().plus(LIFE)));
        return challenge;
    }

    /** The challenge's bytes, if it was given out for {@code purpose} and not taken yet. */
    synchronized Optional<byte[]> take(String purpose, String challenge) {
        Given one = given.remove(challenge);
        boolean right =
                one != null && one.purpose().equals(purpose) && clock.instant().isBefore(one.expires());
        return right ? Optional.of(Base64.getUrlDecoder().decode(challenge)) : Optional.empty();
    }
}
