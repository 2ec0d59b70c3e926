package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Outcome;
import org.clausebot.search.Stems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can learn from the words that are shown. */
class StaffWordsTest {
    private static final List<String> VOCABULARY = List.of(
            "friend", "parent", "pupil", "facebook", "photo", "trip", "phone", "message", "private", "account",
            "video", "classroom", "online", "tutor", "daughter", "drone", "allegation", "wedding", "blog", "follow");
    private static final IsoWeek WEEK = new IsoWeek(2026, 41);

    private static List<String> shown(LogWorld world, Instant now) {
        return new StaffWords(world, world.slices(now))
                .of(SchoolId.DEFAULT).stream()
                        .flatMap(said -> said.words().stream())
                        .toList();
    }

    private static List<String> shown(LogWorld world) {
        return shown(world, LogWorld.NOVEMBER);
    }

    /** Ways to ask the same, so that asking again in one week does not count as one. */
    private static void askedByMany(LogWorld world, int times, String... words) {
        for (int i = 0; i < times; i++) {
            IsoWeek week = new IsoWeek(2026, 41 + i / words.length % 4);
            world.askTimes(1, week, words[i % words.length], "2.1.5");
        }
    }

    private static final String[] MANY = {
        "can I friend a parent on facebook",
        "friend request from a parent",
        "parent wants to be my friend on facebook",
        "is a parent allowed as a friend",
        "facebook friend parent",
        "may I accept a friend request of a parent"
    };

    @Test
    void what_many_ask_of_a_clause_is_shown_in_their_words_three_at_most() {
        LogWorld world = new LogWorld(1);
        askedByMany(world, 80, MANY);
        assertThat(shown(world)).isNotEmpty().hasSizeLessThanOrEqualTo(StaffWords.MOST).doesNotHaveDuplicates();
        assertThat(MANY).containsAll(shown(world));
    }

    @Test
    void a_question_with_a_word_of_its_own_is_never_shown() {
        LogWorld world = new LogWorld(2);
        askedByMany(world, 80, MANY);
        for (int i = 0; i < 4; i++) {
            world.askTimes(1, new IsoWeek(2026, 41 + i), "friend a parent of my stepdaughter", "2.1.5");
        }
        assertThat(shown(world)).isNotEmpty().noneMatch(words -> words.contains("stepdaughter"));
    }

    @Test
    void what_one_asks_again_and_again_in_a_week_counts_once() {
        LogWorld world = new LogWorld(3);
        world.askTimes(200, WEEK, "can I keep my drone", "2.1.5");
        assertThat(shown(world)).isEmpty();
    }

    @Test
    void a_question_in_which_something_was_hidden_is_never_shown() {
        LogWorld world = new LogWorld(4);
        askedByMany(world, 80, "friend [name]", "friend [name] facebook", "facebook [name]", "[name] friend request");
        assertThat(shown(world)).isEmpty();
    }

    @Test
    void of_weeks_that_are_not_over_or_no_longer_whole_nothing_is_shown() {
        LogWorld world = new LogWorld(5);
        askedByMany(world, 80, MANY);
        assertThat(shown(world, Instant.parse("2026-11-03T10:00:00Z"))).isEmpty();
        assertThat(shown(world, Instant.parse("2026-11-04T10:00:00Z"))).isNotEmpty();
        assertThat(shown(world, Instant.parse("2027-05-11T10:00:00Z"))).isEmpty();
    }

    @Test
    void another_school_sees_nothing_of_it() {
        LogWorld world = new LogWorld(6);
        askedByMany(world, 80, MANY);
        assertThat(new StaffWords(world, world.slices(LogWorld.NOVEMBER)).of(new SchoolId("another")))
                .isEmpty();
    }

