package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clausebot.insight.Sample.Place;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final IsoWeek WEEK = new IsoWeek(2026, 41);

    private static Place place(int id) {
        return new Place(SchoolId.DEFAULT, WEEK, WEEK, true, true, Sample.lot("id of sixteen bytes " + id));
    }

    /** Each of so many wordings once, and one that all use as often as all others together. */
    private static Sample asked(int most, int wordings) {
        Sample sample = new Sample(most);
        for (int i = 0; i < wordings; i++) {
            sample.add("question " + i, place(2 * i));
            sample.add("what everybody asks", place(2 * i + 1));
        }
        return sample;
    }

    private static int questions(Sample sample, String wording) {
        return sample.places(wording).size();
    }

    @Test
    void as_long_as_there_are_few_wordings_every_question_is_held() {
        Sample sample = asked(1_001, 1_000);

        assertThat(sample.oneIn()).isEqualTo(1);
        assertThat(sample.wordings()).hasSize(1_001);
        assertThat(questions(sample, "what everybody asks")).isEqualTo(1_000);
    }

    @Test
    void of_too_many_a_part_of_the_questions_is_held_that_stands_for_all_however_they_are_worded() {
        Sample sample = asked(500, 4_000);

        assertThat(sample.wordings()).hasSizeLessThanOrEqualTo(500).hasSizeGreaterThan(200);
        assertThat(sample.oneIn()).isGreaterThanOrEqualTo(8);
        int inOneWay = questions(sample, "what everybody asks") * sample.oneIn();
        int inTheirOwn = (sample.wordings().size() - 1) * sample.oneIn();
        assertThat(inOneWay).isBetween(3_200, 4_800);
        assertThat(inTheirOwn).isBetween(3_200, 4_800);
    }

    @Test
    void the_part_is_the_same_whatever_the_order_in_which_questions_are_read() {
        Sample sample = asked(500, 4_000);
        Sample backwards = new Sample(500);
        IntStream.range(0, 4_000).forEach(i -> {
            backwards.add("question " + (3_999 - i), place(2 * (3_999 - i)));
            backwards.add("what everybody asks", place(2 * (3_999 - i) + 1));
        });

        assertThat(backwards.oneIn()).isEqualTo(sample.oneIn());
        assertThat(Set.copyOf(backwards.wordings())).isEqualTo(Set.copyOf(sample.wordings()));
    }

    @Test
    void a_part_of_it_is_chosen_in_the_same_way() {
        Sample sample = asked(2_000, 1_000);
        List<String> some = sample.wordings(300);

        assertThat(some).hasSizeBetween(150, 300).contains("what everybody asks");
        assertThat(new HashSet<>(sample.wordings())).containsAll(some);
        assertThat(sample.wordings(2_000)).isEqualTo(sample.wordings());
    }
}
