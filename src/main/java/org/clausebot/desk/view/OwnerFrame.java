package org.clausebot.desk.view;

import java.util.List;

/**
 * What surrounds every page of the policy desk.
 *
 * @param tabs its parts, in order
 * @param changes whether whoever looks may change anything; a reader may not
 */
public record OwnerFrame(DeskFrame desk, List<Tab> tabs, boolean changes) {
    public OwnerFrame {
        tabs = List.copyOf(tabs);
    }

    /**
     * A part of the desk.
     *
     * @param here whether the page belongs to it
     */
    public record Tab(String address, String title, boolean here) {}
}
