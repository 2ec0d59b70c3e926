package org.clausebot.school;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is in the school, as far as reports and policies are concerned. A person may be several. */
public enum Role {
    HEADTEACHER("the headteacher"),
    SAFEGUARDING_LEAD("the designated safeguarding lead (DSL)"),
    DEPUTY_SAFEGUARDING_LEAD("the deputy designated safeguarding lead"),
    CHAIR_OF_GOVERNORS("the chair of governors"),
    ONLINE_SAFETY_LEAD("the online-safety lead"),
    LINE_MANAGER("a line manager"),
    SENIOR_LEADER("a senior leader"),
    HUMAN_RESOURCES("human resources (HR)"),
    /** Reviews the policies and publishes them. */
    POLICY_OWNER("the owner of the policies", false),
    /** May do what the owner does. */
    DEPUTY_POLICY_OWNER("the deputy owner of the policies", false),
    /** A governor, who sees the policy desk and changes nothing. */
    POLICY_READER("a reader of the policy desk", false);

    private final String title;
    private final boolean receives;

    Role(String title) {
        this(title, true);
    }

    Role(String title, boolean receives) {
        this.title = title;
        this.receives = receives;
    }

    /** Whether reports may be sent to whoever holds it. */
    public boolean receivesReports() {
        return receives;
    }

    /** Such as {@code chair-of-governors}: the name in files and addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As it stands in a sentence, with its article. */
    public String title() {
        return title;
    }

    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
