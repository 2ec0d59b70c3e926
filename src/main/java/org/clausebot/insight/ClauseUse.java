package org.clausebot.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;

/** How the clauses of the policies were used in one block of four weeks: asked for, helpful, not what was asked. */
public final class ClauseUse {
    private final Slices slices;

    /**
     * A block of four weeks.
     *
     * @param first its first week, which names it
     */
    public record Block(IsoWeek first, IsoWeek last) {}

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

    /** Those of which something may be shown today, the newest first. */
    public List<Block> blocks() {
        return slices.blocks().reversed().stream()
                .map(period -> new Block(period.first(), period.last()))
                .toList();
    }

    /** The clauses, as {@code policy 2.1.5}, that answered often enough to be counted in any block that may be shown. */
    public Set<String> counted(SchoolId school) {
        return slices.blocks().stream()
                .flatMap(period -> slices.clauses(school, period.first()).stream())
                .flatMap(List::stream)
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
                Overview.numbers(block.flatMap(b -> slices.clauses(school, b.first()))),
                Overview.numbers(block.flatMap(b -> slices.clauseVerdicts(school, b.first()))));
    }
}
