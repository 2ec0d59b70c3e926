package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every document that has a reference and compares clause by clause. */
class ReadingScoreTest {
    private static final Logger LOG = Logger.getLogger(ReadingScoreTest.class.getName());

    static List<Fixtures.Fixture> fixtures() throws Exception {
        List<Fixtures.Fixture> all = new ArrayList<>(Fixtures.all());
        all.addAll(Fixtures.byOthers());
        return all;
    }

    private static ReadingScore score(Fixtures.Fixture fixture) throws Exception {
        List<Clause> wanted = Fixtures.read(fixture.reference()).clauses();
        List<Clause> given = Fixtures.read(fixture.document()).clauses();
        return ReadingScore.of(fixture.toString(), wanted, given);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void every_clause_is_read_with_its_bounds_number_lead_in_and_headings(Fixtures.Fixture fixture) throws Exception {
        ReadingScore score = score(fixture);
        assertThat(score.boundaryShare()).as(score.row()).isEqualTo(100);
        assertThat(score.numberShare()).as(score.row()).isEqualTo(100);
        assertThat(score.leadInShare()).as(score.row()).isEqualTo(100);
        assertThat(score.headingShare()).as(score.row()).isEqualTo(100);
    }

    @Test
    void documents_by_other_hands_taken_together_reach_what_is_asked_of_the_readers() throws Exception {
        int wanted = 0;
        int[] right = new int[3];
        List<String> rows = new ArrayList<>();
        for (Fixtures.Fixture fixture : Fixtures.byOthers()) {
            ReadingScore score = score(fixture);
            wanted += Math.max(score.wanted(), score.given());
            right[0] += score.boundaries();
            right[1] += score.numbers();
            right[2] += score.leadIns();
            rows.add(score.row());
        }
        String table = String.join("\n", rows);
        LOG.info(
                "\ndocument                                   wanted given  bounds numbers leadins headings\n" + table);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
        assertThat(right[0]).as(table).isGreaterThanOrEqualTo(wanted * 95 / 100);
        assertThat(right[1]).as(table).isGreaterThanOrEqualTo(wanted * 95 / 100);
        assertThat(right[2]).as(table).isGreaterThanOrEqualTo(wanted * 90 / 100);
    }
}
