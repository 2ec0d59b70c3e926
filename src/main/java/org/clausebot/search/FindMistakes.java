package org.clausebot.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the usual mistakes in a query and names them in plain words. */
final class FindMistakes {
    private static final Pattern DANGLING = Pattern.compile("(?:^|[\\s(])(AND|OR|NOT|&&|\\|\\|)\\s*\\)?\\s*$");

    private FindMistakes() {}

    /** Quotation marks and brackets that do not close. */
    static void check(String query) throws FindSyntaxException {
        Deque<Integer> open = new ArrayDeque<>();
        int quote = -1;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quote = quote < 0 ? i : -1;
            } else if (quote < 0 && c == '(') {
                open.push(i);
            } else if (quote < 0 && c == ')' && open.poll() == null) {
                throw new FindSyntaxException(
                        query, i + 1, "This ) closes nothing. Take it out, or open it with ( before");
            }
        }
        if (quote >= 0) {
            throw new FindSyntaxException(
                    query,
                    quote + 1,
                    "This quotation mark is not closed. Put another \" after the last word of the phrase");
        }
        if (!open.isEmpty()) {
            throw new FindSyntaxException(query, open.pop() + 1, "This ( is not closed. Put a ) where the group ends");
        }
    }

    /** What is wrong at {@code column}, for a query that the parser stopped at. */
    static String plain(String query, int column) {
        Matcher dangling = DANGLING.matcher(query.substring(0, Math.min(query.length(), column)));
        if (column > query.length() || dangling.find()) {
            return query.stripTrailing().endsWith(":")
                    ? "A field needs a word after its colon, for example heading:communication"
                    : "Something is missing here. Write a word after AND, OR or NOT, or take that out";
        }
        String rest = query.substring(column - 1);
        if (rest.startsWith("AND") || rest.startsWith("OR") || rest.startsWith("&&") || rest.startsWith("||")) {
            return "A word is missing before this. AND and OR stand between two words; in small letters they are words"
                    + " themselves";
        }
        if (rest.startsWith(")")) {
            return "There is nothing between these brackets. Write a word inside, or take them out";
        }
        return "\"" + rest.charAt(0) + "\" has a meaning of its own in a query and does not fit here. Put the words in"
                + " \"quotes\" to find them as they are";
    }
}
