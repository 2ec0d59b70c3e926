package org.clausebot.chat;

import java.util.List;
import org.clausebot.answer.Quote;

/** Finds clauses for people who know what they look for. */
public interface ClauseFinder {
    /**
     * @param query in the query language, such as {@code heading:communication AND "personal information"}
     * @param limit how many clauses at most
     */
    Found find(String query, int limit);

    /** What came of it. */
    sealed interface Found {
        /** @param quotes best first; may be empty */
        record Hits(List<Quote> quotes) implements Found {
            public Hits {
                quotes = List.copyOf(quotes);
            }
        }

        /**
         * The query cannot be understood.
         *
         * @param message what is wrong, in words for the person
         * @param column where, counted from 1 in characters of the query; one past its end when something is missing
         */
        record Malformed(String message, int column) implements Found {
            public Malformed {
                if (message.isBlank() || column < 1) {
                    throw new IllegalArgumentException("A mistake has words and a column from 1");
                }
            }
        }
    }
}
