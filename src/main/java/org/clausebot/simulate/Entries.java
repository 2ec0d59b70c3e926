package org.clausebot.simulate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.Outcome;
import org.clausebot.simulate.SimulatedYear.Settings;

/** What came of a simulated question: mostly what should, with the mistakes of a real year. */
final class Entries {
    private static final int ID_BYTES = 16;
    /** What a search finds that does not answer. */
    private static final List<String> NEAR = List.of("2.1.3", "2.2.1", "2.3.8", "2.3.12", "2.4.6", "2.5.3", "1.1.1");

    private static final List<String> CHANNELS = List.of("slack", "slack", "slack", "teams", "teams", "web");

    private final Settings settings;
    private final Random random;

    Entries(Settings settings, Random random) {
        this.settings = settings;
        this.random = random;
    }

    Entry of(SchoolId school, IsoWeek week, Matter matter, String words) {
        return switch (matter.kind()) {
            case GAP, SMALL -> uncovered(school, week, words);
            case OFF_TOPIC -> entry(school, week, words, Outcome.NOT_COVERED, List.of());
            case COVERED -> covered(school, week, matter, words);
        };
    }

    Entry smallTalk(SchoolId school, IsoWeek week) {
        return entry(school, week, "", Outcome.SMALL_TALK, List.of());
    }

    private Entry uncovered(SchoolId school, IsoWeek week, String words) {
        double chance = random.nextDouble();
        if (chance < 0.55) {
            return entry(school, week, words, Outcome.NOT_COVERED, List.of());
        }
        String near = NEAR.get(random.nextInt(NEAR.size()));
        return chance < 0.85
                ? entry(school, week, words, Outcome.NEAREST, List.of(shown(near, vote(0.02, 0.2))))
                : entry(
                        school,
                        week,
                        words,
                        Outcome.QUOTED,
                        List.of(shown(near, Optional.of(Entry.Verdict.NOT_ASKED))));
    }

    private Entry covered(SchoolId school, IsoWeek week, Matter matter, String words) {
        double chance = random.nextDouble();
        if (chance < 0.04) {
            return entry(school, week, words, Outcome.NOT_COVERED, List.of());
        }
        Optional<Entry.Verdict> vote = matter.unhelpful() ? vote(0.03, 0.3) : vote(0.25, 0.03);
        List<Entry.Judged> clauses = new ArrayList<>(List.of(shown(matter.clause(), vote)));
        if (random.nextInt(3) == 0) {
            clauses.add(shown(NEAR.get(random.nextInt(NEAR.size())), Optional.empty()));
        }
        return entry(school, week, words, chance < 0.12 ? Outcome.NEAREST : Outcome.QUOTED, clauses);
    }

    private Optional<Entry.Verdict> vote(double helpful, double notAsked) {
        double chance = random.nextDouble();
        return chance < helpful
                ? Optional.of(Entry.Verdict.HELPFUL)
                : chance < helpful + notAsked ? Optional.of(Entry.Verdict.NOT_ASKED) : Optional.empty();
    }

    private Entry.Judged shown(String clause, Optional<Entry.Verdict> verdict) {
        return new Entry.Judged(new Asked.Shown(new ClauseRef(settings.policy(), clause), settings.version()), verdict);
    }

    private Entry entry(SchoolId school, IsoWeek week, String words, Outcome outcome, List<Entry.Judged> clauses) {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return new Entry(
                Base64.getUrlEncoder().withoutPadding().encodeToString(id),
                school,
                week,
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                words,
                outcome,
                clauses,
                score(outcome),
                "en",
                random.nextInt(10) == 0 ? Latency.UNDER_1_S : Latency.UNDER_300_MS);
    }

    private int score(Outcome outcome) {
        return switch (outcome) {
            case QUOTED -> 60 + 5 * random.nextInt(8);
            case NEAREST -> 25 + 5 * random.nextInt(6);
            case NOT_COVERED -> 5 * random.nextInt(5);
            case SMALL_TALK, URGENT -> 0;
        };
    }
}
