package org.clausebot.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.measure.Bench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures, in one run, how fast questions are answered against what cannot be avoided: one"
                + " embedding and one plain search. With --reporting: how fast the steps of reports are; with --desk: the pages of the policy"
                + " desk.")
final class BenchCommand implements Callable<Integer> {
    private static final long SEED = 11;

    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--rounds", defaultValue = "5", description = "how often each question is asked (default: 5)")
    private int rounds;

    @Option(
            names = "--reporting",
            description = "has 50 people report at once, each as often as --rounds says without a pause and once more"
                    + " with pauses of half a second to three seconds before each step, to a school and in a data folder"
                    + " made up for it and deleted afterwards; no mail is sent")
    private boolean reporting;

    @Option(
            names = "--desk",
            description =
                    "opens each page of the policy desk as often as --rounds says, over HTTP, with a simulated year"
                            + " of --schools in a data folder made up for it and deleted afterwards")
    private boolean desk;

    @Option(names = "--schools", description = "with --desk: of how many schools, 1 to 500 (default: 1)")
    private int schools = 1;

    @Option(
            names = "--processor-time",
            description = "tells the processor time of the thread that asks, which a busy machine changes less")
    private boolean processorTime;

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "with --policies: leaves out what measure --without does")
    private final List<String> without = new ArrayList<>();

    @Option(
            names = "--policies",
            paramLabel = "N",
            description =
                    "beside so many made-up policies of two clauses each, at most 100000; the first time it embeds them")
    private @Nullable Integer policies;

    BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        if (policies == null && !without.isEmpty()) {
            throw new RefusedException("--without goes with --policies.");
        }
        if (rounds < 1 || rounds > 1000) {
            throw new RefusedException("--rounds takes a number of 1 to 1000.");
        }
        if (desk) {
            if (schools < 1 || schools > 500) {
                throw new RefusedException("--schools takes a number of 1 to 500.");
            }
            surroundings
                    .out()
                    .println(DeskTrial.run(surroundings, schools, SEED, rounds).asTable());
            return 0;
        }
        if (reporting) {
            surroundings
                    .out()
                    .println(ReportingTrial.run(surroundings, 50, rounds, ReportingBench.Pauses.quickPeople())
                            .asTable());
            return 0;
        }
        Config config = data.config(surroundings);
        if (policies != null) {
            if (policies < 1 || policies > 100_000) {
                throw new RefusedException("--policies takes a number of 1 to 100000.");
            }
            List<String> asked = questions(config.index().resolve("questions/short.tsv"));
            surroundings
                    .out()
                    .print(new ManyBench(config, policies, MeasureCommand.parts(without))
                            .run(asked, clock(), this::measured));
            surroundings.out().flush();
            return 0;
        }
        try (Program program = Program.open(config, surroundings.clock())) {
            Bench bench = new Bench(
                    questions(config.index().resolve("questions/short.tsv")),
                    question -> program.answerer().answer(new Question(question)),
                    question -> program.index().bare(question),
                    clock());
            surroundings.out().println(measured(bench).asTable());
            return 0;
        }
    }

    private Bench.Result measured(Bench bench) {
        return processorTime ? bench.oneByOne(rounds) : bench.run(rounds);
    }

    private LongSupplier clock() {
        return processorTime ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
    }

    private static List<String> questions(Path file) throws RefusedException {
        try {
            return Tsv.read(file, "id", "question", "gold", "kind", "tags").stream()
                    .map(row -> row.get("question"))
                    .toList();
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }
}
