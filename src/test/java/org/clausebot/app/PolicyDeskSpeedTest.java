package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the policy desk, in a whole server with a simulated year in it. */
class PolicyDeskSpeedTest {
    private static final int ROUNDS = 16;
    /** By the clock of a quiet machine, a page is to take less. */
    private static final int MOST_MILLIS = 300;

    @TempDir
    private Path folder;

    /**
     * In processor time, of all threads together: how long other programs make a page wait says nothing of it. After the
     * rounds memory is as it was before them: what two hundred pages leave behind is a small part of what one of them needs.
     */
    @Test
    void each_page_takes_less_than_300_ms_and_two_hundred_of_them_leave_nothing_behind() throws Exception {
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "CLAUSEBOT_FOLDERS_INDEX",
                        SmallIndex.in(folder.resolve("index")).toString()),
                InputStream.nullInputStream(),
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                false,
                // The same day whenever this runs, and one on which the people of the example are in office.
                Clock.offset(
                        Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-11-23T09:00:00Z"))));

        PageFigures figures = DeskTrial.run(surroundings, 1, 3, ROUNDS);

        assertThat(figures.gaps()).isGreaterThan(4);
        assertThat(figures.pages()).hasSizeGreaterThan(12);
        assertThat(figures.dearest()).as(figures.asTable()).isLessThan(MOST_MILLIS);
        assertThat(figures.heapAfter() - figures.heapBefore())
                .as(figures.asTable())
                .isLessThan(8L << 20);
    }

    @Test
    void the_table_tells_how_long_half_of_the_times_and_nineteen_of_twenty_took_of_each_page() {
        PageFigures.Times times = new PageFigures.Times(20);
        for (int i = 0; i < 20; i++) {
            times.clock()[i] = 20L - i;
            times.processor()[i] = 100L + i;
        }
        PageFigures figures = new PageFigures(
                1_234,
                7,
                Duration.ofSeconds(9),
                Map.of("/a/page", times),
                new PageFigures.Memory(OptionalLong.of(300L << 20), 50L << 20),
                new PageFigures.Memory(OptionalLong.of(301L << 20), 51L << 20),
                1.5);

        assertThat(figures.slowest()).isEqualTo(19);
        assertThat(figures.dearest()).isEqualTo(118);
        assertThat(figures.asTable())
                .contains("1,234 questions; 7 gaps, found within 9 s")
                .containsPattern("/a/page +10 +19 +118")
                .contains("300 MB before these rounds, 301 MB after")
                .contains("50 MB before, 51 MB after")
                .contains("1.5 on ");
    }
}
