package org.clausebot.desk.owner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.clausebot.acknowledgement.Acknowledgements;
import org.clausebot.acknowledgement.Check;
import org.clausebot.acknowledgement.Checks;
import org.clausebot.acknowledgement.Reading;
import org.clausebot.acknowledgement.Round;
import org.clausebot.acknowledgement.VersionHash;
import org.clausebot.desk.view.ReadingAskView;
import org.clausebot.desk.view.ReadingRoundView;
import org.clausebot.desk.view.ReadingsView;
import org.clausebot.http.Access;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/**
 * Asking staff to read a version, and who has. Names are for the owner and the deputy; whoever may only look sees how many.
 */
public final class ReadingPart implements OwnerPart {
    static final String HOME = OwnerTab.ACKNOWLEDGEMENTS.address();

    private static final String ROUND = HOME + "/requests/{round}";
    private static final int OFFERED = 12;
    private static final int SHORT_HASH = 12;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
    private static final Map<String, String> SAID = Map.of(
            "asked", "They are being written to now.",
            "reminded", "Those outstanding are being written to now, as far as they were not within the last week.",
            "ended", "Nobody is asked any more. What was said stays.");

    private final Function<SchoolId, Acknowledgements> bySchool;
    private final Predicate<SchoolId> mail;
    private final Runnable post;
    private final Clock clock;

