package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many who report at once, as fast as the server lets them and with short pauses; {@code bench --reporting} prints how long
 * they wait. That is not asserted: it is mostly about what else the machine does.
 */
class ReportingLoadTest {
    @TempDir
    Path folder;

    @Test
    void fifty_people_who_report_at_once_all_get_their_receipts() throws Exception {
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

        ReportingBench.Pauses pauses = new ReportingBench.Pauses(Duration.ofMillis(50), Duration.ofMillis(300), 1);
        ReportingBench.Result result = ReportingTrial.run(surroundings, 50, 2, pauses);

        assertThat(result.saturated().reports()).isEqualTo(100);
        assertThat(result.saturated().steps().keySet()).contains("(begin)", "what", "send");
        assertThat(result.paced().reports()).isEqualTo(50);
        assertThat(result.paced().steps().keySet()).contains("(begin)", "what", "send");
        assertThat(result.asTable())
                .contains("50 people at once, who pause 0.1 to 0.3 s before each step: 50 reports")
                .contains("50 people at once, without a pause: 100 reports");
    }
}
