package org.clausebot.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.querylog.Slices.View;

/** How the clauses of the policies were used in one block of four weeks: asked for, helpful, not what was asked. */
public final class ClauseUse {
    private final Slices slices;

    /**
     * A block of four weeks, or all that may be shown together.
     *
     * @param all whether it is all of them
     */
    public record Block(IsoWeek first, IsoWeek last, boolean all) {
        /** As it stands in addresses: {@code all}, or the first week. */
        public String code() {
            return all ? "all" : first.toString();
        }
    }

    /** Numbers of one clause, about; what is empty is too few to be shown. */
    public record Use(OptionalInt asked, OptionalInt helpful, OptionalInt notAsked) {
        /** Whether there is any number. */
        public boolean shows() {
            return asked.isPresent() || helpful.isPresent() || notAsked.isPresent();
        }
    }

    /** The numbers of a block. */
    public record Uses(Map<String, OptionalInt> asked, Map<String, OptionalInt> judged) {
        public Uses {
            asked = Map.copyOf(asked);
            judged = Map.copyOf(judged);
        }

        public Use of(ClauseRef clause) {
            String name = name(clause);
            return new Use(
                    asked.getOrDefault(name, OptionalInt.empty()),
                    judged.getOrDefault(name + " " + Verdict.HELPFUL.code(), OptionalInt.empty()),
                    judged.getOrDefault(name + " " + Verdict.NOT_ASKED.code(), OptionalInt.empty()));
        }
    }

    public ClauseUse(Slices slices) {
        this.slices = slices;
    }

    /** All that may be shown today together, then each block, the newest first; none while no block is over. */
    public List<Block> blocks() {
        List<Period> blocks = slices.blocks();
        if (blocks.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new Block(
                                blocks.getFirst().first(), blocks.getLast().last(), true)),
                        blocks.reversed().stream().map(period -> new Block(period.first(), period.last(), false)))
                .toList();
    }

    /** The clauses, as {@code policy 2.1.5}, that answered often enough to be counted in any block that may be shown. */
    public Set<String> counted(SchoolId school) {
        return Stream.concat(
                        slices.kept(View.CLAUSE, school).stream(),
                        slices.blocks().stream()
                                .flatMap(period -> slices.clauses(school, period.first()).stream())
                                .flatMap(List::stream))
                .map(Slices.Cell::what)
                .collect(Collectors.toSet());
    }

    /** How a clause is called in {@link #counted}. */
    public static String name(ClauseRef clause) {
        return clause.policy().value() + " " + clause.address();
    }

    /** @param block empty for no numbers at all */
    public Uses in(SchoolId school, Optional<Block> block) {
        return new Uses(
                block.map(b -> Overview.numbers(of(View.CLAUSE, school, b))).orElse(Map.of()),
                block.map(b -> Overview.numbers(of(View.CLAUSE_VERDICT, school, b)))
                        .orElse(Map.of()));
    }

    private List<Slices.Cell> of(View view, SchoolId school, Block block) {
        if (block.all()) {
            return slices.kept(view, school);
        }
        return (view == View.CLAUSE
                        ? slices.clauses(school, block.first())
                        : slices.clauseVerdicts(school, block.first()))
                .orElse(List.of());
    }
}
