package org.clausebot.desk.view;

import java.util.List;

/**
 * What surrounds every page of the policy desk.
 *
 * @param schools what may be chosen from; empty for whoever has one school
 * @param school the chosen one, as each form that changes something names it
 * @param coarser how many times as large a number must be to be shown, where all schools are told of together; else 1
 * @param part the one that the page belongs to, as the choice of a school names it
 * @param tabs its parts, in order
 * @param changes whether whoever looks may change anything; a reader may not
 */
public record OwnerFrame(
        DeskFrame desk,
        List<Choice> schools,
        String school,
        int coarser,
        String part,
        List<Tab> tabs,
        boolean changes) {
    public OwnerFrame {
        schools = List.copyOf(schools);
        tabs = List.copyOf(tabs);
    }

    /**
     * A part of the desk.
     *
     * @param here whether the page belongs to it
     */
    public record Tab(String address, String title, boolean here) {}
}
