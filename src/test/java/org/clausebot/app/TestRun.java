package org.clausebot.app;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Runs a command as the launcher would, in this JVM, with a data folder of its own. */
final class TestRun {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    static {
        sowSeeds();
    }

    private TestRun() {}

    /** The example sentences are embedded once for all tests of this JVM, as the build does it for the program. */
    private static void sowSeeds() {
        Path seeds = Path.of("target/test-seeds").toAbsolutePath();
        try (Program program = Program.open(config(seeds, Map.of()), CLOCK)) {
            program.policies();
            System.setProperty("clausebot.seeds", seeds.toString());
        } catch (SettingsException | RefusedException e) {
            throw new IllegalStateException("The program does not open", e);
        }
    }

    /**
     * What came of it.
     *
     * @param exit the exit code
     */
    record Result(int exit, String out, String err) {}

    static Result run(Path data, String in, String... args) {
        return run(data, Map.of(), in, args);
    }

    static Result run(Path data, Map<String, String> environment, String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("CLAUSEBOT_DATA", data.toString());
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                variables,
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                CLOCK);
        int exit = Main.run(surroundings, args);
        return new Result(exit, out.toString(), err.toString());
    }

    static Config config(Path data, Map<String, String> environment) throws SettingsException {
        return Config.read(Path.of("").toAbsolutePath(), data, environment);
    }
}
