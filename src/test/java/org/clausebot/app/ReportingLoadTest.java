package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long people wait for the next step when many report at once. */
class ReportingLoadTest {
    /** What the 95th of a hundred bare requests takes when fifty ask at once on two idle cores, with room to spare. */
    private static final double BARE = 25;

    @TempDir
    Path folder;

    @Test
    void fifty_people_who_report_at_once_get_their_next_step_soon() throws Exception {
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of(
                        "CLAUSEBOT_FOLDERS_INDEX",
                        SmallIndex.in(folder.resolve("index")).toString()),
                java.io.InputStream.nullInputStream(),
                Main.writer(java.io.OutputStream.nullOutputStream()),
                Main.writer(java.io.OutputStream.nullOutputStream()),
                false,
                Clock.systemUTC());

        ReportingBench.Result result = ReportingTrial.run(surroundings, 50, 3);

        System.out.println(result.asTable());
        // A machine that is busy with something else answers everything late: the bound grows as bare requests do.
        double busy = Math.max(1, result.bare().p95() / BARE);
        assertThat(result.reports()).isEqualTo(150);
        assertThat(result.steps().keySet()).contains("(begin)", "what", "send");
        assertThat(result.all().p95()).as(result.asTable()).isLessThan(100 * busy);
    }
}
