package org.clausebot.insight;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Period;
import org.clausebot.querylog.Slices;
import org.clausebot.search.TestPolicies;

/** Rehearsals of drafts that were made to find out whether a question was asked, as many as the log has turns for. */
final class Traps {
    private static final Policy IN_FORCE = TestPolicies.of(SchoolLog.POLICY, "2.1", "Staff should ask first.");
    private static final Policy DRAFT = TestPolicies.of(SchoolLog.POLICY, "2.1", "Staff may ask first.");
    private static final int WEEKS_KEPT = 26;
    /** The one answers everything, so that it counts all; the other what nobody else asks, and what most do. */
    private static final List<Rehearsal> DRAFTS =
            List.of(draft(words -> true), draft(words -> words.contains("brassband") || words.contains("friend")));

    private Traps() {}

    private record Stage(Predicate<String> answered) implements Rehearsal.Stage {
        @Override
        public Answer before(Question question) {
            return new Answer.NotCovered(new Findings(question.text(), 0.5, List.of()));
        }

        @Override
        public Answer after(Question question) {
            Findings findings = new Findings(question.text(), 0.5, List.of());
            return answered.test(question.text())
                    ? new Answer.Quoted(
                            findings,
                            List.of(new Quote(DRAFT, DRAFT.clauses().getFirst(), List.of(), 1)),
                            Context.NONE)
                    : new Answer.NotCovered(findings);
        }

        @Override
        public void close() {}
    }

    private static Rehearsal draft(Predicate<String> answered) {
        return new Rehearsal(new Stage(answered), IN_FORCE, DRAFT, 1);
    }

    /** The rows of the file, which has all that the page has, and all that the bar ever said. */
    static Map<String, String> sprung(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Slices slices = new Slices(rows, keyed, WEEKS_KEPT, now);
        Map<String, String> seen = new TreeMap<>();
        for (int draft = 0; draft < RehearsalTurns.MOST; draft++) {
            // Of the last block that is over, whose name they read on the page.
            String of = slices.blocks().stream()
                            .reduce((earlier, later) -> later)
                            .map(block -> "of " + block.first())
                            .orElse("of nothing")
                    + " draft " + draft + " ";
            Set<String> bar = new HashSet<>();
            Rehearsed rehearsed = new RehearsalRun(
                            Optional.of(new RehearsalRun.Log(rows, slices, (school, block, key) -> true)),
                            AskedAlike.of(new StaffWords(rows, slices)))
                    .play(
                            new RehearsalRun.Play(
                                    SchoolId.DEFAULT, DRAFTS.get(draft), IN_FORCE, DRAFT, "draft " + draft),
                            List.of("may staff ask first"),
                            heard(bar));
            RehearsalCsv.of(rehearsed).lines().forEach(line -> {
                String[] cells = line.split(",", 4);
                seen.put(of + cells[0] + " " + cells[1] + (cells[1].equals("log") ? "" : cells[3]), cells[2]);
            });
            seen.put(of + "answers", rehearsed.answers() + " " + rehearsed.notCounted());
            seen.put(of + "bar", String.join(" ", bar));
        }
        return seen;
    }

    /** @param bar gets how many there are to ask */
    private static Rehearsal.Progress heard(Set<String> bar) {
        return new Rehearsal.Progress() {
            @Override
            public void at(int done, int all) {
                bar.add(Integer.toString(all));
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /** What the bar would be of if it counted the questions: how many different ones the last block has. */
    static Map<String, String> counting(LogRows rows, UnaryOperator<String> keyed, Clock now) {
        Optional<Period> last = new Slices(rows, keyed, WEEKS_KEPT, now).blocks().stream().reduce((one, next) -> next);
        Set<String> words = new HashSet<>();
        last.ifPresent(block -> block.weeks()
                .forEach(week -> rows.entries(SchoolId.DEFAULT, week).stream()
                        .map(Entry::words)
                        .forEach(words::add)));
        return Map.of("questions", Integer.toString(words.size()));
    }
}
