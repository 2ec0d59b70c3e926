package org.clausebot.insight;

/** What a draft does to the answer to a question. */
public enum Effect {
    /** No clause answered it, and one does now. */
    NEWLY_ANSWERED("newly-answered", "Newly answered"),
    /** A clause answered it, and none does now. */
    LOST("lost", "Lost"),
    /** Another clause stands first. A clause that only has another number is the same one. */
    CHANGED_CLAUSE("changed-clause", "Another clause first"),
    /** The same clause stands first and speaks more or less strongly: "should" for "must". */
    CHANGED_STRENGTH("changed-strength", "Same clause, other strength"),
    /** No clause answers it, before and after. */
    STILL_A_GAP("still-a-gap", "Still a gap"),
    /** The same clause stands first and speaks as strongly. */
    UNCHANGED("unchanged", "Unchanged");

    private final String code;
    private final String title;

    Effect(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The name in options, CSV and addresses. */
    public String code() {
        return code;
    }

    /** The name for people. */
    public String title() {
        return title;
    }
}
