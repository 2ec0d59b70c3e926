package org.clausebot.chat.web.view;

import java.util.List;

/**
 * What a browser waits for.
 *
 * @param title stands above it
 * @param button forgets one
 * @param beside whether it comes along with another part of the page and takes the place of what stood there
 */
public record WaitListView(String title, List<Entry> entries, String button, String csrf, boolean beside) {
    /** @param mark names the question among those of the browser */
    public record Entry(String mark, String question) {}
}
