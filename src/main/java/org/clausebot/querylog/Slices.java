package org.clausebot.querylog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;

/**
 * How many questions there were, told so that nobody can tell from it who asked: about, by week or by four weeks, and only
 * where there were many. Each number is a little wrong, by as much whenever it is asked for; it is shown in fives, and not
 * at all where fewer than five stand behind it. There is no view of parts of a period, of two kinds at once, or of a period
 * that is not over. See docs/decisions/0014-question-log.md.
 */
public final class Slices {
    /** How much one question may change the chances of what is seen in one view. */
    static final double EPSILON = 0.2;
    /** Below this a number is not shown: with a smaller one the noise alone would show what is not there. */
    static final int LEAST = 20;

    private static final int FEWEST = 5;
    private static final int STEP = 5;
    /** By then every entry of the week is written. */
    private static final int DAYS_AFTER = 2;
    /** Hexadecimal digits for a random number: as many bits as a double takes. */
    private static final int DIGITS = 13;

    private final LogRows rows;
    private final UnaryOperator<String> keyed;
    private final int weeksKept;
    private final Clock clock;

    /**
     * A group of questions.
     *
     * @param what they have in common: an outcome, a kind of channel, or a clause as {@code policy 2.1.5}
     * @param about how many, in fives; empty where they are too few to be shown
     */
    public record Cell(String what, OptionalInt about) {}

    /**
     * @param keyed gives a keyed hash; the key must stay the same and secret, else what is wrong in the numbers could be
     *     averaged away
     * @param weeksKept as the log has it; what was partly deleted is not counted any more
     */
    public Slices(LogRows rows, UnaryOperator<String> keyed, int weeksKept, Clock clock) {
        this.rows = rows;
        this.keyed = keyed;
        this.weeksKept = weeksKept;
        this.clock = clock;
    }

    /** By outcome, in one week; empty while the week is not over, or when it is no longer kept. */
    public Optional<List<Cell>> outcomes(SchoolId school, IsoWeek week) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Arrays.stream(Outcome.values()).forEach(outcome -> counts.put(outcome.code(), 0));
        return published(Period.of(week)).map(period -> {
            entries(school, period)
                    .forEach(entry -> counts.merge(entry.outcome().code(), 1, Integer::sum));
            counts.put(Outcome.URGENT.code(), rows.urgent(school, week));
            return cells("outcome", school, period, counts);
        });
    }

    /** By kind of channel, in the four weeks around {@code week}. */
    public Optional<List<Cell>> channels(SchoolId school, IsoWeek week, List<String> kinds) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.put(kind, 0));
        return published(Period.block(week)).map(period -> {
            entries(school, period)
                    .filter(entry -> counts.containsKey(entry.channel()))
                    .forEach(entry -> counts.merge(entry.channel(), 1, Integer::sum));
            return cells("channel", school, period, counts);
        });
    }

    /** By the clause that answered first, in the four weeks around {@code week}. */
    public Optional<List<Cell>> clauses(SchoolId school, IsoWeek week) {
        return published(Period.block(week)).map(period -> {
            Map<String, Integer> counts = new TreeMap<>();
            entries(school, period)
                    .flatMap(entry -> entry.clauses().stream().limit(1))
                    .map(judged -> judged.shown().clause())
                    .forEach(clause -> counts.merge(name(clause), 1, Integer::sum));
            // Those that are not shown are not named either.
            return cells("clause", school, period, counts).stream()
                    .filter(cell -> cell.about().isPresent())
                    .toList();
        });
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
     * @param kinds each names all that decides how a question comes to be of it, so that what is counted otherwise has
     *     another error
     * @param kind one of {@code kinds}, or anything else for what is not counted
     */
    public Optional<List<Cell>> rehearsed(
            SchoolId school, IsoWeek week, List<String> kinds, Function<Entry, String> kind) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        kinds.forEach(each -> counts.put(each, 0));
        return published(Period.block(week)).map(period -> {
            entries(school, period)
                    .map(kind)
                    .filter(counts::containsKey)
                    .forEach(each -> counts.merge(each, 1, Integer::sum));
            return cells("rehearsal", school, period, counts);
        });
    }

    private static String name(ClauseRef clause) {
        return clause.policy().value() + " " + clause.address();
    }

    private Stream<Entry> entries(SchoolId school, Period period) {
        return period.weeks().stream().flatMap(week -> rows.entries(school, week).stream());
    }

    /** Once, when nothing is to come any more, and for as long as all of it is there: so a number never changes. */
    private Optional<Period> published(Period period) {
        LocalDate today = LocalDate.now(clock);
        boolean over = period.last().compareTo(IsoWeek.of(today.minusDays(DAYS_AFTER))) < 0;
        boolean whole = period.first().compareTo(IsoWeek.of(today.minusWeeks(weeksKept))) >= 0;
        return Optional.of(period).filter(p -> over && whole);
    }

    private List<Cell> cells(String view, SchoolId school, Period period, Map<String, Integer> counts) {
        List<Cell> cells = new ArrayList<>();
        counts.forEach((what, count) -> cells.add(new Cell(
                what,
                shown(
                        count,
                        noise(String.join(
                                "\0",
                                "slice",
                                school.value(),
                                view,
                                period.first().toString(),
                                what))))));
        return List.copyOf(cells);
    }

    private static OptionalInt shown(int count, int noise) {
        int about = Math.floorDiv(count + noise, STEP) * STEP;
        return count < FEWEST || about < LEAST ? OptionalInt.empty() : OptionalInt.of(about);
    }

    /** The difference of two geometric numbers: of each size e^-EPSILON times as likely as of the one before. */
    private int noise(String cell) {
        String hash = keyed.apply(cell);
        return geometric(hash.substring(0, DIGITS)) - geometric(hash.substring(DIGITS, 2 * DIGITS));
    }

    private static int geometric(String digits) {
        double uniform = (Long.parseLong(digits, 16) + 0.5) / Math.pow(16, DIGITS);
        return (int) Math.floor(Math.log(uniform) / -EPSILON);
    }
}