    /**
     * Over random logs: each word that is shown was used by five questions or more of the same weeks, and each question was
     * asked of its clause by five or more with like words.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void no_word_is_ever_shown_that_fewer_than_five_used_and_no_question_that_fewer_asked(long seed) {
        Random random = new Random(seed);
        LogWorld world = random(seed, random, 40 + random.nextInt(400));
        StaffWords words = new StaffWords(world, world.slices(LogWorld.NOVEMBER));
        for (StaffWords.Said said : words.of(SchoolId.DEFAULT)) {
            assertThat(said.words()).hasSizeBetween(1, StaffWords.MOST);
            List<Entry> all = all(world, said);
            List<Entry> group = all.stream()
                    .filter(entry ->
                            entry.clauses().getFirst().shown().clause().equals(said.clause()))
                    .toList();
            for (String one : said.words()) {
                Set<String> stems = Stems.of(one);
                assertThat(stems).allSatisfy(stem -> assertThat(using(all, Set.of(stem)))
                        .isGreaterThanOrEqualTo(Groups.FEWEST));
                assertThat(using(group, stems)).isGreaterThanOrEqualTo(Groups.FEWEST);
            }
        }
    }

    /** How many use at least one of the words. */
    private static long using(List<Entry> entries, Set<String> stems) {
        return entries.stream()
                .filter(entry -> Stems.of(entry.words()).stream().anyMatch(stems::contains))
                .count();
    }

    private static List<Entry> all(LogWorld world, StaffWords.Said said) {
        return Stream.iterate(said.first().week(), week -> week <= said.last().week(), week -> week + 1)
                .flatMap(week ->
                        world.entries(SchoolId.DEFAULT, new IsoWeek(said.first().year(), week)).stream())
                .filter(entry -> !entry.clauses().isEmpty())
                .toList();
    }

    /** Words are drawn unevenly, so that some are common and some are one person's. */
    private static LogWorld random(long seed, Random random, int questions) {
        LogWorld world = new LogWorld(seed);
        for (int i = 0; i < questions; i++) {
            Set<String> words = new HashSet<>();
            int length = 1 + random.nextInt(3);
            while (words.size() < length) {
                words.add(VOCABULARY.get((int) (VOCABULARY.size() * Math.pow(random.nextDouble(), 3))));
            }
            world.ask(
                    new IsoWeek(2026, 37 + random.nextInt(8)),
                    Outcome.QUOTED,
                    "web",
                    String.join(" ", words),
                    random.nextInt(3) == 0 ? "2.4.6" : "2.1.5");
        }
        return world;
    }

    /**
     * The attacker knows every question of the school but one, and which words it would have had; they see the desk with it
     * or without it. Taken over many schools, the views differ for two in three at the very most, since one question in three is
     * left out; here they differ far less often.
     */
    @Test
    void who_knows_all_questions_but_one_mostly_sees_the_same_whether_it_was_asked_or_not() {
        int differ = 0;
        int schools = 300;
        for (int i = 0; i < schools; i++) {
            Random random = new Random(1_000 + i);
            LogWorld world = random(1_000 + i, random, 120);
            List<String> without = new ArrayList<>(shown(world));
            world.askTimes(1, WEEK, "friend parent", "2.1.5");
            differ += shown(world).equals(without) ? 0 : 1;
        }
        assertThat((double) differ / schools).as("told apart").isLessThan(0.3);
    }

    /** The worst that can be: exactly four others use a word that only they and the one use. */
    @Test
    void a_word_that_four_others_are_known_to_use_hardly_tells_that_the_fifth_used_it() {
        int seen = 0;
        int schools = 500;
        for (int i = 0; i < schools; i++) {
            LogWorld world = new LogWorld(i);
            askedByMany(world, 60, MANY);
            for (int other = 0; other < 5; other++) {
                world.askTimes(1, new IsoWeek(2026, 41 + other % 4), "facebook drone " + "friend ".repeat(other % 2), "2.1.5");
            }
            seen += shown(world).stream().anyMatch(words -> words.contains("drone")) ? 1 : 0;
        }
        assertThat((double) seen / schools).isLessThan(0.05);
    }
}
