package org.clausebot.desk.owner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.clausebot.desk.view.OwnerFigure;
import org.clausebot.desk.view.OwnerFigure.Cell;
import org.clausebot.desk.view.OwnerFigure.Column;
import org.clausebot.desk.view.OwnerFigure.Row;
import org.clausebot.insight.Overview;
import org.clausebot.insight.Overview.Block;
import org.clausebot.insight.Overview.Change;
import org.clausebot.insight.Overview.Outcomes;
import org.clausebot.insight.Overview.Report;
import org.clausebot.insight.Overview.Used;

/** The overview's tables. Each has an address under the overview's, at which it can be saved. */
final class OverviewFigures {
    private static final String WEEK = "Week that began on";
    private static final String BLOCK = "Four weeks";
    private static final int MOST_CLAUSES = 15;

    private final Report report;
    /** How a clause is called: from its policy and address. */
    private final BiFunction<String, String, String> name;

    OverviewFigures(Report report, BiFunction<String, String, String> name) {
        this.report = report;
        this.name = name;
    }

    List<OwnerFigure> weeks() {
        return List.of(questions(), answers(), blockAnswers(), kept());
    }

    List<OwnerFigure> blocks() {
        return List.of(clauses(), helpfulness(), channels());
    }

    List<OwnerFigure> all() {
        List<OwnerFigure> all = new ArrayList<>(weeks());
        all.addAll(blocks());
        all.add(changes());
        return all;
    }

    private OwnerFigure questions() {
        return figure(
                "questions",
                "Questions a week",
                "What was answered, nearly answered or not covered, together. “At least” stands where one of these is too"
                        + " few to show.",
                "line",
                WEEK,
                List.of(new Column("Questions", true)),
                report.weeks().stream()
                        .map(week -> new Row(
                                Days.of(week.week()), Days.brief(week.week()), List.of(asked(week.outcomes()))))
                        .toList());
    }

    private static Cell asked(Outcomes outcomes) {
        OptionalInt asked = outcomes.asked();
        return new Cell(
                (asked.isPresent() && !outcomes.isWhole() ? "at least " : "") + Days.about(asked), Days.value(asked));
    }

    private static List<Column> outcomes() {
        return List.of(
                new Column("Answered", true),
                new Column("Nearest", true),
                new Column("Not covered", true),
                new Column("Urgent", true));
    }

    private static List<Cell> cells(Outcomes outcomes) {
        return cells(outcomes.answered(), outcomes.nearest(), outcomes.notCovered(), outcomes.urgent());
    }

    private OwnerFigure answers() {
        return figure(
                "answers",
                "What came of them, by week",
                "Answered: with clauses. Nearest: only near ones could be shown. Not covered: no clause was near. Urgent:"
                        + " somebody seemed to tell of a child in danger and was shown the first steps; only the number is"
                        + " ever kept.",
                "line",
                WEEK,
                outcomes(),
                report.weeks().stream()
                        .map(week -> new Row(
                                Days.of(week.week()), Days.brief(week.week()), cells(week.outcomes())))
                        .toList());
    }

    private OwnerFigure blockAnswers() {
        return figure(
                "answers-by-four-weeks",
                "What came of them, by four weeks",
                "The same weeks added up, so that also a small school sees something: numbers from 40 on, in tens.",
                "stacked",
                BLOCK,
                outcomes(),
                report.blocks().stream()
                        .map(block -> row(block, cells(block.outcomes())))
                        .toList());
    }

    /** Everything in one place, for whoever has few questions. */
    private OwnerFigure kept() {
        List<Row> rows = new ArrayList<>();
        report.kept().ifPresent(kept -> {
            rows.add(new Row("Questions", "", List.of(asked(kept.outcomes()))));
            List<Cell> cells = cells(kept.outcomes());
            for (int i = 0; i < cells.size(); i++) {
                rows.add(new Row(outcomes().get(i).title(), "", List.of(cells.get(i))));
            }
            rows.add(new Row("Said to be helpful", "", cells(kept.helpful())));
            rows.add(new Row("Said to be not what was asked", "", cells(kept.notAsked())));
            Overview.channels()
                    .forEach(kind -> rows.add(new Row(
                            "Channel: " + channel(kind),
                            "",
                            cells(kept.channels().getOrDefault(kind, OptionalInt.empty())))));
        });
        String weeks = report.kept()
                .map(kept -> "All blocks of four weeks that are kept, together: " + Days.of(kept.first(), kept.last())
                        + ".")
                .orElse("Shown once four weeks are over.");
        return figure("kept", "All together", weeks, "", "What", List.of(new Column("Number", false)), rows);
    }

