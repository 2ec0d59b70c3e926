package org.clausebot.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.policy.Diff.Added;
import org.clausebot.policy.Diff.Change;
import org.clausebot.policy.Diff.Kept;
import org.clausebot.policy.Diff.Kind;
import org.clausebot.policy.Diff.Removed;

/**
 * Compares two versions of a policy. A clause is known again by its words first and by its number second, because
 * numbers shift whenever a clause is put in.
 */
public final class PolicyDiff {
    private static final Pattern NEGATION = Pattern.compile(
            "(?i)\\b(?:not|never|no|nobody|none|cannot|without|unless|except|prohibited|forbidden)\\b|n[’']t\\b");
    private static final Pattern HEADING_NUMBER = Pattern.compile(
            "(?i)^(?:(?:section|part|chapter|appendix|annex|schedule)\\s+(?:\\d+(?:\\.\\d+)*|[a-z]|[ivx]+)\\b[.:)]*|\\d+(?:\\.\\d+)*[.:)]*|[a-z][.:)])\\s*[–—-]?\\s*");

    private PolicyDiff() {}

    /** What changed from {@code older} to {@code newer}. Swapping them swaps added and removed and nothing else. */
    public static Diff between(Policy older, Policy newer) {
        IdentityHashMap<Clause, Clause> pairs = ClauseMatching.match(older.clauses(), newer.clauses());
        IdentityHashMap<Clause, Clause> back = new IdentityHashMap<>();
        pairs.forEach((o, n) -> back.put(n, o));
        List<Change> changes = new ArrayList<>();
        for (Clause clause : newer.clauses()) {
            Clause before = back.get(clause);
            changes.add(before == null ? new Added(clause) : kept(before, clause));
        }
        insertRemoved(older, pairs, changes);
        return new Diff(older.details(), newer.details(), changes, HeadingDiff.between(older, newer));
    }

    /** Puts each removed clause after the one that stood before it in the older version. */
    private static void insertRemoved(Policy older, IdentityHashMap<Clause, Clause> pairs, List<Change> changes) {
        int at = 0;
        for (Clause clause : older.clauses()) {
            Clause newer = pairs.get(clause);
            if (newer == null) {
                changes.add(at++, new Removed(clause));
            } else {
                at = 1 + indexOf(changes, newer);
            }
        }
    }

    private static int indexOf(List<Change> changes, Clause newer) {
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i) instanceof Kept kept && kept.newer().equals(newer)) {
                return i;
            }
        }
        throw new IllegalStateException("No change holds " + newer.ref());
    }

    private static Kept kept(Clause older, Clause newer) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        boolean leadIn = !DocumentText.fold(older.leadInText()).equals(DocumentText.fold(newer.leadInText()));
        boolean text = !DocumentText.fold(older.text()).equals(DocumentText.fold(newer.text()));
        if (negations(older) != negations(newer)) {
            kinds.add(Kind.NEGATION);
        }
        if (leadIn) {
            kinds.add(Kind.LEAD_IN);
        }
        if (text) {
            kinds.add(Kind.REWORDED);
        }
        if (!place(older).equals(place(newer))
                || older.ref().bullet() != newer.ref().bullet()) {
            kinds.add(Kind.RENUMBERED);
        }
        if (!titles(older.headings()).equals(titles(newer.headings()))) {
            kinds.add(Kind.MOVED);
        }
        return new Kept(
                older,
                newer,
                kinds,
                leadIn ? WordDiff.between(older.leadInText(), newer.leadInText()) : List.of(),
                text ? WordDiff.between(older.text(), newer.text()) : List.of());
    }

    private static long negations(Clause clause) {
        return NEGATION.matcher(clause.statement()).results().count();
    }

    /** The printed number; of an unnumbered paragraph, its place under its heading. */
    private static String place(Clause clause) {
        String number = clause.ref().number();
        return number.substring(Math.max(0, number.lastIndexOf('¶')));
    }

    /** A heading path without its numbers: a heading that is only renumbered has not moved. */
    static List<String> titles(List<String> headings) {
        return headings.stream().map(PolicyDiff::title).toList();
    }

    private static String title(String heading) {
        String bare = HEADING_NUMBER.matcher(DocumentText.fold(heading)).replaceFirst("");
        return bare.isBlank() ? heading : bare;
    }

    /** Whether two clauses stand under headings of the same words. */
    static boolean sameHeadings(Clause one, Clause other) {
        return titles(one.headings()).equals(titles(other.headings()));
    }
}
