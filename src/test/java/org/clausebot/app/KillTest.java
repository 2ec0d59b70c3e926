package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.clausebot.app.PersistentReporter.Filed;
import org.clausebot.incident.Cases;
import org.clausebot.mail.MailWords;
import org.clausebot.mail.Post;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.SchoolFile;
import org.clausebot.school.Schools;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server, killed again and again while people report. How often is {@code -Dclausebot.kills}: 60 in every build,
 * 200 for a whole proof, which takes about seven minutes. From where the random moments go on is {@code
 * -Dclausebot.kill.seed}.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("clausebot.kills", 60);
    private static final long SEED = Long.getLong("clausebot.kill.seed", 20_261_122L);
    private static final int REPORTERS = 4;
    private static final int LONGEST = 600;

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<String, Long> notedAs = new HashMap<>();
    private Path data = Path.of("");
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void setUp() throws IOException {
        mail.start();
        data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve(SchoolFile.NAME), SchoolFile.example());
        environment = Map.of(
                "CLAUSEBOT_FOLDERS_INDEX",
                SmallIndex.in(folder.resolve("index")).toString(),
                "CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE",
                "100000",
                "CLAUSEBOT_MAIL_HOST",
                "127.0.0.1",
                "CLAUSEBOT_MAIL_PORT",
                Integer.toString(mail.getSmtp().getPort()),
                "CLAUSEBOT_MAIL_SECURITY",
                "none",
                "CLAUSEBOT_MAIL_FROM",
                "clausebot@oakfield.example",
                "CLAUSEBOT_DESK_ADDRESS",
                "https://clausebot.oakfield.example/desk");
    }

    @AfterEach
    void tearDown() {
        mail.stop();
    }

    @Test
    void kill_9_at_random_moments_of_reporting_loses_no_answer_report_or_notice_and_doubles_none() throws Exception {
        System.out.println(KILLS + " kills, -Dclausebot.kill.seed=" + SEED);
        List<Filed> filed = reportWhileKilled();

        KilledFolder left = new KilledFolder(data, folder);
        assertThat(left.strings("SELECT id FROM incident")).as("one case each").hasSameSizeAs(filed);
        assertThat(left.strings("SELECT id FROM draft")).as("unfinished").isEmpty();
        assertThat(filed).extracting(Filed::conversation).doesNotHaveDuplicates();
        everyReportIsThereAsItWasAnswered(filed);
        everyNoticeArrived(filed, left);
        assertThat(audit()).as("audit verify").isZero();
        System.out.println(filed.size() + " reports, " + mail.getReceivedMessages().length + " mails");
    }

    private List<Filed> reportWhileKilled() throws Exception {
        Random random = new Random(SEED);
        Gate gate = new Gate();
        KilledFolder left = new KilledFolder(data, folder);
        List<Filed> filed = new ArrayList<>();
        try (ServedProcess server = new ServedProcess(folder, data, freePort(), environment);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<ReportVisitor> browsers = arrive(server);
            server.start();
            gate.opened(false);
            List<Future<List<Filed>>> running = new ArrayList<>();
            for (int i = 0; i < REPORTERS; i++) {
                running.add(threads.submit(
                        new PersistentReporter("reporter " + i, browsers.get(i), gate, random.nextLong())));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                int moment = random.nextInt(LONGEST);
                assertThat(server.livesFor(moment))
                        .as("alive until kill %d", kill)
                        .isTrue();
                server.kill();
                gate.killed();
                noteAccepted(left);
                server.start();
                gate.opened(kill == KILLS);
                assertThat(audit()).as("audit verify after kill %d", kill).isZero();
                for (Future<List<Filed>> one : running) {
                    if (one.isDone()) {
                        one.get();
                    }
                }
            }
            for (Future<List<Filed>> one : running) {
                filed.addAll(one.get(10, TimeUnit.MINUTES));
            }
            server.kill();
            gate.killed();
        }
        noteAccepted(left);
        return filed;
    }

    /** In a run of its own, after which the JVM keeps what makes the next starts quick. */
    private static List<ReportVisitor> arrive(ServedProcess server) throws Exception {
        List<ReportVisitor> browsers = new ArrayList<>();
        server.start();
        try (HttpClient client = Gate.newClient()) {
            for (int i = 0; i < REPORTERS; i++) {
                browsers.add(ReportVisitor.signIn(client, server.nextLink()));
            }
            browsers.getFirst().open(client);
        }
        server.stop();
        return browsers;
    }

    /** Below the ports that connections get by themselves: the server must find it free at every start. */
    private static int freePort() throws IOException {
        // Not where another run on this machine begins to look.
        int first = 21_000 + (int) (ProcessHandle.current().pid() * 7 % 7_000);
        for (int port = first; port < 29_000; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // Taken: the next may be free.
            }
        }
        throw new IOException("No port is free");
    }

    private int audit() {
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                environment,
                InputStream.nullInputStream(),
                Main.writer(System.out),
                Main.writer(System.err),
                false,
                Clock.systemUTC());
        return Main.run(surroundings, "audit", "verify", "--data", data.toString());
    }

    /** From now on these must not be sent again. */
    private void noteAccepted(KilledFolder left) throws Exception {
        Map<String, Long> arrived = arrived();
        for (String id : left.strings("SELECT id FROM notice WHERE accepted IS NOT NULL")) {
            notedAs.putIfAbsent(id, arrived.getOrDefault(id, 0L));
        }
    }

    /** How often each notice has arrived, by its id in the Message-ID. */
    private Map<String, Long> arrived() throws MessagingException {
        Map<String, Long> arrived = new TreeMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            arrived.merge(message.getMessageID().replaceAll("^<|@.*", ""), 1L, Long::sum);
        }
        return arrived;
    }

    private void everyReportIsThereAsItWasAnswered(List<Filed> filed) throws Exception {
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            Config config = Config.read(Path.of("").toAbsolutePath(), data, environment);
            try (Casework work = Casework.withoutPolicies(
                            config, Schools.open(data, Clock.systemUTC()), storage, Clock.systemUTC())
                    .orElseThrow()) {
                for (String receiver : List.of("jane-smith", "amina-khan", "tom-reed", "owen-price")) {
                    Cases.Viewer viewer = new Cases.Viewer(SchoolId.DEFAULT, receiver);
                    assertThat(work.cases().list(viewer, Optional.empty(), ""))
                            .as(receiver)
                            .extracting(Cases.Line::reference)
                            .containsExactlyInAnyOrderElementsOf(filed.stream()
                                    .filter(f -> f.script().receivers().contains(receiver))
                                    .map(f -> f.code().substring(0, 4))
                                    .toList());
                }
                for (Filed one : filed) {
                    assertThat(work.reporting().sent(one.code())).isPresent();
                    holdsWhatWasAccepted(work.cases(), one);
                }
            }
        }
    }

    private static void holdsWhatWasAccepted(Cases cases, Filed one) {
        Cases.Viewer viewer =
                new Cases.Viewer(SchoolId.DEFAULT, one.script().receivers().getFirst());
        Cases.Case found = cases.open(viewer, one.code().substring(0, 4)).orElseThrow();
        Map<String, String> answers =
                found.answers().stream().collect(Collectors.toMap(Cases.Answered::step, Cases.Answered::answer));
        assertThat(one.accepted()).as("accepted").containsKey("send").hasSizeGreaterThan(8);
        one.accepted().forEach((step, said) -> {
            if (said.contains("reporter ")) {
                assertThat(answers).as(one.script().title()).containsEntry(step, said);
            } else if (!List.of("skip", "done", "yes", "withheld").contains(said)) {
                assertThat(answers).as(one.script().title()).containsKey(step);
            }
        });
    }

    /** Those that were in hand when the server was killed are due again after some minutes: here they are over. */
    private void everyNoticeArrived(List<Filed> filed, KilledFolder left) throws Exception {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(15));
        Config config = Config.read(Path.of("").toAbsolutePath(), data, environment);
        Schools schools = Schools.open(data, later);
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"));
                Post post = new Post(
                        config.mail(),
                        MailWords.read(config.conversations().resolve("phrases-mail.yaml")),
                        storage.notices(),
                        schools::inForce,
                        new Random(SEED),
                        later)) {
            post.start();
            String waiting = "SELECT id FROM notice WHERE accepted IS NULL";
            for (int i = 0; i < 300 && !left.strings(waiting).isEmpty(); i++) {
                mail.waitForIncomingEmail(1_000, mail.getReceivedMessages().length + 1);
            }
            assertThat(left.strings(waiting)).as("waiting notices").isEmpty();
        }
        Map<String, Long> arrived = arrived();
        assertThat(arrived.keySet())
                .as("as many notices as there are reports and receivers of them")
                .hasSize(filed.stream()
                        .mapToInt(f -> f.script().receivers().size())
                        .sum())
                .containsExactlyInAnyOrderElementsOf(left.strings("SELECT id FROM notice"));
        notedAs.forEach((id, times) -> assertThat(arrived)
                .as("not sent again once its acceptance was noted")
                .containsEntry(id, times));
        Map<String, Long> perAddress = new TreeMap<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            perAddress.merge(message.getAllRecipients()[0].toString(), 1L, Long::sum);
        }
        assertThat(perAddress.keySet())
                .containsExactly("chair@governors.oakfield.example", "dsl@oakfield.example", "head@oakfield.example");
    }
}
