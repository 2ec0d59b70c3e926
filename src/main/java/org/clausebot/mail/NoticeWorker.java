package org.clausebot.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/**
 * Takes due notices from the queue and hands them to the mail server. It logs nothing of a single notice: that somebody
 * was to be told would be a trace of a report.
 */
final class NoticeWorker {
    /** Longer than the slowest exchange with a server that still answers. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** When somebody who has no address, or one that is refused, is looked at again. */
    static final Duration HOPELESS = Duration.ofHours(1);

    /** Accepted ones are of no more use then, and whoever reads the database could see who was told. */
    static final Duration KEPT = Duration.ofDays(1);

    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);
    private static final int AT_ONCE = 50;

    private final Notices notices;
    private final Smtp smtp;
    private final MailSettings settings;
    private final Function<Notices.Notice, MailWords.Letter> letter;
    private final Function<SchoolId, Optional<School>> schools;
    private final Clock clock;
    private final Backoff backoff;

    /** Addresses that the server has refused for good since the program started. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private int downs;
    private Instant nextForget = Instant.MIN;
    private volatile Instant pausedUntil = Instant.MIN;
    private volatile boolean stopping;

    NoticeWorker(
            Notices notices,
            Smtp smtp,
            MailSettings settings,
            Function<Notices.Notice, MailWords.Letter> letter,
            Function<SchoolId, Optional<School>> schools,
            Clock clock,
            Backoff backoff) {
        this.notices = notices;
        this.smtp = smtp;
        this.settings = settings;
        this.letter = letter;
        this.schools = schools;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Sends what is due, as far as the server takes it. Called by one thread at a time. */
    void pass() {
        Instant start = clock.instant();
        if (start.isBefore(pausedUntil)) {
            return;
        }
        if (!start.isBefore(nextForget)) {
            notices.forget(start.minus(KEPT));
            nextForget = start.plus(BETWEEN_FORGETTING);
        }
        List<Notices.Notice> due = notices.due(start, AT_ONCE);
        for (Notices.Notice notice : due) {
            if (stopping || !handOver(notice)) {
                return;
            }
        }
    }

    /** The mail server works again, as far as one can tell: no need to wait any longer. */
    void resume() {
        pausedUntil = Instant.MIN;
    }

    /** The mail server says that it would take mail for these: worth another try. */
    void forgive(Collection<String> addresses) {
        refused.removeAll(addresses);
    }

    /** Begins no other notice; the one in hand is brought to its end. */
    void stop() {
        stopping = true;
    }

    /** @return false when the server is down, so that the others need not be tried now */
    private boolean handOver(Notices.Notice notice) {
        Instant now = clock.instant();
        Optional<String> address = address(notice);
        if (address.isEmpty() || refused.contains(address.get())) {
            notices.failed(notice.id(), now.plus(HOPELESS));
            return true;
        }
        if (!notices.claim(notice.id(), now, now.plus(CLAIM))) {
            return true;
        }
        Delivery delivery = smtp.send(
                notice.id(), letter.apply(notice).at(settings.desk()), address.get(), now);
        Instant after = clock.instant();
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                notices.accepted(notice.id(), after);
                downs = 0;
            }
            case Delivery.Later later -> {
                notices.failed(notice.id(), after.plus(backoff.after(notice.attempts() + 1)));
                downs = 0;
            }
            case Delivery.Refused forGood -> {
                refused.add(address.get());
                notices.failed(notice.id(), after.plus(HOPELESS));
                downs = 0;
            }
            case Delivery.Down down -> {
                pausedUntil = after.plus(backoff.after(++downs));
                notices.failed(notice.id(), pausedUntil);
                return false;
            }
        }
        return true;
    }

    private Optional<String> address(Notices.Notice notice) {
        return schools.apply(notice.school())
                .flatMap(school -> school.anyone(notice.receiverId()))
                .map(Receiver::email);
    }
}
