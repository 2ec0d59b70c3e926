package org.clausebot.desk.owner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clausebot.insight.AdvancedSearch;
import org.clausebot.insight.ClauseUse;
import org.clausebot.insight.LogWorld;
import org.clausebot.insight.Overview;
import org.clausebot.insight.StaffWords;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Slices;
import org.clausebot.search.ClauseIndex;
import org.clausebot.search.TestPolicies;

/** The overview, the policies as staff use them and the search, over a made-up half year of a large school. */
final class StaffUse {
    static final Clock CLOCK = Clock.fixed(LogWorld.NOVEMBER, ZoneOffset.UTC);
    /** Four ask it; it must stand nowhere. */
    static final String RARE = "friend request from my stepdaughter on facebook";

    private static final List<String> ASKED = List.of(
            "can I friend a parent on facebook",
            "friend request from a parent",
            "a parent wants to be friends on facebook",
            "is a parent allowed as a friend",
            "accept a friend request on facebook");

    private StaffUse() {}

    /** Clause 2.6.2 is asked for most and more and more, 2.4.6 less and less, nearly all others never. */
    static LogWorld autumn() {
        LogWorld world = new LogWorld(5);
        Random random = new Random(5);
        for (int week = 21; week <= 46; week++) {
            IsoWeek in = new IsoWeek(2026, week);
            for (int i = 0; i < (week < 41 ? 60 : 80); i++) {
                Optional<Verdict> verdict = random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(random.nextInt(4) > 0 ? Verdict.HELPFUL : Verdict.NOT_ASKED);
                String words = ASKED.get(i % ASKED.size()) + (i % 3 == 0 ? " please" : "");
                world.ask(in, Outcome.QUOTED, channel(i), words, "2.6.2", verdict);
            }
            for (int i = 0; i < (week < 41 ? 40 : 25); i++) {
                world.ask(in, Outcome.QUOTED, channel(i), "school laptop at home", "2.4.6");
                world.ask(in, Outcome.NEAREST, channel(i), "smart watch in class", "2.4.7");
                world.ask(in, Outcome.NOT_COVERED, channel(i), "drone club", "");
            }
            if (week % 4 == 0) {
                world.askTimes(1, in, RARE, "2.6.2");
            }
        }
        return world;
    }

    private static String channel(int i) {
        return i % 5 == 0 ? "web" : i % 2 == 0 ? "slack" : "teams";
    }

    static Policy given() {
        return new PolicyLibrary(Path.of("index/policies"), Path.of("target/none"), new PolicyReader(), CLOCK)
                .inForce()
                .inForce()
                .getFirst();
    }

    static Policy second() {
        return TestPolicies.of("mobile-phones", "1", "Keep phones out of sight.", "2", "Hand in what you find.");
    }

    static OwnerPart[] parts(LogWorld world, ClauseIndex index) {
        Slices slices = world.slices(LogWorld.NOVEMBER);
        StaffWords words = new StaffWords(world, slices);
        List<Policy> policies = List.of(given(), second());
        return new OwnerPart[] {
            new OverviewPart(new Overview(slices, CLOCK), () -> policies),
            new ClausesPart(new ClauseUse(slices), words, () -> policies),
            new SearchPart(new AdvancedSearch(index, words), () -> policies)
        };
    }
}
