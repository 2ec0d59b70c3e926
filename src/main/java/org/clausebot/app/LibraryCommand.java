package org.clausebot.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.Publication;
import org.clausebot.policy.UnreadableDocumentException;
import org.clausebot.policy.draft.Draft;
import org.clausebot.policy.draft.Drafts;
import picocli.CommandLine.Mixin;

/** A command on the drafts and versions of policies. */
abstract class LibraryCommand implements Callable<Integer> {
    static final String OVERTAKEN =
            "Somebody else has changed or published something at the same time; nothing was done. Look at `policy history`"
                    + " and do it again if it is still wanted.";

    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    LibraryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        try {
            Policies policies = new Policies(surroundings, config());
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

    Config config() throws RefusedException {
        return data.config(surroundings);
    }

    Surroundings surroundings() {
        return surroundings;
    }

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
