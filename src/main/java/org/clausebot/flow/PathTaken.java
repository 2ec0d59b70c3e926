package org.clausebot.flow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The clauses that a person was shown on their way: those of branches that they did not take are not among them. */
final class PathTaken {
    private PathTaken() {}

    /**
     * @param given the answers of the way that was taken
     * @return addresses of clauses, in the order in which they were shown, each once
     */
    static List<String> cites(Flow flow, Map<String, Given> given) {
        Set<String> cites = new LinkedHashSet<>();
        Map<String, Given> before = new LinkedHashMap<>();
        Set<String> passed = new HashSet<>();
        int i = 0;
        while (i < flow.steps().size()) {
            Step step = flow.steps().get(i);
            Given answer = given.get(step.id());
            if (!wasShown(step, answer, before)) {
                i++;
                continue;
            }
            if (!passed.add(step.id())) {
                break;
            }
            cites.addAll(step.common().cites());
            if (step instanceof Step.Submit) {
                break;
            }
            if (answer != null) {
                before.put(step.id(), answer);
            }
            i = Walk.next(flow, step, answer, i);
        }
        return List.copyOf(cites);
    }

    /** A question without an answer could not be asked, such as one for a person where nobody is left to choose. */
    private static boolean wasShown(Step step, @Nullable Given answer, Map<String, Given> before) {
        return step.common().condition().holds(before)
                && switch (step) {
                    case Step.Say say -> true;
                    case Step.Confirm confirm -> true;
                    case Step.Submit submit -> true;
                    case Step.Ask ask -> answer != null;
                    case Step.Choose choose -> answer != null;
                };
    }
}
