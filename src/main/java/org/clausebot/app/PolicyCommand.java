package org.clausebot.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Imports, shows, lists, lints, compares and publishes policies.")
final class PolicyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand("import", new Import(surroundings))
                .addSubcommand("show", new Show(surroundings))
                .addSubcommand("list", new ListAll(surroundings))
                .addSubcommand("lint", new Lint(surroundings))
                .addSubcommand("diff", new Diff(surroundings))
                .addSubcommand("draft", new DraftCommands.Bring(surroundings))
                .addSubcommand("drafts", new DraftCommands.ListDrafts(surroundings))
                .addSubcommand("publish", new DraftCommands.Publish(surroundings))
                .addSubcommand("history", new VersionCommands.History(surroundings))
                .addSubcommand("rollback", new VersionCommands.RollBack(surroundings))
                .addSubcommand("withdraw", new VersionCommands.Withdraw(surroundings))
                .addSubcommand("reviewed", new VersionCommands.Reviewed(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Say what to do: import, show, list, lint, diff, draft, drafts, publish, history, rollback, withdraw or"
                        + " reviewed.");
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description =
                    "Reads a policy document (.txt .md .html .docx .pdf .tsv), prints what was understood and what"
                            + " the linter found, and puts it in force.")
    static final class Import implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "FILE", description = "the document, exactly as issued")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        @Option(names = "--id", description = "its short name in addresses (default: from the file's name)")
        private @Nullable String id;

        @Option(names = "--title", description = "its title (default: the document's)")
        private @Nullable String title;

        @Option(names = "--school", description = "whose policy it is")
        private @Nullable String school;

        @Option(names = "--owner", description = "the role that keeps it")
        private @Nullable String owner;

        @Option(names = "--by", paramLabel = "NAME", description = ChangingCommand.BY)
        private @Nullable String by;

        @Option(names = "--dry-run", description = "print what would be imported and store nothing")
        private boolean dryRun;

        Import(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            Policies policies = new Policies(surroundings, config);
            Given given = new Given(
                    Policies.idOf(id, file),
                    Optional.ofNullable(title),
                    Optional.ofNullable(school),
                    Optional.ofNullable(owner),
                    Optional.empty(),
                    Optional.empty());
            Policies.Read read = policies.read(file, given);
            Policy policy = read.policy();
            PolicyPrinter printer = new PolicyPrinter(surroundings.out());
            printer.summary(policy);
            printer.findings(policies.lint(policy), false);
            if (dryRun) {
                surroundings.out().println("Nothing was stored (--dry-run).");
                return 0;
            }
            String who = CommandTrail.operator(by);
            boolean added;
            try (CommandTrail trail = CommandTrail.open(config, surroundings.clock())) {
                added = policies.store(read, who);
                trail.note(who, "policy imported " + policy.id());
            }
            surroundings
                    .out()
                    .println((added ? "Imported" : "This version was imported before") + "; " + policy.id()
                            + " now answers from version " + policy.details().version() + ".");
            return 0;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a policy clause by clause.")
    static final class Show implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID", description = "the policy's id; ID@VERSION for an earlier version")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Option(names = "--json", description = "as one JSON object")
        private boolean json;

        Show(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Policy policy = new Policies(surroundings, data.config(surroundings)).named(id);
            if (json) {
                surroundings.out().println(PolicyJson.write(policy));
            } else {
                new PolicyPrinter(surroundings.out()).whole(policy);
            }
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the policies in force.")
    static final class ListAll implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        ListAll(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Policies policies = new Policies(surroundings, data.config(surroundings));
            for (Policy policy : policies.inForce()) {
                PolicyDetails details = policy.details();
                surroundings
                        .out()
                        .printf(
                                "%-28s %s, version %s, %d clauses%n",
                                details.id(),
                                details.title(),
                                details.version(),
                                policy.clauses().size());
            }
            policies.problems().forEach(surroundings.err()::println);
            return policies.problems().isEmpty() ? 0 : Main.REFUSED;
        }
    }

    @Command(
            name = "lint",
            mixinStandardHelpOptions = true,
            description = "Prints what may be wrong with a policy, each finding with its place and a suggestion.")
    static final class Lint implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(paramLabel = "ID|FILE", description = "a policy's id, or a document")
        @SuppressWarnings("NullAway.Init")
        private String which;

        Lint(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Policies policies = new Policies(surroundings, data.config(surroundings));
            new PolicyPrinter(surroundings.out()).findings(policies.lint(policies.namedOrFile(which)), true);
            return 0;
        }
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Compares two versions of a policy clause by clause.")
    static final class Diff implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Parameters(arity = "2", paramLabel = "OLD NEW", description = "each a policy's id, ID@VERSION, or a document")
        private final List<String> both = new ArrayList<>();

        Diff(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Policies policies = new Policies(surroundings, data.config(surroundings));
            Policy older = policies.namedOrFile(both.get(0));
            Policy newer = policies.namedOrFile(both.get(1));
            new DiffPrinter(surroundings.out()).print(older, newer);
            return 0;
        }
    }
}
