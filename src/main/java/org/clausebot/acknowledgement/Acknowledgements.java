package org.clausebot.acknowledgement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/**
 * Asks a school's staff to read a version of a policy, and knows who has. Thread-safe.
 *
 * <p>Each person has a link of their own, which comes by mail and opens without an account: whoever presses the button
 * there has that person's mail. A wrong answer is never kept; it shows the clause.
 */
public final class Acknowledgements {
    /** How long a request and what came of it are kept after its version was replaced. */
    public static final Period KEPT = Period.ofYears(1);

    /** Nobody is written to twice within this time, by mail or in a chat program. */
    public static final int DAYS_BETWEEN_MAILS = 7;

    /** So often somebody is written to by itself, the first time included; a person may remind once more. */
    public static final int MOST_MAILS = 7;

    private final SchoolId school;
    private final ReadingRows rows;
    private final Supplier<List<Policy>> inForce;
    private final Check.MostAsked mostAsked;
    private final Links links;
    private final Clock clock;

    /**
     * @param inForce the policies as they are now
     * @param keyed gives a keyed hash of 64 hexadecimal digits; with another key no link that was sent opens any more
     */
    public Acknowledgements(
            SchoolId school,
            ReadingRows rows,
            Supplier<List<Policy>> inForce,
            Check.MostAsked mostAsked,
            UnaryOperator<String> keyed,
            Clock clock) {
        this.school = school;
        this.rows = rows;
        this.inForce = inForce;
        this.mostAsked = mostAsked;
        this.links = new Links(keyed);
        this.clock = clock;
    }

    /** What a person's link leads to. */
    public sealed interface Opened {
        /** They are asked to read it. */
        record Asked(Reading reading, Round round, Policy policy, List<Checks.Put> checks) implements Opened {
            public Asked {
                checks = List.copyOf(checks);
            }
        }

        /** They have done so. */
        record Done(Round round, LocalDate on) implements Opened {}

        /** They need not: another version is in force, or the request was ended. */
        record Over(Round round) implements Opened {}

        /** Nobody's link, or one of somebody who was taken off the list. */
        record Unknown() implements Opened {}
    }

    /** What came of an answer. */
    public sealed interface Answered {
        /** It is on disk. */
        record Taken(Round round, LocalDate on) implements Answered {}

        /**
         * Nothing was kept.
         *
         * @param again the places, from 0, of the questions to look at once more; those not answered among them
         */
        record Again(Opened.Asked asked, Set<Integer> again) implements Answered {
            public Again {
                again = Set.copyOf(again);
            }
        }

        /** It could not be answered. */
        record Not(Opened opened) implements Answered {}
    }

    /** What came of asking. */
    public enum Begun {
        ASKED,
        /** This version is asked for already. */
        ALREADY,
        /** No such policy, or one of the questions cannot be put from it as it is now. */
        CHANGED,
        /** The list of staff is empty. */
        NOBODY
    }

    public List<Person> people() {
        return rows.people(school);
    }

    /**
     * Takes a list of staff over.
     *
     * @param only whether those who are not in it are removed, with all that is kept of them
     * @throws IllegalArgumentException when the list has problems
     */
    public ReadingRows.StaffChange take(StaffList list, boolean only) {
        if (!list.problems().isEmpty()) {
            throw new IllegalArgumentException("A list with problems is not taken over");
        }
        return rows.take(
                school,
                list.people().stream()
                        .map(one -> new Person(links.newId(), one.name(), one.email()))
                        .toList(),
                only);
    }

    /** Removes somebody with all that is kept of them; false when they are not there. */
    public boolean remove(String person) {
        return rows.remove(school, person);
    }

    /** The newest first. */
    public List<Round> rounds() {
        return rows.rounds(school);
    }

    public Optional<Round> round(String id) {
        return rounds().stream().filter(round -> round.id().equals(id)).findFirst();
    }

    /** By name. */
    public List<Reading> readings(Round round) {
        return rows.readings(round.id());
    }

