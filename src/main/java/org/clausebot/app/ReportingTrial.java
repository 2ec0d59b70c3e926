package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.school.SchoolFile;

/** A whole server with a school of nobody's, for as long as reporting is measured. */
final class ReportingTrial {
    private ReportingTrial() {}

    /**
     * @param people who report at once
     * @param each how many reports each sends without a pause
     * @param pauses between the steps of one more report of each
     * @throws RefusedException when the server cannot start
     */
    static ReportingBench.Result run(Surroundings surroundings, int people, int each, ReportingBench.Pauses pauses)
            throws RefusedException {
        try {
            Path data = Files.createTempDirectory("clausebot-bench");
            try {
                return measured(surroundings, data, people, each, pauses);
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

    private static ReportingBench.Result measured(
            Surroundings surroundings, Path data, int people, int each, ReportingBench.Pauses pauses)
            throws IOException, SettingsException, RefusedException, InterruptedException {
        Files.writeString(data.resolve(SchoolFile.NAME), SchoolFile.example());
        Map<String, String> environment = new HashMap<>();
        // Everybody comes from one address, and faster than people type.
        environment.put("CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "100000");
        String index = surroundings.environment().getOrDefault("CLAUSEBOT_FOLDERS_INDEX", "");
        if (!index.isBlank()) {
            environment.put("CLAUSEBOT_FOLDERS_INDEX", index);
        }
        Config config = Config.read(surroundings.home(), data, environment).serving("127.0.0.1", 0);
        LinkedBlockingQueue<URI> links = new LinkedBlockingQueue<>();
        try (WebProgram web = WebProgram.start(config, surroundings.clock(), links::add);
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            List<ReportVisitor> visitors = ReportingBench.arrive(client, people, () -> next(links));
            return new ReportingBench(client, visitors, System::nanoTime, Thread::sleep).run(each, pauses);
        }
    }

    private static URI next(LinkedBlockingQueue<URI> links) throws IOException, InterruptedException {
        URI link = links.poll(30, TimeUnit.SECONDS);
        if (link == null) {
            throw new IOException("The server gave no link to sign in with");
        }
        return link;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
