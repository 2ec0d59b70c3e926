package org.clausebot.app;

import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.SchoolFile;

/** The settings with which the questions of several simulated schools can be looked at. */
final class SimulatedTrust {
    private static final String PEOPLE = "    people:\n";
    /** Of the example's owner of the policies, and of nobody else's. */
    private static final String OWNER = "        roles: [policy-owner]\n";

    private SimulatedTrust() {}

    /**
     * The example of {@code school.yaml}; where there are several schools, with all of them, and open to the owner of the
     * policies.
     *
     * @param schools {@link SchoolId#DEFAULT} first
     */
    static String schoolYaml(List<SchoolId> schools) {
        String example = SchoolFile.example();
        if (schools.size() < 2) {
            return example;
        }
        String others = schools.stream()
                .filter(school -> !school.equals(SchoolId.DEFAULT))
                .map(school -> "      " + school.value() + ": Simulated " + school.value() + "\n")
                .collect(Collectors.joining());
        return example.replace(PEOPLE, "    schools:\n" + others + PEOPLE)
                .replace(OWNER, OWNER + "        schools: [all]\n");
    }
}
