package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.clausebot.incident.Notices;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Notices} keeps to. */
abstract class NoticesContract {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration CLAIM = Duration.ofMinutes(5);

    abstract Notices notices();

    private Notice queued(String id, Instant at) {
        Notice notice = Notice.fresh(id, SchoolId.DEFAULT, "amina-khan", at);
        notices().queue(notice);
        return notice;
    }

    private List<String> due(Instant now) {
        return notices().due(now, 10).stream().map(Notice::id).toList();
    }

    @Test
    void a_queued_notice_is_due_from_its_time_on_and_the_longest_due_comes_first() {
        queued("b", NOW.plusSeconds(1));
        Notice first = queued("a", NOW);
        assertThat(notices().due(NOW.minusSeconds(1), 10)).isEmpty();
        assertThat(notices().due(NOW, 10)).containsExactly(first);
        assertThat(due(NOW.plusSeconds(1))).containsExactly("a", "b");
        assertThat(notices().due(NOW.plusSeconds(1), 1)).containsExactly(first);
    }

    @Test
    void a_claimed_notice_is_given_to_nobody_else_until_the_claim_runs_out() {
        queued("a", NOW);
        assertThat(notices().claim("a", NOW, NOW.plus(CLAIM))).isTrue();
        assertThat(notices().claim("a", NOW, NOW.plus(CLAIM))).isFalse();
        assertThat(due(NOW.plus(CLAIM).minusMillis(1))).isEmpty();
        assertThat(due(NOW.plus(CLAIM))).containsExactly("a");
        assertThat(notices().due(NOW.plus(CLAIM), 10).getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void what_was_accepted_once_is_never_given_out_again() {
        queued("a", NOW);
        notices().claim("a", NOW, NOW.plus(CLAIM));
        notices().accepted("a", NOW.plusSeconds(1));
        notices().accepted("a", NOW.plusSeconds(2));
        notices().failed("a", NOW.plusSeconds(3));
        Instant later = NOW.plus(Duration.ofDays(400));
        assertThat(due(later)).isEmpty();
        assertThat(notices().claim("a", later, later.plus(CLAIM))).isFalse();
        assertThat(notices().stuck(SchoolId.DEFAULT, 0)).isEmpty();
    }

    @Test
    void a_failed_notice_waits_for_its_next_attempt() {
        queued("a", NOW);
        notices().claim("a", NOW, NOW.plus(CLAIM));
        Instant next = NOW.plus(Duration.ofMinutes(1));
        notices().failed("a", next);
        assertThat(due(next.minusMillis(1))).isEmpty();
        assertThat(notices().claim("a", next.minusMillis(1), next.plus(CLAIM))).isFalse();
        assertThat(due(next)).containsExactly("a");
        assertThat(notices().claim("a", next, next.plus(CLAIM))).isTrue();
    }

    @Test
    void stuck_are_those_of_the_school_tried_often_enough() {
        queued("a", NOW);
        queued("b", NOW);
        notices().queue(Notice.fresh("c", new SchoolId("other"), "amina-khan", NOW));
        for (String id : List.of("a", "c")) {
            notices().claim(id, NOW, NOW.plus(CLAIM));
            notices().failed(id, NOW);
        }
        assertThat(notices().stuck(SchoolId.DEFAULT, 1)).extracting(Notice::id).containsExactly("a");
        assertThat(notices().stuck(SchoolId.DEFAULT, 2)).isEmpty();
    }

    @Test
    void only_what_was_accepted_long_ago_is_forgotten() {
        queued("a", NOW);
        queued("b", NOW);
        notices().accepted("a", NOW);
        notices().forget(NOW.plusSeconds(1));
        notices().queue(Notice.fresh("a", SchoolId.DEFAULT, "amina-khan", NOW));
        assertThat(due(NOW)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void of_many_workers_one_gets_a_notice() {
        queued("a", NOW);
        long got = IntStream.range(0, 16)
                .parallel()
                .filter(i -> notices().claim("a", NOW, NOW.plus(CLAIM)))
                .count();
        assertThat(got).isEqualTo(1);
    }
}
