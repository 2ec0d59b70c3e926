package org.clausebot.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Stance;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Measurement.Failure;
import org.clausebot.measure.Measurement.Figure;
import org.clausebot.policy.Policy;

/** Judges the answers to questions and follow-ups by their clauses. */
final class RankedMeasure {
    private static final List<Double> ANSWERED = List.of(0.90, 0.95, 0.98, 0.99);
    private static final Pattern POLICY = Pattern.compile("[a-z][a-z0-9-]*/");

    private final String name;
    private final Form form;
    private final List<Policy> policies;
    private final String home;
    private final List<Case> cases;
    private final Map<String, Stance> stances;

    RankedMeasure(String name, Form form, List<Policy> policies, List<Case> cases, Optional<Path> stances)
            throws DataFileException {
        this.name = name;
        this.form = form;
        this.policies = policies;
        this.home = home(policies, cases) + "/";
        this.cases = cases.stream().map(this::inFull).toList();
        this.stances = stances.isEmpty()
                ? Map.of()
                : Stances.read(stances.get(), cases.stream().map(Case::id).collect(Collectors.toSet()));
    }

    /** With the policy's id before every clause. */
    List<Case> cases() {
        return cases;
    }

    /** @param answers one a case, in their order */
    Measurement of(List<Answer> answers) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            outcomes.add(Outcome.of(cases.get(i), answers.get(i)));
        }
        return judged(outcomes);
    }

    private Measurement judged(List<Outcome> outcomes) {
        List<Outcome> answerable =
                outcomes.stream().filter(o -> o.asked().answerable()).toList();
        List<Outcome> stanced = answerable.stream()
                .filter(o -> o.success() > 0 && stances.containsKey(o.asked().id()))
                .toList();
        boolean both = answerable.size() < outcomes.size() && !answerable.isEmpty();
        Map<String, Figure> metrics = new LinkedHashMap<>();
        if (!answerable.isEmpty()) {
            Outcome.rankingMetrics(form)
                    .forEach((metric, of) ->
                            metrics.put(metric, Statistics.figure(answerable, o -> Statistics.mean(o, of))));
        }
        if (!answerable.isEmpty() && policies.size() > 1) {
            metrics.put(
                    "right policy first", Statistics.figure(answerable, o -> Statistics.mean(o, Outcome::rightPolicy)));
        }
        if (both) {
            metrics.put("AUROC of answerability", Statistics.figure(outcomes, Statistics::auroc));
            metrics.put("calibration error", Statistics.figure(outcomes, Calibration::error));
            metrics.put("Brier score", Statistics.figure(outcomes, Calibration::brier));
        }
        if (!stanced.isEmpty()) {
            metrics.put(
                    "stance right",
                    Statistics.figure(stanced, some -> Statistics.mean(some, o -> hasRightStance(o) ? 1 : 0)));
            metrics.put(
                    "stance right at once",
                    Statistics.figure(
                            stanced, some -> Statistics.mean(some, o -> hasRightStance(o) && !o.isUrgent() ? 1 : 0)));
        }
        return new Measurement(
                name,
                form.code(),
                counts(outcomes, answerable.size(), stanced.size()),
                metrics,
                both ? silence(outcomes) : Silence.UNKNOWN,
                List.of(),
                outcomes.stream().flatMap(o -> failures(o).stream()).toList(),
                unknown());
    }

    private Map<String, Integer> counts(List<Outcome> outcomes, int answerable, int stanced) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (form == Form.FOLLOW_UPS) {
            counts.put("follow-ups", outcomes.size());
        } else {
            counts.put("answerable", answerable);
            counts.put("unanswerable", outcomes.size() - answerable);
        }
        counts.put("taken as urgent", (int)
                outcomes.stream().filter(Outcome::isUrgent).count());
        if (!stances.isEmpty()) {
            counts.put("stances judged", stanced);
        }
        return counts;
    }

    private static Silence silence(List<Outcome> outcomes) {
        Map<Double, Figure> abstention = new LinkedHashMap<>();
        for (double share : ANSWERED) {
            abstention.put(share, Statistics.figure(outcomes, o -> Statistics.refused(o, share)));
        }
        return new Silence(abstention, Calibration.bins(outcomes), Statistics.coverage(outcomes));
    }

    private boolean hasRightStance(Outcome outcome) {
        return outcome.stance() == stances.get(outcome.asked().id());
    }

    private List<Failure> failures(Outcome outcome) {
        List<Failure> failures = new ArrayList<>();
        String first = outcome.ranking().isEmpty()
                ? "no clause"
                : brief(outcome.ranking().getFirst());
        String got = first + " (" + outcome.result() + ")";
        Stance wanted = stances.get(outcome.asked().id());
        boolean silent =
                outcome.result().equals("not-covered") || outcome.result().equals("small-talk");
        if (!outcome.asked().answerable()) {
            if (outcome.result().equals("quoted")) {
                failures.add(failure(outcome, "quoted for", got, "no clause"));
            }
        } else if (outcome.success() == 0) {
            String what = outcome.hit() > 0 ? "wrong clause first" : "no right clause among the first three";
            failures.add(failure(outcome, what, got, wanted(outcome.asked())));
        } else if (silent) {
            failures.add(failure(outcome, "not answered", got, wanted(outcome.asked())));
        } else if (wanted != null && outcome.stance() != wanted) {
            failures.add(failure(outcome, "wrong stance", outcome.stance().code() + " from " + got, wanted.code()));
        }
        return failures;
    }

    private static Failure failure(Outcome outcome, String what, String got, String wanted) {
        return new Failure(outcome.asked().id(), outcome.asked().words(), what, got, wanted);
    }

    private String wanted(Case asked) {
        return asked.gold().entrySet().stream()
                .filter(entry -> entry.getValue() == 2)
                .map(entry -> brief(entry.getKey()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private String brief(String clause) {
        return clause.startsWith(home) ? clause.substring(home.length()) : clause;
    }

    private List<String> unknown() {
        Set<String> addresses = new HashSet<>();
        policies.forEach(
                policy -> policy.clauses().forEach(c -> addresses.add(c.ref().toString())));
        Set<String> unknown = new TreeSet<>();
        cases.forEach(asked -> asked.gold().keySet().stream()
                .filter(clause -> !addresses.contains(clause))
                .forEach(unknown::add));
        return List.copyOf(unknown);
    }

    /** A file about one policy leaves the policy out: it is the one that has most of the file's addresses. */
    private static String home(List<Policy> policies, List<Case> cases) {
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

    private Case inFull(Case asked) {
        Map<String, Integer> gold = new HashMap<>();
        asked.gold()
                .forEach((clause, grade) ->
                        gold.put(POLICY.matcher(clause).lookingAt() ? clause : home + clause, grade));
        return new Case(asked.id(), asked.question(), gold);
    }
}
