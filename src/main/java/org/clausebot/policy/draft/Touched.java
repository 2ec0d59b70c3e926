package org.clausebot.policy.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Diff;
import org.clausebot.policy.Policy;

/**
 * What names a clause that a draft takes away or changes.
 *
 * @param citation what names it
 * @param fate what becomes of the clause
 * @param now the number under which it stands in the draft; empty where it is gone
 */
public record Touched(Citation citation, Fate fate, Optional<String> now) {
    /** What becomes of a clause that is named somewhere. */
    public enum Fate {
        GONE,
        RENUMBERED,
        /** It keeps its number and says something else, or under another lead-in. */
        REWORDED,
        /** Its number is in neither version: what names it was wrong before. */
        UNKNOWN
    }

    /**
     * What {@code citations} is touched.
     *
     * @param diff from the version in force to the draft; empty where none is in force
     */
    static List<Touched> of(List<Citation> citations, Optional<Diff> diff, Policy draft) {
        List<Touched> touched = new ArrayList<>();
        for (Citation citation : citations) {
            Optional<Touched> one = diff.map(Diff::changes).orElse(List.of()).stream()
                    .flatMap(change -> one(citation, change).stream())
                    .findFirst();
            boolean known = diff.isPresent() && stood(citation.address(), diff.get());
            if (one.isEmpty() && !known && draft.clause(citation.address()).isEmpty()) {
                one = Optional.of(new Touched(citation, Fate.UNKNOWN, Optional.empty()));
            }
            one.ifPresent(touched::add);
        }
        return List.copyOf(touched);
    }

    private static boolean stood(String address, Diff diff) {
        return diff.changes().stream().anyMatch(change -> switch (change) {
            case Diff.Added added -> false;
            case Diff.Removed removed -> removed.clause().ref().address().equals(address);
            case Diff.Kept kept -> kept.older().ref().address().equals(address);
        });
    }

    private static Optional<Touched> one(Citation citation, Diff.Change change) {
        return switch (change) {
            case Diff.Added added -> Optional.empty();
            case Diff.Removed removed ->
                removed.clause().ref().address().equals(citation.address())
                        ? Optional.of(new Touched(citation, Fate.GONE, Optional.empty()))
                        : Optional.empty();
            case Diff.Kept kept ->
                kept.older().ref().address().equals(citation.address()) ? kept(citation, kept) : Optional.empty();
        };
    }

    private static Optional<Touched> kept(Citation citation, Diff.Kept kept) {
        String now = kept.newer().ref().address();
        if (!now.equals(citation.address())) {
            return Optional.of(new Touched(citation, Fate.RENUMBERED, Optional.of(now)));
        }
        boolean said = kept.is(Diff.Kind.REWORDED) || kept.is(Diff.Kind.LEAD_IN) || kept.is(Diff.Kind.NEGATION);
        return said ? Optional.of(new Touched(citation, Fate.REWORDED, Optional.of(now))) : Optional.empty();
    }
}
