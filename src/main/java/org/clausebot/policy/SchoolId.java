package org.clausebot.policy;

/**
 * The school a request belongs to. One school is the default and not a special case, so every port takes one.
 *
 * @param value any short name that is not blank
 */
public record SchoolId(String value) {
    /** The only school of an installation that serves one. */
    public static final SchoolId DEFAULT = new SchoolId("default");

    public SchoolId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A school id must not be blank");
        }
    }
}
