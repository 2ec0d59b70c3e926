package org.clausebot.policy.lint;

/** What the linter looks for. */
public enum Rule {
    NUMBER_MISSING("number-missing", "A number is missing"),
    NUMBER_REPEATED("number-repeated", "A number is used twice"),
    LEAD_IN_REVERSES("lead-in-reverses", "The introduction of a list reverses its items"),
    ITEM_NEGATES("item-negates", "An item says not in a list of things to do"),
    LEAD_IN_WITHOUT_ITEMS("lead-in-without-items", "The introduction of a list has no list"),
    PLACE_MISSING("place-missing", "A place in this document is cited but absent"),
    POLICY_UNKNOWN("policy-unknown", "Another policy is cited that is not here"),
    GUIDANCE_OLD("guidance-old", "Old guidance is cited"),
    REVIEW_DATE("review-date", "The review date is past, missing or impossible"),
    ABBREVIATION("abbreviation", "An abbreviation is not explained"),
    NEAR_DUPLICATE("near-duplicate", "Two clauses say nearly the same"),
    STRENGTH_CONFLICT("strength-conflict", "One clause forbids what another allows in some cases"),
    NO_RECEIVER("no-receiver", "Something is to be reported, but to nobody"),
    MUST_AND_SHOULD("must-and-should", "“Must” and “should” on one subject"),
    LONG_SENTENCE("long-sentence", "A sentence is very long");

    private final String id;
    private final String title;

    Rule(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Its name in JSON and on the command line. */
    public String id() {
        return id;
    }

    /** What a person is shown above findings of this rule. */
    public String title() {
        return title;
    }
}
