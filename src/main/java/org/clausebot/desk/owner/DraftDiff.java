package org.clausebot.desk.owner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.desk.view.OwnerDraftView.Change;
import org.clausebot.desk.view.OwnerDraftView.Words;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Diff;

/** The difference between two versions, as a page shows it. */
final class DraftDiff {
    private DraftDiff() {}

    static String summary(Diff diff) {
        if (diff.isEmpty()) {
            return "Nothing differs.";
        }
        return "%d added, %d removed, %d reworded, %d renumbered, %d with another lead-in, %d unchanged."
                .formatted(
                        diff.added().size(),
                        diff.removed().size(),
                        diff.with(Diff.Kind.REWORDED).size(),
                        diff.with(Diff.Kind.RENUMBERED).size(),
                        diff.with(Diff.Kind.LEAD_IN).size(),
                        diff.unchanged());
    }

    static List<Change> changes(Diff diff) {
        return diff.changes().stream()
                .flatMap(change -> change(change).stream())
                .toList();
    }

    private static Optional<Change> change(Diff.Change change) {
        return switch (change) {
            case Diff.Added added -> Optional.of(whole("Added", "added", added.clause()));
            case Diff.Removed removed -> Optional.of(whole("Removed", "removed", removed.clause()));
            case Diff.Kept kept -> kept.kinds().isEmpty() ? Optional.empty() : Optional.of(kept(kept));
        };
    }

    private static Change whole(String what, String fate, Clause clause) {
        return new Change(
                what,
                DraftWords.name(clause.ref()),
                false,
                clause.leadIn().map(l -> List.of(new Words(fate, l.text()))).orElse(List.of()),
                List.of(new Words(fate, clause.text())),
                "");
    }

    private static Change kept(Diff.Kept kept) {
        String kinds = kept.kinds().stream()
                .filter(kind -> kind != Diff.Kind.NEGATION)
                .sorted()
                .map(DraftDiff::name)
                .collect(Collectors.joining(", "));
        String older = DraftWords.name(kept.older().ref());
        String newer = DraftWords.name(kept.newer().ref());
        boolean words = kept.is(Diff.Kind.REWORDED) || kept.is(Diff.Kind.LEAD_IN);
        return new Change(
                kinds.isEmpty() ? "Reversed" : kinds.substring(0, 1).toUpperCase(Locale.UK) + kinds.substring(1),
                older.equals(newer) ? newer : older + " → " + newer,
                kept.is(Diff.Kind.NEGATION),
                words && kept.leadIn().isEmpty() ? same(kept.newer().leadInText()) : words(kept.leadIn()),
                kept.text().isEmpty() ? same(kept.newer().text()) : words(kept.text()),
                kept.is(Diff.Kind.MOVED)
                        ? "From under " + path(kept.older()) + " to under " + path(kept.newer()) + "."
                        : "");
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

    private static List<Words> same(String words) {
        return words.isEmpty() ? List.of() : List.of(new Words("same", words));
    }

    private static List<Words> words(List<Diff.Edit> edits) {
        return edits.stream()
                .map(edit -> new Words(
                        switch (edit.fate()) {
                            case SAME -> "same";
                            case REMOVED -> "removed";
                            case ADDED -> "added";
                        },
                        edit.words()))
                .toList();
    }

    private static String path(Clause clause) {
        return clause.headings().isEmpty() ? "no heading" : "“" + String.join(" › ", clause.headings()) + "”";
    }
}
