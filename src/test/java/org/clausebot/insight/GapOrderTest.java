package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Sha256;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.Period;
import org.junit.jupiter.api.Test;

/** In which order gaps stand, with questions of one first word put together. */
class GapOrderTest {
    private static final List<Period> BLOCKS =
            List.of(Period.block(new IsoWeek(2026, 37)), Period.block(new IsoWeek(2026, 41)));

    private static List<Grouping.Group> byFirstWord(Sample sample) {
        Map<String, Map<String, Double>> groups = new TreeMap<>();
        sample.wordings()
                .forEach(wording -> groups.computeIfAbsent(
                                CommonWords.words(wording).getFirst(), word -> new LinkedHashMap<>())
                        .put(wording, 1.0));
        List<Grouping.Group> found = new ArrayList<>();
        groups.values().forEach(group -> found.add(new Grouping.Group(group, new float[] {1})));
        return found;
    }

    private static List<Entry.Judged> clause() {
        return List.of(new Entry.Judged(
                new Asked.Shown(new ClauseRef(new PolicyId("social-media"), "2.4.6"), "2018-06"), Optional.empty()));
    }

    private static List<String> found(MemoryLog log) {
        return new GapFinder(log, GapOrderTest::byFirstWord, text -> Sha256.hex("key" + text))
                .find(SchoolId.DEFAULT, List.of(SchoolId.DEFAULT), BLOCKS, List.of()).orElseThrow().groups().stream()
                        .map(group -> CommonWords.words(group.name()).getFirst())
                        .toList();
    }

    @Test
    void what_a_clause_answers_for_most_stands_behind_what_none_answers_however_often_it_is_missed() {
        MemoryLog log = new MemoryLog();
        for (Period block : BLOCKS) {
            for (IsoWeek week : block.weeks()) {
                log.add(week, Outcome.QUOTED, "friends with parents", clause(), 40);
                log.add(week, Outcome.NOT_COVERED, "friends with parents", List.of(), 5);
                log.add(week, Outcome.NOT_COVERED, "friends online with parents", List.of(), 3);
                log.add(week, Outcome.NOT_COVERED, "watches in lessons", List.of(), 1);
                log.add(week, Outcome.NOT_COVERED, "watches with texts in lessons", List.of(), 1);
            }
        }

        assertThat(found(log)).containsExactly("watches", "friends");
    }

    @Test
    void questions_that_clauses_answer_are_no_gap() {
        MemoryLog log = new MemoryLog();
        BLOCKS.forEach(block -> block.weeks().forEach(week -> {
            log.add(week, Outcome.QUOTED, "friends with parents", clause(), 40);
            log.add(week, Outcome.QUOTED, "friends online with parents", clause(), 40);
        }));

        assertThat(found(log)).isEmpty();
    }
}
