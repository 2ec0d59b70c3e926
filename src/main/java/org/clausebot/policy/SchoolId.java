package org.clausebot.policy;

/**
 * The school a request belongs to. One school is the default and not a special case, so every port takes one.
 *
 * @param value any short name that is not blank
 */
public record SchoolId(String value) {
    /** The only school of an installation that serves one. */
    public static final SchoolId DEFAULT = new SchoolId("default");

    /**
     * Every school of an installation, told of as one: no school's settings, list of staff or reports are ever its own. No
     * school can have this name.
     */
    public static final SchoolId ALL = new SchoolId("*");

    public SchoolId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A school id must not be blank");
        }
    }
}
