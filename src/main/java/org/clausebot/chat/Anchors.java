package org.clausebot.chat;

import org.clausebot.policy.ClauseRef;

/**
 * The ids of clauses on a policy's page. A plain number stands for itself ({@code 2.6.2}), a bullet follows a hyphen
 * ({@code 1.1.1-3}), a space is an underscore, and any other character is its code point between tildes. No two
 * addresses have the same id, and no id needs escaping in a link.
 */
public final class Anchors {
    private Anchors() {}

    public static String of(ClauseRef ref) {
        StringBuilder id = new StringBuilder();
        ref.number().codePoints().forEach(c -> {
            if (isPlain(c)) {
                id.appendCodePoint(c);
            } else if (c == ' ') {
                id.append('_');
            } else {
                id.append('~').append(Integer.toHexString(c)).append('~');
            }
        });
        return ref.bullet() == 0 ? id.toString() : id + "-" + ref.bullet();
    }

    /** The id of the {@code n}th heading; the colon keeps it apart from every clause. */
    public static String heading(int n) {
        return "part:" + n;
    }

    /** Where a clause stands, from the root of the web pages. */
    public static String link(ClauseRef ref) {
        return "/policies/" + ref.policy() + "#" + of(ref);
    }

    private static boolean isPlain(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '.' || c == '(' || c == ')';
    }
}
