package org.clausebot.app;

import java.time.LocalDate;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.Publication;
import org.clausebot.policy.draft.Drafts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the policy desk does with versions, for a terminal. */
final class VersionCommands {
    private VersionCommands() {}

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Prints what was published, reviewed and taken back, and every version that is kept.")
    static final class History extends LibraryCommand {
        @Parameters(paramLabel = "ID", description = "the policy's id")
        @SuppressWarnings("NullAway.Init")
        private String id;

        History(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(Policies policies, Drafts drafts) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            library.history(policy).rows().forEach(row -> say(row(row)));
            for (PolicyLibrary.Version version : library.stored(policy)) {
                say((version.inForce() ? "* " : "  ") + version.key() + "  "
                        + library.read(policy, version.key()).details().version());
            }
            say("* is in force. An earlier one is put back with: policy rollback " + policy + " KEY");
        }
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Puts an earlier version in force again, today.")
    static final class RollBack extends ChangingCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "the policy's id")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "KEY",
                description = "the version, as `policy history` names it (default: the one before)")
        private @Nullable String key;

        @Option(names = "--note", description = "for the history: why")
        private String note = "";

        RollBack(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        String change(Policies policies, Drafts drafts, String by) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            PolicyHistory history = library.history(policy);
            String wanted = key != null ? key : before(history, library.today());
            if (library.stored(policy).stream().noneMatch(v -> v.key().equals(wanted) && !v.inForce())) {
                throw new RefusedException("There is no earlier version " + wanted + " of " + policy
                        + " to go back to; `policy history " + policy + "` names them.");
            }
            add(library, policy, Publication.Wish.rolledBack(wanted, library.today(), by, note, history.last()));
            return "policy rolled-back " + policy;
        }

        /** The last version published, or brought by the program, other than that in force. */
        private static String before(PolicyHistory history, LocalDate today) {
            String now = history.on(today).orElse("");
            return history.rows().reversed().stream()
                    .filter(row -> row.kind().isForce() && !row.from().isAfter(today))
                    .map(Publication::version)
                    .filter(version -> !version.equals(now))
                    .findFirst()
                    .or(history::first)
                    .orElse("");
        }
    }

    @Command(
            name = "withdraw",
            mixinStandardHelpOptions = true,
            description = "Takes back a version whose day has not come.")
    static final class Withdraw extends ChangingCommand {
        @Parameters(index = "0", paramLabel = "ID", description = "the policy's id")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Parameters(index = "1", paramLabel = "ROW", description = "the number that `policy history` gives it")
        private int row;

        @Option(names = "--note", description = "for the history: why")
        private String note = "";

        Withdraw(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        String change(Policies policies, Drafts drafts, String by) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            PolicyHistory history = library.history(policy);
            Publication planned = history.planned(library.today()).stream()
                    .filter(one -> one.number() == row)
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedException("Row " + row + " is none whose day is still to come; `policy history "
                                    + policy + "` shows them. What is in force is taken back with `policy rollback`."));
            add(library, policy, Publication.Wish.withdrawn(planned, library.today(), by, note, history.last()));
            return "policy withdrawn " + policy;
        }
    }

    @Command(
            name = "reviewed",
            mixinStandardHelpOptions = true,
            description =
                    "Records that the version in force was reviewed and stays, and when it is to be reviewed next.")
    static final class Reviewed extends ChangingCommand {
        @Parameters(paramLabel = "ID", description = "the policy's id")
        @SuppressWarnings("NullAway.Init")
        private String id;

        @Option(names = "--next", required = true, paramLabel = "DATE", description = "the day of the next review")
        @SuppressWarnings("NullAway.Init")
        private String next;

        @Option(names = "--note", description = "for the history: who read it")
        private String note = "";

        Reviewed(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        String change(Policies policies, Drafts drafts, String by) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            PolicyHistory history = library.history(policy);
            LocalDate review = day(next);
            String version = history.on(library.today())
                    .orElseThrow(() -> new RefusedException("No version of " + policy + " is in force yet."));
            if (!review.isAfter(library.today())
                    || review.isAfter(library.today().plusYears(10))) {
                throw new RefusedException("The next review is on a day to come, within ten years.");
            }
            add(
                    library,
                    policy,
                    Publication.Wish.reviewed(version, library.today(), by, note, review, history.last()));
            return "policy reviewed " + policy;
        }
    }
}
