package org.clausebot.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.policy.SchoolId;

/**
 * What is known of a school from a date on.
 *
 * @param from the first day on which it holds
 * @param people everybody who may receive reports
 * @param others those who sign in at the desk for the policies alone: no report is ever for them
 * @param numbers whom to ring outside the school, by code ({@code lado}, {@code police}, {@code childrens-services},
 *     {@code human-resources}, {@code support-line}); the LADO's is always there
 * @param guidance editions of outside guidance by code ({@code keeping-children-safe})
 * @param hours when the school is open
 * @param trust the schools whose staff ask here, this one first, and who sees which of them at the policy desk
 */
public record School(
        SchoolId id,
        String name,
        LocalDate from,
        List<Receiver> people,
        List<Receiver> others,
        Map<String, Telephone> numbers,
        Map<String, Guidance> guidance,
        SchoolHours hours,
        Trust trust) {
    public School {
        people = List.copyOf(people);
        others = List.copyOf(others);
        if (!people.stream().allMatch(School::receives) || others.stream().anyMatch(School::receives)) {
            throw new IllegalArgumentException("Those who receive reports stand apart from those who do not");
        }
        numbers = Map.copyOf(numbers);
        guidance = Map.copyOf(guidance);
        Telephone lado = numbers.get("lado");
        if (lado == null) {
            throw new IllegalArgumentException("A school needs the number of its LADO");
        }
    }

    /**
     * A telephone number outside the school.
     *
     * @param name whose it is
     * @param phone as people dial it
     * @param checked when somebody last rang it or looked it up
     */
    public record Telephone(String name, String phone, LocalDate checked) {}

    /**
     * Guidance from outside.
     *
     * @param title its name
     * @param edition such as {@code 2026}
     * @param checked when somebody last looked whether there is a newer one
     */
    public record Guidance(String title, String edition, LocalDate checked) {}

    /** Everybody in {@code role}, in the order of the file. */
    public List<Receiver> holding(Role role) {
        return everyone().stream().filter(p -> p.roles().contains(role)).toList();
    }

    /** A school by itself. */
    public School(
            SchoolId id,
            String name,
            LocalDate from,
            List<Receiver> people,
            List<Receiver> others,
            Map<String, Telephone> numbers,
            Map<String, Guidance> guidance,
            SchoolHours hours) {
        this(id, name, from, people, others, numbers, guidance, hours, Trust.of(id, name));
    }

    /** Where everybody who signs in at the desk receives reports. */
    public School(
            SchoolId id,
            String name,
            LocalDate from,
            List<Receiver> people,
            Map<String, Telephone> numbers,
            Map<String, Guidance> guidance,
            SchoolHours hours) {
        this(id, name, from, people, List.of(), numbers, guidance, hours);
    }

    static boolean receives(Receiver person) {
        return person.roles().stream().anyMatch(Role::receivesReports);
    }

    /** Those who may receive reports, then those who sign in for the policies alone. */
    public List<Receiver> everyone() {
        return Stream.concat(people.stream(), others.stream()).toList();
    }

    /** Whoever may sign in under {@code id}. */
    public Optional<Receiver> anyone(String id) {
        return everyone().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The receiver of reports with {@code id}. */
    public Optional<Receiver> person(String id) {
        return people.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    public Optional<Telephone> number(String code) {
        return Optional.ofNullable(numbers.get(code));
    }
}
