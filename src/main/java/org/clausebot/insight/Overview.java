package org.clausebot.insight;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.querylog.Slices.View;

/**
 * What was asked, week by week and by blocks of four weeks. It is made of {@link Slices} alone, so it tells no more than they
 * do: nothing is added to a number that is shown but other numbers that are shown.
 */
public final class Overview {
    private static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");
    /** A difference that is smaller may well be nothing but the noise in both numbers. */
    static final int LEAST_CHANGE = 20;

    private final Slices slices;
    private final Clock clock;

    /**
     * What can be shown today.
     *
     * @param weeks the oldest first, from the first that shows a number on
     * @param blocks of four weeks, the same
     * @param kept all blocks that may be shown, together; empty while there is none
     * @param next when more can be shown, if enough is asked
     */
    public record Report(List<Week> weeks, List<Block> blocks, Optional<Block> kept, LocalDate next) {
        public Report {
            weeks = List.copyOf(weeks);
            blocks = List.copyOf(blocks);
        }

        /** Whether there is no number at all. */
        public boolean isEmpty() {
            return weeks.isEmpty() && blocks.isEmpty() && kept.isEmpty();
        }

        /** What rose and fell from the block before the last one to the last, the greatest change first. */
        public List<Change> changes() {
            if (blocks.size() < 2) {
                return List.of();
            }
            return changed(blocks.get(blocks.size() - 2), blocks.getLast());
        }
    }

    /** Questions by what came of them, about; what is empty is too few to be shown. */
    public record Outcomes(OptionalInt answered, OptionalInt nearest, OptionalInt notCovered, OptionalInt urgent) {
        /** All that are shown, but urgent ones; there may be more. */
        public OptionalInt asked() {
            return sum(List.of(answered, nearest, notCovered));
        }

        /** Whether {@link #asked} is all of them. */
        public boolean isWhole() {
            return answered.isPresent() && nearest.isPresent() && notCovered.isPresent();
        }

        private boolean shows() {
            return asked().isPresent() || urgent.isPresent();
        }
    }

    /** A week. */
    public record Week(IsoWeek week, Outcomes outcomes) {}

    /**
     * A block of four weeks, or several.
     *
     * @param channels by their kind, all of them
     * @param clauses those that are shown, the most used first
     */
    public record Block(
            IsoWeek first,
            IsoWeek last,
            Outcomes outcomes,
            OptionalInt helpful,
            OptionalInt notAsked,
            Map<String, OptionalInt> channels,
            List<Used> clauses) {
        public Block {
            channels = Map.copyOf(channels);
            clauses = List.copyOf(clauses);
        }

        private boolean shows() {
            return outcomes.shows()
                    || helpful.isPresent()
                    || notAsked.isPresent()
                    || !clauses.isEmpty()
                    || channels.values().stream().anyMatch(OptionalInt::isPresent);
        }

        /** How many questions the clause was the first answer to. */
        public OptionalInt asked(String policy, String address) {
            return clauses.stream()
                    .filter(used -> used.policy().equals(policy) && used.address().equals(address))
                    .mapToInt(Used::about)
                    .findFirst();
        }
    }

    /** A clause, and to how many questions it was the first answer, about. */
    public record Used(String policy, String address, int about) {}

    /** A clause that was asked for more or less than four weeks before; a number that is empty is too few to be shown. */
    public record Change(String policy, String address, OptionalInt before, OptionalInt now) {
        public boolean rose() {
            return now.orElse(0) > before.orElse(0);
        }

        private int size() {
            return Math.abs(now.orElse(0) - before.orElse(0));
        }
    }

    public Overview(Slices slices, Clock clock) {
        this.slices = slices;
        this.clock = clock;
    }

    public Report of(SchoolId school) {
        List<Week> weeks =
                slices.weeks().stream().map(week -> week(school, week)).toList();
        List<Block> blocks =
                slices.blocks().stream().map(block -> block(school, block)).toList();
        return new Report(
                weeks.stream().dropWhile(week -> !week.outcomes().shows()).toList(),
                blocks.stream().dropWhile(block -> !block.shows()).toList(),
                kept(school).filter(Block::shows),
                next());
    }

