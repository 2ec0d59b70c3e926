package org.clausebot.querylog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * How many questions there were, told so that nobody can tell from it who asked: about, by week or by four weeks, and only
 * where there were many. Each number is a little wrong, by as much whenever it is asked for; it is shown in fives or coarser, and not
 * at all where fewer than five stand behind it. There is no view of parts of a period, of two kinds at once, or of a period
 * that is not over. All schools of a trust together are told with the numbers of each, added up with what is wrong in them:
 * nothing is told of a school by the difference that is not told of it anyway. See docs/decisions/0014-question-log.md and
 * 0018-several-schools.md.
 */
public final class Slices {
    private static final int FEWEST = 5;
    private static final int STEP = 5;
    /** What is below so many steps is not shown: with a smaller number the noise alone would show what is not there. */
    private static final int LEAST = 4;
    /** By then every entry of the week is written. */
    private static final int DAYS_AFTER = 2;

    static final List<String> CHANNELS = List.of("web", "slack", "teams", "terminal");

    /**
     * What is counted, with how much one question may change the chances of what is seen there; together 0.6, and rehearsals beside. Outcomes are
     * counted by weeks, all else by blocks of four weeks; a question is in one number of each.
     */
    public enum View {
        /** What came of the questions. */
        OUTCOME(0.2),
        /** The clause that answered first; one that is only shown as nearest answers nothing. */
        CLAUSE(0.2),
        /** What the asker thought of the clause they were shown. */
        VERDICT(0.1),
        /** The kind of channel. */
        CHANNEL(0.05),
        /** A clause, and what the asker thought of it. */
        CLAUSE_VERDICT(0.05),
        /** What a rehearsed draft does to the answer; of each of the few drafts that are counted. */
        REHEARSAL(0.1);

        final double epsilon;

        View(double epsilon) {
            this.epsilon = epsilon;
        }

        /**
         * What numbers of so many parts together are multiples of: finer would be nothing but their noise.
         *
         * @param parts periods, or periods of so many schools
         */
        int step(int parts) {
            return (int) Math.ceil(Math.sqrt(parts) / epsilon / STEP - 1e-9) * STEP;
        }

        /** No number of so many parts together below it is shown. */
        int least(int parts) {
            return LEAST * step(parts);
        }

        /** By it each has errors of its own. What is counted otherwise than before is called otherwise. */
        String code() {
            return switch (this) {
                // Under its own name it counted what is only shown as nearest as well.
                case CLAUSE -> "answering";
                case OUTCOME, VERDICT, CHANNEL, CLAUSE_VERDICT, REHEARSAL -> name().toLowerCase(Locale.ROOT);
            };
        }
    }

    private final LogRows rows;
    private final int weeksKept;
    private final Clock clock;
    private final Supplier<List<SchoolId>> trust;
    private final Counts counted;
    private final Errors errors;

    /**
     * A group of questions.
     *
     * @param what they have in common: an outcome, a kind of channel, a clause as {@code policy 2.1.5}, a verdict
     *     ({@code helpful} or {@code not-asked}), or a clause and a verdict as {@code policy 2.1.5 helpful}
     * @param about how many, in fives or coarser; empty where they are too few to be shown
     */
    public record Cell(String what, OptionalInt about) {}

    /**
     * @param keyed gives a keyed hash; the key must stay the same and secret, else what is wrong in the numbers could be
     *     averaged away
     * @param weeksKept as the log has it; what was partly deleted is not counted any more
     */
    public Slices(LogRows rows, UnaryOperator<String> keyed, int weeksKept, Clock clock) {
        this(rows, keyed, weeksKept, clock, () -> List.of(SchoolId.DEFAULT));
    }

    /**
     * As {@link #Slices(LogRows, UnaryOperator, int, Clock)}.
     *
     * @param trust the schools that {@link SchoolId#ALL} stands for
     */
    public Slices(
            LogRows rows, UnaryOperator<String> keyed, int weeksKept, Clock clock, Supplier<List<SchoolId>> trust) {
        this.rows = rows;
        this.weeksKept = weeksKept;
        this.clock = clock;
        this.trust = trust;
        this.counted = new Counts(rows);
        this.errors = new Errors(keyed);
    }

    /** By outcome, in one week; empty while the week is not over, or when it is no longer kept. */
    public Optional<List<Cell>> outcomes(SchoolId school, IsoWeek week) {
        return published(Period.of(week)).map(period -> cells(View.OUTCOME, school, List.of(period)));
    }

    /** By outcome, in the four weeks around {@code week}: the numbers of its weeks, added before they are rounded. */
    public Optional<List<Cell>> blockOutcomes(SchoolId school, IsoWeek week) {
        return published(Period.block(week)).map(block -> cells(View.OUTCOME, school, weeks(block)));
    }

    /** By kind of channel, in the four weeks around {@code week}. */
    public Optional<List<Cell>> channels(SchoolId school, IsoWeek week, List<String> kinds) {
        return block(View.CHANNEL, school, week).map(cells -> {
            Map<String, OptionalInt> all = new HashMap<>();
            cells.forEach(cell -> all.put(cell.what(), cell.about()));
            return kinds.stream()
                    .map(kind -> new Cell(kind, all.getOrDefault(kind, OptionalInt.empty())))
                    .toList();
        });
    }

    /** By the clause that answered first, in the four weeks around {@code week}; those that are not shown are not named. */
    public Optional<List<Cell>> clauses(SchoolId school, IsoWeek week) {
        return block(View.CLAUSE, school, week);
    }

    /** By what askers thought of the clause they were shown, {@code helpful} or {@code not-asked}, in the four weeks. */
    public Optional<List<Cell>> verdicts(SchoolId school, IsoWeek week) {
        return block(View.VERDICT, school, week);
    }

