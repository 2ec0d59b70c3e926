package org.clausebot.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Span;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.Hit;

/** What of the clauses found is quoted, and which words of them bear on the question. Thread-safe. */
final class Quoting {
    private static final int SHOWN = 3;
    /** A second or third clause is shown while its score is at most this far below the first's. */
    private static final double FALL = 0.75;

    private final ClauseIndex index;

    Quoting(ClauseIndex index) {
        this.index = index;
    }

    /** @param question whose words tell which demand of a sentence is meant; empty for none in particular */
    List<Quote> of(List<Hit> hits, String question) {
        List<Quote> quotes = new ArrayList<>();
        for (Hit hit : hits.subList(0, Math.min(SHOWN, hits.size()))) {
            if (hit.score() >= hits.getFirst().score() - FALL) {
                quotes.add(new Quote(hit.policy(), hit.clause(), emphasis(hit, question), hit.score()));
            }
        }
        return quotes;
    }

    private List<Span> emphasis(Hit hit, String question) {
        if (question.isEmpty() || hit.matched().size() != 1) {
            return hit.matched();
        }
        String text = hit.clause().text();
        Set<String> asked = index.askedTerms(question);
        Span sentence = MeantSentence.of(text, hit.matched().getFirst(), question, asked);
        Demands demands = Demands.of(text, sentence);
        return List.of(demands.differ() ? demands.meant(question, asked) : sentence);
    }
}
