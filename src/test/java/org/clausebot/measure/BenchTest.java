package org.clausebot.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BenchTest {
    private final AtomicLong clock = new AtomicLong();

    @Test
    void the_answer_is_timed_against_the_limit() {
        Bench bench = new Bench(
                List.of("a", "bb"),
                question -> clock.addAndGet(question.length() * 3_000_000L),
                question -> clock.addAndGet(question.length() * 2_000_000L),
                clock::get);
        Bench.Result result = bench.run(50);
        assertThat(result.answerMedian()).isEqualTo(3);
        assertThat(result.answerP99()).isEqualTo(6);
        assertThat(result.limitMedian()).isEqualTo(2);
        assertThat(result.ratio()).isCloseTo(1.5, within(1e-9));
        // 100 answers of 4.5 ms each in the mean
        assertThat(result.perSecond()).isCloseTo(1000 / 4.5, within(1e-6));
        assertThat(result.asTable()).contains("answer to limit, ratio", "1.50");
    }

    @Test
    void a_quantile_is_a_value_that_was_seen() {
        double[] sorted = {1, 2, 3, 4};
        assertThat(Bench.quantile(sorted, 0.5)).isEqualTo(2);
        assertThat(Bench.quantile(sorted, 0.99)).isEqualTo(4);
        assertThat(Bench.quantile(sorted, 0)).isEqualTo(1);
    }

    @Test
    void resident_memory_is_read_where_the_system_tells_it() {
        Bench.resident().ifPresent(bytes -> assertThat(bytes).isGreaterThan(10_000_000L));
    }

    @Test
    void no_questions_are_refused() {
        assertThatThrownBy(() -> new Bench(List.of(), q -> {}, q -> {}, System::nanoTime))
                .hasMessageContaining("needs questions");
    }
}
