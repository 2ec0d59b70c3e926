package org.clausebot.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What changed from one version of a policy to another, clause by clause. Every clause of both versions stands in it
 * exactly once.
 *
 * @param older the version that is compared
 * @param newer the version it is compared with
 * @param changes the clauses, in the newer version's order, each removed one after what stood before it
 * @param headings what became of the headings; those that stayed are left out
 */
public record Diff(PolicyDetails older, PolicyDetails newer, List<Change> changes, List<HeadingChange> headings) {
    public Diff {
        changes = List.copyOf(changes);
        headings = List.copyOf(headings);
    }

    /** What became of one clause. */
    public sealed interface Change {}

    /** Only the newer version has it. */
    public record Added(Clause clause) implements Change {}

    /** Only the older version has it. */
    public record Removed(Clause clause) implements Change {}

    /**
     * Both versions have it.
     *
     * @param kinds how it differs; empty when it does not
     * @param leadIn the words of the lead-in and what became of them; empty unless the lead-in changed
     * @param text the words of the clause and what became of them; empty unless it is reworded
     */
    public record Kept(Clause older, Clause newer, Set<Kind> kinds, List<Edit> leadIn, List<Edit> text)
            implements Change {
        public Kept {
            kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(kinds));
            leadIn = List.copyOf(leadIn);
            text = List.copyOf(text);
        }

        public boolean is(Kind kind) {
            return kinds.contains(kind);
        }
    }

    /** How a clause that both versions have may differ. */
    public enum Kind {
        /** A "not", "unless" or the like came or went, in the lead-in or the text: it may say the opposite now. */
        NEGATION,
        /** Its lead-in is another, so that it may mean something else though its own words stayed. */
        LEAD_IN,
        /** Its own words changed. */
        REWORDED,
        /** It has another number. */
        RENUMBERED,
        /** It stands under other headings. */
        MOVED
    }

    /**
     * A stretch of words that stayed, went or came.
     *
     * @param words with single spaces between, as printed in the version that has them
     */
    public record Edit(Fate fate, String words) {}

    /** What became of some words. */
    public enum Fate {
        SAME,
        REMOVED,
        ADDED
    }

    /** What became of a heading. */
    public sealed interface HeadingChange {}

    /** @param headings the path down to a heading that only the newer version has */
    public record HeadingAdded(List<String> headings) implements HeadingChange {}

    /** @param headings the path down to a heading that only the older version has */
    public record HeadingRemoved(List<String> headings) implements HeadingChange {}

    /** A heading that both versions have, with another number, at another place among the others, or under another. */
    public record HeadingMoved(List<String> older, List<String> newer) implements HeadingChange {}

    public List<Added> added() {
        return only(Added.class).toList();
    }

    public List<Removed> removed() {
        return only(Removed.class).toList();
    }

    /** The clauses that differ in this way, among others. */
    public List<Kept> with(Kind kind) {
        return only(Kept.class).filter(k -> k.is(kind)).toList();
    }

    /** How many clauses are in both versions with the same number, headings, lead-in and words. */
    public int unchanged() {
        return (int) only(Kept.class).filter(k -> k.kinds().isEmpty()).count();
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return headings.isEmpty() && unchanged() == changes.size();
    }

    private <T extends Change> Stream<T> only(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