    /** What is shown of a week is shown from the Wednesday after it. */
    private LocalDate next() {
        return LocalDate.now(clock).plusDays(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    private Week week(SchoolId school, IsoWeek week) {
        return new Week(week, outcomes(numbers(slices.outcomes(school, week))));
    }

    private static Outcomes outcomes(Map<String, OptionalInt> seen) {
        Function<Outcome, OptionalInt> of = outcome -> seen.getOrDefault(outcome.code(), OptionalInt.empty());
        return new Outcomes(
                of.apply(Outcome.QUOTED),
                of.apply(Outcome.NEAREST),
                of.apply(Outcome.NOT_COVERED),
                of.apply(Outcome.URGENT));
    }

    private Block block(SchoolId school, Period period) {
        IsoWeek first = period.first();
        return block(
                first,
                period.last(),
                numbers(slices.blockOutcomes(school, first)),
                numbers(slices.verdicts(school, first)),
                numbers(slices.channels(school, first, CHANNELS)),
                used(numbers(slices.clauses(school, first))));
    }

    private Optional<Block> kept(SchoolId school) {
        List<Period> blocks = slices.blocks();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(block(
                        blocks.getFirst().first(),
                        blocks.getLast().last(),
                        numbers(slices.kept(View.OUTCOME, school)),
                        numbers(slices.kept(View.VERDICT, school)),
                        numbers(slices.kept(View.CHANNEL, school)),
                        used(numbers(slices.kept(View.CLAUSE, school)))));
    }

    private static Block block(
            IsoWeek first,
            IsoWeek last,
            Map<String, OptionalInt> outcomes,
            Map<String, OptionalInt> verdicts,
            Map<String, OptionalInt> channels,
            List<Used> clauses) {
        return new Block(
                first,
                last,
                outcomes(outcomes),
                verdicts.getOrDefault(Verdict.HELPFUL.code(), OptionalInt.empty()),
                verdicts.getOrDefault(Verdict.NOT_ASKED.code(), OptionalInt.empty()),
                channels,
                clauses);
    }

    /** The kinds of channels, in the order in which they are shown. */
    public static List<String> channels() {
        return CHANNELS;
    }

    static Map<String, OptionalInt> numbers(Optional<List<Slices.Cell>> cells) {
        return numbers(cells.orElse(List.of()));
    }

    static Map<String, OptionalInt> numbers(List<Slices.Cell> cells) {
        Map<String, OptionalInt> numbers = new LinkedHashMap<>();
        cells.forEach(cell -> numbers.put(cell.what(), cell.about()));
        return numbers;
    }

    private static List<Used> used(Map<String, OptionalInt> numbers) {
        List<Used> used = new ArrayList<>();
        numbers.forEach((what, about) -> {
            int space = what.indexOf(' ');
            about.ifPresent(n -> used.add(new Used(what.substring(0, space), what.substring(space + 1), n)));
        });
        used.sort(Comparator.comparingInt(Used::about)
                .reversed()
                .thenComparing(Used::policy)
                .thenComparing(Used::address));
        return used;
    }

    private static List<Change> changed(Block before, Block now) {
        return Stream.concat(before.clauses().stream(), now.clauses().stream())
                .collect(Collectors.toMap(
                        used -> used.policy() + " " + used.address(), used -> used, (one, other) -> one))
                .values()
                .stream()
                .map(used -> new Change(
                        used.policy(),
                        used.address(),
                        before.asked(used.policy(), used.address()),
                        now.asked(used.policy(), used.address())))
                .filter(Overview::isSure)
                .sorted(Comparator.comparingInt(Change::size)
                        .reversed()
                        .thenComparing(Change::policy)
                        .thenComparing(Change::address))
                .toList();
    }

    /** What is not shown may stand just below what would be. */
    private static boolean isSure(Change change) {
        boolean both = change.before().isPresent() && change.now().isPresent();
        return change.size() >= (both ? LEAST_CHANGE : 2 * LEAST_CHANGE);
    }

    static OptionalInt sum(List<OptionalInt> numbers) {
        return numbers.stream().anyMatch(OptionalInt::isPresent)
                ? OptionalInt.of(numbers.stream().mapToInt(n -> n.orElse(0)).sum())
                : OptionalInt.empty();
    }
}
