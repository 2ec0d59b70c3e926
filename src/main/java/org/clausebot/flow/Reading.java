package org.clausebot.flow;

import java.util.List;

/** What was made of a message as an answer. */
sealed interface Reading {
    record Taken(Given given) implements Reading {}

    /** It may mean one of these; the person says which. */
    record Which(List<Given> candidates) implements Reading {
        public Which {
            candidates = List.copyOf(candidates);
        }
    }

    /** Not understood, or not possible; says why and what would do. */
    record Unread(String words) implements Reading {}
}
