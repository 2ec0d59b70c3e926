package org.clausebot.policy.lint;

import java.util.Optional;
import java.util.Set;

/**
 * A sentence made ready to be compared with every other.
 *
 * @param force how it binds, if it does
 * @param whole its words, weighed
 * @param core its words without its exceptions, weighed
 */
record Compared(Sentence sentence, Optional<Force> force, Similarity.Weights whole, Similarity.Weights core) {
    static Compared of(Sentence sentence, Similarity similarity) {
        Optional<Force> force = Force.of(sentence);
        Similarity.Weights whole = similarity.weigh(Words.content(sentence.text()));
        return new Compared(
                sentence,
                force,
                whole,
                force.map(f -> similarity.weigh(Words.content(f.core()))).orElse(whole));
    }

    boolean forbids() {
        return force.map(Force::forbids).orElse(false);
    }

    boolean conditional() {
        return force.map(Force::conditional).orElse(false);
    }

    boolean must() {
        return force.map(Force::must).orElse(false);
    }

    /** The words of its core, each once. */
    Set<String> words() {
        return core.words();
    }
}
