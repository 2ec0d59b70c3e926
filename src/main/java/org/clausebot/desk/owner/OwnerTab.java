package org.clausebot.desk.owner;

import java.util.Arrays;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** The parts of the policy desk, as they stand in its navigation. */
public enum OwnerTab {
    OVERVIEW("overview", "Overview"),
    CLAUSES("clauses", "As staff use it"),
    GAPS("gaps", "Gaps"),
    DRAFTS("drafts", "Drafts and versions", Of.TRUST),
    REHEARSAL("rehearsals", "Rehearsal", Of.TRUST),
    ACKNOWLEDGEMENTS("acknowledgements", "Read and understood", Of.SCHOOL),
    REPORT("report", "Governors’ report"),
    SEARCH("search", "Search");

    /** Where the policy desk begins. */
    static final String ROOT = "/desk/policies";

    /** What a part is about where several schools share the policies. */
    private enum Of {
        /** Whichever was chosen. */
        CHOICE,
        /** The policies of all: for those alone who have all schools, whichever they look at. */
        TRUST,
        /** One school: there is none of all together. */
        SCHOOL
    }

    private final String code;
    private final String title;
    private final Of of;

    OwnerTab(String code, String title) {
        this(code, title, Of.CHOICE);
    }

    OwnerTab(String code, String title, Of of) {
        this.code = code;
        this.title = title;
        this.of = of;
    }

    static Optional<OwnerTab> coded(String code) {
        return Arrays.stream(values()).filter(tab -> tab.code.equals(code)).findFirst();
    }

    /** Whether it is there for whoever looks, with the school that they chose. */
    boolean isOpen(OwnerVisit visit) {
        return switch (of) {
            case CHOICE -> true;
            case TRUST -> visit.whole();
            case SCHOOL -> !visit.school().equals(SchoolId.ALL);
        };
    }

    /** Whether what is changed in it is of the school that was chosen. */
    boolean isOfTheChosen() {
        return of != Of.TRUST;
    }

    /** As a form names it. */
    String code() {
        return code;
    }

    /** Such as {@code /desk/policies/gaps}. */
    public String address() {
        return ROOT + "/" + code;
    }

    String title() {
        return title;
    }
}
