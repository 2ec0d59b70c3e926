package org.clausebot.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/**
 * Whom an entry of {@code to} reaches, and what is wrong with that. Where nobody is left the chair of governors receives
 * it; where it is about the chair as well, the reporter is told to ring the LADO and nothing is sent.
 */
final class Routes {
    /** Those who do not work with the children day by day: they may receive what is about nobody knows whom. */
    private static final Set<Role> OUTSIDE = Set.of(Role.CHAIR_OF_GOVERNORS, Role.HUMAN_RESOURCES);

    private static final String NOBODY = "nobody is left to receive it";
    private static final String UNASKED = " receives it, and it was not asked whether it is about them";
    private static final String UNSURE = " receives it, and may be the person it is about";

    private final Flow flow;
    private final Optional<School> school;

    Routes(Flow flow, Optional<School> school) {
        this.flow = flow;
        this.school = school;
    }

    /** Empty when all is well. */
    String wrong(Routing routing, Map<String, Given> given, Set<Role> asked, boolean subjectAsked) {
        Set<Role> about = flow.subjects(given);
        List<Role> roles = roles(routing);
        roles.removeAll(about);
        boolean chosen = routing.send().stream().anyMatch(code -> code.startsWith("$") && chosen(code, given));
        if (!chosen && !reaches(roles, about)) {
            if (about.contains(Role.CHAIR_OF_GOVERNORS)) {
                return "";
            }
            roles = List.of(Role.CHAIR_OF_GOVERNORS);
            if (!reaches(roles, about)) {
                return NOBODY;
            }
        }
        for (Role role : roles) {
            if (subjectAsked && !asked.contains(role)) {
                return role.code() + UNASKED;
            }
            if (unsure(given) && asked.contains(role) && !OUTSIDE.contains(role)) {
                return role.code() + UNSURE;
            }
        }
        return "";
    }

    String remedy(String wrong) {
        if (wrong.endsWith(UNASKED)) {
            return "; add the role to \"of\" of the step \"as: subject\"";
        }
        return wrong.endsWith(UNSURE)
                ? "; send it to the chair of governors then"
                : "; add an entry above for it, with somebody else";
    }

    private static boolean chosen(String code, Map<String, Given> given) {
        Given recipient = given.get(code.substring(1));
        return recipient != null && !recipient.value().isEmpty();
    }

    private static List<Role> roles(Routing routing) {
        List<Role> roles = new ArrayList<>();
        routing.send().forEach(code -> Role.of(code).ifPresent(roles::add));
        return roles;
    }

    private boolean reaches(List<Role> roles, Set<Role> about) {
        if (school.isEmpty()) {
            return !roles.isEmpty();
        }
        for (Role role : roles) {
            for (Receiver person : school.get().holding(role)) {
                Set<Role> also = EnumSet.copyOf(person.roles());
                also.retainAll(about);
                if (also.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Not sure" of a subject step. */
    private boolean unsure(Map<String, Given> given) {
        return flow.steps().stream()
                .filter(step ->
                        step.kind().filter(AnswerKind.Subject.class::isInstance).isPresent())
                .map(step -> given.get(step.id()))
                .anyMatch(answer ->
                        answer != null && List.of(answer.value().split(",")).contains(AnswerReader.NOT_SURE));
    }
}
