package org.clausebot.desk.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/**
 * Access that was set up with a link, and must wait until the chair of governors or a safeguarding lead has spoken to its
 * owner - or a day has passed in which anybody told of it could have closed it.
 */
final class Watch {
    private final SchoolId school;
    private final People people;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final AccessNotices notices;
    private final Clock clock;

    Watch(ReceiverSignIn.Parts parts, People people) {
        this.school = parts.school();
        this.people = people;
        this.accounts = parts.accounts();
        this.audit = parts.audit();
        this.notices = parts.notices();
        this.clock = parts.clock();
    }

    /** What {@code watcher} may confirm or close; empty for whoever does not watch, or waits themself. */
    List<Account> seenBy(String watcher) {
        Instant now = clock.instant();
        boolean may = people.byId(watcher).filter(People::watches).isPresent()
                && accounts.find(school, watcher).filter(a -> !a.waits(now)).isPresent();
        return may
                ? accounts.all(school).stream()
                        .filter(a -> a.waits(now) && !a.receiver().equals(watcher))
                        .toList()
                : List.of();
    }

    boolean confirm(String watcher, String receiver) {
        Optional<Account> account = found(watcher, receiver);
        account.ifPresent(a -> {
            accounts.change(school, a.withoutWaiting());
            audit.record(watcher, "access confirmed " + receiver);
            notices.tell(receiver);
        });
        return account.isPresent();
    }

    boolean close(String watcher, String receiver) {
        Optional<Account> account = found(watcher, receiver);
        account.ifPresent(a -> {
            accounts.remove(school, receiver);
            audit.record(watcher, "access closed " + receiver);
            notices.tell(receiver);
        });
        return account.isPresent();
    }

    private Optional<Account> found(String watcher, String receiver) {
        return seenBy(watcher).stream()
                .filter(a -> a.receiver().equals(receiver))
                .findFirst();
    }
}