    public List<Policy> policies() {
        return inForce.get();
    }

    public Optional<Policy> policy(String id) {
        return inForce.get().stream().filter(p -> p.id().value().equals(id)).findFirst();
    }

    /** The open request for the version that is in force. */
    public Optional<Round> current(Policy policy) {
        String hash = VersionHash.of(policy);
        return rounds().stream()
                .filter(round ->
                        round.policy().equals(policy.id()) && round.hash().equals(hash) && round.open())
                .findFirst();
    }

    /** The addresses of the most asked clauses. */
    public Set<String> mostAsked(Policy policy) {
        return Set.copyOf(mostAsked.of(policy.id()));
    }

    /** The questions of a request; none when its version is not in force. */
    public List<Checks.Put> questions(Round round) {
        return policy(round.policy().value())
                .filter(policy -> VersionHash.of(policy).equals(round.hash()))
                .map(policy -> put(policy, round))
                .orElse(List.of());
    }

    /** Questions to choose from, those about the most asked clauses first. */
    public List<Checks.Put> candidates(Policy policy, int most) {
        return Checks.candidates(policy, mostAsked.of(policy.id()), most);
    }

    /**
     * Asks everybody on the list to read the version in force; {@link Mailing} writes to them.
     *
     * @param hash of the version that the owner saw
     * @param by until when, as a wish; empty for no day
     * @param everyWeeks how often to remind, 0 to 8; 0 for never
     */
    public Begun begin(PolicyId policy, String hash, List<Check> checks, Optional<LocalDate> by, int everyWeeks) {
        Optional<Policy> seen = policy(policy.value())
                .filter(p -> VersionHash.of(p).equals(hash))
                .filter(p ->
                        checks.stream().allMatch(check -> Checks.put(p, check).isPresent()));
        if (seen.isEmpty()) {
            return Begun.CHANGED;
        }
        if (people().isEmpty()) {
            return Begun.NOBODY;
        }
        rounds().forEach(round -> settle(round, today()));
        Round round = new Round(
                links.newId(),
                school,
                policy,
                seen.get().details().title(),
                seen.get().details().version(),
                hash,
                today(),
                by,
                everyWeeks,
                checks,
                Optional.empty(),
                Optional.empty());
        if (!rows.open(round)) {
            return Begun.ALREADY;
        }
        invite(round);
        return Begun.ASKED;
    }

    /** How many are written to; those who had a mail within the last week are not. */
    public int remind(Round round) {
        return round.open() ? rows.remind(round.id(), lastMail(), Integer.MAX_VALUE) : 0;
    }

    /** Nobody is asked any more; what was said stays. */
    public void end(Round round) {
        if (round.ended().isEmpty()) {
            rows.close(round.id(), round.replaced(), Optional.of(today()));
        }
    }

    /** What somebody's link leads to; looking changes nothing, because programs look at links in mails as well. */
    public Opened opened(String token) {
        return links.id(token).map(this::openedById).orElseGet(Opened.Unknown::new);
    }

    /**
     * Of whichever school: a link is one person's own, and leads where it was sent for.
     *
     * @param id of a reading; it proves nothing, so the caller knows who asks
     */
    Opened openedById(String id) {
        Optional<Reading> found = rows.reading(id);
        Optional<Round> round = found.flatMap(reading -> rows.round(reading.round()));
        if (found.isEmpty() || round.isEmpty()) {
            return new Opened.Unknown();
        }
        if (found.get().done().isPresent()) {
            return new Opened.Done(round.get(), found.get().done().get());
        }
        return policy(round.get().policy().value())
                .filter(policy -> round.get().ended().isEmpty()
                        && VersionHash.of(policy).equals(round.get().hash()))
                .<Opened>map(policy -> new Opened.Asked(found.get(), round.get(), policy, put(policy, round.get())))
                .orElseGet(() -> new Opened.Over(round.get()));
    }

