package org.clausebot.incident;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.flow.Flow;
import org.clausebot.flow.Given;
import org.clausebot.flow.Routing;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/**
 * Where a report goes, decided from its answers.
 *
 * @param recipients empty when nobody is left; {@code ring} holds the LADO then
 * @param keptOut everybody whom it is, or may be, about: each person whole, whatever other roles they hold
 * @param ring codes of numbers that the reporter should ring
 */
record Route(List<Receiver> recipients, List<Receiver> keptOut, List<String> ring) {
    private static final String LADO = "lado";

    /** To whom a case goes next when nobody who has it may go on with it. */
    private static final List<Role> NEXT =
            List.of(Role.HEADTEACHER, Role.CHAIR_OF_GOVERNORS, Role.SAFEGUARDING_LEAD, Role.DEPUTY_SAFEGUARDING_LEAD);

    /** Who is told of what waits unseen. */
    private static final List<Role> DEPUTIES =
            List.of(Role.DEPUTY_SAFEGUARDING_LEAD, Role.SAFEGUARDING_LEAD, Role.CHAIR_OF_GOVERNORS);

    Route {
        recipients = List.copyOf(recipients);
        keptOut = List.copyOf(keptOut);
        ring = List.copyOf(ring);
    }

    static Route of(Flow flow, Map<String, Given> answers, School school) {
        Set<Receiver> out = new LinkedHashSet<>();
        flow.subjects(answers).forEach(role -> out.addAll(school.holding(role)));
        for (String name : flow.accused(answers)) {
            school.people().stream()
                    .filter(person -> NameMatch.mayBe(name, person))
                    .forEach(out::add);
        }
        Optional<Routing> routing = flow.route(answers);
        Set<Receiver> to = new LinkedHashSet<>();
        routing.stream()
                .flatMap(entry -> entry.send().stream())
                .flatMap(target -> people(target, answers, school))
                .filter(person -> !out.contains(person))
                .forEach(to::add);
        if (to.isEmpty()) {
            school.holding(Role.CHAIR_OF_GOVERNORS).stream()
                    .filter(person -> !out.contains(person))
                    .forEach(to::add);
        }
        Set<String> ring = new LinkedHashSet<>(routing.map(Routing::ring).orElse(List.of()));
        if (to.isEmpty()) {
            ring.add(LADO);
        }
        return new Route(List.copyOf(to), List.copyOf(out), List.copyOf(ring));
    }

    private static Stream<Receiver> people(String target, Map<String, Given> answers, School school) {
        if (target.startsWith("$")) {
            return Optional.ofNullable(answers.get(target.substring(1))).stream()
                    .flatMap(given -> Arrays.stream(given.value().split(",")))
                    .flatMap(id -> school.person(id).stream());
        }
        return Role.of(target).stream().flatMap(role -> school.holding(role).stream());
    }

    /** Of {@code possible}, who should have a case that nobody is left for. */
    static Optional<Receiver> next(List<Receiver> possible) {
        return first(NEXT, possible).or(() -> first(List.of(Role.values()), possible));
    }

    /** Of {@code possible}, who should look at a case that waits unseen. */
    static Optional<Receiver> deputy(List<Receiver> possible) {
        return first(DEPUTIES, possible);
    }

    private static Optional<Receiver> first(List<Role> order, List<Receiver> possible) {
        return order.stream()
                .flatMap(role -> possible.stream().filter(p -> p.roles().contains(role)))
                .findFirst();
    }

    /** Such as {@code Amina Khan, the headteacher}. */
    static String words(Receiver receiver) {
        Set<Role> roles = EnumSet.copyOf(receiver.roles());
        return receiver.name() + ", "
                + roles.stream().filter(Role::receivesReports).map(Role::title).collect(Collectors.joining(" and "));
    }

    /** The numbers as lines to show; one that the school does not have is left out. */
    List<String> ringLines(School school) {
        return ring.stream()
                .flatMap(code -> school.number(code).stream())
                .map(number -> number.name() + ": " + number.phone())
                .toList();
    }
}
