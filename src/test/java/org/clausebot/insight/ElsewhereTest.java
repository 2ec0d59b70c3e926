package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.Test;

class ElsewhereTest {
    private static final String WORDS = "Leave is in the Leave Policy: ask the office for it.";
    private static final Answer NOT_COVERED = new Answer.NotCovered(new Findings("how much leave", 0, List.of()));
    private static final Answer.Urgent URGENT = new Answer.Urgent(
            NOT_COVERED.findings(), Answer.Concern.PERSON_AT_RISK, List.of(), Context.NONE, Optional.of(NOT_COVERED));

    @Test
    void below_first_steps_the_schools_own_words_are_said_as_elsewhere() {
        GapDecision leave = new GapDecision(
                SchoolId.DEFAULT,
                "gap",
                GapDecision.Kind.ELSEWHERE,
                "leave",
                Optional.empty(),
                WORDS,
                List.of(),
                List.of("how much leave"),
                new float[] {1},
                new IsoWeek(2026, 46));
        Elsewhere elsewhere = new Elsewhere(() -> List.of(leave), words -> new float[] {1});

        assertThat(elsewhere.of(URGENT)).isEqualTo(URGENT.above(Optional.of(elsewhere.of(NOT_COVERED))));
        assertThat(elsewhere.of(NOT_COVERED))
                .isEqualTo(new Answer.NotCovered(NOT_COVERED.findings(), Optional.of(WORDS)));
    }

    @Test
    void first_steps_are_given_whatever_is_wrong_with_the_schools_own_words() {
        Elsewhere broken = new Elsewhere(
                () -> {
                    throw new IllegalStateException("the data base is gone");
                },
                words -> new float[] {1});

        assertThat(broken.of(URGENT)).isEqualTo(URGENT);
    }
}
