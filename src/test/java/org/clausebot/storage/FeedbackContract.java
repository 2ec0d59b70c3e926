package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Feedback.Tally;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.Feedback.Vote;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Feedback} keeps to. */
abstract class FeedbackContract {
    private static final PolicyId POLICY = new PolicyId("social-media");
    private static final IsoWeek WEEK = new IsoWeek(2026, 47);

    abstract Feedback feedback();

    private static Vote vote(String number, int bullet, Verdict verdict) {
        return new Vote(WEEK, new ClauseRef(POLICY, number, bullet), "2018-06", verdict);
    }

    @Test
    void votes_that_agree_in_everything_are_counted_together() {
        Vote helpful = vote("2.6.2", 0, Verdict.HELPFUL);
        Vote not = vote("2.6.2", 0, Verdict.NOT_ASKED);
        Vote bullet = vote("1.1.1", 3, Verdict.HELPFUL);
        for (Vote vote : List.of(helpful, helpful, not, bullet)) {
            feedback().record(SchoolId.DEFAULT, vote, Optional.empty());
        }
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY))
                .containsExactlyInAnyOrder(new Tally(helpful, 2), new Tally(not, 1), new Tally(bullet, 1));
    }

    @Test
    void a_vote_that_replaces_another_takes_it_back() {
        Vote helpful = vote("2.6.2", 0, Verdict.HELPFUL);
        Vote not = vote("2.6.2", 0, Verdict.NOT_ASKED);
        feedback().record(SchoolId.DEFAULT, helpful, Optional.empty());
        feedback().record(SchoolId.DEFAULT, helpful, Optional.empty());
        feedback().record(SchoolId.DEFAULT, not, Optional.of(helpful));
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY))
                .containsExactlyInAnyOrder(new Tally(helpful, 1), new Tally(not, 1));
        feedback().record(SchoolId.DEFAULT, not, Optional.of(helpful));
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY)).containsExactly(new Tally(not, 2));
    }

    @Test
    void taking_back_a_vote_that_was_never_counted_harms_nothing() {
        Vote helpful = vote("2.6.2", 0, Verdict.HELPFUL);
        feedback().record(SchoolId.DEFAULT, helpful, Optional.of(vote("2.6.2", 0, Verdict.NOT_ASKED)));
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY)).containsExactly(new Tally(helpful, 1));
    }

    @Test
    void schools_and_policies_are_kept_apart() {
        feedback().record(SchoolId.DEFAULT, vote("1", 0, Verdict.HELPFUL), Optional.empty());
        assertThat(feedback().tally(new SchoolId("other"), POLICY)).isEmpty();
        assertThat(feedback().tally(SchoolId.DEFAULT, new PolicyId("other"))).isEmpty();
    }

    @Test
    void addresses_of_any_form_come_back_as_they_were() {
        List<String> numbers = List.of("What we mean ¶4", "3(d)(ii)", "2.1 (2nd)", "a'); DROP TABLE feedback; --");
        for (String number : numbers) {
            feedback().record(SchoolId.DEFAULT, vote(number, 0, Verdict.HELPFUL), Optional.empty());
        }
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY))
                .extracting(t -> t.vote().clause().number())
                .containsExactlyInAnyOrderElementsOf(numbers);
    }

    @Test
    void no_vote_is_lost_when_many_vote_at_once() {
        Vote vote = vote("2.6.2", 0, Verdict.HELPFUL);
        IntStream.range(0, 40).parallel().forEach(i -> feedback().record(SchoolId.DEFAULT, vote, Optional.empty()));
        assertThat(feedback().tally(SchoolId.DEFAULT, POLICY)).containsExactly(new Tally(vote, 40));
    }
}
