package org.clausebot.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which branches of which flow some transcript went through. */
final class Coverage {
    private final Map<String, Set<String>> seen = new HashMap<>();

    /** What must be gone through. */
    static Set<String> wanted(Flow flow) {
        Set<String> wanted = new LinkedHashSet<>(
                List.of("cancel", "change", "back", "save", "restart", "misread", "why", "help", "who"));
        for (Step step : flow.steps()) {
            wanted.add("step " + step.id());
            if (step.common().optional()) {
                wanted.add("skip " + step.id());
            }
            if (step instanceof Step.Submit) {
                wanted.add("finished");
            }
            if (!step.common().condition().equals(Condition.ALWAYS)) {
                wanted.add("condition of " + step.id() + " holds");
                wanted.add("condition of " + step.id() + " does not hold");
            }
            Links.values(step).forEach(value -> wanted.add("answer " + step.id() + "=" + value));
            if (step.kind()
                    .filter(k -> k instanceof AnswerKind.Name n && n.withhold())
                    .isPresent()) {
                wanted.add("answer " + step.id() + "=" + AnswerReader.WITHHELD);
            }
        }
        for (Routing routing : flow.to()) {
            wanted.add("routing at line " + routing.line());
        }
        return wanted;
    }

    void saw(Flow flow, Turn turn, String message, Context context) {
        Set<String> all = of(flow);
        answers(flow, turn.conversation(), all);
        switch (turn) {
            case Turn.Prompt p -> {
                p.said().forEach(s -> all.add("step " + s.step().id()));
                all.add("step " + p.asked().id());
                if (!p.conversation().returnTo().isEmpty()) {
                    all.add("change");
                }
                if (Command.of(message).filter(Command.BACK::equals).isPresent()) {
                    all.add("back");
                }
            }
            case Turn.Misread m -> all.add("misread");
            case Turn.Aside a -> {
                if (a.kind() == Turn.Aside.Kind.WHY) {
                    all.add("why");
                } else if (a.kind() == Turn.Aside.Kind.HELP) {
                    all.add("help");
                } else if (a.kind() == Turn.Aside.Kind.WHO_SEES) {
                    all.add("who");
                }
            }
            case Turn.Cancelled c -> all.add("cancel");
            case Turn.Paused p -> all.add("save");
            case Turn.Finished f -> {
                f.said().forEach(s -> all.add("step " + s.step().id()));
                if (f.send()) {
                    all.add("finished");
                    flow.route(f.conversation().answers()).ifPresent(r -> all.add("routing at line " + r.line()));
                }
            }
        }
    }

    /** The way so far: what was answered on it, and the conditions met on it. */
    private static void answers(Flow flow, Conversation conversation, Set<String> all) {
        Map<String, Given> answers = conversation.answers();
        for (int i = 0, guard = 0; i < flow.steps().size() && guard < 500; guard++) {
            Step step = flow.steps().get(i);
            boolean holds = step.common().condition().holds(answers);
            if (!step.common().condition().equals(Condition.ALWAYS)) {
                all.add("condition of " + step.id() + (holds ? " holds" : " does not hold"));
            }
            if (!holds) {
                i++;
                continue;
            }
            Given given = answers.get(step.id());
            if (step.asks() && !Progress.isGate(step) && given == null) {
                return;
            }
            if (given != null && given.value().isEmpty()) {
                all.add("skip " + step.id());
            } else if (given != null) {
                for (String value : List.of(given.value().split(",", -1))) {
                    all.add("answer " + step.id() + "=" + value);
                }
            }
            i = Walk.next(flow, step, given, i);
        }
    }

    void restarted(Flow flow) {
        of(flow).add("restart");
    }

    List<String> missing(Flow flow) {
        List<String> missing = new ArrayList<>(wanted(flow));
        missing.removeAll(of(flow));
        return missing;
    }

    private Set<String> of(Flow flow) {
        return seen.computeIfAbsent(flow.id(), id -> new LinkedHashSet<>());
    }
}
