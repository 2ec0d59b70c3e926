package org.clausebot.app;

import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.LoggedFeedback;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.web.Waits;
import org.clausebot.chat.web.WebChat;
import org.clausebot.datafile.DataFileException;
import org.clausebot.http.Metrics;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.Routes;
import org.clausebot.http.SignIn;
import org.clausebot.http.WebServer;
import org.clausebot.incident.Notices;
import org.clausebot.mail.MailWords;
import org.clausebot.mail.Post;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program with its web page, running. Policies imported meanwhile are served within seconds. */
final class WebProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebProgram.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    /** What is said, once, when {@code school.yaml} comes into force under a server that was started without it. */
    static final String RESTART =
            "school.yaml is in force now, and this server was started without it: restart it to begin reporting.";

    private final Program program;
    private final WebServer server;
    private final Metrics metrics;
    private final SqliteStorage storage;
    private final Post post;
    private final Optional<Casework> casework;
    private final LogPart log;
    private final ReadingDesk reading;
    private final GapsDesk gaps;
    private final Channels channels;
    private final ReviewPart reviews;
    private final DataLock lock;
    private final Consumer<String> onNews;
    private final AtomicBoolean saidRestart = new AtomicBoolean();
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private WebProgram(
            Program program,
            WebServer server,
            Metrics metrics,
            SqliteStorage storage,
            Post post,
            Optional<Casework> casework,
            LogPart log,
            ReadingDesk reading,
            GapsDesk gaps,
            Channels channels,
            ReviewPart reviews,
            DataLock lock,
            Consumer<String> onNews) {
        this.program = program;
        this.server = server;
        this.metrics = metrics;
        this.storage = storage;
        this.post = post;
        this.casework = casework;
        this.log = log;
        this.reading = reading;
        this.gaps = gaps;
        this.channels = channels;
        this.reviews = reviews;
        this.lock = lock;
        this.onNews = onNews;
    }

    /**
     * Serves from now on.
     *
     * @param onLink hears of each new sign-in link; never called in passphrase mode
     * @throws RefusedException when something in the data folder or the settings is not as it should be
     * @throws IOException when the port is taken or the data folder cannot be written
     */
    static WebProgram start(Config config, Clock clock, Consumer<URI> onLink) throws RefusedException, IOException {
        return start(config, clock, onLink, news -> {});
    }

    /**
     * As {@link #start(Config, Clock, Consumer)}.
     *
     * @param onNews hears, a sentence each and once, of what somebody must do for the running server
     */
    static WebProgram start(Config config, Clock clock, Consumer<URI> onLink, Consumer<String> onNews)
            throws RefusedException, IOException {
        boolean passphrase = config.signIn().passphraseHash().isSet();
        // Before anything is opened: a server that must not start should say so at once.
        SignIn.requireFor(config.http().host(), passphrase);
        DataLock lock = lock(config);
        try {
            return start(config, clock, onLink, onNews, lock);
        } catch (RefusedException | IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Held as long as the server runs, so that nothing is restored under it. */
    private static DataLock lock(Config config) throws RefusedException, IOException {
        try {
            return DataLock.use(config.data());
        } catch (BackupException e) {
            throw new RefusedException(e);
        }
    }

    private static WebProgram start(
            Config config, Clock clock, Consumer<URI> onLink, Consumer<String> onNews, DataLock lock)
            throws RefusedException, IOException {
        boolean passphrase = config.signIn().passphraseHash().isSet();
        MailWords mailWords = mailWords(config);
        Program program = Program.open(config, clock);
        SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"));
        Optional<Casework> casework = Casework.open(config, program, storage, clock);
        Metrics metrics = new Metrics();
        LogPart log = LogPart.open(config, program, storage, metrics.registry(), clock);
        ReportingAssistant assistant = program.reportingAssistant(
                casework.map(Casework::reporting), () -> program.schools().inForce(SchoolId.DEFAULT));
        Feedback feedback = new LoggedFeedback(storage.feedback(), log.log());
        AtomicReference<URI> base = new AtomicReference<>(URI.create("http://localhost/"));
        ReadingDesk reading = ReadingDesk.open(config, program, log.slices(), storage, base::get, clock);
        Channels channels = Channels.open(new Channels.Parts(
                config, program, assistant, casework, storage, feedback, reading.talk(), metrics, clock));
        Post post = post(config, mailWords, program, channels.notices(), reviews(program, storage), metrics, clock);
        WebChat chat = new WebChat(new WebChat.Parts(
                SchoolId.DEFAULT,
                assistant,
                assistant,
                program::policies,
                program.finder(),
                feedback,
                program.phrases(),
                program::contacts,
                metrics.registry(),
                clock,
                log.log(),
                program.past(),
                channels.waiting().map(part -> new Waits(part.awaited(), part.onReturn(), program::unanswered))));
        SignIn signIn = passphrase
                ? SignIn.byPassphrase(config.signIn().passphraseHash().value(), clock)
                : SignIn.byLink(onLink, clock);
        GapsDesk gaps = GapsDesk.open(program, log, storage, channels::policiesChanged, clock);
        Optional<Desk> desk = casework.map(
                work -> Desk.of(config, work, program::inVersion, post::stuck, storage, chat.pages(), base::get, clock)
                        .and(PolicyDesk.of(new PolicyDesk.Parts(
                                config,
                                program,
                                log,
                                reading,
                                gaps,
                                storage,
                                work.school(),
                                work.trail(),
                                chat.pages(),
                                clock))));
        WebServer server = new WebServer(
                HttpPart.settings(config),
                signIn,
                desk.map(Desk::sessions).orElse(ReceiverSessions.none()),
                chat.routes()
                        .and(desk.map(Desk::routes).orElseGet(Routes::none))
                        .and(channels.routes()),
                channels.mounted(),
                chat.pages(),
                metrics,
                config.data(),
                () -> true,
                clock);
        server.start();
        base.set(Desk.base(config, server.address()));
        casework.ifPresent(Casework::startHousekeeping);
        post.start();
        if (desk.isPresent()) {
            reading.start();
            gaps.start();
        }
        channels.start();
        ReviewPart reviews = new ReviewPart(
                program::policies, program.library(), program.schools(), storage.reminders(), channels::review, clock);
        WebProgram running = new WebProgram(
                program, server, metrics, storage, post, casework, log, reading, gaps, channels, reviews, lock, onNews);
        Thread.ofVirtual().name("watch-policies").start(running::watch);
        reviews.start();
        LOG.info("Serving {} policies on port {}", program.policies().size(), server.port());
        return running;
    }

    private static MailWords mailWords(Config config) throws RefusedException {
        try {
            return MailWords.read(config.conversations().resolve("phrases-mail.yaml"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static Post.Reviews reviews(Program program, SqliteStorage storage) {
        return new Post.Reviews(storage.reviewNotices(), ReviewPart.lines(storage.reminders(), program::policies));
    }

    private static Post post(
            Config config,
            MailWords words,
            Program program,
            Notices notices,
            Post.Reviews reviews,
            Metrics metrics,
            Clock clock) {
        Post post = new Post(
                config.mail(),
                words,
                notices,
                Optional.of(reviews),
                program.schools()::inForce,
                RandomGenerator.getDefault(),
                clock);
        if (config.mail().isPresent()) {
            Gauge.builder("clausebot.mail.failing", post, p -> p.failing() ? 1 : 0)
                    .description("1 when the mail server failed the last time it was asked how it is")
                    .register(metrics.registry());
        }
        return post;
    }

    private void watch() {
        try {
            while (!stop.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (program.refresh()) {
                LOG.info(
                        "Other policies are in force: {} are served",
                        program.policies().size());
                channels.policiesChanged();
            }
            if (program.schools().refresh()) {
                LOG.info("Other settings of the school are in force");
            }
            sayRestart();
        } catch (RuntimeException e) {
            LOG.error(
                    "The policies or the school's settings could not be looked at: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** Keys, the desk and its routes are made at the start, for a school that is there. */
    private void sayRestart() {
        if (casework.isEmpty()
                && program.schools().inForce(SchoolId.DEFAULT).isPresent()
                && saidRestart.compareAndSet(false, true)) {
            LOG.warn(RESTART);
            onNews.accept(RESTART);
        }
    }

    URI address() {
        return server.address();
    }

    /** The addresses that it answers with {@code method}; see {@link WebServer#answers}. */
    List<String> answers(String method) {
        return server.answers(method);
    }

    /** Becomes complete once questions are answered from the examples as they are on disk now. */
    CompletableFuture<?> learnt() {
        return program.phrasingsChanged();
    }

    List<Policy> policies() {
        return program.policies();
    }

    List<String> problems() {
        return program.problems();
    }

    List<String> remarks() {
        return program.remarks();
    }

    /** What a person should look at: in how reports reach their receivers, and where the program is damaged; a sentence each. */
    List<String> notes() {
        Destinations needed = program.destinations();
        List<String> notes = new ArrayList<>(program.schools().findings(needed.roles(), needed.numbers()));
        notes.addAll(program.schools().remarks());
        program.weakness().ifPresent(notes::add);
        if (program.schools().inForce(SchoolId.DEFAULT).isPresent()) {
            notes.addAll(post.stuck());
        }
        return List.copyOf(notes);
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The data folder's lock was not given back; it goes with the process");
        }
    }

    /** Takes no new requests, lets those in progress finish, then closes everything. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            stop.countDown();
            server.close();
            reviews.close();
            channels.close();
            post.close();
            gaps.close();
            reading.close();
            casework.ifPresent(Casework::close);
            log.close();
            metrics.close();
            storage.close();
            program.close();
            release();
        }
    }
}
