package org.clausebot.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.policy.Given;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.Publication;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the policy desk does with drafts and versions, for a terminal. */
final class PublishCommands {
    private static final String OPERATOR = "operator";
    private static final String OVERTAKEN =
            "Somebody else has changed or published something at the same time; nothing was done. Look at `policy history`"
                    + " and do it again if it is still wanted.";

    private PublishCommands() {}

    /** What all of these commands share. */
    abstract static class OfLibrary implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        OfLibrary(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            try {
                Policies policies = new Policies(surroundings, data.config(surroundings));
                run(policies, new Drafts(policies.library(), policies.reader(), surroundings.clock()));
                return 0;
            } catch (LibraryException e) {
                throw new RefusedException(e);
            } catch (UnreadableDocumentException e) {
                throw new RefusedException(e);
            }
        }

        abstract void run(Policies policies, Drafts drafts)
                throws RefusedException, LibraryException, UnreadableDocumentException;

        void say(String words) {
            surroundings.out().println(words.replaceAll("\\p{Cntrl}", "\uFFFD"));
        }

        PolicyPrinter printer() {
            return new PolicyPrinter(surroundings.out());
        }

        static Draft draft(Drafts drafts, String id) throws RefusedException, LibraryException {
            return drafts.find(id)
                    .orElseThrow(
                            () -> new RefusedException("There is no draft " + id + "; `policy drafts` lists them."));
        }

        static PolicyId known(PolicyLibrary library, String id) throws RefusedException {
            return library.ids().stream()
                    .filter(known -> known.value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(
                            "There is no policy \"" + id + "\"; `policy list` names those that there are."));
        }

        static LocalDate day(String typed) throws RefusedException {
            try {
                return LocalDate.parse(typed);
            } catch (DateTimeParseException e) {
                throw new RefusedException("\"" + typed + "\" is no day; write it as 2027-01-04.");
            }
        }

        void add(PolicyLibrary library, PolicyId id, Publication.Wish wish) throws RefusedException, LibraryException {
            if (wish.note().length() > Publication.LONGEST_NOTE) {
                throw new RefusedException("A note has " + Publication.LONGEST_NOTE + " characters at most.");
            }
            Publication row = library.publish(id, wish).orElseThrow(() -> new RefusedException(OVERTAKEN));
            say(row(row));
        }

        static String row(Publication row) {
            String kind = row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return row.number() + ". " + kind + " " + row.name() + " from " + row.from()
                    + row.review().map(next -> ", next review " + next).orElse("")
                    + (row.about() > 0 ? ", row " + row.about() : "") + ", by " + row.by() + " at " + row.at()
                    + (row.note().isEmpty() ? "" : ": " + row.note());
        }
    }

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = "Reads a document and keeps it as a draft: it answers nothing until it is published.")
    static final class Bring extends OfLibrary {
        @Parameters(paramLabel = "FILE", description = "the document, exactly as issued")
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Path file;

        @Option(names = "--id", description = "its short name in addresses (default: from the file's name)")
        private @Nullable String id;

        @Option(names = "--title", description = "its title (default: the document's)")
        private @Nullable String title;

        Bring(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(Policies policies, Drafts drafts)
                throws RefusedException, LibraryException, UnreadableDocumentException {
            Given given = new Given(
                    Policies.idOf(id, file),
                    Optional.ofNullable(title),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Policies.Read read = policies.read(file, given);
            Draft draft = drafts.add(read.fileName(), read.bytes(), given, OPERATOR);
            printer().summary(draft.policy());
            printer().findings(policies.lint(draft.policy()), false);
            say("Kept as draft " + draft.id() + ". To put it in force: policy publish " + draft.id());
        }
    }

    @Command(name = "drafts", mixinStandardHelpOptions = true, description = "Lists the drafts.")
    static final class ListDrafts extends OfLibrary {
        ListDrafts(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(Policies policies, Drafts drafts) throws RefusedException {
            List<String> problems = new ArrayList<>();
            for (Draft draft : drafts.all(problems)) {
                say(draft.id() + "  " + draft.policy().details().title() + ", version "
                        + draft.policy().details().version() + ", "
                        + draft.about().state().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", brought by "
                        + draft.about().by() + " at " + draft.about().at());
            }
            if (!problems.isEmpty()) {
                throw new RefusedException(String.join("\n", problems));
            }
        }
    }

    @Command(name = "publish", mixinStandardHelpOptions = true, description = "Puts a draft in force from a day on.")
    static final class Publish extends OfLibrary {
        @Parameters(paramLabel = "DRAFT", description = "as `policy drafts` names it")
        @SuppressWarnings("NullAway.Init")
        private String draft;

        @Option(names = "--on", paramLabel = "DATE", description = "its first day in force (default: today)")
        private @Nullable String on;

        @Option(names = "--note", description = "for the history: what was changed and who agreed it")
        private String note = "";

        Publish(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void run(Policies policies, Drafts drafts) throws RefusedException, LibraryException {
            Draft found = draft(drafts, draft);
            PolicyLibrary library = policies.library();
            Drafts.Wish wish = new Drafts.Wish(
                    found.seen(),
                    library.history(found.policy().id()).last(),
                    on == null ? library.today() : day(on),
                    OPERATOR,
                    note);
            switch (drafts.publish(found, wish)) {
                case Drafts.Published published -> say(row(published.row()));
                case Drafts.Refused refused -> throw new RefusedException(refused.why());
                case Drafts.Overtaken overtaken -> throw new RefusedException(OVERTAKEN);
                case Drafts.Changed changed -> throw new RefusedException(OVERTAKEN);
            }
        }
    }

    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Prints what was published, reviewed and taken back, and every version that is kept.")
    static final class History extends OfLibrary {
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
    static final class RollBack extends OfLibrary {
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
        void run(Policies policies, Drafts drafts) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            PolicyHistory history = library.history(policy);
            String wanted = key != null ? key : before(history, library.today());
            if (library.stored(policy).stream().noneMatch(v -> v.key().equals(wanted) && !v.inForce())) {
                throw new RefusedException("There is no earlier version " + wanted + " of " + policy
                        + " to go back to; `policy history " + policy + "` names them.");
            }
            add(library, policy, Publication.Wish.rolledBack(wanted, library.today(), OPERATOR, note, history.last()));
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
    static final class Withdraw extends OfLibrary {
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
        void run(Policies policies, Drafts drafts) throws RefusedException, LibraryException {
            PolicyLibrary library = policies.library();
            PolicyId policy = known(library, id);
            PolicyHistory history = library.history(policy);
            Publication planned = history.planned(library.today()).stream()
                    .filter(one -> one.number() == row)
                    .findFirst()
                    .orElseThrow(() ->
                            new RefusedException("Row " + row + " is none whose day is still to come; `policy history "
                                    + policy + "` shows them. What is in force is taken back with `policy rollback`."));
            add(library, policy, Publication.Wish.withdrawn(planned, library.today(), OPERATOR, note, history.last()));
        }
    }

    @Command(
            name = "reviewed",
            mixinStandardHelpOptions = true,
            description =
                    "Records that the version in force was reviewed and stays, and when it is to be reviewed next.")
    static final class Reviewed extends OfLibrary {
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
        void run(Policies policies, Drafts drafts) throws RefusedException, LibraryException {
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
                    Publication.Wish.reviewed(version, library.today(), OPERATOR, note, review, history.last()));
        }
    }
}
