package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.Test;

class MadeUpPoliciesTest {
    @Test
    void the_same_seed_gives_the_same_policies_and_each_has_a_name_and_a_thing_of_its_own() {
        List<Policy> policies = MadeUpPolicies.of(300, 8);
        assertThat(policies).isEqualTo(MadeUpPolicies.of(300, 8)).isNotEqualTo(MadeUpPolicies.of(300, 9));
        assertThat(policies).extracting(Policy::id).doesNotHaveDuplicates();
        assertThat(policies).extracting(policy -> policy.details().title()).doesNotHaveDuplicates();
        assertThat(policies).allSatisfy(policy -> assertThat(policy.clauses()).hasSize(2));
        assertThat(policies.get(17).details().title()).isEqualTo("Zimbababa policy");
        assertThat(policies.get(17).clauses().getFirst().text()).contains("zimbababa");
    }
}
