package org.clausebot.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Measure;
import org.clausebot.measure.Measurement;
import org.clausebot.measure.Subject;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.Part;

/**
 * Measures answers from many policies in one index: those in force with those of {@code index/questions/many/policies},
 * by the questions of a folder that has a file for each policy, with the stances beside it, and by those of the given
 * policy, whose figures beside the others and alone are compared.
 */
final class ManyPolicies {
    private static final List<String> OWN = List.of("short.tsv", "scenario.tsv", "held-out.tsv");
    private static final List<String> SHOWN = List.of("nDCG@3", "success@1", "hit@3", "right policy first");
    private static final String NONE = "no-policy.tsv";

    private final Config config;
    private final Path questions;
    private final Path asked;
    private final Path stances;
    private final Set<Part> without;

    /**
     * @param part {@code develop} for the questions that choices are made by, {@code report} for the others
     * @param without what is left out
     */
    ManyPolicies(Config config, String part, Set<Part> without) {
        this.config = config;
        this.without = Set.copyOf(without);
        this.questions = config.index().resolve("questions");
        this.asked = questions.resolve("many").resolve(part);
        this.stances = questions.resolve("many").resolve(part + "-stances.tsv");
    }

    /**
     * One line of the table.
     *
     * @param name what was asked
     * @param found what came of it
     */
    record Line(String name, Measurement found) {
        String shown() {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-44s", name));
            for (String metric : SHOWN) {
                Measurement.Figure figure = found.metrics().get(metric);
                line.append(figure == null ? "      -" : String.format(Locale.ROOT, "  %.3f", figure.value()));
            }
            Measurement.Figure first = found.metrics().get(SHOWN.getFirst());
            return first == null
                    ? line.toString()
                    : line + String.format(Locale.ROOT, "   %.3f to %.3f", first.low(), first.high());
        }
    }

    /** The columns above the lines. */
    static String head() {
        return String.format(Locale.ROOT, "%-44s", "") + "  nDCG  succ1   hit3  policy   nDCG's 95% interval";
    }

    /**
     * Measures, and hands on each line as soon as it is known, since learning takes its time.
     *
     * @param leftOut also as if nobody had phrased one of the phrased policies, each in turn
     * @throws RefusedException when a file is not as it should be
     */
    List<Line> measure(boolean leftOut, Consumer<Line> each) throws RefusedException {
        List<Line> lines = new ArrayList<>();
        Consumer<Line> note = line -> {
            lines.add(line);
            each.accept(line);
        };
        try (MeasuredProgram alone = MeasuredProgram.open(config, without);
                MeasuredProgram many = MeasuredProgram.openWith(config, policies(), without)) {
            Subject one = alone.whole();
            for (Path file : own()) {
                note.accept(line(alone, one, file.getFileName() + ", alone", List.of(file)));
            }
            Subject all = many.learn(Set.of());
            for (Path file : own()) {
                note.accept(line(many, all, file.getFileName() + ", beside the others", List.of(file)));
            }
            byPolicy(many, all, note);
            if (leftOut) {
                leaveOut(alone, many, note);
            }
            return List.copyOf(lines);
        } catch (IOException | DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private void byPolicy(MeasuredProgram many, Subject all, Consumer<Line> note)
            throws IOException, DataFileException {
        Map<String, List<Path>> groups = new LinkedHashMap<>();
        for (Path file : files(asked)) {
            if (!file.endsWith(NONE)) {
                boolean warm = many.isPhrased(idOf(file));
                groups.computeIfAbsent(warm ? "policies with phrasings" : "policies without", name -> new ArrayList<>())
                        .add(file);
                note.accept(line(many, all, "  " + idOf(file) + (warm ? "" : " (none)"), List.of(file)));
            }
        }
        for (Map.Entry<String, List<Path>> group : groups.entrySet()) {
            note.accept(line(many, all, group.getKey(), group.getValue()));
        }
        List<Path> everything = files(asked);
        Measurement together = new Measure(many.policies(), from -> all, 1)
                .of(everything, Optional.of(stances).filter(Files::exists));
        note.accept(new Line("all of them", together));
    }

    /** As if nobody had phrased this policy: what is learnt of the others stays. */
    private void leaveOut(MeasuredProgram alone, MeasuredProgram many, Consumer<Line> note)
            throws IOException, DataFileException {
        Set<PolicyId> given = Set.of(alone.policies().getFirst().id());
        Subject only = alone.learn(given);
        for (Path file : own()) {
            note.accept(line(alone, only, file.getFileName() + ", alone, its phrasings left out", List.of(file)));
        }
        List<Path> left = new ArrayList<>();
        for (Path file : files(asked)) {
            PolicyId id = idOf(file);
            if (!file.endsWith(NONE) && many.isPhrased(id)) {
                Subject without = many.learn(Set.of(id));
                note.accept(line(many, without, "  " + id + ", left out", List.of(file)));
                left.add(file);
            }
        }
        if (!left.isEmpty() && many.isPhrased(given.iterator().next())) {
            Subject without = many.learn(given);
            for (Path file : own()) {
                note.accept(line(many, without, file.getFileName() + ", left out, beside others", List.of(file)));
            }
        }
    }

    private static Line line(MeasuredProgram program, Subject subject, String name, List<Path> files)
            throws IOException, DataFileException {
        return new Line(name, new Measure(program.policies(), from -> subject, 1).of(files, Optional.empty()));
    }

    private List<Path> own() {
        return OWN.stream().map(questions::resolve).filter(Files::exists).toList();
    }

    private List<Policy> policies() throws IOException, RefusedException {
        List<Policy> policies = new ArrayList<>();
        for (Path file : files(questions.resolve("many").resolve("policies"))) {
            policies.add(Policies.once(file, idOf(file)));
        }
        return policies;
    }

    private static PolicyId idOf(Path file) {
        return new PolicyId(String.valueOf(file.getFileName()).replaceFirst("\\.tsv$", ""));
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.tsv")) {
            all.forEach(files::add);
        }
        return files.stream().sorted().toList();
    }
}
