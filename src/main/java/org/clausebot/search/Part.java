package org.clausebot.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A part of how clauses are found. Any can be left out when it is measured what each is worth; nobody else does. */
public enum Part {
    /** Likeness to example questions. */
    EXAMPLES,
    /** Likeness of meaning between a question and a clause. */
    VECTORS,
    /** Words that a question and a clause have in common. */
    WORDS,
    /** Staff words that stand for policy words. */
    SYNONYMS,
    /** The mending of typing mistakes. */
    SPELLING,
    /** The comparison of the best clauses with the question word by word. */
    LATE;

    /** The name in commands: {@code examples}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of this name, if there is one. */
    public static Optional<Part> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /** Whether something to find clauses by is left without {@code parts}. */
    public static boolean leaveEnough(Set<Part> parts) {
        return !parts.containsAll(List.of(EXAMPLES, VECTORS, WORDS));
    }
}
