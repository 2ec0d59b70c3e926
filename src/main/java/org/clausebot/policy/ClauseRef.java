package org.clausebot.policy;

/**
 * Where a clause stands: its policy, its number as printed, and the unprinted place of a bullet under that number.
 *
 * @param policy the policy
 * @param number as printed and composed with its parents ({@code 2.4.6}, {@code 3(d)(ii)}), or the heading path with
 *     {@code ¶n} where the document does not number; a number printed twice ends in {@code (2nd)}
 * @param bullet 1 for the first bullet under {@code number}; 0 for none
 */
public record ClauseRef(PolicyId policy, String number, int bullet) {
    public ClauseRef {
        if (number.isBlank() || bullet < 0) {
            throw new IllegalArgumentException("A clause needs a number, and a bullet of 0 or more");
        }
    }

    public ClauseRef(PolicyId policy, String number) {
        this(policy, number, 0);
    }

    /** The address within the policy, such as {@code 2.4.6} or {@code 1.1.1#3}. */
    public String address() {
        return bullet == 0 ? number : number + "#" + bullet;
    }

    /** The address with its policy, such as {@code social-media/2.4.6}. */
    @Override
    public String toString() {
        return policy + "/" + address();
    }
}
