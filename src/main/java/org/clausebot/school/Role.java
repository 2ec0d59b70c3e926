package org.clausebot.school;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is in the school, as far as reports are concerned. A person may be several. */
public enum Role {
    HEADTEACHER("the headteacher"),
    SAFEGUARDING_LEAD("the designated safeguarding lead (DSL)"),
    DEPUTY_SAFEGUARDING_LEAD("the deputy designated safeguarding lead"),
    CHAIR_OF_GOVERNORS("the chair of governors"),
    ONLINE_SAFETY_LEAD("the online-safety lead"),
    LINE_MANAGER("a line manager"),
    SENIOR_LEADER("a senior leader"),
    HUMAN_RESOURCES("human resources (HR)");

    private final String title;

    Role(String title) {
        this.title = title;
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
