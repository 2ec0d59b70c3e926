package org.clausebot.desk.owner;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.clausebot.desk.view.OwnerFrame;
import org.clausebot.desk.view.OwnerReportView;
import org.clausebot.desk.view.OwnerReportView.BlockPart;
import org.clausebot.desk.view.OwnerReportView.ChangePart;
import org.clausebot.desk.view.OwnerReportView.ClauseRow;
import org.clausebot.desk.view.OwnerReportView.MatterRow;
import org.clausebot.desk.view.OwnerReportView.TermChoice;
import org.clausebot.desk.view.OwnerReportView.WeekRow;
import org.clausebot.insight.GovernorsReport.Around;
import org.clausebot.insight.GovernorsReport.Block;
import org.clausebot.insight.GovernorsReport.Came;
import org.clausebot.insight.GovernorsReport.Change;
import org.clausebot.insight.GovernorsReport.Sum;
import org.clausebot.insight.GovernorsReport.Told;
import org.clausebot.insight.GovernorsReport.Use;
import org.clausebot.insight.GovernorsReport.Week;
import org.clausebot.insight.Term;
import org.clausebot.policy.PolicyDetails;

/** The governors' report in plain words. */
final class ReportWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final String TOO_FEW = "too few to show";
    private static final List<String> NUMBERS = List.of(
            "All numbers are about so many, in steps of five or more, and a little wrong on purpose: so nobody can work"
                    + " out from them who asked, or whether one person did.",
            "Where there were few questions there is no number. “Too few to show” may be none, or nearly twenty.",
            "A question is shown in words only where at least five were alike, with names and the like taken out.",
            "Reports of concerns, and urgent messages, are in none of it.");

    private ReportWords() {}

    static OwnerReportView of(OwnerFrame frame, String school, List<Term> terms, Told told, LocalDate today) {
        return new OwnerReportView(
                frame,
                school,
                terms.stream()
                        .map(term -> new TermChoice(term.code(), term.name(), term.equals(told.term())))
                        .toList(),
                told.term().code(),
                told.term().name(),
                dates(told.term().from(), told.term().to()),
                "Made on " + DAY.format(today),
                NUMBERS,
                told.policies().stream().map(ReportWords::policy).toList(),
                told.weeks().stream().map(ReportWords::week).toList(),
                told.weeks().isEmpty()
                        ? "No week of this term can be told: a week is told from two days after its end until its"
                                + " questions are deleted."
                        : "",
                told.blocks().stream().map(ReportWords::block).toList(),
                told.unclear()
                        .map(found -> "Found in the questions of " + dates(found.from(), found.to())
                                + ". At most five a week are counted of each.")
                        .orElse(
                                "What no clause answers has not been looked for in this term’s questions, or it is no longer"
                                        + " kept."),
                told.unclear().stream()
                        .flatMap(found -> found.matters().stream())
                        .map(matter -> new MatterRow(matter.words(), "about " + matter.about(), matter.decided()))
                        .toList(),
                told.changes().stream().map(ReportWords::change).toList());
    }

    private static String dates(LocalDate from, LocalDate to) {
        return DAY.format(from) + " to " + DAY.format(to);
    }

    private static String policy(PolicyDetails details) {
        return details.title() + ", version " + details.version()
                + details.review().map(review -> ", to be reviewed " + review).orElse("");
    }

    private static WeekRow week(Week week) {
        return new WeekRow(
                DAY.format(week.monday()),
                about(week.about(), Came.ANSWERED),
                about(week.about(), Came.NEAREST),
                about(week.about(), Came.NOT_COVERED));
    }

    private static String about(Map<Came, OptionalInt> all, Came came) {
        OptionalInt about = all.getOrDefault(came, OptionalInt.empty());
        return about.isPresent() ? "about " + about.getAsInt() : TOO_FEW;
    }

    private static BlockPart block(Block block) {
        return new BlockPart(
                dates(block.from(), block.to()),
                block.clauses().stream().map(ReportWords::clause).toList());
    }

    private static ClauseRow clause(Use use) {
        String name = use.clause()
                .map(clause -> "Clause " + clause.ref().address()
                        + use.policy().map(p -> ", " + p.details().title()).orElse(""))
                .orElse("A clause that is no longer in force (" + use.name() + ")");
        return new ClauseRow(
                name,
                "answered about " + use.about() + " questions",
                use.clause().map(clause -> clause.leadInText()).orElse(""),
                use.clause().map(clause -> clause.text()).orElse(""));
    }

    private static ChangePart change(Change change) {
        List<String> did = new ArrayList<>();
        did.add(around("Before, ", change.before(), "The four weeks before are no longer kept."));
        did.add(around("After, ", change.after(), "The first four weeks after are not over yet, or no longer kept."));
        return new ChangePart(
                DAY.format(change.publication().on()) + ": "
                        + change.publication().title() + ", version "
                        + change.publication().version(),
                change.publication().note(),
                did);
    }

    private static String around(String when, Optional<Around> around, String otherwise) {
        return around.map(weeks -> when + dates(weeks.from(), weeks.to()) + ": answered "
                        + sum(weeks, Came.ANSWERED) + "; nearest clause shown " + sum(weeks, Came.NEAREST)
                        + "; not covered " + sum(weeks, Came.NOT_COVERED) + ".")
                .orElse(otherwise);
    }

    private static String sum(Around weeks, Came came) {
        Sum sum = weeks.about().get(came);
        if (sum == null) {
            return TOO_FEW;
        }
        return "about " + sum.about() + (sum.weeks() < 4 ? " in " + sum.weeks() + " of four weeks" : "");
    }
}
