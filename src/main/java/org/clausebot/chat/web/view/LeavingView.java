package org.clausebot.chat.web.view;

import java.util.List;

/**
 * Said before somebody signs out while a report waits.
 *
 * @param parts that it is kept, and the code
 */
public record LeavingView(Frame frame, String title, List<Part> parts, String leave, String stay) {}
