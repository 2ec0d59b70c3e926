package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who report at once, as fast as the server lets them; {@code bench --reporting} prints how long they wait. */
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

        ReportingBench.Result result = ReportingTrial.run(surroundings, 50, 3);

        assertThat(result.reports()).isEqualTo(150);
        assertThat(result.steps().keySet()).contains("(begin)", "what", "send");
    }
}
