package org.clausebot.answer;

import java.util.List;

/**
 * How strongly a clause speaks.
 *
 * @param stance in one word
 * @param words the words of its own that say so, as they stand in {@link org.clausebot.policy.Clause#statement()}, in
 *     order: {@code should not}, {@code unless}; empty where it only states
 */
public record Strength(Stance stance, List<String> words) {
    /** It states a fact and asks nothing of anybody. */
    static final Strength STATES = new Strength(Stance.STATES, List.of());

    public Strength {
        words = List.copyOf(words);
    }
}
