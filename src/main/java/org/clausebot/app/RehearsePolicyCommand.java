package org.clausebot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.clausebot.datafile.Suggestion;
import org.clausebot.insight.AskedAlike;
import org.clausebot.insight.Effect;
import org.clausebot.insight.RehearsalCsv;
import org.clausebot.insight.RehearsalRun;
import org.clausebot.insight.Rehearsed;
import org.clausebot.policy.Policy;
import org.clausebot.storage.SqliteStorage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rehearse-policy",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Asks the questions that measure the answers, and those that staff asked, of a draft and of the"
                + " version in force, and says what the draft would change. Nothing comes into force.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing happens that --fail-on names",
            "1:something of it happens",
            "2:refused or not understood: nothing was rehearsed"
        })
final class RehearsePolicyCommand implements Callable<Integer> {
    private static final int HAPPENS = 1;
    private static final int NOT_DONE = 2;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DRAFT", description = "a document, or an earlier version as ID@VERSION")
    @SuppressWarnings("NullAway.Init")
    private String draft;

    @Option(
            names = "--policy",
            paramLabel = "ID",
            description = "whose place a document would take (default: the only policy in force)")
    private @Nullable String policy;

    @Option(
            names = "--fail-on",
            paramLabel = "EFFECT",
            split = ",",
            defaultValue = "lost",
            description = "what makes the exit code 1: newly-answered, lost, changed-clause, changed-strength,"
                    + " still-a-gap, unchanged, or none (default: lost)")
    private final List<String> failOn = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE", description = "also writes a row for each question there")
    private @Nullable Path csv;

    @Option(
            names = "--questions",
            paramLabel = "FILE",
            description = "asks these too, of columns id, question, gold, kind, tags; may be given several times")
    private final List<Path> questions = new ArrayList<>();

    @Option(
            names = "--without-log",
            description = "leaves the question log out; its turns are few (docs/policy-desk.md)")
    private boolean withoutLog;

    @Mixin
    private final DataOption data = new DataOption();

    RehearsePolicyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try {
            return rehearse();
        } catch (RefusedException e) {
            // 1 says that something was lost, so a refusal is 2 here.
            surroundings.err().println(e.getMessage());
            surroundings.err().flush();
            return NOT_DONE;
        }
    }

    private int rehearse() throws RefusedException {
        Set<Effect> failing = failing();
        Config config = data.config(surroundings);
        Policy read = new Policies(surroundings, config).draft(draft, Optional.ofNullable(policy));
        Path database = config.data().resolve("clausebot.db");
        try (Program program = Program.open(config, surroundings.clock())) {
            if (withoutLog || !Files.exists(database)) {
                return play(config, program, read, failing, Optional.empty());
            }
            try (SqliteStorage storage = SqliteStorage.open(database)) {
                return play(
                        config,
                        program,
                        read,
                        failing,
                        Optional.of(new RehearsalRun.Log(
                                storage.questionLog(),
                                LogPart.slices(config, program.schools(), storage.questionLog(), surroundings.clock()),
                                storage.rehearsalTurns())));
            }
        }
    }

    private int play(Config config, Program program, Policy read, Set<Effect> failing, Optional<RehearsalRun.Log> log)
            throws RefusedException {
        PolicyRehearsal rehearsal = new PolicyRehearsal(config, program, new RehearsalRun(log, AskedAlike.NONE));
        ProgressBar bar = new ProgressBar(surroundings.err(), surroundings.colour());
        Rehearsed found = rehearsal.play(
                program.everySchool(), read, questions, Runtime.getRuntime().availableProcessors(), bar);
        bar.end();
        surroundings.out().print(RehearsalTable.of(found));
        surroundings.out().flush();
        if (csv != null) {
            write(csv, found);
        }
        return failing.stream().anyMatch(found::has) ? HAPPENS : 0;
    }

    private static void write(Path file, Rehearsed found) throws RefusedException {
        try {
            Files.writeString(file, RehearsalCsv.of(found), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RefusedException("The rows cannot be written to " + file + " ("
                    + e.getClass().getSimpleName() + "): give --csv a file that can be written.");
        }
    }

    private Set<Effect> failing() throws RefusedException {
        List<Effect> effects = List.of(Effect.values());
        List<String> codes = effects.stream().map(Effect::code).toList();
        Set<Effect> failing = EnumSet.noneOf(Effect.class);
        for (String code : failOn) {
            int at = codes.indexOf(code.strip());
            if (at >= 0) {
                failing.add(effects.get(at));
            } else if (!code.strip().equals("none")) {
                throw new RefusedException("--fail-on knows no \"" + code + "\""
                        + Suggestion.of(code, codes)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are " + String.join(", ", codes) + ", none."));
            }
        }
        return failing;
    }
}
