package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.Test;

/**
 * Makes the directions that token vectors are kept in, after the sentence model has changed; without that they are kept whole,
 * three times as large. Not part of every build: {@code mvn test -Dtest=TokenDirectionsMaking}.
 */
class TokenDirectionsMaking {
    @Test
    void the_program_comes_with_directions_for_its_sentence_model() throws Exception {
        List<Policy> policies = new ArrayList<>();
        for (String id : LateChoosing.TRUST) {
            policies.add(TestPolicies.trust(id));
        }
        policies.add(TestPolicies.socialMedia());
        TokenDirections.make(policies);
        assertThat(TokenDirections.fit()).isTrue();
    }
}
