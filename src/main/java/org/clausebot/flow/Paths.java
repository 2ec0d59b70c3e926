package org.clausebot.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/**
 * Every way through a flow. Answers on which nothing depends are forgotten, so that ways that come to the same are walked
 * once.
 */
final class Paths {
    /** Beyond this many places a flow is too large to be sure of. */
    private static final int BOUND = 200_000;

    /**
     * A place on a way.
     *
     * @param index of the step to come; the number of steps at the end
     * @param answers those on which something depends
     * @param asked the roles of which it was asked whether it is about them
     * @param subject whether that was asked at all
     * @param explicit whether the end was reached by {@code go: end}
     */
    private record Place(int index, Map<String, String> answers, Set<Role> asked, boolean subject, boolean explicit) {
        Map<String, Given> given() {
            Map<String, Given> given = new LinkedHashMap<>();
            answers.forEach((step, value) -> given.put(step, new Given(value, value)));
            return given;
        }
    }

    private final Flow flow;
    private final Routes routes;
    private final Answering answering;
    private final Set<String> relevant = new HashSet<>();
    private final Set<String> visited = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Set<Routing> taken = new HashSet<>();
    private final Map<Place, List<Place>> ways = new LinkedHashMap<>();
    private final Set<Place> ends = new LinkedHashSet<>();
    private final Map<String, FlowCheck.Finding> findings = new TreeMap<>();

    Paths(Flow flow, Optional<School> school) {
        this.flow = flow;
        this.routes = new Routes(flow, school);
        this.answering = new Answering(flow, school);
        flow.steps().forEach(step -> name(step.common().condition()));
        flow.to().forEach(routing -> name(routing.condition()));
        for (Step step : flow.steps()) {
            if (step.kind()
                    .filter(k -> k instanceof AnswerKind.Subject || k instanceof AnswerKind.Recipient)
                    .isPresent()) {
                relevant.add(step.id());
            }
        }
    }

    private void name(Condition condition) {
        relevant.addAll(condition.when().keySet());
        relevant.addAll(condition.unless().keySet());
    }

    List<FlowCheck.Finding> findings() {
        Deque<Place> open = new ArrayDeque<>();
        Place first = new Place(0, Map.of(), Set.of(), false, false);
        open.add(first);
        ways.put(first, List.of());
        while (!open.isEmpty()) {
            Place place = open.remove();
            List<Place> next = next(place);
            ways.put(place, next);
            for (Place way : next) {
                if (ways.putIfAbsent(way, List.of()) == null) {
                    open.add(way);
                }
            }
            if (ways.size() > BOUND) {
                find(1, "size", "this flow has too many ways to check them all; divide it into two flows");
                return List.copyOf(findings.values());
            }
        }
        unreached();
        endless();
        return List.copyOf(findings.values());
    }

    private List<Place> next(Place place) {
        if (place.index() >= flow.steps().size()) {
            ends.add(place);
            ended(place);
            return List.of();
        }
        Step step = flow.steps().get(place.index());
        Map<String, Given> given = place.given();
        visited.add(step.id());
        if (!step.common().condition().holds(given) || !answering.canBeAsked(step, given)) {
            return List.of(new Place(place.index() + 1, place.answers(), place.asked(), place.subject(), false));
        }
        held.add(step.id());
        early(step, place);
        if (step instanceof Step.Submit submit) {
            ends.add(place);
            submitted(submit, place, given);
            return List.of();
        }
        List<Place> next = new ArrayList<>();
        for (String value : answering.values(step, given, relevant.contains(step.id()))) {
            next.add(after(step, value, place));
        }
        return next;
    }

    private Place after(Step step, String value, Place place) {
        Map<String, String> answers = new TreeMap<>(place.answers());
        if (relevant.contains(step.id()) && step.asks()) {
            answers.put(step.id(), value);
        }
        Set<Role> asked = place.asked();
        boolean subject = place.subject();
        if (step.kind().orElse(null) instanceof AnswerKind.Subject about) {
            asked = new TreeSet<>(asked);
            asked.addAll(about.of());
            subject = true;
        }
        int index = Walk.next(flow, step, new Given(value, value), place.index());
        boolean explicit = index >= flow.steps().size()
                && (place.index() + 1 < flow.steps().size() || leadsToEnd(step, value));
        return new Place(index, answers, asked, subject, explicit);
    }

    private static boolean leadsToEnd(Step step, String value) {
        return step.common().go().equals(Step.Common.END)
                || (step instanceof Step.Choose choose
                        && choose.options().stream()
                                .anyMatch(o -> o.id().equals(value) && o.go().equals(Step.Common.END)));
    }

