package org.clausebot.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.clausebot.insight.Publications.Publication;
import org.clausebot.insight.Unclear.Found;
import org.clausebot.policy.Clause;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;

/**
 * What governors are told of a term: what was asked, what was unclear, what was changed and what that did. It is made of
 * what the desk shows anyway and tells of nobody, so it may be shared.
 */
public final class GovernorsReport {
    /** Of the clauses that answered in four weeks. */
    private static final int CLAUSES = 5;

    private final Slices slices;
    private final Unclear unclear;
    private final Publications publications;
    private final Supplier<List<Policy>> inForce;

    /** @param inForce the policies in force */
    public GovernorsReport(Slices slices, Unclear unclear, Publications publications, Supplier<List<Policy>> inForce) {
        this.slices = slices;
        this.unclear = unclear;
        this.publications = publications;
        this.inForce = inForce;
    }

    /** What came of a question to the policies. */
    public enum Came {
        ANSWERED,
        /** No clause says it, and the nearest were shown. */
        NEAREST,
        NOT_COVERED;

        /** Urgent messages and small talk say nothing of the policies. */
        private static Optional<Came> of(Outcome outcome) {
            return switch (outcome) {
                case QUOTED -> Optional.of(ANSWERED);
                case NEAREST -> Optional.of(NEAREST);
                case NOT_COVERED -> Optional.of(NOT_COVERED);
                case SMALL_TALK, URGENT -> Optional.empty();
            };
        }
    }

    /**
     * A term.
     *
     * @param policies in force today
     * @param weeks of the term that are over and kept, in order
     * @param blocks of four weeks that are over and kept, in order
     */
    public record Told(
            Term term,
            List<PolicyDetails> policies,
            List<Week> weeks,
            List<Block> blocks,
            Optional<Found> unclear,
            List<Change> changes) {
        public Told {
            policies = List.copyOf(policies);
            weeks = List.copyOf(weeks);
            blocks = List.copyOf(blocks);
            changes = List.copyOf(changes);
        }
    }

    /**
     * A week's questions to the policies.
     *
     * @param about how many, by what came of them; empty where too few to show
     */
    public record Week(LocalDate monday, Map<Came, OptionalInt> about) {
        public Week {
            about = Map.copyOf(about);
        }
    }

    /** Four weeks, and the clauses that answered most. */
    public record Block(LocalDate from, LocalDate to, List<Use> clauses) {
        public Block {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * How often a clause answered first.
     *
     * @param clause as it is in force; empty when it no longer is
     * @param name its policy and address as the count has it
     */
    public record Use(String name, Optional<Policy> policy, Optional<Clause> clause, int about) {}

    /**
     * A version that came into force, and the weeks around it.
     *
     * @param before the last four weeks that were over; empty where they are not kept
     * @param after the first four weeks that began then; empty while they are not over, or where they are not kept
     */
    public record Change(Publication publication, Optional<Around> before, Optional<Around> after) {}

    /**
     * What became of questions in four weeks.
     *
     * @param about by what came of them
     */
    public record Around(LocalDate from, LocalDate to, Map<Came, Sum> about) {
        public Around {
            about = Map.copyOf(about);
        }
    }

    /**
     * Numbers of weeks put together.
     *
     * @param about their sum
     * @param weeks how many weeks it is of; in the others there were too few to show
     */
    public record Sum(int about, int weeks) {}

    public Told of(SchoolId school, Term term) {
        return new Told(
                term,
                inForce.get().stream().map(Policy::details).toList(),
                slices.weeks().stream()
                        .filter(week -> isIn(term, Weeks.monday(week), Weeks.sunday(week)))
                        .map(week -> new Week(Weeks.monday(week), outcomes(school, week)))
                        .toList(),
                slices.blocks().stream()
                        .filter(block -> isIn(term, Weeks.first(block), Weeks.last(block)))
                        .map(block -> block(school, block))
                        .toList(),
                unclear.in(school, term.from(), term.to()),
                publications.between(term.from(), term.to()).stream()
                        .map(publication -> change(school, publication))
                        .toList());
    }

    private static boolean isIn(Term term, LocalDate from, LocalDate to) {
        return !from.isBefore(term.from()) && !to.isAfter(term.to());
    }

    private Map<Came, OptionalInt> outcomes(SchoolId school, IsoWeek week) {
        Map<Came, OptionalInt> found = new EnumMap<>(Came.class);
        for (Slices.Cell cell : slices.outcomes(school, week).orElse(List.of())) {
            Outcome.of(cell.what()).flatMap(Came::of).ifPresent(came -> found.put(came, cell.about()));
        }
        return found;
    }

    private Block block(SchoolId school, Period block) {
        List<Use> uses = new ArrayList<>();
        for (Slices.Cell cell : slices.clauses(school, block.weeks().getFirst()).orElse(List.of())) {
            cell.about().ifPresent(about -> uses.add(use(cell.what(), about)));
        }
        uses.sort((a, b) ->
                a.about() == b.about() ? a.name().compareTo(b.name()) : Integer.compare(b.about(), a.about()));
        return new Block(
                Weeks.first(block),
                Weeks.last(block),
                uses.stream().limit(CLAUSES).toList());
    }

    private Use use(String name, int about) {
        int space = name.indexOf(' ');
        Optional<Policy> policy = inForce.get().stream()
                .filter(p -> p.id().value().equals(name.substring(0, space)))
                .findFirst();
        return new Use(name, policy, policy.flatMap(p -> p.clause(name.substring(space + 1))), about);
    }

    private Change change(SchoolId school, Publication publication) {
        List<Period> blocks = slices.blocks();
        Optional<Period> before = blocks.stream()
                .filter(block -> Weeks.last(block).isBefore(publication.on()))
                .reduce((earlier, later) -> later);
        Optional<Period> after = blocks.stream()
                .filter(block -> !Weeks.first(block).isBefore(publication.on()))
                .findFirst();
        return new Change(
                publication, before.map(block -> around(school, block)), after.map(block -> around(school, block)));
    }

    private Around around(SchoolId school, Period block) {
        Map<Came, Sum> sums = new EnumMap<>(Came.class);
        for (IsoWeek week : block.weeks()) {
            outcomes(school, week)
                    .forEach((outcome, about) -> about.ifPresent(number -> sums.merge(
                            outcome,
                            new Sum(number, 1),
                            (a, b) -> new Sum(a.about() + b.about(), a.weeks() + b.weeks()))));
        }
        return new Around(Weeks.first(block), Weeks.last(block), sums);
    }
}
