package org.clausebot.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SchoolsTest {
    private static final Clock CLOCK = at("2026-11-22T09:00:00Z");

    @TempDir
    Path data;

    @Test
    void without_the_file_there_is_no_school_and_nothing_to_say() throws Exception {
        Schools schools = Schools.open(data, CLOCK);

        assertThat(schools.inForce(SchoolId.DEFAULT)).isEmpty();
        assertThat(schools.findings(Set.of(Role.HEADTEACHER), Set.of())).isEmpty();
        assertThat(schools.remarks()).isEmpty();
        assertThat(schools.refresh()).isFalse();
    }

    @Test
    void a_broken_file_is_refused_at_the_start() throws Exception {
        write(SchoolFileTest.SCHOOL.replace("lado:", "ladoo:"));

        assertThatThrownBy(() -> Schools.open(data, CLOCK))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("school.yaml:13: ");
    }

    @Test
    void a_change_is_taken_over_once_it_looks_the_same_twice() throws Exception {
        write(SchoolFileTest.SCHOOL);
        Schools schools = Schools.open(data, CLOCK);

        write(SchoolFileTest.SCHOOL.replace("Jane Smith", "Jean Smyth"));

        assertThat(schools.refresh()).isFalse();
        assertThat(head(schools)).isEqualTo("Jane Smith");
        assertThat(schools.refresh()).isTrue();
        assertThat(head(schools)).isEqualTo("Jean Smyth");
        assertThat(schools.refresh()).isFalse();
    }

    @Test
    void a_file_that_appears_later_is_taken_over() throws Exception {
        Schools schools = Schools.open(data, CLOCK);

        write(SchoolFileTest.SCHOOL);
        schools.refresh();

        assertThat(schools.refresh()).isTrue();
        assertThat(head(schools)).isEqualTo("Jane Smith");
    }

    @Test
    void a_file_that_breaks_or_vanishes_changes_nothing_and_the_log_repeats_nothing_of_it() throws Exception {
        write(SchoolFileTest.SCHOOL);
        Schools schools = Schools.open(data, CLOCK);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(Schools.class);
        logger.addAppender(log);
        try {
            write(SchoolFileTest.SCHOOL.replace("phone: 01628 000001", "phone: secretly 07700"));
            schools.refresh();
            assertThat(schools.refresh()).isFalse();
            assertThat(head(schools)).isEqualTo("Jane Smith");

            Files.delete(data.resolve("school.yaml"));
            schools.refresh();
            assertThat(schools.refresh()).isFalse();
            assertThat(head(schools)).isEqualTo("Jane Smith");
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).hasSize(2);
        assertThat(log.list.getFirst().getFormattedMessage()).contains("(line 5)");
        assertThat(log.list)
                .allSatisfy(
                        event -> assertThat(event.getFormattedMessage()).doesNotContain("secretly", "07700", "jane"))
                .allSatisfy(event -> assertThat(event.getThrowableProxy()).isNull());
    }

    @Test
    void a_new_day_brings_the_next_edition_by_the_schools_own_clock() throws Exception {
        String next = SchoolFileTest.SCHOOL
                .substring(SchoolFileTest.SCHOOL.indexOf("  - from"))
                .replace("from: 2026-09-01", "from: 2027-07-01")
                .replace("Jane Smith", "Jean Smyth");
        write(SchoolFileTest.SCHOOL + next);

        // Half past midnight in Maidenhead is still the day before at Greenwich.
        assertThat(head(Schools.open(data, at("2027-06-30T22:30:00Z")))).isEqualTo("Jane Smith");
        assertThat(head(Schools.open(data, at("2027-06-30T23:30:00Z")))).isEqualTo("Jean Smyth");
    }

    @Test
    void an_edition_that_is_still_to_come_is_a_finding() throws Exception {
        write(SchoolFileTest.SCHOOL);
        Schools schools = Schools.open(data, at("2026-08-01T09:00:00Z"));

        assertThat(schools.inForce(SchoolId.DEFAULT)).isEmpty();
        assertThat(schools.findings(Set.of(), Set.of()))
                .singleElement()
                .asString()
                .contains("No edition is in force yet; the first begins on 2026-09-01");
    }

    @Test
    void another_school_has_no_settings_here() throws Exception {
        write(SchoolFileTest.SCHOOL);

        assertThat(Schools.open(data, CLOCK).inForce(new SchoolId("another"))).isEmpty();
    }

    private void write(String text) throws Exception {
        Files.writeString(data.resolve("school.yaml"), text);
    }

    private static String head(Schools schools) {
        return schools.inForce(SchoolId.DEFAULT)
                .orElseThrow()
                .person("jane-smith")
                .orElseThrow()
                .name();
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
    }
}
