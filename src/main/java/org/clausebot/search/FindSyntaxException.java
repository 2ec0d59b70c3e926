package org.clausebot.search;

/** An advanced find that is not understood. Says in plain words what is wrong, where, and what to write instead. */
public final class FindSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String query;
    private final int column;

    FindSyntaxException(String query, int column, String message) {
        super(message);
        this.query = query;
        this.column = Math.max(1, Math.min(column, query.length() + 1));
    }

    /** Where the mistake is, in UTF-16 units counted from 1; one past the end when something is missing there. */
    public int column() {
        return column;
    }

    /** The query with a caret under the mistake: two lines for a fixed-width face, of 80 characters at most. */
    public String pointed() {
        int from = Math.max(0, Math.min(column - 40, query.length() - 78));
        int to = Math.min(query.length(), from + 78);
        String line = query.substring(from, to).replaceAll("[\\p{Cntrl}]", " ");
        return line + "\n" + " ".repeat(column - 1 - from) + "^";
    }
}
