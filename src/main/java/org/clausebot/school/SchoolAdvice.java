package org.clausebot.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a person should look at in settings that can be read. Sentences for whoever looks after the program. */
public final class SchoolAdvice {
    /** Without these a report has nowhere to go, or nowhere else when it is about one of them. */
    private static final List<Role> CORE = List.of(Role.HEADTEACHER, Role.SAFEGUARDING_LEAD, Role.CHAIR_OF_GOVERNORS);

    private static final int MONTHS = 12;

    private SchoolAdvice() {}

    /**
     * What leaves a report without a reader.
     *
     * @param roles that flows send to
     * @param numbers that flows tell people to ring, by code
     */
    public static List<String> findings(School school, Set<Role> roles, Set<String> numbers) {
        List<String> findings = new ArrayList<>();
        Set<Role> needed = new TreeSet<>(CORE);
        needed.addAll(roles);
        for (Role role : needed) {
            if (school.holding(role).isEmpty()) {
                findings.add("Nobody is " + role.title() + ", to whom reports are sent; give somebody the role "
                        + role.code());
            }
        }
        for (Role role : CORE) {
            Set<Receiver> others = CORE.stream()
                    .flatMap(core -> school.holding(core).stream())
                    .collect(Collectors.toCollection(HashSet::new));
            List<Receiver> about = school.holding(role);
            about.forEach(others::remove);
            if (!about.isEmpty() && others.isEmpty()) {
                findings.add("A report about " + role.title() + " could reach nobody: "
                        + String.join(" and ", names(about))
                        + " would be left out, and nobody else is headteacher, safeguarding lead or chair");
            }
        }
        for (String code : new TreeSet<>(numbers)) {
            if (school.number(code).isEmpty()) {
                findings.add("Reports tell people to ring " + code + ", and there is no such number; add it under"
                        + " numbers");
            }
        }
        return List.copyOf(findings);
    }

    /** What may have gone out of date by {@code today}, or belongs to nobody. */
    public static List<String> remarks(School school, LocalDate today) {
        List<String> remarks = new ArrayList<>();
        school.numbers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> {
                    School.Telephone number = entry.getValue();
                    checked("The number of " + number.name(), "ring it", number.checked(), today, remarks);
                    if (Contactable.madeUp(number.phone())) {
                        remarks.add("The number of " + number.name() + " is one kept for examples; write the real one");
                    }
                });
        school.guidance().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> {
                    School.Guidance guidance = entry.getValue();
                    checked(
                            "The edition " + guidance.edition() + " of \"" + guidance.title() + "\"",
                            "look whether there is a newer one",
                            guidance.checked(),
                            today,
                            remarks);
                });
        List<String> madeUp = names(school.people().stream()
                .filter(person -> Contactable.madeUp(person.email()) || Contactable.madeUp(person.phone()))
                .toList());
        if (!madeUp.isEmpty()) {
            remarks.add("The e-mail address or number of " + String.join(", ", madeUp)
                    + " is one kept for examples; write the real one");
        }
        return List.copyOf(remarks);
    }

    private static void checked(String what, String how, LocalDate checked, LocalDate today, List<String> remarks) {
        if (checked.isAfter(today)) {
            remarks.add(what + " was checked on " + checked + ", which is still to come; write the day it was checked");
        } else if (checked.isBefore(today.minusMonths(MONTHS))) {
            remarks.add(what + " was last checked on " + checked + "; " + how + ", and write today's date");
        }
    }

    private static List<String> names(Collection<Receiver> people) {
        return people.stream().map(Receiver::name).toList();
    }
}
