package org.clausebot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every document that has a reference and compares clause by clause. */
class ReadingScoreTest {
    private static final Logger LOG = Logger.getLogger(ReadingScoreTest.class.getName());

    static List<Fixtures.Fixture> fixtures() throws Exception {
        return Fixtures.all();
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
        assertThat(score.boundaryShare()).as(score.row()).isGreaterThanOrEqualTo(99);
        assertThat(score.numberShare()).as(score.row()).isGreaterThanOrEqualTo(99);
        assertThat(score.leadInShare()).as(score.row()).isGreaterThanOrEqualTo(98);
        assertThat(score.headingShare()).as(score.row()).isGreaterThanOrEqualTo(98);
    }

    @Test
    void the_table_of_scores_is_printed() throws Exception {
        StringBuilder table = new StringBuilder(
                "\ndocument                                   wanted given  bounds numbers leadins headings\n");
        for (Fixtures.Fixture fixture : fixtures()) {
            table.append(score(fixture).row()).append('\n');
        }
        LOG.info(table.toString());
        assertThat(fixtures()).hasSizeGreaterThan(15);
    }
}
