package org.clausebot.app;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clausebot.flow.AnswerKind;
import org.clausebot.flow.Flow;
import org.clausebot.flow.Routing;
import org.clausebot.flow.Step;
import org.clausebot.school.Role;

/**
 * Whom the school must name for what the flows promise.
 *
 * @param roles to which reports are sent, or which a reporter may choose to send to
 * @param numbers that people are told to ring, by code
 */
record Destinations(Set<Role> roles, Set<String> numbers) {
    Destinations {
        roles = Set.copyOf(roles);
        numbers = Set.copyOf(numbers);
    }

    static Destinations of(List<Flow> flows) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<String> numbers = new TreeSet<>();
        for (Flow flow : flows) {
            for (Routing routing : flow.to()) {
                routing.send().stream().map(Role::of).flatMap(Optional::stream).forEach(roles::add);
                numbers.addAll(routing.ring());
            }
            for (Step step : flow.steps()) {
                numbers.addAll(step.common().ring());
                chosen(step).forEach(roles::add);
            }
        }
        return new Destinations(roles, numbers);
    }

    private static Stream<Role> chosen(Step step) {
        return step.kind().stream()
                .flatMap(
                        kind -> kind instanceof AnswerKind.Recipient recipient ? recipient.of().stream() : Stream.of());
    }
}