    private OwnerFigure clauses() {
        List<Used> kept = report.kept().map(Block::clauses).orElse(List.of());
        List<Used> latest = report.blocks().isEmpty() ? List.of() : report.blocks().getLast().clauses();
        return figure(
                "clauses",
                "Clauses by how often they answered",
                "How many questions a clause was the first answer to.",
                "across",
                "Clause",
                List.of(new Column("All weeks that are kept", true), new Column("Last four weeks counted", true)),
                Stream.concat(kept.stream(), latest.stream())
                        .map(one -> List.of(one.policy(), one.address()))
                        .distinct()
                        .limit(MOST_CLAUSES)
                        .map(one -> new Row(
                                name.apply(one.getFirst(), one.getLast()),
                                one.getLast(),
                                cells(about(kept, one), about(latest, one))))
                        .toList());
    }

    private static OptionalInt about(List<Used> used, List<String> clause) {
        return used.stream()
                .filter(one -> List.of(one.policy(), one.address()).equals(clause))
                .mapToInt(Used::about)
                .findFirst();
    }

    private static Row row(Block block, List<Cell> cells) {
        return new Row(Days.of(block.first(), block.last()), Days.brief(block.first()), cells);
    }

    private OwnerFigure helpfulness() {
        return figure(
                "helpfulness",
                "Helpful or not",
                "What staff said of the clause they were shown. Most say nothing; of a question one word at most is"
                        + " counted.",
                "bar",
                BLOCK,
                List.of(new Column("Helpful", true), new Column("Not what I asked", true)),
                report.blocks().stream()
                        .map(block -> row(block, cells(block.helpful(), block.notAsked())))
                        .toList());
    }

    private OwnerFigure channels() {
        return figure(
                "channels",
                "Where they ask",
                "",
                "bar",
                BLOCK,
                Overview.channels().stream()
                        .map(kind -> new Column(channel(kind), true))
                        .toList(),
                report.blocks().stream().map(OverviewFigures::channels).toList());
    }

    private static Row channels(Block block) {
        return row(
                block,
                cells(Overview.channels().stream()
                        .map(kind -> block.channels().getOrDefault(kind, OptionalInt.empty()))
                        .toArray(OptionalInt[]::new)));
    }

    private static String channel(String kind) {
        return switch (kind) {
            case "web" -> "Web page";
            case "slack" -> "Slack";
            case "teams" -> "Microsoft Teams";
            default -> "Terminal";
        };
    }

    OwnerFigure changes() {
        List<Row> rows =
                report.changes().stream().map(this::change).toList();
        String none = report.blocks().size() < 2
                ? "This needs two blocks of four weeks that show numbers."
                : "No clause rose or fell by more than the numbers are inexact.";
        return figure(
                "changes",
                "What rose and fell",
                rows.isEmpty()
                        ? none
                        : "Between the last two blocks of four weeks. What is smaller than the numbers are inexact is"
                                + " left out.",
                "",
                "Clause",
                List.of(new Column("Change", false), new Column("Before", false), new Column("Now", false)),
                rows);
    }

    private Row change(Change change) {
        return new Row(
                name.apply(change.policy(), change.address()),
                "",
                List.of(
                        new Cell(change.rose() ? "▲ rose" : "▼ fell", change.rose() ? "rose" : "fell"),
                        cell(change.before()),
                        cell(change.now())));
    }

    private static List<Cell> cells(OptionalInt... numbers) {
        List<Cell> cells = new ArrayList<>();
        for (OptionalInt number : numbers) {
            cells.add(cell(number));
        }
        return cells;
    }

    private static Cell cell(OptionalInt number) {
        return new Cell(Days.about(number), Days.value(number));
    }

    private static OwnerFigure figure(
            String id,
            String title,
            String says,
            String chart,
            String rowsAre,
            List<Column> columns,
            List<Row> rows) {
        String csv = OwnerTab.OVERVIEW.address() + "/" + id + ".csv";
        return new OwnerFigure(id, title, says, chart, rowsAre, columns, rows, csv);
    }
}