    private static List<Checks.Put> put(Policy policy, Round round) {
        return round.checks().stream()
                .flatMap(check -> Checks.put(policy, check).stream())
                .toList();
    }

    /**
     * Takes "read and understood", when every question was answered rightly.
     *
     * @param chosen the places of the answers by question, from 0; -1 for none
     */
    public Answered answer(String token, List<Integer> chosen) {
        Opened opened = opened(token);
        if (!(opened instanceof Opened.Asked asked)) {
            return new Answered.Not(opened);
        }
        Set<Integer> again = new TreeSet<>();
        for (int i = 0; i < asked.checks().size(); i++) {
            if (i >= chosen.size() || chosen.get(i) != asked.checks().get(i).right()) {
                again.add(i);
            }
        }
        if (!again.isEmpty()) {
            return new Answered.Again(asked, again);
        }
        return new Answered.Taken(asked.round(), acknowledge(asked.reading()));
    }

    LocalDate acknowledge(Reading reading) {
        LocalDate today = today();
        rows.acknowledge(reading.id(), today);
        return today;
    }

    Optional<Reading> reading(String id) {
        return rows.reading(id);
    }

    Links links() {
        return links;
    }

    /** What is asked of the person with this address now, the oldest request first. */
    List<Due> outstanding(String mail) {
        List<Due> outstanding = new ArrayList<>();
        for (Round round : rounds().reversed()) {
            if (round.open() && !isReplaced(round)) {
                rows.readings(round.id()).stream()
                        .filter(reading -> reading.done().isEmpty()
                                && reading.person().email().equalsIgnoreCase(mail))
                        .forEach(reading -> outstanding.add(new Due(reading, round, links.token(reading.id()))));
            }
        }
        return List.copyOf(outstanding);
    }

    /** Whether another version is in force already, also where that has not been noted yet. */
    private boolean isReplaced(Round round) {
        return policy(round.policy().value())
                .filter(policy -> VersionHash.of(policy).equals(round.hash()))
                .isEmpty();
    }

    /** What is done by the clock: versions that were replaced, what is kept no longer, who is new, who is to be reminded. */
    void keep() {
        LocalDate today = today();
        for (Round round : rounds()) {
            settle(round, today);
        }
        rows.forget(school, today.minus(KEPT));
        for (Round round : rounds()) {
            if (round.open()) {
                invite(round);
                if (round.everyWeeks() > 0) {
                    rows.remind(round.id(), today.minusWeeks(round.everyWeeks()), MOST_MAILS);
                }
            }
        }
    }

    /** A version that comes into force again, because a newer one was taken back, counts as before. */
    private void settle(Round round, LocalDate today) {
        policy(round.policy().value()).ifPresent(policy -> {
            boolean same = VersionHash.of(policy).equals(round.hash());
            if (same == round.replaced().isPresent()) {
                rows.close(round.id(), same ? Optional.empty() : Optional.of(today), round.ended());
            }
        });
    }

    private void invite(Round round) {
        rows.invite(round, () -> Stream.generate(links::newId).iterator());
    }

    /** Those whom a mail may go to now, with their link's token. */
    List<Due> due() {
        List<Due> due = new ArrayList<>();
        for (Reading reading : rows.toMail(school, lastMail())) {
            round(reading.round()).ifPresent(round -> due.add(new Due(reading, round, links.token(reading.id()))));
        }
        return List.copyOf(due);
    }

    /**
     * Something that somebody is asked to read.
     *
     * @param token of their own link
     */
    public record Due(Reading reading, Round round, String token) {
        /** Nothing that opens anything. */
        @Override
        public String toString() {
            return "Due[" + reading.id() + "]";
        }
    }

    boolean claim(Reading reading) {
        return rows.claim(reading.id(), today(), lastMail());
    }

    void unclaim(Reading before) {
        rows.unclaim(before);
    }

    void refused(Reading reading) {
        rows.refused(reading.id());
    }

    private LocalDate lastMail() {
        return today().minusDays(DAYS_BETWEEN_MAILS);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
