package org.clausebot.policy.lint;

/** How much a finding matters, the worst first. */
public enum Severity {
    /** The document is wrong, or may be read as the opposite of what it means. */
    ERROR("To put right"),
    /** Staff may well stumble over it. */
    WARNING("To look at"),
    /** Worth knowing; may be as it should be. */
    INFO("To know");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /** What a person is shown above findings of this severity. */
    public String title() {
        return title;
    }
}
