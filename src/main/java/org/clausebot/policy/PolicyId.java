package org.clausebot.policy;

import java.util.regex.Pattern;

/**
 * The short name of a policy in addresses, file names and commands, such as {@code social-media}.
 *
 * @param value 1 to 64 of a–z, 0–9 and hyphen, beginning with a letter or digit
 */
public record PolicyId(String value) implements Comparable<PolicyId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** @throws IllegalArgumentException when {@code value} has another form; the message is fit to show to a person */
    public PolicyId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A policy id is 1 to 64 small letters, digits and hyphens and begins with a letter or digit,"
                            + " for example social-media");
        }
    }

    @Override
    public int compareTo(PolicyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
