package org.clausebot.desk.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/**
 * What whoever runs the program does about receivers' access: lists it, invites, resets, ends sessions.
 *
 * <p>Whoever holds a link can become that receiver, and the one who makes it may be the one a report is about. So every
 * link is audited, its owner and those who watch over access are told, and access set up with it shows no case for a day
 * unless one of them has confirmed it.
 */
public final class Invitations {
    /** How long a link works. */
    public static final Duration LIFE = Duration.ofHours(24);
    /** How long access that was set up with a link shows no case. */
    static final Duration WAIT = Duration.ofHours(24);
    /** In the first days of an installation everybody is being invited, and there is nothing to see yet. */
    static final Duration BEGINNING = Duration.ofDays(7);

    private final SchoolId school;
    private final People people;
    private final Accounts accounts;
    private final DeskSessions sessions;
    private final AuditTrail audit;
    private final AccessNotices notices;
    private final Clock clock;

    public Invitations(
            SchoolId school,
            Supplier<Optional<School>> settings,
            Accounts accounts,
            DeskSessions sessions,
            AuditTrail audit,
            AccessNotices notices,
            Clock clock) {
        this.school = school;
        this.people = new People(settings);
        this.accounts = accounts;
        this.sessions = sessions;
        this.audit = audit;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A receiver's access.
     *
     * @param way how they sign in: {@code password}, {@code passkey}, {@code school account}, with commas; empty for no
     *     access yet
     * @param sessions how many are open
     */
    public record Standing(Receiver receiver, String way, int sessions) {}

    /** Everybody who receives reports, in the order of the school's settings. */
    public List<Standing> list() {
        Instant now = clock.instant();
        return people.all().stream()
                .map(p -> new Standing(p, way(p.id()), (int) sessions.of(school, p.id()).stream()
                        .filter(s -> now.isBefore(s.used().plus(Entries.UNUSED)))
                        .count()))
                .toList();
    }

    private String way(String receiver) {
        Optional<Account> account = accounts.find(school, receiver);
        List<String> ways = new ArrayList<>();
        account.flatMap(Account::password).ifPresent(p -> ways.add("password"));
        if (!accounts.passkeys(school, receiver).isEmpty()) {
            ways.add("passkey");
        }
        account.flatMap(Account::pin).ifPresent(p -> ways.add("school account"));
        return String.join(", ", ways);
    }

    /**
     * A link for somebody who has no access yet.
     *
     * @param base the program's address, such as {@code https://clausebot.oakfield.example/}
     * @throws IllegalArgumentException when there is no such receiver, or they have access; says what to do
     */
    public URI invite(String receiver, URI base) {
        Receiver person = known(receiver);
        if (accounts.find(school, receiver).isPresent()) {
            throw new IllegalArgumentException(
                    person.name() + " has access already. If it is lost: ./clausebot receivers" + " reset " + receiver);
        }
        Instant now = clock.instant();
        boolean beginning = accounts.all(school).stream().allMatch(a -> a.made().isAfter(now.minus(BEGINNING)));
        String token = Tokens.fresh();
        accounts.invite(school, new Invitation(Tokens.hash(token), receiver, now.plus(LIFE), !beginning));
        tell(person, "access invited " + receiver);
        return link(base, token);
    }

    /**
     * Takes away all that a receiver could sign in with, ends their sessions, and gives a link to set up access anew.
     *
     * @throws IllegalArgumentException when there is no such receiver, or they have no access; says what to do
     */
    public URI reset(String receiver, URI base) {
        Receiver person = known(receiver);
        if (accounts.find(school, receiver).isEmpty()) {
            throw new IllegalArgumentException(
                    person.name() + " has no access yet. To give it: ./clausebot receivers invite " + receiver);
        }
        String token = Tokens.fresh();
        accounts.reset(
                school,
                new Invitation(Tokens.hash(token), receiver, clock.instant().plus(LIFE), true));
        tell(person, "access reset " + receiver);
        return link(base, token);
    }

    /**
     * Ends all sessions of a receiver, also of one who is in the settings no more.
     *
     * @return how many there were
     */
    public int endSessions(String receiver) {
        if (!receiver.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("A receiver's id is in small letters, as in school.yaml");
        }
        int ended = sessions.endAll(school, receiver);
        audit.record("operator", "sessions ended " + receiver);
        return ended;
    }

    private void tell(Receiver person, String action) {
        audit.record("operator", action);
        Set<String> told = new LinkedHashSet<>();
        told.add(person.id());
        people.watchers().forEach(watcher -> told.add(watcher.id()));
        told.forEach(notices::tell);
    }

    private Receiver known(String receiver) {
        return people.byId(receiver)
                .orElseThrow(() -> new IllegalArgumentException("There is no receiver \"" + receiver
                        + "\" in school.yaml. `./clausebot receivers list` shows them all"));
    }

    private static URI link(URI base, String token) {
        return base.resolve("/desk/welcome?token=" + token);
    }
}
