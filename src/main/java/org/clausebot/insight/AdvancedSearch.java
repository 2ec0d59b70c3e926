package org.clausebot.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Quote;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.FindSyntaxException;
import org.clausebot.search.Hit;
import org.clausebot.search.Notes;
import org.clausebot.search.Notes.Note;

/**
 * Searches the policies in force and what staff ask of them with one query. Of the log it searches only the words that are
 * shown beside the clauses anyway: so nothing can be learnt by trying words.
 */
public final class AdvancedSearch {
    private final ClauseIndex index;
    private final StaffWords words;

    /** Where to search. */
    public enum Where {
        CLAUSES,
        QUESTIONS,
        BOTH;

        private boolean has(Where part) {
            return this == BOTH || this == part;
        }
    }

    /** What came of it. */
    public sealed interface Found {
        /**
         * @param quotes best first
         * @param questions what staff asked of clauses of the policies in force, best first
         */
        record Hits(List<Quote> quotes, List<Asked> questions) implements Found {
            public Hits {
                quotes = List.copyOf(quotes);
                questions = List.copyOf(questions);
            }
        }

        /**
         * The query cannot be understood.
         *
         * @param column where, counted from 1 in UTF-16 units; one past its end when something is missing there
         */
        record Mistake(String message, int column) implements Found {}
    }

    /** Questions of a clause that is in force. */
    public record Asked(Policy policy, Clause clause, StaffWords.Said said) {}

    public AdvancedSearch(ClauseIndex index, StaffWords words) {
        this.index = index;
        this.words = words;
    }

    /** @param limit how many of each kind at most */
    public Found find(SchoolId school, String query, Where where, int limit) {
        try {
            // Both understand the same queries, and an empty search must say what is wrong with it as well.
            List<Hit> hits = index.find(query, limit);
            return new Found.Hits(
                    where.has(Where.CLAUSES)
                            ? hits.stream().map(AdvancedSearch::quote).toList()
                            : List.of(),
                    where.has(Where.QUESTIONS) ? questions(school, query, limit) : List.of());
        } catch (FindSyntaxException e) {
            return new Found.Mistake(String.valueOf(e.getMessage()), e.column());
        }
    }

    private static Quote quote(Hit hit) {
        return new Quote(hit.policy(), hit.clause(), hit.matched(), hit.score());
    }

    private List<Asked> questions(SchoolId school, String query, int limit) throws FindSyntaxException {
        List<Asked> all = new ArrayList<>();
        for (StaffWords.Said said : words.of(school)) {
            policy(said.clause())
                    .ifPresent(policy -> policy.clause(said.clause().address())
                            .ifPresent(clause -> all.add(new Asked(policy, clause, said))));
        }
        Notes notes = new Notes(all.stream()
                .map(asked ->
                        new Note(asked.clause(), String.join(" . ", asked.said().words())))
                .toList());
        return notes.find(query, limit).stream().map(all::get).toList();
    }

    private Optional<Policy> policy(ClauseRef clause) {
        return index.policies().stream()
                .filter(policy -> policy.id().equals(clause.policy()))
                .findFirst();
    }
}
