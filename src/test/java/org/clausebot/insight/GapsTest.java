package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Slices;
import org.clausebot.search.TestModel;
import org.clausebot.simulate.SimulatedYear;
import org.clausebot.simulate.Truths;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gaps of a simulated year of a small trust, whose truths are known. */
class GapsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 20);

    @TempDir
    private Path folder;

    private static String keyed(String text) {
        long mixed = 1125899906842597L;
        StringBuilder hash = new StringBuilder();
        for (int round = 0; hash.length() < 32; round++) {
            for (char c : (text + round).toCharArray()) {
                mixed = 31 * mixed + c;
            }
            mixed = (mixed ^ mixed >>> 29) * 0x9E3779B97F4A7C15L;
            hash.append(String.format(Locale.ROOT, "%016x", mixed ^ mixed >>> 32));
        }
        return hash.toString();
    }

    /** Words as directions: sentences that share words lie together. A model of meaning is measured elsewhere. */
    private static float[] meaning(String words) {
        float[] vector = new float[256];
        for (String word : CommonWords.words(words)) {
            if (word.length() > 3) {
                String stem = word.substring(0, Math.min(5, word.length()));
                vector[Math.floorMod(stem.hashCode() * 31, vector.length)] += 1;
            }
        }
        double length = Math.sqrt(Clusters.cosine(vector, vector));
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }

    private static SimulatedYear.Settings year(int schools) {
        return new SimulatedYear.Settings(schools, 3, TODAY, new PolicyId("social-media"), "June 2018");
    }

    private static GapFindings find(LogRows rows, List<SchoolId> schools) {
        Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        return new GapFinder(rows, GapsTest::meaning, GapsTest::keyed)
                .find(SchoolId.DEFAULT, schools, new Slices(rows, GapsTest::keyed, 52, clock).blocks(), List.of())
                .orElseThrow();
    }

    @Test
    void words_that_one_person_uses_and_small_groups_are_never_shown() {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("log.db"))) {
            Truths truths = SimulatedYear.write(year(1), storage.questionLog());
            GapFindings found = find(storage.questionLog(), truths.schools());
            assertThat(found.groups()).hasSizeGreaterThan(4);
            List<String> shown = new ArrayList<>();
            found.groups().forEach(group -> {
                shown.add(group.name().toLowerCase(Locale.UK));
                group.wordings().forEach(words -> shown.add(words.toLowerCase(Locale.UK)));
            });
            assertThat(truths.person().entries()).hasSizeGreaterThan(5);
            assertThat(shown).noneMatch(words -> words.contains("wise machine") || words.contains("obliged"));
            assertThat(shown).noneMatch(words -> words.contains("drone") || words.contains("podcast"));
            assertThat(shown).noneMatch(words -> words.contains("[name]"));
            assertThat(find(storage.questionLog(), truths.schools()))
                    .usingRecursiveComparison()
                    .isEqualTo(found);
        }
    }

    @Test
    void findings_and_decisions_are_kept_and_followed_and_can_be_taken_back() {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("log.db"))) {
            Truths truths = SimulatedYear.write(year(1), storage.questionLog());
            Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            Slices slices = new Slices(storage.questionLog(), GapsTest::keyed, 52, clock);
            Gaps gaps = gaps(storage, slices, truths.schools());
            assertThat(gaps.findings(SchoolId.DEFAULT)).isEmpty();
            assertThat(gaps.refresh(SchoolId.DEFAULT)).isTrue();
            assertThat(gaps.refresh(SchoolId.DEFAULT)).isFalse();
            GapGroup group =
                    gaps.findings(SchoolId.DEFAULT).orElseThrow().groups().getFirst();
            gaps.decide(GapSamples.elsewhere(group, "Leave is in the leave policy: ask the office."));
            Gaps again = gaps(storage, slices, truths.schools());
            assertThat(again.findings(SchoolId.DEFAULT))
                    .usingRecursiveComparison()
                    .isEqualTo(gaps.findings(SchoolId.DEFAULT));
            assertThat(again.decision(SchoolId.DEFAULT, group.id()).map(GapDecision::words))
                    .contains("Leave is in the leave policy: ask the office.");
            assertThat(again.takeBack(SchoolId.DEFAULT, group.id())).isPresent();
            assertThat(gaps(storage, slices, truths.schools()).decisions(SchoolId.DEFAULT))
                    .isEmpty();
        }
    }

    private static Gaps gaps(SqliteStorage storage, Slices slices, List<SchoolId> schools) {
        return new Gaps(
                storage.gaps(),
                new GapFinder(storage.questionLog(), GapsTest::meaning, GapsTest::keyed),
                slices::blocks,
                () -> schools);
    }

    @Test
    void with_the_programs_own_model_the_first_ten_gaps_of_a_school_hold_eight_of_the_ten_that_were_planted() {
        try (SqliteStorage storage = SqliteStorage.open(folder.resolve("log.db"))) {
            Truths truths = SimulatedYear.write(year(1), storage.questionLog());
            Map<String, String> matters = new HashMap<>();
            Stream.of(truths.gaps(), truths.covered(), truths.offTopic(), truths.small())
                    .flatMap(List::stream)
                    .forEach(each -> each.wordings().forEach(words -> matters.put(words, each.id())));
            Set<String> planted = truths.gaps().stream().map(Truths.Planted::id).collect(Collectors.toSet());
            Clock clock = Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
            GapMeasure.Result found = new GapMeasure(matters, planted)
                    .of(
                            new GapFinder(storage.questionLog(), TestModel.get()::question, GapsTest::keyed),
                            SchoolId.DEFAULT,
                            truths.schools(),
                            new Slices(storage.questionLog(), GapsTest::keyed, 52, clock).blocks())
                    .orElseThrow();
            assertThat(planted).hasSize(10);
            assertThat(found.found()).as("missed %s", found.missed()).isGreaterThanOrEqualTo(8);
            assertThat(found.first())
                    .hasSize(10)
                    .filteredOn(GapMeasure.Line::finds)
                    .allMatch(l -> l.purity() > 0.5);
        }
    }
}
