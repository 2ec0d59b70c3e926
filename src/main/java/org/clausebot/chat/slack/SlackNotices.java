package org.clausebot.chat.slack;

import com.github.benmanes.caffeine.cache.Cache;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.DeskNotice;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.Forgetting;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/**
 * The queue of notices, as it is; whoever has a member id in Slack is told there as well when a notice of theirs is due for
 * the first time. Nothing is noted in the queue for it: a notice is delivered when the mail server has taken it, whatever
 * Slack does. Like the mail, what is said is the same for every kind of report.
 *
 * <p>Told once for each notice while the program runs. After a restart, one that mail has not been tried for is told again:
 * better twice than not at all.
 */
public final class SlackNotices implements Notices, AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int MOST = 100_000;
    private static final int AT_ONCE = 50;

    private final Notices queue;
    private final Function<SchoolId, Optional<School>> schools;
    private final BiFunction<SchoolId, String, Optional<Member>> members;
    private final Workspace workspace;
    private final List<SlackMessage> notice;
    private final Clock clock;
    private final Cache<String, Boolean> told;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param queue what the mail worker takes from; it must take through this instead
     * @param schools the people as they are now
     * @param members whom a school's member id stands for; empty where no workspace is connected
     * @param desk the address at which receivers open the case desk
     */
    public SlackNotices(
            Notices queue,
            Function<SchoolId, Optional<School>> schools,
            BiFunction<SchoolId, String, Optional<Member>> members,
            Workspace workspace,
            SlackWords words,
            URI desk,
            Clock clock) {
        this.queue = queue;
        this.schools = schools;
        this.members = members;
        this.workspace = workspace;
        this.notice = DeskNotice.of(desk, words);
        this.clock = clock;
        this.told = Forgetting.after(REMEMBERED, MOST, clock);
    }

    /** Looks by itself from now on, until {@link #close}: also where no mail is set up, or the mail server is down. */
    public void start() {
        Thread.ofVirtual().name("slack-notices").start(() -> {
            try {
                do {
                    look();
                } while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Tells of what is due now. */
    void look() {
        try {
            due(clock.instant(), AT_ONCE);
        } catch (RuntimeException e) {
            // The next look is soon, and the mail worker says it when the queue cannot be read.
            told.cleanUp();
        }
    }

    @Override
    public List<Notice> due(Instant now, int limit) {
        List<Notice> due = queue.due(now, limit);
        tell(due);
        return due;
    }

    private void tell(List<Notice> due) {
        try {
            Set<Member> receivers = new LinkedHashSet<>();
            for (Notice notice : due) {
                if (notice.attempts() == 0 && told.asMap().putIfAbsent(notice.id(), true) == null) {
                    member(notice).ifPresent(receivers::add);
                }
            }
            receivers.forEach(member -> workspace.direct(member, notice));
        } catch (RuntimeException e) {
            // Mail goes on, and nothing is logged: that somebody was to be told would be a trace of a report.
            told.cleanUp();
        }
    }

    private Optional<Member> member(Notice notice) {
        return schools.apply(notice.school())
                .flatMap(school -> school.person(notice.receiverId()))
                .map(Receiver::slack)
                .filter(id -> !id.isEmpty())
                .flatMap(id -> members.apply(notice.school(), id));
    }

    @Override
    public void queue(Notice notice) {
        queue.queue(notice);
    }

    @Override
    public boolean claim(String id, Instant now, Instant until) {
        return queue.claim(id, now, until);
    }

    @Override
    public void accepted(String id, Instant at) {
        queue.accepted(id, at);
    }

    @Override
    public void failed(String id, Instant nextAttempt) {
        queue.failed(id, nextAttempt);
    }

    @Override
    public List<Notice> stuck(SchoolId school, int attempts) {
        return queue.stuck(school, attempts);
    }

    @Override
    public void forget(Instant before) {
        queue.forget(before);
    }

    @Override
    public void close() {
        stop.countDown();
    }
}
