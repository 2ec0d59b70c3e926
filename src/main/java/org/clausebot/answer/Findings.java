package org.clausebot.answer;

import java.util.List;

/**
 * What the search made of a question, kept with every answer for measuring.
 *
 * @param question as typed
 * @param answerable how likely it is that a clause answers it, 0 to 1
 * @param ranking the best clauses, best first, at most ten, whatever the outcome
 * @param tellsOf the names of the guided flows for what the question seems to tell of, likeliest first; usually none,
 *     since most questions only ask
 */
public record Findings(String question, double answerable, List<Ranked> ranking, List<String> tellsOf) {
    /** Of a question that only asks. */
    public Findings(String question, double answerable, List<Ranked> ranking) {
        this(question, answerable, ranking, List.of());
    }

    public Findings {
        tellsOf = List.copyOf(tellsOf);
        ranking = List.copyOf(ranking);
        if (!(answerable >= 0 && answerable <= 1) || ranking.size() > 10) {
            throw new IllegalArgumentException("Answerable is 0 to 1 and a ranking has ten clauses at most");
        }
    }
}
