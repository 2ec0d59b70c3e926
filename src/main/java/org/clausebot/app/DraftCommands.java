package org.clausebot.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.policy.Given;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the policy desk does with drafts, for a terminal. */
final class DraftCommands {
    private DraftCommands() {}

    @Command(
            name = "draft",
            mixinStandardHelpOptions = true,
            description = "Reads a document and keeps it as a draft: it answers nothing until it is published.")
    static final class Bring extends ChangingCommand {
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
        String change(Policies policies, Drafts drafts, String by)
                throws RefusedException, LibraryException, UnreadableDocumentException {
            Given given = new Given(
                    Policies.idOf(id, file),
                    Optional.ofNullable(title),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            Policies.Read read = policies.read(file, given);
            Draft draft = drafts.add(read.fileName(), read.bytes(), given, by);
            printer().summary(draft.policy());
            printer().findings(policies.lint(draft.policy()), false);
            say("Kept as draft " + draft.id() + ". To put it in force: policy publish " + draft.id());
            return "policy draft brought " + draft.policy().id();
        }
    }

    @Command(name = "drafts", mixinStandardHelpOptions = true, description = "Lists the drafts.")
    static final class ListDrafts extends LibraryCommand {
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
    static final class Publish extends ChangingCommand {
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
        String change(Policies policies, Drafts drafts, String by) throws RefusedException, LibraryException {
            Draft found = draft(drafts, draft);
            PolicyLibrary library = policies.library();
            Drafts.Wish wish = new Drafts.Wish(
                    found.seen(),
                    library.history(found.policy().id()).last(),
                    on == null ? library.today() : day(on),
                    by,
                    note);
            switch (drafts.publish(found, wish)) {
                case Drafts.Published published -> {
                    say(row(published.row()));
                    return "policy published " + found.policy().id();
                }
                case Drafts.Refused refused -> throw new RefusedException(refused.why());
                case Drafts.Overtaken overtaken -> throw new RefusedException(OVERTAKEN);
                case Drafts.Changed changed -> throw new RefusedException(OVERTAKEN);
            }
        }
    }
}
