package org.clausebot.chat;

import java.util.Optional;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/**
 * What a person sent.
 *
 * @param school the school it was sent to
 * @param conversation names the conversation within its channel; says nothing of who the person is
 * @param text as typed, or as the pressed button says
 * @param reporter brings the person back to a report that they began; empty where nobody can report, only ask
 * @param token of the step that a button or a form answers, as {@link Asking#token} gave it; empty for words typed
 *     freely
 * @param asker who asks, as far as they can switch the question log off; empty where nobody can: nothing is logged then
 * @param logged whether it may be logged at all
 * @param policy the policy that the person has chosen to ask; empty for all
 */
public record Incoming(
        SchoolId school,
        String conversation,
        String text,
        Optional<Reporter> reporter,
        String token,
        Optional<Reporter> asker,
        boolean logged,
        Optional<PolicyId> policy) {
    /** What somebody says where they can report as well as ask. */
    public Incoming(SchoolId school, String conversation, String text, Optional<Reporter> reporter, String token) {
        this(school, conversation, text, reporter, token, reporter, true, Optional.empty());
    }

    /** A question of somebody who only asks. */
    public Incoming(SchoolId school, String conversation, String text) {
        this(school, conversation, text, Optional.empty(), "");
    }

    /** The same from the same person, in other words. */
    Incoming saying(String words) {
        return new Incoming(school, conversation, words, reporter, token, asker, logged, policy);
    }

    /** The same, asked by {@code person}, where nothing of what they say is for a report. */
    public Incoming by(Reporter person) {
        return new Incoming(school, conversation, text, reporter, token, Optional.of(person), logged, policy);
    }

    /** The same, asked of one policy. */
    public Incoming of(Optional<PolicyId> chosen) {
        return new Incoming(school, conversation, text, reporter, token, asker, logged, chosen);
    }

    /** The same, and nothing of it is logged. */
    Incoming unlogged() {
        return new Incoming(school, conversation, text, reporter, token, asker, false, policy);
    }
}
