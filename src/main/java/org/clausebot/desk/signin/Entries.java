package org.clausebot.desk.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.policy.SchoolId;

/** Begins and ends sessions at the case desk, and knows which are alive: half an hour unused, ten hours at most. */
final class Entries implements ReceiverSessions {
    static final Duration UNUSED = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(10);
    /** How lately somebody must have signed in to change how they sign in. */
    static final Duration LATELY = Duration.ofMinutes(10);

    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final SchoolId school;
    private final People people;
    private final Accounts accounts;
    private final DeskSessions sessions;
    private final Clock clock;

    Entries(SchoolId school, People people, Accounts accounts, DeskSessions sessions, Clock clock) {
        this.school = school;
        this.people = people;
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** The cookie's token of a new session. */
    String begin(String receiver, String how) {
        Instant now = clock.instant();
        sessions.forget(now.minus(LONGEST), now.minus(UNUSED));
        String token = Tokens.fresh();
        sessions.begin(new DeskSessions.Kept(Tokens.hash(token), Tokens.fresh(), school, receiver, how, now, now));
        return token;
    }

    @Override
    public Optional<ReceiverSession> open(String token) {
        Instant now = clock.instant();
        Optional<DeskSessions.Kept> kept = sessions.find(Tokens.hash(token)).filter(s -> alive(s, now));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        DeskSessions.Kept session = kept.get();
        Optional<Account> account = accounts.find(school, session.receiver());
        if (people.byId(session.receiver()).isEmpty() || account.isEmpty()) {
            sessions.endAll(school, session.receiver());
            return Optional.empty();
        }
        if (Duration.between(session.used(), now).compareTo(BETWEEN_NOTES) >= 0) {
            sessions.used(session.hash(), now);
        }
        return Optional.of(new ReceiverSession(
                session.id(),
                session.receiver(),
                Tokens.csrf(token),
                account.get().waits(now)));
    }

    void end(ReceiverSession session) {
        sessions.end(school, session.receiver(), session.id());
    }

    void end(String receiver, String id) {
        sessions.end(school, receiver, id);
    }

    int endAll(String receiver) {
        return sessions.endAll(school, receiver);
    }

    List<DeskSessions.Kept> of(String receiver) {
        Instant now = clock.instant();
        return sessions.of(school, receiver).stream().filter(s -> alive(s, now)).toList();
    }

    /** Whether this session's owner signed in a moment ago, not only some time today. */
    boolean isFresh(ReceiverSession session) {
        Instant since = clock.instant().minus(LATELY);
        return of(session.receiver()).stream()
                .anyMatch(s -> s.id().equals(session.id()) && s.began().isAfter(since));
    }

    private static boolean alive(DeskSessions.Kept session, Instant now) {
        return now.isBefore(session.used().plus(UNUSED))
                && now.isBefore(session.began().plus(LONGEST))
                && !now.isBefore(session.began().minus(Duration.ofMinutes(5)));
    }
}
