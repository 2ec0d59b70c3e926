package org.clausebot.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Stance;

/**
 * What came of a question.
 *
 * @param asked the question and what was wanted
 * @param ranking the clauses given, best first, in the form of the gold
 * @param answerable how sure the program was that a clause answers it, 0 to 1
 * @param result the kind of answer, by its name in JSON
 * @param stance how strongly the answer spoke; below first steps, the one that stands there
 */
record Outcome(Case asked, List<String> ranking, double answerable, String result, Stance stance) {
    Outcome {
        ranking = List.copyOf(ranking);
    }

    private static final int DEPTH = 3;

    static Outcome of(Case asked, Answer answer) {
        List<String> ranking = answer.findings().ranking().stream()
                .map(ranked -> ranked.clause().toString())
                .toList();
        return new Outcome(asked, ranking, answer.findings().answerable(), answer.outcome(), stance(answer));
    }

    private static Stance stance(Answer answer) {
        return answer instanceof Answer.Urgent urgent
                ? urgent.onlyAsked().map(Answer::stance).orElse(Stance.NONE)
                : answer.stance();
    }

    boolean isUrgent() {
        return result.equals("urgent");
    }

    /** Linear gains, the best three places. */
    double ndcg() {
        double ideal = 0;
        List<Integer> grades = asked.gold().values().stream()
                .sorted((a, b) -> b - a)
                .limit(DEPTH)
                .toList();
        for (int i = 0; i < grades.size(); i++) {
            ideal += grades.get(i) / discount(i);
        }
        double gained = 0;
        for (int i = 0; i < Math.min(DEPTH, ranking.size()); i++) {
            gained += grade(i) / discount(i);
        }
        return gained / ideal;
    }

    private static double discount(int place) {
        return Math.log(place + 2.0) / Math.log(2);
    }

    private int grade(int place) {
        return asked.gold().getOrDefault(ranking.get(place), 0);
    }

    /** 1 when the first clause answers it. */
    double success() {
        return hits(1) > 0 ? 1 : 0;
    }

    /** 1 when one of the first three answers it. */
    double hit() {
        return hits(DEPTH) > 0 ? 1 : 0;
    }

    /** How many of those that answer it are among the first three. */
    double recall() {
        long wanted = asked.gold().values().stream().filter(g -> g == 2).count();
        return (double) hits(DEPTH) / wanted;
    }

    /** One over the place of the first that answers it; 0 when none does. */
    double reciprocalRank() {
        for (int i = 0; i < ranking.size(); i++) {
            if (grade(i) == 2) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** 1 when the first clause is of a policy that answers it, whether or not it is the right clause. */
    double rightPolicy() {
        if (ranking.isEmpty()) {
            return 0;
        }
        String first = policy(ranking.getFirst());
        return asked.gold().entrySet().stream()
                        .anyMatch(g -> g.getValue() == 2 && policy(g.getKey()).equals(first))
                ? 1
                : 0;
    }

    private static String policy(String clause) {
        return clause.substring(0, clause.indexOf('/') + 1);
    }

    private int hits(int depth) {
        int hits = 0;
        for (int i = 0; i < Math.min(depth, ranking.size()); i++) {
            hits += grade(i) == 2 ? 1 : 0;
        }
        return hits;
    }

    static Map<String, ToDoubleFunction<Outcome>> rankingMetrics(Form form) {
        Map<String, ToDoubleFunction<Outcome>> metrics = new LinkedHashMap<>();
        metrics.put("nDCG@3", Outcome::ndcg);
        metrics.put("success@1", Outcome::success);
        metrics.put("hit@3", Outcome::hit);
        if (form == Form.QUESTIONS) {
            metrics.put("recall@3", Outcome::recall);
            metrics.put("MRR", Outcome::reciprocalRank);
        }
        return metrics;
    }
}
