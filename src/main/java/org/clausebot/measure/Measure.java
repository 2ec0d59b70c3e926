package org.clausebot.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clausebot.answer.Findings;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Measurement.Figure;
import org.clausebot.policy.Policy;

/** Measures answers against files of questions. */
public final class Measure {
    private static final List<Double> ANSWERED = List.of(0.90, 0.95, 0.98, 0.99);

    private static final Pattern POLICY = Pattern.compile("[a-z][a-z0-9-]*/");

    private final List<Policy> policies;
    private final Function<String, Findings> finder;

    /**
     * @param policies those in force
     * @param finder what is measured: what is found for a question
     */
    public Measure(List<Policy> policies, Function<String, Findings> finder) {
        this.policies = List.copyOf(policies);
        this.finder = finder;
    }

    /**
     * Asks every question of a file.
     *
     * @throws DataFileException when the file is not as it should be; the message names file and line
     */
    public Measurement of(Path file) throws DataFileException {
        return of(file.getFileName() == null ? "questions" : file.getFileName().toString(), Cases.read(file));
    }

    Measurement of(String name, List<Case> cases) {
        Set<String> unknown = new TreeSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        String home = home(cases);
        for (Case asked : cases) {
            outcomes.add(outcome(inFull(asked, home)));
        }
        Set<String> addresses = addresses();
        outcomes.forEach(o -> o.asked().gold().keySet().stream()
                .filter(c -> !addresses.contains(c))
                .forEach(unknown::add));
        List<Outcome> answerable =
                outcomes.stream().filter(o -> o.asked().answerable()).toList();
        Map<String, Figure> metrics = new LinkedHashMap<>();
        Outcome.rankingMetrics()
                .forEach((metric, of) ->
                        metrics.put(metric, Statistics.figure(answerable, o -> Statistics.mean(o, of))));
        Map<Double, Figure> abstention = new LinkedHashMap<>();
        if (answerable.size() < outcomes.size() && !answerable.isEmpty()) {
            metrics.put("AUROC of answerability", Statistics.figure(outcomes, Statistics::auroc));
            for (double share : ANSWERED) {
                abstention.put(share, Statistics.figure(outcomes, o -> Statistics.refused(o, share)));
            }
        }
        int rest = outcomes.size() - answerable.size();
        return new Measurement(name, answerable.size(), rest, metrics, abstention, List.copyOf(unknown));
    }

    private Outcome outcome(Case asked) {
        Findings findings = finder.apply(asked.question());
        List<String> ranking =
                findings.ranking().stream().map(r -> r.clause().toString()).toList();
        return new Outcome(asked, ranking, findings.answerable());
    }

    /** A file about one policy leaves the policy out: it is the one that has most of the file's addresses. */
    private String home(List<Case> cases) {
        String home = "";
        long most = -1;
        for (Policy policy : policies) {
            long has = cases.stream()
                    .flatMap(c -> c.gold().keySet().stream())
                    .filter(address -> policy.clause(address).isPresent())
                    .count();
            if (has > most) {
                most = has;
                home = policy.id().value();
            }
        }
        return home;
    }

    private static Case inFull(Case asked, String home) {
        Map<String, Integer> gold = new HashMap<>();
        asked.gold()
                .forEach((clause, grade) ->
                        gold.put(POLICY.matcher(clause).lookingAt() ? clause : home + "/" + clause, grade));
        return new Case(asked.id(), asked.question(), gold);
    }

    private Set<String> addresses() {
        Set<String> addresses = new HashSet<>();
        policies.forEach(
                policy -> policy.clauses().forEach(c -> addresses.add(c.ref().toString())));
        return addresses;
    }
}
