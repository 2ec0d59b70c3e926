package org.clausebot.search;

import java.util.List;

/** The fields of a clause in the index. */
final class Fields {
    /** Words that people can search in. */
    static final String TEXT = "text";

    static final String HEADING = "heading";
    static final String LEAD_IN = "leadin";
    /** Not analysed, lower case. */
    static final String NUMBER = "number";

    static final String POLICY = "policy";
    /** Words as typed in the documents, lower case, from which misspelt ones are mended. */
    static final String SPELLING = "spelling";
    /** The place of the clause among all clauses of all policies. */
    static final String ORDINAL = "ordinal";
    /** The vector of the last heading and the statement. */
    static final String VECTOR = "vector";
    /** The vectors of its sentences, one after the other. */
    static final String SENTENCES = "sentences";
    /** The vectors of the word pieces of what {@link #VECTOR} is of. */
    static final String PIECES = "pieces";

    static final List<String> FIND = List.of(HEADING, TEXT, LEAD_IN, NUMBER, POLICY);

    private Fields() {}
}
