package org.clausebot.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way that a flow takes with given answers: from its first step to the first that has none.
 *
 * @param at the step to ask; empty at the end of the flow
 * @param submitted whether the way goes through an answered submit
 * @param answers those of the way, in its order; others are left behind
 * @param later those given to steps that the way has not come to yet, or not any more: kept until it is known which
 * @param trail the steps that were asked on it, without {@code at}
 * @param said the words between the last answered step and {@code at}
 */
record Walk(
        Optional<Step> at,
        boolean submitted,
        Map<String, Given> answers,
        Map<String, Given> later,
        List<String> trail,
        List<Step.Say> said) {

    /** What can be answered at a step, with the answers before it. */
    interface Rules {
        AnswerReader reader(Map<String, Given> before);
    }

    static Walk of(Flow flow, Map<String, Given> given, Rules rules) {
        Map<String, Given> kept = new LinkedHashMap<>();
        List<String> trail = new ArrayList<>();
        List<Step.Say> said = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int i = 0;
        while (i < flow.steps().size()) {
            Step step = flow.steps().get(i);
            if (!step.common().condition().holds(kept) || !rules.reader(kept).canBeAsked(step)) {
                i++;
                continue;
            }
            Given answer = given.get(step.id());
            boolean again = !seen.add(step.id());
            if (step instanceof Step.Say say) {
                if (again && said.contains(say)) {
                    break;
                }
                said.add(say);
            } else if (again) {
                return cutAt(step, kept, trail, said);
            } else if (answer == null || !rules.reader(kept).stands(step, answer)) {
                return new Walk(Optional.of(step), false, kept, later(given, kept, step), trail, said);
            } else {
                kept.put(step.id(), answer);
                trail.add(step.id());
                said.clear();
                if (step instanceof Step.Submit) {
                    return new Walk(Optional.empty(), true, kept, Map.of(), trail, said);
                }
            }
            i = next(flow, step, answer, i);
        }
        return new Walk(Optional.empty(), false, kept, Map.of(), trail, said);
    }

    /** Nothing at a confirm or submit step: what is on no way by then is not shown, not sent and not kept. */
    private static Map<String, Given> later(Map<String, Given> given, Map<String, Given> kept, Step at) {
        if (Progress.isGate(at)) {
            return Map.of();
        }
        Map<String, Given> later = new LinkedHashMap<>(given);
        later.keySet().removeAll(kept.keySet());
        later.remove(at.id());
        return later;
    }

    /** Back at a step that was answered: it is asked again, and what came after it with it. */
    private static Walk cutAt(Step step, Map<String, Given> kept, List<String> trail, List<Step.Say> said) {
        List<String> before = trail.subList(0, trail.indexOf(step.id()));
        Map<String, Given> answers = new LinkedHashMap<>(kept);
        answers.keySet().retainAll(before);
        return new Walk(Optional.of(step), false, answers, Map.of(), List.copyOf(before), said);
    }

    /** The place of the step that follows; beyond the last at the end. */
    static int next(Flow flow, Step step, @org.jspecify.annotations.Nullable Given answer, int i) {
        String go = step.common().go();
        if (step instanceof Step.Choose choose && answer != null) {
            go = choose.options().stream()
                    .filter(option ->
                            option.id().equals(answer.value()) && !option.go().isEmpty())
                    .map(Step.Option::go)
                    .findFirst()
                    .orElse(go);
        }
        if (go.isEmpty()) {
            return i + 1;
        }
        String target = go;
        return flow.step(target).map(flow.steps()::indexOf).orElse(flow.steps().size());
    }
}
