package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.PolicyReader;
import org.junit.jupiter.api.Test;

/** The flows that come with the program hold against the policy that comes with it. */
class FlowsCheckTest {
    static List<Policy> bundled() {
        return new PolicyLibrary(
                        Path.of("index/policies"), Path.of("target/none"), new PolicyReader(), Clock.systemUTC())
                .inForce()
                .inForce();
    }

    @Test
    void the_bundled_flows_have_no_findings_with_and_without_a_school() throws Exception {
        List<Policy> policies = bundled();
        List<String> findings = new ArrayList<>();
        for (Path file : FlowLibrary.files(Path.of("conversations/flows"))) {
            for (var school : List.of(Optional.of(TestSchool.SCHOOL), Optional.<org.clausebot.school.School>empty())) {
                FlowCheck check = new FlowCheck(
                        id -> policies.stream().filter(p -> p.id().equals(id)).findFirst(), school);
                findings.addAll(check.file(file));
            }
        }
        assertThat(findings.stream().distinct()).isEmpty();
    }
}
