package org.clausebot.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clausebot.insight.GapFinder;
import org.clausebot.insight.GapMeasure;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Sha256;
import org.clausebot.querylog.Slices;
import org.clausebot.search.SentenceModel;
import org.clausebot.simulate.SimulatedYear;
import org.clausebot.simulate.Truths;
import org.clausebot.storage.SqliteStorage;

/** How many of the gaps that are planted in simulated years the desk finds, with the program's own sentence model. */
final class GapTrial {
    /** The end of a school year. The same each time, so that a seed gives the same figures. */
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 20);

    private static final int MOST_SEEDS = 100;
    private static final int MOST_SCHOOLS = 500;
    private static final int MOST_WEEKS = 104;
    /** So often the numbers are made inexact anew, to see what their errors allow. */
    private static final int KEYS = 5;

    private final Config config;
    private final int schools;
    private final int weeks;

    /**
     * @param weeks how many the log keeps, as {@code log.weeks}
     * @throws RefusedException when a number is out of its range
     */
    GapTrial(Config config, int schools, int weeks) throws RefusedException {
        if (schools < 1 || schools > MOST_SCHOOLS || weeks < 5 || weeks > MOST_WEEKS) {
            throw new RefusedException("--schools takes 1 to " + MOST_SCHOOLS + ", --weeks 5 to " + MOST_WEEKS + ".");
        }
        this.config = config;
        this.schools = schools;
        this.weeks = weeks;
    }

    /** Like {@code 1-6} or {@code 3,5,11-16}. @throws RefusedException when it is not */
    static List<Long> seeds(String words) throws RefusedException {
        List<Long> seeds = new ArrayList<>();
        for (String part : words.split(",", -1)) {
            if (!part.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
                throw new RefusedException("--seeds takes numbers such as 1-6 or 3,5, not \"" + part + "\".");
            }
            String[] ends = part.strip().split("-", -1);
            long last = Long.parseLong(ends[ends.length - 1]);
            LongStream.rangeClosed(Long.parseLong(ends[0]), last)
                    .limit(MOST_SEEDS)
                    .forEach(seeds::add);
        }
        if (seeds.isEmpty() || seeds.size() > MOST_SEEDS) {
            throw new RefusedException("--seeds takes 1 to " + MOST_SEEDS + " numbers, the smaller of two first.");
        }
        return seeds;
    }

    /** Measures a year of each seed, and prints what was found. */
    void run(List<Long> seeds, PrintWriter out) throws RefusedException {
        List<Measured> years = new ArrayList<>();
        try (SentenceModel model = SentenceModel.bundled(config.data().resolve("model"))) {
            for (long seed : seeds) {
                Path folder = Files.createTempDirectory("clausebot-gaps");
                try {
                    Measured year = measure(folder, seed, model);
                    out.print(shown(seed, year));
                    out.flush();
                    years.add(year);
                } finally {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw new RefusedException(e);
        }
        out.print(together(years));
        out.flush();
    }

    private static String together(List<Measured> years) {
        long planted = years.stream().mapToLong(Measured::planted).sum();
        long found = years.stream().mapToLong(Measured::found).sum();
        long nine = years.stream()
                .filter(year -> year.found() * 10 >= year.planted() * 9L)
                .count();
        double allowed = years.stream().mapToDouble(Measured::allowed).sum();
        return String.format(
                Locale.ROOT,
                "%nPlanted gaps among the first ten groups: %d of %d (%.1f of ten a year); nine of ten or more in %d of %d.%n"
                        + "If every question were put where it belongs, the numbers' errors would allow %.1f of ten a year.%n",
                found,
                planted,
                10.0 * found / planted,
                nine,
                years.size(),
                10.0 * allowed / planted);
    }

    /** @param allowed how many a finder without fault would find, on average over several keys of the errors */
    private record Measured(
            int questions, int planted, Optional<GapMeasure.Result> result, double allowed, Duration took) {
        long found() {
            return result.map(GapMeasure.Result::found).orElse(0L);
        }
    }

    private Measured measure(Path folder, long seed, SentenceModel model) {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("log.db"))) {
            Truths truths = SimulatedYear.write(
                    new SimulatedYear.Settings(schools, seed, TODAY, new PolicyId("social-media"), "made up"),
                    storage.questionLog());
            Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            // The same seed gives the same errors.
            Slices slices = new Slices(storage.questionLog(), text -> noise(seed, text), weeks, clock);
            GapFinder finder = new GapFinder(storage.questionLog(), model::question, text -> noise(seed, text));
            long began = System.nanoTime();
            GapMeasure measure = new GapMeasure(matters(truths), planted(truths));
            Optional<GapMeasure.Result> result =
                    measure.of(finder, SchoolId.DEFAULT, truths.schools(), slices.blocks());
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            double allowed = IntStream.range(0, KEYS)
                    .mapToObj(key -> measure.allowed(
                            storage.questionLog(),
                            text -> noise(seed, key + "\0" + text),
                            SchoolId.DEFAULT,
                            truths.schools(),
                            slices.blocks()))
                    .mapToLong(best -> best.map(GapMeasure.Result::found).orElse(0L))
                    .average()
                    .orElse(0);
            return new Measured(truths.questions(), truths.gaps().size(), result, allowed, took);
        }
    }

    private static String noise(long seed, String text) {
        return Sha256.hex(seed + "\0" + text);
    }

    private static Set<String> planted(Truths truths) {
        return truths.gaps().stream().map(Truths.Planted::id).collect(Collectors.toSet());
    }

    private static Map<String, String> matters(Truths truths) {
        Map<String, String> matters = new HashMap<>();
        Stream.of(truths.gaps(), truths.covered(), truths.offTopic(), truths.small())
                .flatMap(List::stream)
                .forEach(matter -> matter.wordings().forEach(words -> matters.put(words, matter.id())));
        return matters;
    }

    private static String shown(long seed, Measured year) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%nSeed %d: %,d questions, %d gaps planted; looked for %.1f s%n",
                seed,
                year.questions(),
                year.planted(),
                year.took().toMillis() / 1000.0));
        if (year.result().isEmpty()) {
            return text.append("  No block of four weeks is kept whole, so nothing is shown.\n")
                    .toString();
        }
        GapMeasure.Result result = year.result().get();
        text.append(String.format(
                Locale.ROOT,
                "  %d groups; found %d, of %.1f that the numbers' errors allow; missed %s%n",
                result.groups(),
                result.found(),
                year.allowed(),
                result.missed()));
        for (GapMeasure.Line line : result.first()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %2d %s about %4d (truly %4d) %3.0f %% %-18s %s%n",
                    line.rank(),
                    line.finds() ? "+" : " ",
                    line.about(),
                    line.questions(),
                    100 * line.purity(),
                    line.matter(),
                    line.name()));
        }
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
