package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.clausebot.answer.Answerer;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Bench;
import org.clausebot.policy.Policy;
import org.clausebot.search.Part;

/** How fast questions are answered beside very many policies, and what so many take to make ready and to keep. */
final class ManyBench {
    private static final long SEED = 8;

    private final Config config;
    private final List<Policy> others;
    private final Set<Part> without;

    ManyBench(Config config, int policies, Set<Part> without) {
        this.config = config;
        this.without = Set.copyOf(without);
        this.others = MadeUpPolicies.of(policies, SEED);
    }

    /**
     * @param nanos the clock for single questions
     * @param run what is measured of them
     * @throws RefusedException when a file of the program is not as it should be
     */
    String run(List<String> questions, LongSupplier nanos, Function<Bench, Bench.Result> run) throws RefusedException {
        Path kept = config.data().resolve("measured").resolve("made-up");
        long started = System.nanoTime();
        Duration worked = worked();
        try (MeasuredProgram program = MeasuredProgram.openWith(config, others, kept, without)) {
            Answerer answerer = program.answerer();
            StringBuilder found = new StringBuilder();
            line(found, "policies", program.policies().size());
            line(
                    found,
                    "clauses",
                    program.policies().stream()
                            .mapToInt(policy -> policy.clauses().size())
                            .sum());
            line(found, "ready after, s", (System.nanoTime() - started) / 1e9);
            line(found, "processor time until then, s", worked().minus(worked).toMillis() / 1e3);
            line(found, "index on disk, MB", size(kept.resolve("built")) / 1e6);
            Bench bench = new Bench(
                    questions,
                    question -> answerer.answer(new Question(question)),
                    program::bare,
                    nanos);
            return found + run.apply(bench).asTable();
        } catch (IOException | DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static void line(StringBuilder table, String name, double value) {
        table.append(String.format(Locale.ROOT, "%-28s %10.2f%n", name, value));
    }

    /** Of all threads of this process. */
    private static Duration worked() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
