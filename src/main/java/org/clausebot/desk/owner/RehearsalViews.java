package org.clausebot.desk.owner;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.clausebot.desk.view.OwnerRehearsalView.Group;
import org.clausebot.desk.view.OwnerRehearsalView.Line;
import org.clausebot.desk.view.OwnerRehearsalView.Result;
import org.clausebot.desk.view.OwnerRehearsalView.Row;
import org.clausebot.desk.view.OwnerRehearsalView.Side;
import org.clausebot.insight.Effect;
import org.clausebot.insight.Rehearsed;
import org.clausebot.insight.Rehearsed.Given;
import org.clausebot.insight.Rehearsed.Source;

/** What a rehearsal found, in the page's words. */
final class RehearsalViews {
    /** Of one effect; the page stays quick, and the file of rows has all. */
    private static final int LISTED = 100;
    /** What somebody should look at first stands first. */
    private static final List<Effect> ORDER = List.of(
            Effect.LOST, Effect.CHANGED_STRENGTH, Effect.CHANGED_CLAUSE, Effect.NEWLY_ANSWERED, Effect.STILL_A_GAP);

    private RehearsalViews() {}

    static Result result(String title, Rehearsed rehearsed) {
        return new Result(
                title,
                rehearsed.before().version(),
                rehearsed.draft().version(),
                Stream.of(Effect.values()).map(effect -> row(rehearsed, effect)).toList(),
                rehearsed.notCounted(),
                (int) rehearsed.lines().stream()
                        .filter(Rehearsed.Line::renumbered)
                        .count(),
                ORDER.stream()
                        .map(effect -> group(rehearsed, effect))
                        .filter(group -> !group.lines().isEmpty())
                        .toList());
    }

    private static Row row(Rehearsed rehearsed, Effect effect) {
        return new Row(
                effect.title(),
                Integer.toString(rehearsed.lines(Source.MEASURING, effect).size()),
                Integer.toString(rehearsed.lines(Source.STAFF, effect).size()),
                logged(rehearsed, effect));
    }

    private static String logged(Rehearsed rehearsed, Effect effect) {
        if (!rehearsed.logged().containsKey(effect)) {
            return "not counted";
        }
        OptionalInt about = rehearsed.logged().getOrDefault(effect, OptionalInt.empty());
        return about.isPresent() ? "about " + about.getAsInt() : "too few to show";
    }

    private static Group group(Rehearsed rehearsed, Effect effect) {
        List<Rehearsed.Line> lines = rehearsed.lines(effect);
        return new Group(
                effect.code(),
                effect.title(),
                lines.stream().limit(LISTED).map(RehearsalViews::line).toList(),
                Math.max(0, lines.size() - LISTED));
    }

    private static Line line(Rehearsed.Line line) {
        return new Line(line.ask().words(), asked(line.ask()), side(line.before()), side(line.after()), note(line));
    }

    private static String asked(Rehearsed.Ask ask) {
        return switch (ask.source()) {
            case MEASURING -> "";
            case STAFF -> ask.about() == 0 ? "asked by staff" : "asked by staff, about " + ask.about() + " times";
        };
    }

    private static String note(Rehearsed.Line line) {
        if (line.renumbered()) {
            return line.reworded()
                    ? "The same clause, with another number and other words."
                    : "The same clause, with another number.";
        }
        return line.reworded() ? "The same clause, with other words." : "";
    }

    private static Side side(Given given) {
        return given.clause()
                .map(clause -> new Side(
                        given.outcome().equals("quoted")
                                ? "Clause " + clause.address() + ": " + given.strength()
                                : "Not covered; nearest is clause " + clause.address(),
                        given.statement()))
                .orElse(new Side("Not covered", ""));
    }
}
