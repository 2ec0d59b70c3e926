package org.clausebot.insight;

/** What all views of the log share. */
public final class Groups {
    /** Of fewer questions than these nothing is said, neither a number nor a word. */
    public static final int FEWEST = 5;

    private Groups() {}
}
