package org.clausebot.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices in the background, and knows how the mail server is. Without settings nothing is sent, notices wait, and
 * {@link #stuck} says so.
 */
public final class Post implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration AT_THE_END = Duration.ofSeconds(10);

    private final Optional<Running> running;
    private final Function<SchoolId, Optional<School>> schools;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /** @param workers that of the reports' notices first, then that of reminders to review a policy, if there is one */
    private record Running(List<NoticeWorker> workers, MailHealth health) {
        Running {
            workers = List.copyOf(workers);
        }
    }

    /**
     * Prepares to send; {@link #start} begins.
     *
     * @param settings empty where no mail is set up
     * @param schools the people as they are now; a notice goes to the address that stands there when it is sent
     */
    public Post(
            Optional<MailSettings> settings,
            MailWords words,
            Notices notices,
            Function<SchoolId, Optional<School>> schools,
            RandomGenerator random,
            Clock clock) {
        this(settings, words, notices, Optional.empty(), schools, random, clock);
    }

    /**
     * Reminders to review policies: in a queue of their own, with words of their own, so that nothing which is sent for a
     * report can be told from anything else that is sent for one.
     *
     * @param policies the lines that a mail names, a policy with its day each
     */
    public record Reviews(Notices queue, Function<Notices.Notice, List<String>> policies) {}

    /** As {@link #Post(Optional, MailWords, Notices, Function, RandomGenerator, Clock)}, and sends {@code reviews} too. */
    public Post(
            Optional<MailSettings> settings,
            MailWords words,
            Notices notices,
            Optional<Reviews> reviews,
            Function<SchoolId, Optional<School>> schools,
            RandomGenerator random,
            Clock clock) {
        this.schools = schools;
        this.clock = clock;
        this.running = settings.map(mail -> {
            Smtp smtp = new Smtp(mail);
            List<NoticeWorker> workers = new ArrayList<>();
            workers.add(new NoticeWorker(notices, smtp, mail, notice -> words.notice(), schools, clock, new Backoff(random)));
            reviews.ifPresent(due -> workers.add(new NoticeWorker(
                    due.queue(),
                    smtp,
                    mail,
                    notice -> words.review().naming(due.policies().apply(notice)),
                    schools,
                    clock,
                    new Backoff(random))));
            return new Running(workers, new MailHealth(smtp, mail));
        });
    }

    /** Sends from now on, until {@link #close}. The server is asked how it is at once and every ten minutes. */
    public void start() {
        running.ifPresent(parts -> {
            threads.add(Thread.ofVirtual().name("mail-health").start(() -> again(() -> probe(parts))));
            for (NoticeWorker worker : parts.workers()) {
                threads.add(Thread.ofVirtual().name("mail-notices").start(() -> again(worker::pass)));
            }
        });
    }

    private void probe(Running parts) {
        MailHealth.News news = parts.health().probe(schools.apply(SchoolId.DEFAULT), clock.instant());
        parts.workers().forEach(worker -> worker.forgive(news.taken()));
        if (news.recovered()) {
            parts.workers().forEach(NoticeWorker::resume);
        }
    }

    private void again(Runnable work) {
        try {
            do {
                try {
                    work.run();
                } catch (RuntimeException e) {
                    LOG.error("Mail met a fault: {}", e.getClass().getSimpleName());
                }
            } while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the mail server failed when it was last asked; false where no mail is set up. Never about a notice. */
    public boolean failing() {
        return running.map(parts -> parts.health().failing()).orElse(false);
    }

    /** Why nobody, or somebody, is not being told: sentences for the desk, the same for everybody who signs in. */
    public List<String> stuck() {
        return running.map(parts -> parts.health().lines(schools.apply(SchoolId.DEFAULT)))
                .orElse(List.of(
                        "No mail is set up here: nobody is told by mail that there is something to read, so please look"
                                + " here every day. Whoever looks after Clausebot can set it up (mail.host)."));
    }

    /**
     * Sends one trial mail, now.
     *
     * @return what is wrong, in words; empty when the server has taken it
     */
    public static Optional<String> trial(MailSettings settings, MailWords words, String to, Clock clock) {
        String id = UUID.randomUUID().toString();
        return switch (new Smtp(settings).send(id, words.trial().at(settings.desk()), to, clock.instant())) {
            case Delivery.Accepted accepted -> Optional.empty();
            case Delivery.Later later -> Optional.of(later.words());
            case Delivery.Refused refused -> Optional.of(refused.words());
            case Delivery.Down down -> Optional.of(down.words());
        };
    }

    /**
     * Asks the mail server, now, whether it would take a mail from us to {@code addresses}; sends nothing.
     *
     * @return what is wrong, a sentence each
     */
    public static List<String> ask(MailSettings settings, List<String> addresses) {
        Smtp.Probe probe = new Smtp(settings).probe(addresses);
        return probe.wrong()
                .map(why -> List.of(
                        "The mail server " + settings.host() + ":" + settings.port() + " fails, because " + why))
                .orElseGet(() -> probe.refused().stream()
                        .map(address -> "The mail server refuses the address " + address + "; mend it in school.yaml")
                        .toList());
    }

    /**
     * Begins nothing new and waits, within reason, for what is being handed over: what the mail server has accepted must
     * be noted before the database closes, or it would be sent again.
     */
    @Override
    public void close() {
        running.ifPresent(parts -> parts.workers().forEach(NoticeWorker::stop));
        stop.countDown();
        try {
            for (Thread thread : threads) {
                thread.join(AT_THE_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
