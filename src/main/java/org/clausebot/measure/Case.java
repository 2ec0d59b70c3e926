package org.clausebot.measure;

import java.util.Map;

/**
 * A question whose answer is known.
 *
 * @param id its name in its file
 * @param question as typed
 * @param gold the clauses that bear on it: 2 answers it, 1 supports. The key is a clause's address, with
 *     {@code policy/} before it where several policies could have it; empty when no clause answers it
 */
record Case(String id, String question, Map<String, Integer> gold) {
    Case {
        gold = Map.copyOf(gold);
    }

    boolean answerable() {
        return !gold.isEmpty();
    }
}