    /** Whoever is told who will receive it must have been asked first whom it is about. */
    private void early(Step step, Place place) {
        boolean names = step instanceof Step.Confirm
                || step.kind().filter(AnswerKind.Recipient.class::isInstance).isPresent();
        if (names && !place.subject()) {
            find(
                    step.common().line(),
                    "early " + step.id(),
                    "\"" + step.id()
                            + "\" names who will receive the report before it was asked whom it is about; put a step \"as:"
                            + " subject\" before it on every way");
        }
        if (step.common().optional()
                && step.kind().filter(AnswerKind.Subject.class::isInstance).isPresent()) {
            find(
                    step.common().line(),
                    "skipped " + step.id(),
                    "\"" + step.id()
                            + "\" may be skipped, and then the report may go to the person it is about; leave out \"optional\"");
        }
    }

    private void submitted(Step.Submit submit, Place place, Map<String, Given> given) {
        int line = submit.common().line();
        if (!place.subject()) {
            find(
                    line,
                    "subject " + submit.id(),
                    "\"" + submit.id()
                            + "\" can be reached without the question whom it is about; put a step \"as: subject\" before it on"
                            + " every way");
        }
        Optional<Routing> route = flow.route(given);
        if (route.isEmpty()) {
            find(
                    line,
                    "nowhere " + submit.id(),
                    "no entry of \"to\" holds" + described(place)
                            + ", so nobody would receive it; add an entry without \"when\" at the end");
            return;
        }
        taken.add(route.get());
        String wrong = routes.wrong(route.get(), given, place.asked(), place.subject());
        if (!wrong.isEmpty()) {
            find(route.get().line(), "route " + wrong, wrong + described(place) + routes.remedy(wrong));
        }
    }

    private void ended(Place place) {
        if (!place.explicit() && flow.kind() != Flow.Kind.ADVICE) {
            Step last = flow.steps().getLast();
            find(
                    last.common().line(),
                    "unsent",
                    "the flow ends after \"" + last.id() + "\" with nothing sent" + described(place)
                            + "; end with \"submit\", or say \"go: end\" where nothing is to be sent");
        }
    }

    private void unreached() {
        for (Step step : flow.steps()) {
            if (!visited.contains(step.id())) {
                find(
                        step.common().line(),
                        "unreached " + step.id(),
                        "no way leads to \"" + step.id() + "\"; lead to it with \"go\", or leave it out");
            } else if (!held.contains(step.id())) {
                find(
                        step.common().condition().line(),
                        "never " + step.id(),
                        "the condition of \"" + step.id() + "\" can never hold; no earlier answers lead to it");
            }
        }
        boolean sends = flow.steps().stream().anyMatch(s -> s instanceof Step.Submit && held.contains(s.id()));
        for (Routing routing : flow.to()) {
            if (sends && !taken.contains(routing)) {
                find(
                        routing.line(),
                        "untaken " + routing.line(),
                        "no way takes this entry of \"to\": an earlier entry"
                                + " holds first, or its condition can never hold; change it or leave it out");
            }
        }
    }

    /** Places from which no end can be reached. */
    private void endless() {
        Map<Place, List<Place>> back = new LinkedHashMap<>();
        ways.forEach((from, nexts) -> nexts.forEach(
                to -> back.computeIfAbsent(to, k -> new ArrayList<>()).add(from)));
        Set<Place> out = new HashSet<>(ends);
        Deque<Place> open = new ArrayDeque<>(ends);
        while (!open.isEmpty()) {
            for (Place before : back.getOrDefault(open.remove(), List.of())) {
                if (out.add(before)) {
                    open.add(before);
                }
            }
        }
        for (Map.Entry<Place, List<Place>> way : ways.entrySet()) {
            int from = way.getKey().index();
            if (!out.contains(way.getKey()) && way.getValue().stream().anyMatch(to -> to.index() <= from)) {
                Step step = flow.steps().get(from);
                find(
                        step.common().line(),
                        "endless",
                        "from \"" + step.id()
                                + "\" the flow goes round for ever: no answer leads to an end; let an option or \"go\" lead out");
                return;
            }
        }
    }

    private void find(int line, String key, String words) {
        findings.putIfAbsent(key, new FlowCheck.Finding(flow.file(), line, words));
    }

    private static String described(Place place) {
        List<String> answers = new ArrayList<>();
        place.answers().forEach((step, value) -> answers.add(step + " is " + (value.isEmpty() ? "skipped" : value)));
        return answers.isEmpty() ? "" : " when " + String.join(" and ", answers);
    }
}
