package org.clausebot.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.clausebot.answer.Answer;
import org.clausebot.measure.Measurement.Failure;
import org.clausebot.measure.Measurement.Figure;
import org.clausebot.measure.Measurement.Threshold;

/**
 * What came of a message.
 *
 * @param message what was written, and what it is
 * @param stopped whether it was taken as urgent
 * @param flow the flow it got, or "none"
 * @param urgency how urgent it looked
 */
record UrgentOutcome(Message message, boolean stopped, String flow, double urgency) {
    static UrgentOutcome of(Message message, Answer answer, double urgency) {
        return new UrgentOutcome(
                message, answer instanceof Answer.Urgent, answer.flow().orElse("none"), urgency);
    }

    private static List<UrgentOutcome> only(List<UrgentOutcome> outcomes, boolean urgent) {
        return outcomes.stream().filter(o -> o.message().urgent() == urgent).toList();
    }

    private boolean rightFlow() {
        return stopped && flow.equals(message.flow());
    }

    static Map<String, Integer> counts(List<UrgentOutcome> outcomes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("urgent", only(outcomes, true).size());
        counts.put("look-alikes", only(outcomes, false).size());
        return counts;
    }

    /** A missed message has no right flow either. What there are no messages for has no figure. */
    static Map<String, Figure> metrics(List<UrgentOutcome> outcomes) {
        List<UrgentOutcome> urgent = only(outcomes, true);
        List<UrgentOutcome> alike = only(outcomes, false);
        Map<String, Figure> metrics = new LinkedHashMap<>();
        if (!urgent.isEmpty()) {
            metrics.put("recall of urgent", share(urgent, UrgentOutcome::stopped));
        }
        if (!alike.isEmpty()) {
            metrics.put("look-alikes stopped", share(alike, UrgentOutcome::stopped));
        }
        if (!urgent.isEmpty()) {
            metrics.put("right flow", share(urgent, UrgentOutcome::rightFlow));
        }
        return metrics;
    }

    private static Figure share(List<UrgentOutcome> outcomes, Predicate<UrgentOutcome> of) {
        return Statistics.figure(outcomes, some -> Statistics.mean(some, o -> of.test(o) ? 1 : 0));
    }

    /** What would be stopped from 0.10 on, from 0.12, and so on to 0.60. */
    static List<Threshold> thresholds(List<UrgentOutcome> outcomes) {
        List<UrgentOutcome> urgent = only(outcomes, true);
        List<UrgentOutcome> alike = only(outcomes, false);
        List<Threshold> thresholds = new ArrayList<>();
        for (int hundredths = 10; hundredths <= 60; hundredths += 2) {
            double from = hundredths / 100.0;
            thresholds.add(new Threshold(
                    from,
                    Statistics.mean(urgent, o -> o.urgency() >= from ? 1 : 0),
                    Statistics.mean(alike, o -> o.urgency() >= from ? 1 : 0)));
        }
        return List.copyOf(thresholds);
    }

    /** The missed first, then wrong flows, then the falsely stopped. */
    static List<Failure> failures(List<UrgentOutcome> outcomes) {
        List<Failure> failures = new ArrayList<>();
        for (UrgentOutcome o : only(outcomes, true)) {
            if (!o.stopped()) {
                failures.add(o.failure("missed", "not stopped", o.message().flow()));
            }
        }
        for (UrgentOutcome o : only(outcomes, true)) {
            if (o.stopped() && !o.rightFlow()) {
                failures.add(o.failure("wrong flow", o.flow(), o.message().flow()));
            }
        }
        for (UrgentOutcome o : only(outcomes, false)) {
            if (o.stopped()) {
                failures.add(o.failure("falsely stopped", o.flow(), "not stopped"));
            }
        }
        return List.copyOf(failures);
    }

    private Failure failure(String what, String got, String wanted) {
        return new Failure(message.place(), message.text(), what, got, wanted);
    }
}
