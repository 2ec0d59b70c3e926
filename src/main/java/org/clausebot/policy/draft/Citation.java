package org.clausebot.policy.draft;

/**
 * Something that names a clause by its number, and would be wrong if the number came to stand for another one.
 *
 * @param address the clause's, such as {@code 2.4.6}
 * @param kind what names it
 * @param name which one, such as a flow's title; empty for example questions
 * @param times how often
 */
public record Citation(String address, Kind kind, String name, int times) {
    /** What may name a clause. */
    public enum Kind {
        /** A guided flow shows it or rests on it. */
        FLOW,
        /** Example questions are answered with it. */
        EXAMPLES
    }
}
