package org.clausebot.answer;

/** How strongly the quoted clauses speak, never more strongly than their own modal words. */
public enum Stance {
    MUST_NOT("must-not"),
    SHOULD_NOT("should-not"),
    MUST("must"),
    SHOULD("should"),
    MAY("may"),
    /** It depends: the clause carries an "unless", "only if" or "where". */
    CONDITIONAL("conditional"),
    /** It states a fact and asks nothing of anybody. */
    STATES("states"),
    /** Nothing is quoted. */
    NONE("none");

    private final String code;

    Stance(String code) {
        this.code = code;
    }

    /** The name in JSON. */
    public String code() {
        return code;
    }
}
