package org.clausebot.app;

import org.clausebot.policy.LibraryException;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.draft.Drafts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that changes something of the policies: it stands in the audit log as what is changed at the desk does. */
abstract class ChangingCommand extends LibraryCommand {
    static final String BY = "who does it, for the history and the audit log (default: this computer's account)";

    @Option(names = "--by", paramLabel = "NAME", description = BY)
    private @Nullable String by;

    ChangingCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    final void run(Policies policies, Drafts drafts)
            throws RefusedException, LibraryException, UnreadableDocumentException {
        String who = CommandTrail.operator(by);
        // Opened first: where nothing can be noted, nothing is done.
        try (CommandTrail trail = CommandTrail.open(config(), surroundings().clock())) {
            trail.note(who, change(policies, drafts, who));
        }
    }

    /** @return what was done, as the audit log has it: {@code policy published leave} */
    abstract String change(Policies policies, Drafts drafts, String by)
            throws RefusedException, LibraryException, UnreadableDocumentException;
}
