package org.clausebot.search;

import java.util.Map;

/**
 * A sentence somebody wrote and what it is an example of.
 *
 * @param text as written
 * @param labels what it is an example of and how much, 0 to 1; empty for an example of nothing
 */
public record Example(String text, Map<String, Double> labels) {
    public Example {
        labels = Map.copyOf(labels);
        if (text.isBlank()) {
            throw new IllegalArgumentException("An example has words");
        }
    }
}
