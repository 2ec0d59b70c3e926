package org.clausebot.desk.owner;

/** The parts of the policy desk, as they stand in its navigation. */
public enum OwnerTab {
    OVERVIEW("overview", "Overview"),
    CLAUSES("clauses", "As staff use it"),
    GAPS("gaps", "Gaps"),
    DRAFTS("drafts", "Drafts and versions"),
    REHEARSAL("rehearsals", "Rehearsal"),
    ACKNOWLEDGEMENTS("acknowledgements", "Read and understood"),
    REPORT("report", "Governors’ report"),
    SEARCH("search", "Search");

    /** Where the policy desk begins. */
    static final String ROOT = "/desk/policies";

    private final String code;
    private final String title;

    OwnerTab(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Such as {@code /desk/policies/gaps}. */
    public String address() {
        return ROOT + "/" + code;
    }

    String title() {
        return title;
    }
}
