package org.clausebot.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.simulate.SimulatedYear;
import org.clausebot.simulate.Truths;
import org.clausebot.storage.SqliteStorage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate-year",
        mixinStandardHelpOptions = true,
        description = "Writes a made-up year of questions into a new data folder, for trying the policy desk. What is"
                + " hidden in it stands beside it in " + SimulateYearCommand.TRUTHS + ".",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "1:the folder is in use, or it cannot be written", "2:not understood"})
final class SimulateYearCommand implements Callable<Integer> {
    static final String TRUTHS = "simulated-truths.json";
    /** What a school.yaml with these schools begins with. */
    static final String SETTINGS = "simulated-school.yaml";

    private static final PolicyId POLICY = new PolicyId("social-media");
    private static final int MOST = 500;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FOLDER", description = "a data folder to be made; must not exist, or be empty")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path folder;

    @Option(names = "--schools", paramLabel = "N", description = "how many schools, 1 to 500 (default: 1)")
    private int schools = 1;

    @Option(names = "--seed", paramLabel = "S", description = "the same seed gives the same year (default: 1)")
    private long seed = 1;

    @Option(names = "--until", paramLabel = "DATE", description = "the year ends before its week (default: today)")
    private String until = "";

    SimulateYearCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        if (schools < 1 || schools > MOST) {
            throw new RefusedException("--schools is 1 to " + MOST + ", not " + schools + ".");
        }
        Path data = folder.toAbsolutePath().normalize();
        LocalDate today = today();
        Policy policy = policy(data);
        try {
            requireUnused(data);
            Files.createDirectories(data);
            Truths truths;
            try (SqliteStorage storage = SqliteStorage.open(data.resolve("clausebot.db"))) {
                truths = SimulatedYear.write(
                        new SimulatedYear.Settings(
                                schools, seed, today, POLICY, policy.details().version()),
                        storage.questionLog());
            }
            Files.writeString(data.resolve(TRUTHS), json(truths));
            Files.writeString(data.resolve(SETTINGS), SimulatedTrust.schoolYaml(truths.schools()));
            surroundings
                    .out()
                    .printf(
                            "Wrote %,d questions of %d school%s into %s; what is hidden in them is in %s. To look at them at"
                                    + " the policy desk, begin with %s: save it as school.yaml.%n",
                            truths.questions(), schools, schools == 1 ? "" : "s", data, TRUTHS, SETTINGS);
            return 0;
        } catch (IOException e) {
            throw new RefusedException(e);
        }
    }

    private LocalDate today() throws RefusedException {
        if (until.isEmpty()) {
            return LocalDate.now(surroundings.clock());
        }
        try {
            return LocalDate.parse(until);
        } catch (DateTimeException e) {
            throw new RefusedException("--until is a date like 2026-07-20, not \"" + until + "\".");
        }
    }

    private Policy policy(Path data) throws RefusedException {
        try {
            return Policies.library(
                            Config.read(surroundings.home(), data, surroundings.environment()), new PolicyReader())
                    .inForce()
                    .inForce()
                    .stream()
                    .filter(policy -> policy.id().equals(POLICY))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(
                            "The simulated questions are to the policy \"" + POLICY + "\", which this program lacks."));
        } catch (SettingsException e) {
            throw new RefusedException(e);
        }
    }

    private static void requireUnused(Path data) throws IOException, RefusedException {
        if (Files.exists(data)) {
            if (!Files.isDirectory(data)) {
                throw new RefusedException(data + " is a file; name a folder that does not exist yet.");
            }
            try (Stream<Path> inside = Files.list(data)) {
                if (inside.findAny().isPresent()) {
                    throw new RefusedException(data + " is in use; name a folder that does not exist yet. Made-up"
                            + " questions are never written among real ones.");
                }
            }
        }
    }

    private static String json(Truths truths) throws IOException {
        SimpleModule plain = new SimpleModule().addSerializer(IsoWeek.class, ToStringSerializer.instance);
        return new ObjectMapper()
                .registerModule(plain)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(truths);
    }
}
