package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.clausebot.insight.SchoolLog.Question;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;

/** What is required of all that a desk shows, each as an attack on it. */
final class NothingOfAnybody {
    /** Three times the usual error of so many attacks. */
    private static final double CHANCE = 0.075;

    private static final Question LAST_WEEK = new Question(
            SchoolLog.LAST, Outcome.QUOTED, "slack", "2.1.5", "can i friend a parent", Optional.of(Verdict.HELPFUL));
    private static final Question GAP =
            new Question(SchoolLog.LAST, Outcome.NOT_COVERED, "web", "", "is the brassband covered", Optional.empty());

    private static LongFunction<List<Question>> known(long school) {
        List<Question> all = SchoolLog.others(school, school);
        return chance -> all;
    }

    private static LongFunction<List<Question>> habits(long school) {
        return chance -> SchoolLog.others(school, chance);
    }

    /** As often as most people ask: some questions in each of two weeks, of one subject and by one channel. */
    private static List<Question> person(String channel, String clause) {
        return IntStream.of(SchoolLog.LAST - 1, SchoolLog.LAST - 1, SchoolLog.LAST)
                .mapToObj(week -> new Question(
                        week,
                        Outcome.QUOTED,
                        channel,
                        clause,
                        "kindly advise about the " + SchoolLog.OWN_WORD,
                        Optional.of(Verdict.NOT_ASKED)))
                .toList();
    }

    private NothingOfAnybody() {}

    /**
     * Who knows every question but one can hardly tell whether that one was asked.
     *
     * @param epsilon one question may change the chances of all that is seen by e to this power; so often the best guess is
     *     right
     */
    static void hardlyTold(List<Shown> desk, double epsilon) {
        hardlyTold(desk, epsilon, List.of(LAST_WEEK, GAP));
    }

    /** As {@link #hardlyTold(List, double)}, where nothing but gaps is shown: only a question without an answer is in one. */
    static void gapHardlyTold(List<Shown> desk, double epsilon) {
        hardlyTold(desk, epsilon, List.of(GAP));
    }

    private static void hardlyTold(List<Shown> desk, double epsilon, List<Question> asked) {
        double bound = Math.exp(epsilon) / (1 + Math.exp(epsilon));
        for (Question one : asked) {
            double right = new Attacker(desk).right(known(7), List.of(one), List.of(), 70_000_000);
            assertThat(right).as("told whether \"%s\" was asked", one.words()).isLessThan(bound + CHANCE);
        }
    }

    /** Neither whether, nor who of two. */
    static void guessing(List<Shown> desk) {
        guessing(desk, person("slack", "2.4.6"), List.of(), 80_000_000);
        guessing(desk, person("slack", "2.4.6"), person("web", "3.1"), 90_000_000);
    }

    private static void guessing(List<Shown> desk, List<Question> one, List<Question> other, long seed) {
        double right = new Attacker(desk).right(habits(8), one, other, seed);
        assertThat(right).as("told who asked").isLessThan(0.5 + CHANCE);
    }

    /** Two pages of one thing could be taken from each other, and asking often would average the noise away. */
    static void steady(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 10; seed++) {
            SchoolLog log = new SchoolLog(seed).with(SchoolLog.others(seed, seed));
            for (int day = -14; day < 0; day++) {
                Map<String, String> one = attacker.on(log, seed, day);
                Map<String, String> next = attacker.on(log, seed, day + 1);
                one.forEach((what, stands) -> {
                    // What is added up goes when a block comes or goes; nothing else goes before it is deleted.
                    if (next.containsKey(what) || !what.contains("as of ")) {
                        assertThat(next.get(what)).as(what).isEqualTo(stands);
                    }
                });
            }
        }
    }

    /** What is asked in a week that is not over changes nothing. */
    static void wholeWeeks(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 10; seed++) {
            List<Question> others = SchoolLog.others(seed, seed);
            // Week 44 ends on 1 November and is shown from the 4th on.
            for (int day = -8; day < -1; day++) {
                SchoolLog more = new SchoolLog(seed).with(others);
                IntStream.range(0, 30).forEach(i -> more.ask(LAST_WEEK));
                assertThat(attacker.on(more, seed, day))
                        .isEqualTo(attacker.on(new SchoolLog(seed).with(others), seed, day));
            }
        }
    }

    /** What fewer than five asked is nowhere, as a number or a word. */
    static void noSmallGroup(List<Shown> desk) {
        Attacker attacker = new Attacker(desk);
        for (long seed = 0; seed < 25; seed++) {
            SchoolLog log = new SchoolLog(seed).with(SchoolLog.others(seed, seed));
            for (int i = 0; i < Groups.FEWEST - 1; i++) {
                log.ask(new Question(
                        SchoolLog.LAST - i,
                        Outcome.QUOTED,
                        "fax",
                        "9.9.9",
                        "kindly advise about the " + SchoolLog.OWN_WORD,
                        Optional.of(Verdict.NOT_ASKED)));
            }
            String all = attacker.on(log, seed, 0).toString();
            assertThat(all)
                    .doesNotContain("9.9.9")
                    .doesNotContain(SchoolLog.OWN_WORD)
                    .doesNotContain("kindly");
        }
    }
}
