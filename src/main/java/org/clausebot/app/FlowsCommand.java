package org.clausebot.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.flow.Citation;
import org.clausebot.flow.Flow;
import org.clausebot.flow.FlowCheck;
import org.clausebot.flow.FlowLibrary;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.school.School;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        description = "Checks, lists, rehearses and pins the guided reports.")
final class FlowsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Finds the school's people and numbers in the data folder. */
    interface SchoolSettings {
        /** Empty where none are set up. */
        Optional<School> read(Path dataFolder) throws RefusedException;
    }

    static CommandLine with(Surroundings surroundings, SchoolSettings schools) {
        return new CommandLine(new FlowsCommand())
                .addSubcommand("check", new Check(surroundings, schools))
                .addSubcommand("list", new ListAll(surroundings))
                .addSubcommand("rehearse", new Rehearse(surroundings, schools))
                .addSubcommand("pin", new Pin(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: check, list, rehearse or pin.");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Walks every way through every flow and prints what would lead a person astray.")
    static final class Check implements Callable<Integer> {
        private final Surroundings surroundings;
        private final SchoolSettings schools;

        @Mixin
        private final DataOption data = new DataOption();

        Check(Surroundings surroundings, SchoolSettings schools) {
            this.surroundings = surroundings;
            this.schools = schools;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            List<Policy> policies = new Policies(surroundings, config).inForce();
            FlowCheck check = new FlowCheck(id -> policy(policies, id), schools.read(data.folder(surroundings)));
            List<String> findings = new ArrayList<>();
            List<Path> files = files(config);
            files.forEach(file -> findings.addAll(check.file(file)));
            if (findings.isEmpty()) {
                library(config);
            }
            findings.forEach(surroundings.out()::println);
            surroundings
                    .out()
                    .println(files.size() + " flows checked, " + findings.size()
                            + (findings.size() == 1 ? " finding." : " findings."));
            return findings.isEmpty() ? 0 : Main.REFUSED;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Prints the flows.")
    static final class ListAll implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        ListAll(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            for (Flow flow : library(data.config(surroundings)).all()) {
                surroundings
                        .out()
                        .printf(
                                "%-22s %s (%s, reviewed %s)%n",
                                flow.id(), flow.title(), word(flow.kind()), flow.reviewed());
                surroundings.out().printf("%-22s %s%n", "", flow.summary());
            }
            return 0;
        }

        private static String word(Flow.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(
            name = "rehearse",
            mixinStandardHelpOptions = true,
            description = "Plays a flow in the terminal. Nothing is stored and nothing is sent.")
    static final class Rehearse implements Callable<Integer> {
        private final Surroundings surroundings;
        private final SchoolSettings schools;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "the flow, such as pupil-contact")
        @SuppressWarnings("NullAway.Init")
        private String id;

        Rehearse(Surroundings surroundings, SchoolSettings schools) {
            this.surroundings = surroundings;
            this.schools = schools;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            Flow flow = flow(config, id);
            Optional<Policy> policy = policy(new Policies(surroundings, config).inForce(), flow.policy());
            return new Rehearsal(surroundings, flow, policy, schools.read(data.folder(surroundings))).play();
        }
    }

    @Command(
            name = "pin",
            mixinStandardHelpOptions = true,
            description = "Prints the clauses that a flow cites, and the hashes to pin once you have read them.")
    static final class Pin implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "the flow, such as pupil-contact")
        @SuppressWarnings("NullAway.Init")
        private String id;

        Pin(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            Flow flow = flow(config, id);
            Optional<Policy> policy = policy(new Policies(surroundings, config).inForce(), flow.policy());
            if (policy.isEmpty()) {
                throw new RefusedException("There is no policy \"" + flow.policy() + "\" in force.");
            }
            surroundings.out().println("cites:");
            boolean whole = true;
            for (String address : addresses(flow)) {
                Optional<Clause> clause = policy.get().clause(address);
                whole &= clause.isPresent();
                surroundings
                        .out()
                        .println(clause.map(c -> "  # " + c.statement() + "\n  " + address + ": " + FlowCheck.hash(c))
                                .orElse("  # " + address + " is not in the policy"));
            }
            return whole ? 0 : Main.REFUSED;
        }

        private static List<String> addresses(Flow flow) {
            List<String> addresses =
                    new ArrayList<>(flow.cites().stream().map(Citation::address).toList());
            flow.steps().stream()
                    .flatMap(step -> step.common().cites().stream())
                    .filter(address -> !addresses.contains(address))
                    .distinct()
                    .forEach(addresses::add);
            return addresses;
        }
    }

    private static Optional<Policy> policy(List<Policy> policies, PolicyId id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    private static List<Path> files(Config config) throws RefusedException {
        try {
            return FlowLibrary.files(config.conversations().resolve("flows"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static FlowLibrary library(Config config) throws RefusedException {
        try {
            return FlowLibrary.read(config.conversations().resolve("flows"));
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static Flow flow(Config config, String id) throws RefusedException {
        FlowLibrary library = library(config);
        List<String> known = library.all().stream().map(Flow::id).toList();
        return library.flow(id)
                .or(() -> library.named(id))
                .orElseThrow(() -> new RefusedException("There is no flow \"" + id + "\""
                        + Suggestion.of(id, known)
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; there are: " + String.join(", ", known))));
    }
}