    /** By clause and what askers thought of it, in the four weeks; those that are not shown are not named. */
    public Optional<List<Cell>> clauseVerdicts(SchoolId school, IsoWeek week) {
        return block(View.CLAUSE_VERDICT, school, week);
    }

    private Optional<List<Cell>> block(View view, SchoolId school, IsoWeek week) {
        return published(Period.block(week)).map(block -> cells(view, school, List.of(block)));
    }

    /**
     * In all {@linkplain #blocks() blocks} together that may be shown: each period's number with what is wrong in it, added
     * before they are rounded. So it tells nothing of one question that they do not, and shows what is too rare in each.
     */
    public List<Cell> kept(View view, SchoolId school) {
        List<Period> periods = view == View.OUTCOME
                ? blocks().stream().flatMap(block -> weeks(block).stream()).toList()
                : blocks();
        return cells(view, school, periods);
    }

    /** The weeks of which something may be shown now, the oldest first. */
    public List<IsoWeek> weeks() {
        LocalDate today = LocalDate.now(clock);
        return IntStream.rangeClosed(0, weeksKept)
                .mapToObj(ago -> IsoWeek.of(today.minusWeeks(weeksKept - (long) ago)))
                .filter(week -> published(Period.of(week)).isPresent())
                .toList();
    }

    /** The blocks of four weeks of which something may be shown now, the oldest first. */
    public List<Period> blocks() {
        return weeks().stream()
                .map(Period::block)
                .distinct()
                .filter(period -> published(period).isPresent())
                .toList();
    }

    /**
     * By what a rehearsal makes of each question, in the four weeks around {@code week}. The caller sees to it that a
     * question is counted in few of them: each is one more view.
     *
     * @param school one school, or {@link SchoolId#ALL}, never both in one installation: each has noise of its own
     * @param kinds each names all that decides how a question comes to be of it, the schools of a trust too, so that what
     *     is counted otherwise has another error
     * @param kind one of {@code kinds}, or anything else for what is not counted
     */
    public Optional<List<Cell>> rehearsed(
            SchoolId school, IsoWeek week, List<String> kinds, Function<Entry, String> kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kinds.forEach(each -> counts.put(each, 0));
        return published(Period.block(week)).map(period -> {
            period.weeks().stream()
                    .flatMap(each -> schools(school).stream().flatMap(one -> rows.entries(one, each).stream()))
                    .map(kind)
                    .filter(counts::containsKey)
                    .forEach(each -> counts.merge(each, 1, Integer::sum));
            List<Cell> cells = new ArrayList<>();
            counts.forEach((what, count) -> cells.add(new Cell(
                    what, shown(View.REHEARSAL, 1, count, errors.of(View.REHEARSAL, List.of(school), period, what)))));
            return List.copyOf(cells);
        });
    }

    /** Itself, or those of the trust. */
    public List<SchoolId> schools(SchoolId school) {
        return school.equals(SchoolId.ALL) ? List.copyOf(trust.get()) : List.of(school);
    }

    /** Counts what a trust's pages show, so that none of them waits for it. Takes some seconds for hundreds of schools. */
    public void prepare() {
        List<SchoolId> schools = schools(SchoolId.ALL);
        if (schools.size() > 1) {
            weeks().forEach(week -> counted.of(schools, week));
        }
    }

    private static List<Period> weeks(Period block) {
        return block.weeks().stream().map(Period::of).toList();
    }

    /** Once, when nothing is to come any more, and for as long as all of it is there: so a number never changes. */
    private Optional<Period> published(Period period) {
        LocalDate today = LocalDate.now(clock);
        boolean over = period.last().compareTo(IsoWeek.of(today.minusDays(DAYS_AFTER))) < 0;
        boolean whole = period.first().compareTo(IsoWeek.of(today.minusWeeks(weeksKept))) >= 0;
        return Optional.of(period).filter(p -> over && whole);
    }

    /** Of several periods together, each with its own noise. */
    private List<Cell> cells(View view, SchoolId school, List<Period> periods) {
        List<SchoolId> schools = schools(school);
        Map<String, Integer> counts = names(view);
        periods.forEach(period -> period.weeks()
                .forEach(week -> counted.of(schools, week)
                        .getOrDefault(view, Map.of())
                        .forEach((what, count) -> counts.merge(what, count, Integer::sum))));
        List<Cell> cells = new ArrayList<>();
        counts.forEach((what, count) -> {
            int noise = periods.stream()
                    .mapToInt(period -> errors.of(view, schools, period, what))
                    .sum();
            cells.add(new Cell(what, shown(view, periods.size() * schools.size(), count, noise)));
        });
        // Clauses that are not shown are not named either.
        return names(view).isEmpty()
                ? cells.stream().filter(cell -> cell.about().isPresent()).toList()
                : List.copyOf(cells);
    }

    /** Of what there are numbers in any case; empty where the names come from the log. */
    private static Map<String, Integer> names(View view) {
        List<String> all = switch (view) {
            case OUTCOME -> Arrays.stream(Outcome.values()).map(Outcome::code).toList();
            case VERDICT ->
                Arrays.stream(Entry.Verdict.values()).map(Entry.Verdict::code).toList();
            case CHANNEL -> CHANNELS;
            case CLAUSE, CLAUSE_VERDICT, REHEARSAL -> List.of();
        };
        Map<String, Integer> names = all.isEmpty() ? new TreeMap<>() : new LinkedHashMap<>();
        all.forEach(name -> names.put(name, 0));
        return names;
    }

    private static OptionalInt shown(View view, int periods, int count, int noise) {
        int step = view.step(periods);
        int about = Math.floorDiv(count + noise, step) * step;
        return count < FEWEST || about < view.least(periods) ? OptionalInt.empty() : OptionalInt.of(about);
    }
}
