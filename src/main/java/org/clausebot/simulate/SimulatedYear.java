package org.clausebot.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Redaction;
import org.clausebot.simulate.Matter.Kind;

/** Writes a year of questions of one primary school, or of each school of a trust. The same seed gives the same year. */
public final class SimulatedYear {
    private static final int FEWEST_STAFF = 30;
    private static final int STAFF_RANGE = 31;
    private static final double QUESTIONS_A_WEEK = 0.8;
    /** How many questions of the first school are of each small matter. */
    private static final int SMALL = 3;

    private static final double STYLE_ASKS = 0.6;

    private final Settings settings;
    private final LogRows rows;
    private final Matters matters = Matters.bundled();
    private final Random random;
    private final Wording wording;
    private final Entries entries;
    private final Redaction redaction = Redaction.plain();
    private final Map<String, String> redacted = new HashMap<>();
    private final Map<String, Tally> tallies = new LinkedHashMap<>();
    private final List<Entry> inStyle = new ArrayList<>();
    private int questions;
    private int urgent;

    /**
     * What to write.
     *
     * @param schools how many, 1 to 500; one is the default school
     * @param today the year ends with the week before it
     * @param version of the policy that was in force
     */
    public record Settings(int schools, long seed, LocalDate today, PolicyId policy, String version) {
        public Settings {
            if (schools < 1 || schools > 500 || version.isBlank()) {
                throw new IllegalArgumentException("A simulated year is of 1 to 500 schools and a version of a policy");
            }
        }

        /** The default school, whose desk it is, then {@code school-002} and so on. */
        public List<SchoolId> ids() {
            return IntStream.rangeClosed(1, schools)
                    .mapToObj(
                            i -> i == 1 ? SchoolId.DEFAULT : new SchoolId(String.format(Locale.ROOT, "school-%03d", i)))
                    .toList();
        }
    }

    private static final class Tally {
        private final Map<String, Integer> weeks = new HashMap<>();
        private final Map<String, Boolean> wordings = new LinkedHashMap<>();
    }

    /** What is asked in one week of one school. */
    private record Place(SchoolId school, IsoWeek week, List<Entry> into, int urgent) {}

    private SimulatedYear(Settings settings, LogRows rows) {
        this.settings = settings;
        this.rows = rows;
        this.random = new Random(settings.seed());
        this.wording = new Wording(matters, random);
        this.entries = new Entries(settings, random);
        matters.all().forEach(matter -> tallies.put(matter.id(), new Tally()));
    }

    /** Writes the year into {@code rows}, which should be empty. */
    public static Truths write(Settings settings, LogRows rows) {
        return new SimulatedYear(settings, rows).write();
    }

