package org.clausebot.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.desk.signin.Account;
import org.clausebot.desk.signin.DeskSessions;
import org.clausebot.desk.signin.Invitation;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Sha256;
import org.clausebot.school.SchoolFile;
import org.clausebot.simulate.SimulatedYear;
import org.clausebot.storage.SqliteStorage;

/** A whole server with a simulated year in it, for as long as the pages of its policy desk are measured. */
final class DeskTrial {
    /** In the example of school.yaml. */
    private static final String OWNER = "ruth-bell";

    private static final String TOKEN = "a-session-that-lasts-as-long-as-the-bench";
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(10);
    private static final int WARM_UP = 3;
    private static final int WEEKS = 52;

    /** Of one school: there is none of all of them together, at which a trust's owner begins. */
    private static final String ACKNOWLEDGEMENTS = "/desk/policies/acknowledgements";

    private static final List<String> PAGES = List.of(
            "/desk/policies/overview",
            "/desk/policies/clauses",
            "/desk/policies/clauses/social-media",
            "/desk/policies/gaps",
            "/desk/policies/gaps.csv",
            "/desk/policies/gaps/revision",
            "/desk/policies/drafts",
            "/desk/policies/rehearsals",
            ACKNOWLEDGEMENTS,
            "/desk/policies/report",
            "/desk/policies/search",
            "/desk/policies/search?q=phone+AND+parents");

    private DeskTrial() {}

    /**
     * @param schools whose year it is
     * @param rounds how often each page is opened and measured
     * @throws RefusedException when the server cannot start, or a page cannot be opened
     */
    static PageFigures run(Surroundings surroundings, int schools, long seed, int rounds) throws RefusedException {
        try {
            Path data = Files.createTempDirectory("clausebot-desk");
            try {
                return measured(surroundings, data, schools, seed, rounds);
            } finally {
                delete(data);
            }
        } catch (IOException | SettingsException e) {
            throw new RefusedException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("The bench was interrupted.");
        }
    }

    private static PageFigures measured(Surroundings surroundings, Path data, int schools, long seed, int rounds)
            throws IOException, SettingsException, RefusedException, InterruptedException {
        SimulatedYear.Settings year = new SimulatedYear.Settings(
                schools, seed, LocalDate.now(surroundings.clock()), new PolicyId("social-media"), "June 2018");
        Files.writeString(data.resolve(SchoolFile.NAME), SimulatedTrust.schoolYaml(year.ids()));
        int questions = fill(data, year);
        Config config = Config.read(surroundings.home(), data, environment(surroundings))
                .serving("127.0.0.1", 0);
        long began = System.nanoTime();
        try (WebProgram web = WebProgram.start(config, surroundings.clock(), link -> {});
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build()) {
            // The server makes its keys, so accounts come after it.
            signIn(surroundings.clock(), data);
            URI base = web.address();
            List<String> gaps = gaps(client, base, began);
            Duration looked = Duration.ofNanos(System.nanoTime() - began);
            List<String> pages = new ArrayList<>(PAGES);
            if (schools > 1) {
                pages.remove(ACKNOWLEDGEMENTS);
            }
            gaps.stream().limit(1).forEach(pages::add);
            rounds(client, base, pages, WARM_UP);
            PageFigures.Memory before = PageFigures.Memory.now();
            Map<String, PageFigures.Times> times = rounds(client, base, pages, rounds);
            PageFigures.Memory after = PageFigures.Memory.now();
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            return new PageFigures(questions, gaps.size(), looked, times, before, after, load);
        }
    }

    private static Map<String, String> environment(Surroundings surroundings) {
        Map<String, String> environment = new HashMap<>();
        // One address opens all pages, and faster than a person.
        environment.put("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000");
        environment.put("CLAUSEBOT_LOG_WEEKS", Integer.toString(WEEKS));
        String index = surroundings.environment().getOrDefault("CLAUSEBOT_FOLDERS_INDEX", "");
        if (!index.isBlank()) {
            environment.put("CLAUSEBOT_FOLDERS_INDEX", index);
        }
        return environment;
    }

    /** A session of the policies' owner, who needs no password: the server lasts no longer than the bench. */
    private static void signIn(Clock clock, Path data) {
        Instant now = clock.instant();
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            String invited = Sha256.hex("invitation of the bench");
            storage.accounts()
                    .invite(SchoolId.DEFAULT, new Invitation(invited, OWNER, now.plus(Duration.ofDays(1)), false));
            Account account = new Account(
                    OWNER,
                    "bench",
                    new byte[0],
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    now,
                    Optional.empty());
            storage.accounts().accept(SchoolId.DEFAULT, invited, account, List.of(), Optional.empty());
            storage.deskSessions()
                    .begin(new DeskSessions.Kept(
                            Sha256.hex(TOKEN), "bench", SchoolId.DEFAULT, OWNER, "bench", now, now));
        }
    }

    /** A year until today. */
    private static int fill(Path data, SimulatedYear.Settings year) {
        try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
            return SimulatedYear.write(year, storage.questionLog()).questions();
        }
    }

    /** The addresses of the gaps' own pages, once they are found in the background. */
    private static List<String> gaps(HttpClient client, URI base, long began)
            throws IOException, RefusedException, InterruptedException {
        while (true) {
            String list = get(client, base, "/desk/policies/gaps");
            List<String> found = Stream.of(list.split("href=\"", -1))
                    .map(part -> part.substring(0, Math.max(0, part.indexOf('"'))))
                    .filter(address -> address.matches("/desk/policies/gaps/[0-9a-f]{16}"))
                    .distinct()
                    .toList();
            if (!found.isEmpty() || System.nanoTime() - began > LONGEST_LOOK.toNanos()) {
                return found;
            }
            Thread.sleep(500);
        }
    }

    private static Map<String, PageFigures.Times> rounds(HttpClient client, URI base, List<String> pages, int rounds)
            throws IOException, RefusedException, InterruptedException {
        Map<String, PageFigures.Times> times = new LinkedHashMap<>();
        pages.forEach(page -> times.put(page, new PageFigures.Times(rounds)));
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, PageFigures.Times> page : times.entrySet()) {
                long used = processor();
                long began = System.nanoTime();
                get(client, base, page.getKey());
                page.getValue().clock()[round] = (System.nanoTime() - began) / 1_000_000;
                page.getValue().processor()[round] = processor() - used;
            }
        }
        return times;
    }

    /** What all threads have used, in milliseconds. */
    private static long processor() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
    }

    private static String get(HttpClient client, URI base, String page)
            throws IOException, RefusedException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(page))
                .header("Cookie", "clausebot-desk-" + base.getPort() + "=" + TOKEN)
                .build();
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() != 200) {
            throw new RefusedException(page + " answered " + response.statusCode() + " instead of a page.");
        }
        return response.body();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