    /**
     * @param bySchool each school's own
     * @param mail whether anybody of a school can be written to
     * @param post is told when there is something to send
     */
    public ReadingPart(
            Function<SchoolId, Acknowledgements> bySchool, Predicate<SchoolId> mail, Runnable post, Clock clock) {
        this.bySchool = bySchool;
        this.mail = mail;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public OwnerTab tab() {
        return OwnerTab.ACKNOWLEDGEMENTS;
    }

    @Override
    public Routes routes(OwnerDoor door) {
        return Routes.none()
                .get(HOME, Access.RECEIVER, door.reading(visit -> home(door, visit)))
                .get(
                        HOME + "/ask/{policy}",
                        Access.RECEIVER,
                        door.changing(visit -> policy(visit)
                                .map(policy -> ask(door, visit, policy, 200, ""))
                                .orElseGet(door::noSuchPage)))
                .post(
                        HOME + "/ask/{policy}",
                        Access.RECEIVER,
                        door.changing(visit -> policy(visit)
                                .map(policy -> begin(door, visit, policy))
                                .orElseGet(door::noSuchPage)))
                .get(
                        ROUND,
                        Access.RECEIVER,
                        door.reading(visit -> round(door, visit, round -> round(door, visit, round))))
                .get(
                        ROUND + "/list.csv",
                        Access.RECEIVER,
                        door.changing(visit -> round(door, visit, round -> {
                            door.audit(visit, "acknowledgements exported " + round.policy());
                            return csv(visit, round);
                        })))
                .post(
                        ROUND + "/remind",
                        Access.RECEIVER,
                        door.changing(visit -> round(door, visit, round -> {
                            of(visit).remind(round);
                            door.audit(visit, "acknowledgements reminded " + round.policy());
                            post.run();
                            return Response.seeOther(address(round) + "?said=reminded");
                        })))
                .post(
                        ROUND + "/end",
                        Access.RECEIVER,
                        door.changing(visit -> round(door, visit, round -> {
                            of(visit).end(round);
                            door.audit(visit, "acknowledgements ended " + round.policy());
                            return Response.seeOther(address(round) + "?said=ended");
                        })))
                .and(new StaffPages(bySchool, post).routes(door));
    }

    private Acknowledgements of(OwnerVisit visit) {
        return bySchool.apply(visit.school());
    }

    private Optional<Policy> policy(OwnerVisit visit) {
        return of(visit).policy(visit.path("policy"));
    }

    private Response round(OwnerDoor door, OwnerVisit visit, Function<Round, Response> page) {
        return of(visit).round(visit.path("round")).map(page).orElseGet(door::noSuchPage);
    }

    private static String address(Round round) {
        return HOME + "/requests/" + round.id();
    }

    private Response home(OwnerDoor door, OwnerVisit visit) {
        List<ReadingsView.Row> policies = new ArrayList<>();
        for (Policy policy : of(visit).policies()) {
            Optional<Round> round = of(visit).current(policy);
            policies.add(new ReadingsView.Row(
                    policy.details().title(),
                    policy.details().version(),
                    VersionHash.of(policy).substring(0, SHORT_HASH),
                    round.map(one -> counted(visit, one)).orElse("Not asked for"),
                    round.map(ReadingPart::address).orElse(""),
                    round.isPresent() ? "" : HOME + "/ask/" + policy.id()));
        }
        List<ReadingsView.Row> rounds = of(visit).rounds().stream()
                .map(round -> new ReadingsView.Row(
                        round.title(),
                        round.version(),
                        round.hash().substring(0, SHORT_HASH),
                        counted(visit, round) + ". " + state(round),
                        address(round),
                        ""))
                .toList();
        return door.page(
                "owner-readings",
                new ReadingsView(
                        door.frame(visit, tab(), "Read and understood"),
                        policies,
                        rounds,
                        of(visit).people().size(),
                        mail.test(visit.school()),
                        ""));
    }

    private String counted(OwnerVisit visit, Round round) {
        List<Reading> readings = of(visit).readings(round);
        return readings.stream().filter(r -> r.done().isPresent()).count() + " of " + readings.size() + " have";
    }

    private static String state(Round round) {
        return round.replaced().isPresent()
                ? "Another version is in force since " + day(round.replaced().get()) + " at the latest."
                : round.ended()
                        .map(day -> "Ended on " + day(day) + ".")
                        .orElseGet(() -> "Asked on " + day(round.asked()) + ".");
    }

    private Response ask(OwnerDoor door, OwnerVisit visit, Policy policy, int status, String problem) {
        List<Checks.Put> offered = of(visit).candidates(policy, OFFERED);
        Set<String> asked = of(visit).mostAsked(policy);
        return Response.html(
                status,
                door.render(
                        "owner-reading-ask",
                        new ReadingAskView(
                                door.frame(visit, tab(), "Ask staff to read"),
                                policy.id().value(),
                                policy.details().title(),
                                policy.details().version(),
                                VersionHash.of(policy),
                                of(visit).people().size(),
                                mail.test(visit.school()),
                                offered,
                                (int) offered.stream()
                                        .filter(put ->
                                                asked.contains(put.check().address()))
                                        .count(),
                                Checks.MOST,
                                problem)));
    }

    private Response begin(OwnerDoor door, OwnerVisit visit, Policy policy) {
        Set<Check> chosen = new LinkedHashSet<>();
        for (int i = 0; i < OFFERED; i++) {
            String code = visit.field("q" + i);
            of(visit).candidates(policy, OFFERED).stream()
                    .map(Checks.Put::check)
                    .filter(check -> check.code().equals(code))
                    .forEach(chosen::add);
        }
        if (!mail.test(visit.school())) {
            return ask(
                    door, visit, policy, 422, "Neither mail nor a chat program is set up here, so nothing was sent.");
        }
        if (chosen.size() > Checks.MOST) {
            return ask(
                    door,
                    visit,
                    policy,
                    422,
                    "Nothing was sent: please choose " + Checks.MOST + " questions at most. You chose " + chosen.size()
                            + ".");
        }
        Optional<LocalDate> by = by(visit);
        if (by.isEmpty() && !visit.field("by").isBlank()) {
            return ask(
                    door, visit, policy, 422, "Nothing was sent: the day must be today or later, and within a year.");
        }
        return switch (of(visit)
                .begin(new PolicyId(policy.id().value()), visit.field("hash"), List.copyOf(chosen), by, weeks(visit))) {
            case ASKED -> {
                door.audit(visit, "acknowledgements asked " + policy.id());
                post.run();
                yield of(visit)
                        .current(policy)
                        .map(round -> Response.seeOther(address(round) + "?said=asked"))
                        .orElseGet(() -> Response.seeOther(HOME));
            }
            case ALREADY -> ask(door, visit, policy, 409, "Nothing was sent: this version is asked for already.");
            case CHANGED ->
                ask(
                        door,
                        visit,
                        policy,
                        409,
                        "Nothing was sent: another version has come into force since you opened the page. This is it.");
            case NOBODY -> ask(door, visit, policy, 422, "Nothing was sent: there is nobody on the list of staff.");
        };
    }

    private Optional<LocalDate> by(OwnerVisit visit) {
        LocalDate today = LocalDate.now(clock);
        try {
            return Optional.of(LocalDate.parse(visit.field("by").strip()))
                    .filter(day -> !day.isBefore(today) && !day.isAfter(today.plusYears(1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static int weeks(OwnerVisit visit) {
        return switch (visit.field("weeks")) {
            case "1" -> 1;
            case "2" -> 2;
            case "4" -> 4;
            default -> 0;
        };
    }

    private Response round(OwnerDoor door, OwnerVisit visit, Round round) {
        List<Reading> all = of(visit).readings(round);
        List<Reading> left = all.stream().filter(r -> r.done().isEmpty()).toList();
        List<Reading> have = all.stream().filter(r -> r.done().isPresent()).toList();
        LocalDate today = LocalDate.now(clock);
        LocalDate last = today.minusDays(Acknowledgements.DAYS_BETWEEN_MAILS);
        return door.page(
                "owner-reading-round",
                new ReadingRoundView(
                        door.frame(visit, tab(), "Read and understood"),
                        address(round),
                        round.title(),
                        round.version(),
                        round.hash(),
                        day(round.asked()),
                        round.by().map(ReadingPart::day).orElse(""),
                        round.open(),
                        round.open() ? "" : state(round),
                        round.everyWeeks(),
                        left.size(),
                        have.size(),
                        visit.mayChange() ? left.stream().map(ReadingPart::row).toList() : List.of(),
                        visit.mayChange() ? have.stream().map(ReadingPart::row).toList() : List.of(),
                        (int) left.stream()
                                .filter(r ->
                                        r.mailed().filter(d -> d.isAfter(last)).isEmpty())
                                .count(),
                        of(visit).questions(round),
                        day(today),
                        SAID.getOrDefault(visit.query("said"), "")));
    }

    private static ReadingRoundView.Row row(Reading reading) {
        return new ReadingRoundView.Row(
                reading.person().name(),
                reading.person().email(),
                reading.done().or(reading::mailed).map(ReadingPart::day).orElse("not yet"),
                reading.refused());
    }

    private Response csv(OwnerVisit visit, Round round) {
        List<List<String>> rows = of(visit).readings(round).stream()
                .map(reading -> List.of(
                        reading.person().name(),
                        reading.person().email(),
                        reading.done().map(LocalDate::toString).orElse(""),
                        round.policy().value(),
                        round.title(),
                        round.version(),
                        round.hash(),
                        round.asked().toString()))
                .toList();
        return Csv.file(
                visit.file("read-and-understood-" + round.policy()),
                List.of(
                        "Name",
                        "E-mail",
                        "Read and understood on",
                        "Policy",
                        "Title",
                        "Version",
                        "Version hash (SHA-256)",
                        "Asked on"),
                rows);
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }
}
