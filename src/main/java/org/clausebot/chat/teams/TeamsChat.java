package org.clausebot.chat.teams;

/** What the connection hands over to. Called for one person one thing after another. */
public interface TeamsChat {
    /** Answered by {@link TeamsLine}, whenever it is ready: words typed, an installation. */
    void on(Delivered delivered);

    /** Says that the words in it were added to a report; the program ended before it was said. */
    void added(Delivered delivered);

    /** Answered while Teams waits: a press, a dialog, a search, an action on a message. Takes at most a few seconds. */
    Response answer(Delivered delivered);
}
