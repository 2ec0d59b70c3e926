package org.clausebot.acknowledgement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/**
 * A request to all staff to read one version of a policy.
 *
 * @param id random
 * @param title as the policy was called then
 * @param version as answers name it
 * @param hash of {@link VersionHash}: it is for this version and no other
 * @param asked the day on which it was sent
 * @param by the day until which it is asked for; a wish that changes nothing
 * @param everyWeeks how often those outstanding are reminded by themselves, 0 for never
 * @param checks up to {@link Checks#MOST} questions
 * @param replaced the day on which another version was found in force; empty while this one is
 * @param ended the day on which the owner ended it
 */
public record Round(
        String id,
        SchoolId school,
        PolicyId policy,
        String title,
        String version,
        String hash,
        LocalDate asked,
        Optional<LocalDate> by,
        int everyWeeks,
        List<Check> checks,
        Optional<LocalDate> replaced,
        Optional<LocalDate> ended) {
    public Round {
        checks = List.copyOf(checks);
        if (checks.size() > Checks.MOST || everyWeeks < 0 || everyWeeks > 8 || !hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A request has five questions at most, and a version's hash");
        }
    }

    /** Whether anybody is still asked. */
    public boolean open() {
        return replaced.isEmpty() && ended.isEmpty();
    }
}
