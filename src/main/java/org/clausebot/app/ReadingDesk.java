package org.clausebot.app;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Check;
import org.clausebot.acknowledgement.Courier;
import org.clausebot.acknowledgement.Mailing;
import org.clausebot.acknowledgement.Messenger;
import org.clausebot.acknowledgement.ReadingWords;
import org.clausebot.chat.read.ReadPhrases;
import org.clausebot.chat.read.ReadTalk;
import org.clausebot.datafile.DataFileException;
import org.clausebot.desk.owner.ReadingPart;
import org.clausebot.desk.read.ReadPages;
import org.clausebot.http.Routes;
import org.clausebot.mail.Letters;
import org.clausebot.mail.MailWords;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Slices;
import org.clausebot.storage.SqliteStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Read and understood, put together. Of the question log it is handed one thing: the addresses of the clauses that the
 * desk shows as the most asked in any case.
 */
final class ReadingDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingDesk.class);
    private static final long MINUTES_BETWEEN_PASSES = 10;
    private static final int MOST_ASKED = 12;

    private final Supplier<List<SchoolId>> schools;
    private final Function<SchoolId, Kept> opens;
    private final Map<SchoolId, Kept> kept = new ConcurrentHashMap<>();
    private final ReadTalk talk;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Thread worker;
    private volatile boolean stop;

    /** What a school has of it. */
    private record Kept(Acknowledgements acknowledgements, Mailing mailing) {}

    /** @param opens a school's own */
    private ReadingDesk(Supplier<List<SchoolId>> schools, Function<SchoolId, Kept> opens, ReadTalk talk, Clock clock) {
        this.schools = schools;
        this.opens = opens;
        this.talk = talk;
        this.clock = clock;
        this.worker = Thread.ofVirtual().name("acknowledgements").unstarted(this::work);
    }

    /**
     * Prepares; {@link #start} begins to write to people.
     *
     * @param base where the program listens, for links where no address is set
     * @throws RefusedException when its key or its words are damaged
     */
    static ReadingDesk open(
            Config config, Program program, Slices slices, SqliteStorage storage, Supplier<URI> base, Clock clock)
            throws RefusedException {
        UnaryOperator<String> keyed = KeyedHash.of(
                Keyrings.folder(config).resolve("reading.key"),
                "the key to staff's links for read and understood",
                "a new one is made, and links that were sent open no more");
        Function<SchoolId, Acknowledgements> bySchool = school -> new Acknowledgements(
                school, storage.readings(), program::policies, mostAsked(slices, school), keyed, clock);
        // Links are opened elsewhere than here: the address that is set, before the one where the program listens.
        Supplier<URI> links =
                () -> SlackPart.desk(config).map(desk -> desk.resolve("/")).orElseGet(base);
        Optional<Courier> courier = config.mail().map(mail -> courier(new Letters(mail, clock)));
        ReadingWords words = words(config);
        Acknowledgements own = bySchool.apply(SchoolId.DEFAULT);
        ReadTalk talk = new ReadTalk(own, phrases(config), links);
        return new ReadingDesk(
                () -> program.schools().trust().ids(),
                school -> {
                    boolean isOwn = school.equals(SchoolId.DEFAULT);
                    Acknowledgements theirs = isOwn ? own : bySchool.apply(school);
                    // In chat programs only people of the one school are known; the others get mails.
                    Messenger messenger = isOwn ? talk : Messenger.none();
                    return new Kept(theirs, new Mailing(theirs, courier, messenger, words, links));
                },
                talk,
                clock);
    }

    private static ReadPhrases phrases(Config config) throws RefusedException {
        try {
            return ReadPhrases.read(config.conversations().resolve("phrases-read-chat.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static ReadingWords words(Config config) throws RefusedException {
        try {
            return ReadingWords.read(config.conversations().resolve("phrases-read.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static Courier courier(Letters letters) {
        return (id, to, subject, body) -> switch (letters.hand(id, new MailWords.Letter(subject, body), to)) {
            case ACCEPTED -> Courier.Handed.ACCEPTED;
            case LATER -> Courier.Handed.LATER;
            case REFUSED -> Courier.Handed.REFUSED;
            case DOWN -> Courier.Handed.DOWN;
        };
    }

    /** Of the newest four weeks of which anything of the policy is shown. */
    private static Check.MostAsked mostAsked(Slices slices, SchoolId school) {
        return policy -> slices.weeks().reversed().stream()
                .flatMap(week -> slices.clauses(school, week).stream())
                .map(cells -> addresses(policy, cells))
                .filter(addresses -> !addresses.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> addresses(PolicyId policy, List<Slices.Cell> cells) {
        List<Slices.Cell> most = new ArrayList<>(cells);
        most.sort(Comparator.comparingInt(cell -> -cell.about().orElse(0)));
        String start = policy.value() + " ";
        Set<String> addresses = new LinkedHashSet<>();
        most.stream()
                .map(Slices.Cell::what)
                .filter(what -> what.startsWith(start))
                .limit(MOST_ASKED)
                .forEach(what -> addresses.add(what.substring(start.length())));
        return List.copyOf(addresses);
    }

    /** What the chat programs hand over to, and are asked through. */
    ReadTalk talk() {
        return talk;
    }

    /** Its part of the policy desk; the chat programs are connected before. */
    ReadingPart part() {
        return new ReadingPart(
                school -> of(school).acknowledgements(),
                school -> of(school).mailing().ready(),
                wake::release,
                clock);
    }

    /**
     * What staff's links lead to.
     *
     * @param school the name of a school as it is today, and what stands for all
     */
    Routes pages(Function<SchoolId, String> school) {
        return new ReadPages(of(SchoolId.DEFAULT).acknowledgements(), school).routes();
    }

    private Kept of(SchoolId school) {
        return kept.computeIfAbsent(school, opens);
    }

    /** Writes to people from now on, until {@link #close}. */
    void start() {
        worker.start();
    }

    private void work() {
        try {
            while (!stop) {
                schools.get().forEach(this::pass);
                if (wake.tryAcquire(MINUTES_BETWEEN_PASSES, TimeUnit.MINUTES)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(SchoolId school) {
        if (stop) {
            return;
        }
        try {
            of(school).mailing().pass();
        } catch (RuntimeException e) {
            // Its message could name somebody.
            LOG.error(
                    "Those who are asked to read a policy could not be written to: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Waits, within reason, for the mail in hand: what the server has taken must be noted before the database closes. */
    @Override
    public void close() {
        stop = true;
        kept.values().forEach(one -> one.mailing().stop());
        wake.release();
        if (worker.getState() == Thread.State.NEW) {
            return;
        }
        try {
            worker.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