    /** One school is on its way to the disk while the next is made up. */
    private Truths write() {
        SchoolYear year = SchoolYear.before(settings.today());
        try (ExecutorService disk = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> written = CompletableFuture.completedFuture(null);
            for (SchoolId school : settings.ids()) {
                List<Place> places = asked(school, year);
                written.join();
                written = CompletableFuture.runAsync(() -> places.forEach(this::save), disk);
            }
            written.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
        return truths(year);
    }

    private List<Place> asked(SchoolId school, SchoolYear year) {
        boolean first = school.equals(settings.ids().getFirst());
        int staff = FEWEST_STAFF + random.nextInt(STAFF_RANGE);
        Map<IsoWeek, List<Matter>> rare = first ? rare(year) : Map.of();
        List<Place> places = new ArrayList<>();
        for (IsoWeek week : year.weeks()) {
            Place place = new Place(school, week, new ArrayList<>(), random.nextInt(20) == 0 ? 1 : 0);
            ordinary(place, staff, year);
            rare.getOrDefault(week, List.of()).forEach(matter -> ask(place, matter));
            if (first && year.busy(week) > 0.5 && random.nextDouble() < STYLE_ASKS) {
                style(place);
            }
            questions += place.into().size();
            urgent += place.urgent();
            places.add(place);
        }
        return places;
    }

    /** Each small matter is asked about three times, in weeks of term. */
    private Map<IsoWeek, List<Matter>> rare(SchoolYear year) {
        Map<IsoWeek, List<Matter>> rare = new HashMap<>();
        List<IsoWeek> term =
                year.weeks().stream().filter(week -> year.busy(week) > 0.5).toList();
        for (Matter matter : matters.of(Kind.SMALL)) {
            for (int i = 0; i < SMALL; i++) {
                rare.computeIfAbsent(term.get(random.nextInt(term.size())), w -> new ArrayList<>())
                        .add(matter);
            }
        }
        return rare;
    }

    private void ordinary(Place place, int staff, SchoolYear year) {
        double likely = QUESTIONS_A_WEEK * year.busy(place.week()) / 2;
        double through = year.through(place.week());
        // Nobody asks more than twice a week here.
        for (int chance = 0; chance < 2 * staff; chance++) {
            if (random.nextDouble() < likely) {
                double which = random.nextDouble();
                if (which < 0.36) {
                    ask(place, pick(Kind.GAP, place.week(), through));
                } else if (which < 0.84) {
                    ask(place, pick(Kind.COVERED, place.week(), through));
                } else if (which < 0.93) {
                    ask(place, pick(Kind.OFF_TOPIC, place.week(), through));
                } else {
                    place.into().add(entries.smallTalk(place.school(), place.week()));
                }
            }
        }
    }

    private Matter pick(Kind kind, IsoWeek week, double through) {
        List<Matter> of = matters.of(kind);
        double all = of.stream().mapToDouble(m -> m.weight(week, through)).sum();
        double at = random.nextDouble() * all;
        for (Matter matter : of) {
            at -= matter.weight(week, through);
            if (at < 0) {
                return matter;
            }
        }
        return of.getLast();
    }

    private void ask(Place place, Matter matter) {
        add(place, matter, wording.of(matter));
    }

    private void style(Place place) {
        Matter matter =
                matters.of(Kind.GAP).get(random.nextInt(matters.of(Kind.GAP).size()));
        inStyle.add(add(place, matter, wording.inStyle(matter)));
    }

    private Entry add(Place place, Matter matter, String typed) {
        String words = redacted.computeIfAbsent(typed, redaction::of);
        Entry entry = entries.of(place.school(), place.week(), matter, words);
        place.into().add(entry);
        Tally tally = tallies.get(matter.id());
        if (tally != null) {
            tally.weeks.merge(place.week().toString(), 1, Integer::sum);
            tally.wordings.put(words, true);
        }
        return entry;
    }

    private void save(Place place) {
        if (!place.into().isEmpty() || place.urgent() > 0) {
            rows.rewrite(
                    place.school(),
                    place.week(),
                    before -> Stream.concat(before.stream(), place.into().stream())
                            .toList(),
                    place.urgent());
        }
    }

    private Truths truths(SchoolYear year) {
        return new Truths(
                settings.seed(),
                settings.ids(),
                year.weeks(),
                questions,
                urgent,
                planted(Kind.GAP),
                planted(Kind.COVERED),
                planted(Kind.OFF_TOPIC),
                planted(Kind.SMALL),
                new Truths.Person(
                        settings.ids().getFirst(),
                        inStyle.stream().map(Entry::id).toList(),
                        inStyle.stream().map(Entry::words).toList()));
    }

    private List<Truths.Planted> planted(Kind kind) {
        return matters.of(kind).stream()
                .flatMap(matter -> Optional.ofNullable(tallies.get(matter.id())).stream()
                        .map(tally -> new Truths.Planted(
                                matter.id(),
                                matter.clause(),
                                matter.rises(),
                                matter.unhelpful(),
                                tally.weeks.values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum(),
                                tally.weeks,
                                List.copyOf(tally.wordings.keySet()))))
                .toList();
    }
}
