package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Section;
import org.clausebot.policy.Span;

/**
 * Numbers that are missing from a run (2.4.4, 2.4.6), and numbers that are printed twice. Numbers, letters and Roman
 * numerals are each followed in their own run; a run may go on from one part to the next.
 */
final class NumberingCheck implements Check {
    /** A longer jump is not a run with a hole, but another way of numbering. */
    private static final int LONGEST_GAP = 10;

    /** Whole numbers from here on are years, not numbers of paragraphs. */
    private static final int FIRST_YEAR = 1900;

    /** A printed label, and what bears it. */
    private record Entry(Label label, Span source, Optional<Clause> clause, List<String> headings) {}

    @Override
    public List<Finding> check(Reading reading) {
        List<Entry> clauses = new ArrayList<>();
        for (Clause clause : reading.clauses()) {
            if (clause.ref().bullet() == 0) {
                Label.ofClause(clause.ref().number())
                        .ifPresent(l ->
                                clauses.add(new Entry(l, clause.source(), Optional.of(clause), clause.headings())));
            }
        }
        List<Entry> headings = new ArrayList<>();
        for (Section section : reading.policy().sections()) {
            Label.ofHeading(section.title())
                    .ifPresent(l -> headings.add(new Entry(l, section.source(), Optional.empty(), section.headings())));
        }
        Set<String> present = new HashSet<>();
        clauses.forEach(e -> present.add(number(e)));
        headings.forEach(e -> present.add(number(e)));
        List<Finding> findings = new ArrayList<>();
        runs(clauses).forEach(run -> gaps(reading, run, present, clauses, findings));
        runs(headings).forEach(run -> gaps(reading, run, present, headings, findings));
        repeats(reading, findings);
        return findings;
    }

    private static String number(Entry entry) {
        return entry.label().parent() + entry.label().step() + entry.label().close();
    }

    private static List<List<Entry>> runs(List<Entry> entries) {
        Map<String, List<Entry>> runs = new LinkedHashMap<>();
        entries.forEach(e ->
                runs.computeIfAbsent(e.label().key(), key -> new ArrayList<>()).add(e));
        return List.copyOf(runs.values());
    }

    private static void gaps(
            Reading reading, List<Entry> run, Set<String> present, List<Entry> all, List<Finding> findings) {
        boolean roman = isRoman(run);
        for (int i = 0; i < run.size(); i++) {
            Entry entry = run.get(i);
            int value = entry.label().value(roman);
            Optional<Entry> before = i > 0 ? Optional.of(run.get(i - 1)) : Optional.empty();
            int last = before.map(e -> e.label().value(roman)).orElse(0);
            if (before.isEmpty() && !startsAnew(entry, value, all, run)) {
                continue;
            }
            int from = last;
            List<String> missing = value <= last + 1 || value - last > LONGEST_GAP || value >= FIRST_YEAR
                    ? List.of()
                    : IntStream.range(from + 1, value)
                            .mapToObj(v -> entry.label().printed(v, roman))
                            .filter(n -> !present.contains(n))
                            .filter(n -> !isPrinted(reading, n, before.map(Entry::source), entry.source()))
                            .toList();
            if (!missing.isEmpty()) {
                findings.add(gap(entry, before, missing));
            }
        }
    }

    /** Whether a run that does not begin at 1 should: not when it goes on where the last part stopped. */
    private static boolean startsAnew(Entry entry, int value, List<Entry> all, List<Entry> run) {
        int at = all.indexOf(entry);
        boolean goesOn = at > 0 && all.get(at - 1).label().value(false) == value - 1;
        return value > 1
                && value <= 3
                && run.size() > 1
                && !entry.label().parent().isEmpty()
                && !goesOn;
    }

    /** Letters and Roman numerals look alike: the reading that leaves fewer holes is right. */
    private static boolean isRoman(List<Entry> run) {
        return !run.getFirst().label().isNumber() && holes(run, true) <= holes(run, false);
    }

    private static int holes(List<Entry> run, boolean roman) {
        int holes = 0;
        int last = 0;
        for (Entry entry : run) {
            int value = entry.label().value(roman);
            holes += value == 0 ? 100 : value == last + 1 || value == 1 ? 0 : 1;
            last = value;
        }
        return holes;
    }

    /** The number may be there, but not where a clause begins as far as the reader could tell. */
    private static boolean isPrinted(Reading reading, String number, Optional<Span> before, Span after) {
        int start = before.map(Span::end).orElse(0);
        String between = reading.policy().document().text().substring(Math.min(start, after.start()), after.start());
        return Pattern.compile("(?m)^\\W*" + Pattern.quote(number) + "\\b")
                .matcher(between)
                .find();
    }

    private static Finding gap(Entry entry, Optional<Entry> before, List<String> missing) {
        String lost = Names.and(missing);
        String message = before.map(b ->
                        "The numbers go from " + number(b) + " to " + number(entry) + ": there is no " + lost + ".")
                .orElseGet(() -> "The numbers begin with " + number(entry) + ": there is no " + lost + ".");
        boolean one = missing.size() == 1;
        String suggestion = "If " + lost + (one ? " was" : " were") + " taken out, print “" + missing.getFirst()
                + " Not used”, so that nobody looks for it; if "
                + (one ? "it was lost, put it" : "they were lost, put them")
                + " back.";
        Place place = entry.clause()
                .<Place>map(c -> new Place.AtClause(c.ref()))
                .orElseGet(() -> new Place.AtHeading(entry.headings()));
        return new Finding(
                Rule.NUMBER_MISSING, Severity.WARNING, place, entry.source(), message, suggestion, List.of());
    }

    private static void repeats(Reading reading, List<Finding> findings) {
        Map<String, List<Clause>> uses = reading.clauses().stream()
                .filter(c -> c.ref().bullet() == 0 && !c.ref().number().contains("¶"))
                .collect(Collectors.groupingBy(
                        c -> Label.bare(c.ref().number()), LinkedHashMap::new, Collectors.toList()));
        boolean restart = false;
        for (Map.Entry<String, List<Clause>> use : uses.entrySet()) {
            List<Clause> clauses = use.getValue();
            if (clauses.size() < 2
                    || clauses.stream().noneMatch(c -> Label.isRepeat(c.ref().number()))) {
                restart = false;
                continue;
            }
            Optional<Label> label = Label.ofClause(use.getKey());
            boolean first = label.map(l -> l.value(false) == 1 || l.step().equalsIgnoreCase("i"))
                    .orElse(false);
            if (first || !restart) {
                findings.add(repeat(reading, use.getKey(), clauses, first));
            }
            restart = first || restart;
        }
    }

    private static Finding repeat(Reading reading, String number, List<Clause> clauses, boolean restart) {
        Clause second = clauses.get(1);
        String places = Names.and(
                clauses.stream().map(c -> "before " + Names.quote(c.text())).toList());
        String message = restart
                ? "The numbering starts again at " + number + ", so that it stands in " + clauses.size() + " places: "
                        + places + "."
                : "The number " + number + " is printed " + (clauses.size() == 2 ? "twice" : clauses.size() + " times")
                        + ": " + places + ".";
        String suggestion = restart
                ? "Number the second list on, or give it a number of its own, so that each item can be cited."
                : "Give the second one a number of its own, then check what cites " + number + ".";
        return reading.at(
                second,
                second.source(),
                Rule.NUMBER_REPEATED,
                restart ? Severity.INFO : Severity.ERROR,
                message,
                suggestion,
                List.of(clauses.getFirst()));
    }
}
