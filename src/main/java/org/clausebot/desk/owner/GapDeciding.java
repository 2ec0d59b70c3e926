package org.clausebot.desk.owner;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.insight.GapDecision;
import org.clausebot.insight.GapDecision.Kind;
import org.clausebot.insight.GapGroup;
import org.clausebot.insight.Gaps;
import org.clausebot.insight.Teaching;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** What the owner decides of gaps, carried out. Each gives what was wrong, fit to show; empty when it is done. */
public final class GapDeciding {
    private static final int MOST_WORDINGS = 12;
    private static final int LONGEST_WORDING = 200;
    private static final int LONGEST_SAYING = 400;
    private static final int LONGEST_NOTE = 1_000;

    private final Gaps gaps;
    private final Supplier<List<Policy>> policies;
    private final Function<Question, Answer> answers;
    private final Teaching teaching;
    private final Clock clock;

    /**
     * @param policies in force
     * @param answers as staff get them
     * @param teaching the school's own phrasings
     */
    public GapDeciding(
            Gaps gaps,
            Supplier<List<Policy>> policies,
            Function<Question, Answer> answers,
            Teaching teaching,
            Clock clock) {
        this.gaps = gaps;
        this.policies = policies;
        this.answers = answers;
        this.teaching = teaching;
        this.clock = clock;
    }

    List<Policy> policies() {
        return policies.get();
    }

    Answer answer(String words) {
        return answers.apply(new Question(words));
    }

    /** How a form names a clause. */
    static String value(ClauseRef clause) {
        return clause.policy() + " " + clause.address();
    }

    private Optional<ClauseRef> clause(String value) {
        return policies().stream()
                .flatMap(policy -> policy.clauses().stream())
                .map(Clause::ref)
                .filter(ref -> value(ref).equals(value))
                .findFirst();
    }

    Optional<String> tie(SchoolId school, GapGroup group, String chosen, String lines) {
        Optional<ClauseRef> clause = clause(chosen);
        List<String> wordings = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (clause.isEmpty()) {
            return Optional.of("Choose the clause that answers it, among those in force.");
        }
        if (wordings.isEmpty() || wordings.size() > MOST_WORDINGS) {
            return Optional.of("Type 1 to " + MOST_WORDINGS + " questions, one a line.");
        }
        if (wordings.stream().anyMatch(words -> words.length() > LONGEST_WORDING)) {
            return Optional.of("A question may have " + LONGEST_WORDING + " characters. Shorten the longest.");
        }
        List<String> taught = new ArrayList<>();
        try {
            for (String words : wordings) {
                taught.add(teaching.teach(clause.get(), words));
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(undone(clause.get(), taught) + e.getMessage());
        }
        keep(school, group, Kind.TIED, clause, "", taught, wordings);
        teaching.learn();
        return Optional.empty();
    }

    /** Half of them would be worse than none: nobody could take back what is not written down as decided. */
    private String undone(ClauseRef clause, List<String> taught) {
        try {
            for (String id : taught) {
                teaching.forget(clause, id);
            }
            return "Nothing was added. ";
        } catch (IOException e) {
            return "Some of them were added and could not be taken back. ";
        }
    }

    Optional<String> elsewhere(SchoolId school, GapGroup group, String words) {
        if (words.isEmpty() || words.length() > LONGEST_SAYING) {
            return Optional.of("Type what the bot is to say, up to " + LONGEST_SAYING + " characters.");
        }
        List<String> known = group.wordings().isEmpty() ? List.of(group.name()) : group.wordings();
        keep(school, group, Kind.ELSEWHERE, Optional.empty(), words, List.of(), known);
        return Optional.empty();
    }

    Optional<String> revision(SchoolId school, GapGroup group, String note) {
        if (note.length() > LONGEST_NOTE) {
            return Optional.of("A note may have " + LONGEST_NOTE + " characters. Shorten it.");
        }
        keep(school, group, Kind.REVISION, Optional.empty(), note, List.of(), List.of());
        return Optional.empty();
    }

    private void keep(
            SchoolId school,
            GapGroup group,
            Kind kind,
            Optional<ClauseRef> clause,
            String words,
            List<String> taught,
            List<String> wordings) {
        gaps.decide(new GapDecision(
                school,
                group.id(),
                kind,
                group.name(),
                clause,
                words,
                taught,
                wordings,
                group.centre(),
                IsoWeek.of(LocalDate.now(clock))));
    }

    Optional<String> takeBack(GapDecision decision) {
        try {
            if (decision.clause().isPresent()) {
                for (String id : decision.taught()) {
                    teaching.forget(decision.clause().get(), id);
                }
            }
        } catch (IOException e) {
            return Optional.of("It could not be taken back: " + e.getMessage());
        }
        gaps.takeBack(decision.school(), decision.group());
        if (!decision.taught().isEmpty()) {
            teaching.learn();
        }
        return Optional.empty();
    }
}
