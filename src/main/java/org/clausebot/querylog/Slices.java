package org.clausebot.querylog;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
 * where there were many. Each number is a little wrong, by as much whenever it is asked for; it is shown in fives or coarser, and not
 * at all where fewer than five stand behind it. There is no view of parts of a period, of two kinds at once, or of a period
 * that is not over. See docs/decisions/0014-question-log.md.
 */
public final class Slices {
    private static final int FEWEST = 5;
    /** What is below so many times the noise's usual size is not shown: the noise alone would show what is not there. */
    private static final double LEAST = 4;
    /** By then every entry of the week is written. */
    private static final int DAYS_AFTER = 2;
    /** Hexadecimal digits for a random number: as many bits as a double takes. */
    private static final int DIGITS = 13;

    private final LogRows rows;
    private final UnaryOperator<String> keyed;
    private final int weeksKept;
    private final Clock clock;

    /** What is counted, with how much one question may change the chances of what is seen there; together 0.6 and rehearsals. */
    enum View {
        OUTCOME(0.2),
        CLAUSE(0.2),
        VERDICT(0.1),
        CHANNEL(0.05),
        CLAUSE_VERDICT(0.05),
        /** Of each of the few drafts that are counted. */
        REHEARSAL(0.1);

        final double epsilon;

        View(double epsilon) {
            this.epsilon = epsilon;
        }

        /** Numbers are multiples of it: finer would be nothing but noise. */
        int step() {
            return (int) Math.round(1 / epsilon);
        }

        /** No number below it is shown. */
        int least() {
            return (int) Math.round(LEAST / epsilon);
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A group of questions.
     *
     * @param what they have in common: an outcome, a kind of channel, a clause as {@code policy 2.1.5}, a
     *     verdict, or both as {@code policy 2.1.5 helpful}
     * @param about how many, in fives, tens or twenties; empty where they are too few to be shown
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
            return cells(View.OUTCOME, school, period, counts);
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
            return cells(View.CHANNEL, school, period, counts);
        });
    }

    /** By the clause that answered first, in the four weeks around {@code week}; those that are not shown are not named. */
    public Optional<List<Cell>> clauses(SchoolId school, IsoWeek week) {
        return named(View.CLAUSE, school, week, entry -> first(entry).map(Slices::name));
    }

    /** By what askers thought of the clause they were shown, {@code helpful} or {@code not-asked}, in the four weeks. */
    public Optional<List<Cell>> verdicts(SchoolId school, IsoWeek week) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Arrays.stream(Entry.Verdict.values()).forEach(verdict -> counts.put(verdict.code(), 0));
        return published(Period.block(week)).map(period -> {
            entries(school, period)
                    .flatMap(entry -> judged(entry).stream())
                    .forEach(judged -> counts.merge(verdict(judged), 1, Integer::sum));
            return cells(View.VERDICT, school, period, counts);
        });
    }

    /** By clause and what askers thought of it, in the four weeks; those that are not shown are not named. */
    public Optional<List<Cell>> clauseVerdicts(SchoolId school, IsoWeek week) {
        return named(
                View.CLAUSE_VERDICT,
                school,
                week,
                entry -> judged(entry).map(judged -> name(judged.shown().clause()) + " " + verdict(judged)));
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

    private Optional<List<Cell>> named(
            View view, SchoolId school, IsoWeek week, Function<Entry, Optional<String>> name) {
        return published(Period.block(week)).map(period -> {
            Map<String, Integer> counts = new TreeMap<>();
            entries(school, period)
                    .flatMap(entry -> name.apply(entry).stream())
                    .forEach(one -> counts.merge(one, 1, Integer::sum));
            return cells(view, school, period, counts).stream()
                    .filter(cell -> cell.about().isPresent())
                    .toList();
        });
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
            return cells(View.REHEARSAL, school, period, counts);
        });
    }

    private static Optional<ClauseRef> first(Entry entry) {
        return entry.clauses().stream().findFirst().map(judged -> judged.shown().clause());
    }

    /** One of those that the asker judged, the best: so that a question is in one cell, however often they voted. */
    private static Optional<Entry.Judged> judged(Entry entry) {
        return entry.clauses().stream()
                .filter(judged -> judged.verdict().isPresent())
                .findFirst();
    }

    private static String verdict(Entry.Judged judged) {
        return judged.verdict().orElseThrow().code();
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

    private List<Cell> cells(View view, SchoolId school, Period period, Map<String, Integer> counts) {
        List<Cell> cells = new ArrayList<>();
        counts.forEach((what, count) -> cells.add(new Cell(
                what,
                shown(
                        view,
                        count,
                        noise(
                                view,
                                String.join(
                                        "\0",
                                        "slice",
                                        school.value(),
                                        view.code(),
                                        period.first().toString(),
                                        what))))));
        return List.copyOf(cells);
    }

    private static OptionalInt shown(View view, int count, int noise) {
        int about = Math.floorDiv(count + noise, view.step()) * view.step();
        return count < FEWEST || about < view.least() ? OptionalInt.empty() : OptionalInt.of(about);
    }

    /** The difference of two geometric numbers: of each size e^-epsilon times as likely as of the one before. */
    private int noise(View view, String cell) {
        String hash = keyed.apply(cell);
        return geometric(view, hash.substring(0, DIGITS)) - geometric(view, hash.substring(DIGITS, 2 * DIGITS));
    }

    private static int geometric(View view, String digits) {
        double uniform = (Long.parseLong(digits, 16) + 0.5) / Math.pow(16, DIGITS);
        return (int) Math.floor(Math.log(uniform) / -view.epsilon);
    }
}
