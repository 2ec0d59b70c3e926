package org.clausebot.insight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clausebot.insight.Rehearsed.Given;
import org.clausebot.insight.Rehearsed.Line;
import org.clausebot.policy.ClauseRef;

/** A rehearsal for a spreadsheet: a row a question that may be shown, then a row for each number of the log. */
public final class RehearsalCsv {
    private RehearsalCsv() {}

    public static String of(Rehearsed rehearsed) {
        StringBuilder out = new StringBuilder();
        try (CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180)) {
            csv.printRecord(
                    "effect",
                    "source",
                    "about how many",
                    "question",
                    "before: outcome",
                    "before: clause",
                    "before: strength",
                    "after: outcome",
                    "after: clause",
                    "after: strength",
                    "new number",
                    "new words");
            for (Line line : rehearsed.lines()) {
                csv.printRecord(
                        line.effect().code(),
                        line.ask().source().name().toLowerCase(Locale.ROOT),
                        line.ask().about() == 0
                                ? ""
                                : Integer.toString(line.ask().about()),
                        safe(line.ask().words()),
                        line.before().outcome(),
                        clause(line.before()),
                        line.before().strength(),
                        line.after().outcome(),
                        clause(line.after()),
                        line.after().strength(),
                        line.renumbered() ? "yes" : "no",
                        line.reworded() ? "yes" : "no");
            }
            for (Effect effect : Effect.values()) {
                if (rehearsed.logged().containsKey(effect)) {
                    csv.printRecord(
                            effect.code(),
                            "log",
                            about(rehearsed.logged(), effect),
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            "");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String about(Map<Effect, OptionalInt> logged, Effect effect) {
        OptionalInt about = logged.getOrDefault(effect, OptionalInt.empty());
        return about.isPresent() ? Integer.toString(about.getAsInt()) : "too few to show";
    }

    private static String clause(Given given) {
        return safe(given.clause().map(ClauseRef::toString).orElse(""));
    }

    /** A cell that begins like a formula would be run by a spreadsheet. */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
