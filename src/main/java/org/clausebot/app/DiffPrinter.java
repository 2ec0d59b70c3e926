package org.clausebot.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Diff;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDiff;

/**
 * The difference between two versions as a person reads it in a terminal. Words that went stand in [-brackets-], words
 * that came in {+braces+}; a clause that may now say the opposite is marked so that nobody misses it.
 */
final class DiffPrinter {
    private final PrintWriter out;

    DiffPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Policy older, Policy newer) {
        Diff diff = PolicyDiff.between(older, newer);
        out.println("From " + diff.older().title() + ", version " + diff.older().version() + " ("
                + older.clauses().size() + " clauses)");
        out.println("to   " + diff.newer().title() + ", version " + diff.newer().version() + " ("
                + newer.clauses().size() + " clauses)");
        if (diff.isEmpty()) {
            out.println("Nothing differs.");
            return;
        }
        out.printf(
                "%d added, %d removed, %d reworded, %d renumbered, %d with another lead-in, %d unchanged%n",
                diff.added().size(),
                diff.removed().size(),
                diff.with(Diff.Kind.REWORDED).size(),
                diff.with(Diff.Kind.RENUMBERED).size(),
                diff.with(Diff.Kind.LEAD_IN).size(),
                diff.unchanged());
        diff.headings().forEach(this::heading);
        diff.changes().forEach(this::change);
    }

    private void heading(Diff.HeadingChange change) {
        out.println(
                switch (change) {
                    case Diff.HeadingAdded added -> "heading added:   " + path(added.headings());
                    case Diff.HeadingRemoved removed -> "heading removed: " + path(removed.headings());
                    case Diff.HeadingMoved moved ->
                        "heading moved:   " + path(moved.older()) + " → " + path(moved.newer());
                });
    }

    private void change(Diff.Change change) {
        switch (change) {
            case Diff.Added added -> whole("added", "+", added.clause());
            case Diff.Removed removed -> whole("removed", "-", removed.clause());
            case Diff.Kept kept -> kept(kept);
        }
    }

    private void whole(String what, String mark, Clause clause) {
        out.println();
        out.println(what + " " + clause.ref().address());
        clause.leadIn().ifPresent(leadIn -> out.println("  " + mark + " [" + safe(leadIn.text()) + "]"));
        out.println("  " + mark + " " + safe(clause.text()));
    }

    private void kept(Diff.Kept kept) {
        if (kept.kinds().isEmpty()) {
            return;
        }
        out.println();
        String older = kept.older().ref().address();
        String newer = kept.newer().ref().address();
        String kinds = kept.kinds().stream()
                .filter(kind -> kind != Diff.Kind.NEGATION)
                .sorted()
                .map(DiffPrinter::name)
                .collect(Collectors.joining(", "));
        out.println(kinds + " " + (older.equals(newer) ? newer : older + " → " + newer));
        if (kept.is(Diff.Kind.NEGATION)) {
            out.println("  !! A word such as \"not\" or \"unless\" came or went: it may now say the opposite.");
        }
        if (kept.is(Diff.Kind.LEAD_IN)) {
            out.println("  lead-in: " + edits(kept.leadIn()));
        }
        if (kept.is(Diff.Kind.REWORDED)) {
            out.println("  " + edits(kept.text()));
        }
        if (kept.is(Diff.Kind.MOVED)) {
            out.println("  from under " + path(kept.older().headings()) + " to under "
                    + path(kept.newer().headings()));
        }
    }

    private static String name(Diff.Kind kind) {
        return switch (kind) {
            case NEGATION -> "reversed";
            case LEAD_IN -> "another lead-in";
            case REWORDED -> "reworded";
            case RENUMBERED -> "renumbered";
            case MOVED -> "moved";
        };
    }

    private static String edits(List<Diff.Edit> edits) {
        return edits.stream()
                .map(edit -> switch (edit.fate()) {
                    case SAME -> safe(edit.words());
                    case REMOVED -> "[-" + safe(edit.words()) + "-]";
                    case ADDED -> "{+" + safe(edit.words()) + "+}";
                })
                .collect(Collectors.joining(" "));
    }

    private static String path(List<String> headings) {
        return headings.isEmpty() ? "(no heading)" : safe(String.join(" › ", headings));
    }

    private static String safe(String words) {
        return words.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
