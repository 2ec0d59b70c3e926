package org.clausebot.app;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.clausebot.insight.Effect;
import org.clausebot.insight.Rehearsed;
import org.clausebot.insight.Rehearsed.Given;
import org.clausebot.insight.Rehearsed.Line;
import org.clausebot.insight.Rehearsed.Source;

/** A rehearsal for a terminal: its numbers, then the questions that somebody should look at. */
final class RehearsalTable {
    private static final int MOST = 40;
    private static final List<Effect> LISTED =
            List.of(Effect.LOST, Effect.CHANGED_STRENGTH, Effect.CHANGED_CLAUSE, Effect.NEWLY_ANSWERED);

    private RehearsalTable() {}

    static String of(Rehearsed found) {
        StringBuilder out = new StringBuilder();
        line(
                out,
                "%s, from version %s%n",
                found.before().title(),
                found.before().version());
        line(
                out,
                "%s to the draft %s%n%n",
                " ".repeat(found.before().title().length()),
                found.draft().version());
        line(out, "%-30s %10s %12s  %s%n", "", "measuring", "asked alike", "log, four weeks");
        for (Effect effect : Effect.values()) {
            line(
                    out,
                    "%-30s %10d %12d  %s%n",
                    effect.title(),
                    found.lines(Source.MEASURING, effect).size(),
                    found.lines(Source.STAFF, effect).size(),
                    logged(found, effect));
        }
        long renumbered = found.lines().stream().filter(Line::renumbered).count();
        line(out, "%nOf those shown, %d get the same clause under another number.%n", renumbered);
        if (!found.notCounted().isEmpty()) {
            line(out, "%s%n", found.notCounted());
        }
        LISTED.forEach(effect -> list(out, found, effect));
        return out.toString();
    }

    private static String logged(Rehearsed found, Effect effect) {
        if (!found.logged().containsKey(effect)) {
            return "–";
        }
        OptionalInt about = found.logged().getOrDefault(effect, OptionalInt.empty());
        return about.isPresent() ? "about " + about.getAsInt() : "too few to show";
    }

    private static void list(StringBuilder out, Rehearsed found, Effect effect) {
        List<Line> lines = found.lines(effect);
        if (lines.isEmpty()) {
            return;
        }
        line(out, "%n%s%n", effect.title());
        lines.stream()
                .limit(MOST)
                .forEach(line -> line(
                        out, "  %s%n      %s → %s%n", line.ask().words(), side(line.before()), side(line.after())));
        if (lines.size() > MOST) {
            line(out, "  and %d more: --csv has them all%n", lines.size() - MOST);
        }
    }

    private static String side(Given given) {
        return given.clause()
                .map(clause -> clause.address() + " (" + given.outcome() + ", " + given.strength() + ")")
                .orElse(given.outcome());
    }

    @SuppressWarnings("AnnotateFormatMethod") // all formats stand in this file, and a test prints each
    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
