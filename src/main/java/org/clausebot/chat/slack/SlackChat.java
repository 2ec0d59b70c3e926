package org.clausebot.chat.slack;

import java.util.Map;

/** What a transport hands over to. Thread-safe; called on a virtual thread, one at a time for each person. */
public interface SlackChat {
    /** Never fails for anything a person can do. */
    void on(Delivered delivered);

    /** Says that the words in it were added to a report; the program ended before it was said. */
    void added(Delivered delivered);

    /**
     * A window was sent off; the transport waits, so that mistakes are shown in it.
     *
     * @return what is wrong, by the block id of each field; empty when it is taken and the window may close
     */
    Map<String, String> submitted(Delivered.Window window);
}
