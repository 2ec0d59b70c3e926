package org.clausebot.chat.teams;

/** What the app's manifest and the conversation call the same things. */
public final class Commands {
    /** The message extension's search. */
    public static final String SEARCH = "policy";

    /** What is searched for: the name of the search's one parameter. */
    public static final String WORDS = "words";

    /** The action on a message that begins a report with its link. */
    public static final String REPORT = "report";

    /** The action on a message that asks the policy about its words. */
    public static final String ASK = "ask";

    private Commands() {}
}
