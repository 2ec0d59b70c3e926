package org.clausebot.chat;

import java.time.LocalDate;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;

/**
 * The policies as they were. Whatever comes from here says in its policy's title from when to when it was in force, so that
 * nobody takes it for what holds today.
 */
public interface PastPolicies {
    /** Where no earlier version is kept. */
    PastPolicies NONE = new PastPolicies() {
        @Override
        public boolean isKept() {
            return false;
        }

        @Override
        public Optional<Answer> answer(LocalDate first, LocalDate last, Question question) {
            return Optional.empty();
        }

        @Override
        public Optional<Policy> on(PolicyId id, LocalDate day) {
            return Optional.empty();
        }
    };

    /** Whether earlier versions are kept at all; where they are not, nobody is answered about them. */
    default boolean isKept() {
        return true;
    }

    /** What the versions say that were in force between two days, both included; empty where none of that time is kept. */
    Optional<Answer> answer(LocalDate first, LocalDate last, Question question);

    /** The version of a policy that was in force on {@code day}; empty where none is kept. */
    Optional<Policy> on(PolicyId id, LocalDate day);
}
