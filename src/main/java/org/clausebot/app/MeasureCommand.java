package org.clausebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.measure.Learner;
import org.clausebot.measure.Measure;
import org.clausebot.measure.Measurement;
import org.clausebot.measure.Plots;
import org.clausebot.querylog.Redaction;
import org.clausebot.querylog.RedactionMeasure;
import org.clausebot.search.Part;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the answers against messages whose answers are known, with 95 %% bootstrap intervals.",
        footer = {
            "",
            "FILE is tab-separated, and its first line names its columns:",
            "  id question gold kind tags   ranking, answerability, its calibration, the abstention table",
            "  id turns gold                follow-ups: the last of several turns, with \" | \" between",
            "  text urgent flow             recall of urgent messages, look-alikes stopped, right flows",
            "gold is clause:grade with ; between; 2 answers the question, 1 supports.",
            "docs/quality.md says what each figure is, and has the command of each that it shows."
        })
final class MeasureCommand implements Callable<Integer> {
    private static final int MOST_FOLDS = 20;

    private final Surroundings surroundings;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "what to ask; given several times, the files are measured as one")
    private final List<Path> questions = new ArrayList<>();

    @Option(
            names = "--stances",
            paramLabel = "FILE",
            description = "id, stance: how strongly the answers should speak; judged where the first clause is right")
    private @Nullable Path stances;

    @Option(
            names = "--without",
            paramLabel = "PART",
            split = ",",
            description = "leaves out: examples, vectors, words, synonyms, spelling, late")
    private final List<String> without = new ArrayList<>();

    @Option(
            names = "--cross-validate",
            paramLabel = "N",
            description = "for files of index/phrasings: asks each of N parts of one that has learnt from the others")
    private @Nullable Integer folds;

    @Option(
            names = "--redaction",
            description =
                    "instead: how much of what names somebody is hidden in index/redaction/report.tsv, with the misses")
    private boolean redaction;

    @Option(names = "--many", description = "instead: answers from many policies in one index, by index/questions/many")
    private boolean many;

    @Option(
            names = "--develop",
            description = "with --many: by the questions that choices are made by, not by those that report")
    private boolean develop;

    @Option(
            names = "--leave-out",
            description = "with --many: also as if each of the phrased policies had no phrasings, in turn")
    private boolean leaveOut;

    @Option(
            names = "--gaps",
            description = "instead: how many of the gaps planted in simulated years the policy desk shows among its"
                    + " first ten; with --seeds, --schools and --weeks")
    private boolean gaps;

    @Option(names = "--seeds", description = "with --gaps: which years (default: 1-3)")
    private String seeds = "1-3";

    @Option(names = "--schools", description = "with --gaps: of how many schools (default: 1)")
    private int schools = 1;

    @Option(
            names = "--weeks",
            description = "with --gaps: how many weeks of the log are kept (default: 52; the program's own is 26)")
    private int weeks = 52;

    @Option(names = "--list", description = "also lists every failure")
    private boolean list;

    @Option(names = "--plots", paramLabel = "DIR", description = "also draws, as SVG files in DIR")
    private @Nullable Path plots;

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    @Mixin
    private final DataOption data = new DataOption();

    MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        Set<Part> left = parts(without);
        Config config = data.config(surroundings);
        if (redaction) {
            return measureRedaction(config.index().resolve("redaction").resolve("report.tsv"));
        }
        if (gaps) {
            new GapTrial(config, schools, weeks).run(GapTrial.seeds(seeds), surroundings.out());
            return 0;
        }
        if (many) {
            return measureMany(config, left);
        }
        if (develop || leaveOut) {
            throw new RefusedException("--develop and --leave-out go with --many.");
        }
        if (questions.isEmpty()) {
            throw new RefusedException("Say what to measure: --questions FILE, --many, --gaps or --redaction.");
        }
        refuseFolds(config.index().resolve("phrasings"));
        try (MeasuredProgram program = MeasuredProgram.open(config, left)) {
            Learner learner = from -> folds == null ? program.whole() : program.learn(from);
            Measurement found = new Measure(program.policies(), learner, folds == null ? 1 : folds)
                    .of(questions, Optional.ofNullable(stances));
            List<Path> drawn = plots == null ? List.of() : draw(plots, found);
            surroundings.out().println(json ? object(found, left, drawn) : text(found, left, drawn));
            return 0;
        } catch (DataFileException | IOException e) {
            throw new RefusedException(e);
        }
    }

    private int measureMany(Config config, Set<Part> left) throws RefusedException {
        if (!questions.isEmpty() || folds != null || plots != null || stances != null) {
            throw new RefusedException(
                    "--many has questions of its own; beside it go --develop, --leave-out, --without, --list and --json.");
        }
        PrintWriter out = surroundings.out();
        if (!json) {
            out.println(ManyPolicies.head());
        }
        List<ManyPolicies.Line> lines = new ManyPolicies(config, develop ? "develop" : "report", left)
                .measure(leaveOut, line -> {
                    if (!json) {
                        out.println(line.shown());
                        out.print(list ? line.found().asList() : "");
                        out.flush();
                    }
                });
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            lines.forEach(line -> all.put(line.name().strip(), line.found().asMap()));
            out.println(written(all));
        } else {
            out.print("\n"
                    + lines.stream()
                            .filter(line -> line.name().equals("all of them"))
                            .map(line -> line.found().asTable())
                            .findFirst()
                            .orElse(""));
            out.flush();
        }
        return 0;
    }

    private int measureRedaction(Path file) throws RefusedException {
        try {
            RedactionMeasure found = RedactionMeasure.of(List.of(file), Redaction.plain());
            surroundings.out().print(found.asTable());
            if (list) {
                found.needless().forEach(line -> surroundings.out().println("needless " + line));
            }
            surroundings.out().flush();
            return 0;
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    /** The parts of these names. */
    static Set<Part> parts(List<String> without) throws RefusedException {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        List<String> codes = Arrays.stream(Part.values()).map(Part::code).toList();
        for (String code : without) {
            Optional<Part> part = Part.of(code.strip());
            if (part.isEmpty()) {
                throw new RefusedException("--without knows no part \"" + code + "\""
                        + Suggestion.of(code, codes)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", codes) + "."));
            }
            parts.add(part.get());
        }
        if (!Part.leaveEnough(parts)) {
            throw new RefusedException("--without leaves nothing to find clauses by: keep examples, vectors or words.");
        }
        return parts;
    }

    private void refuseFolds(Path phrasings) throws RefusedException {
        if (folds == null) {
            return;
        }
        if (folds < 2 || folds > MOST_FOLDS) {
            throw new RefusedException("--cross-validate takes a number of 2 to " + MOST_FOLDS + ".");
        }
        for (Path file : questions) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            if (!phrasings.toAbsolutePath().normalize().equals(folder)) {
                throw new RefusedException("--cross-validate is for what is learnt from, the files of " + phrasings
                        + ", and " + file + " is none of them: measure it without --cross-validate.");
            }
        }
    }

    private static List<Path> draw(Path folder, Measurement found) throws RefusedException {
        List<Path> drawn = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> plot : Plots.of(found).entrySet()) {
                drawn.add(Files.writeString(folder.resolve(plot.getKey()), plot.getValue()));
            }
        } catch (IOException e) {
            throw new RefusedException("The plots cannot be written to " + folder + " (" + e.getMessage()
                    + "): give --plots a folder that can be written to.");
        }
        return drawn;
    }

    private String text(Measurement found, Set<Part> left, List<Path> drawn) {
        StringBuilder text = new StringBuilder();
        if (folds != null) {
            text.append("Cross-validated: each of ")
                    .append(folds)
                    .append(" parts was asked of one that had learnt from the others.\n");
        }
        if (!left.isEmpty()) {
            text.append("Without ").append(String.join(", ", codes(left))).append(".\n");
        }
        text.append(text.isEmpty() ? "" : "\n").append(found.asTable());
        if (list) {
            text.append('\n').append(found.asList());
        }
        drawn.forEach(plot -> text.append("\nDrawn: ").append(plot));
        return text.toString();
    }

    private String object(Measurement found, Set<Part> left, List<Path> drawn) {
        Map<String, Object> all = new LinkedHashMap<>(found.asMap());
        all.put("without", codes(left));
        all.put("folds", folds == null ? 1 : folds);
        if (list) {
            all.put("failures", found.failuresAsMaps());
        }
        if (plots != null) {
            all.put("plots", drawn.stream().map(Path::toString).toList());
        }
        return written(all);
    }

    private static String written(Map<String, Object> all) {
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always JSON", e);
        }
    }

    private static List<String> codes(Set<Part> parts) {
        return parts.stream().map(Part::code).toList();
    }
}
