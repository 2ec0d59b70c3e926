package org.clausebot.policy.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.ReferencePolicies;
import org.clausebot.policy.UnreadableDocumentException;

/** The given policy and the eight of the trust, from their reference clauses, with the dates that they print. */
final class ReferenceSet {
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("acceptable-use-of-ict", "Acceptable Use of ICT Policy (all staff)");
        TITLES.put("data-protection-for-staff", "Data Protection: what staff need to know");
        TITLES.put("educational-visits", "Educational Visits Policy");
        TITLES.put("low-level-concerns", "Low-Level Concerns About Adults");
        TITLES.put("mobile-devices-and-cameras", "Mobile Devices and Cameras");
        TITLES.put("staff-code-of-conduct", "Staff Code of Conduct");
        TITLES.put("staff-leave-and-absence", "Staff Leave and Absence Procedure");
        TITLES.put("whistleblowing", "Speaking Up (Whistleblowing) Policy");
    }

    private ReferenceSet() {}

    /** The titles and ids of the trust's policies. */
    static Set<String> titles() {
        return Stream.concat(TITLES.keySet().stream(), TITLES.values().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> trust() {
        return Collections.unmodifiableSet(TITLES.keySet());
    }

    /** The given policy, as the reader reads it from its file. */
    static Policy given() {
        Path file = Path.of("index/policies/social-media/policy.txt");
        try {
            return new PolicyReader()
                    .read(file.toString(), Files.readAllBytes(file), Given.named(new PolicyId("social-media")));
        } catch (IOException | UnreadableDocumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the eight of the trust, from its reference clauses, so that it does not depend on a reader. */
    static Policy trust(String id) {
        Optional<String> updated = switch (id) {
            case "mobile-devices-and-cameras" -> Optional.of("Sept 2024");
            case "staff-code-of-conduct" -> Optional.of("11 July 2024");
            default -> Optional.empty();
        };
        Optional<String> review =
                id.equals("acceptable-use-of-ict") ? Optional.of("Summer term, two years on") : Optional.empty();
        PolicyDetails details = new PolicyDetails(
                new PolicyId(id),
                Objects.requireNonNull(TITLES.get(id)),
                "1",
                Optional.empty(),
                Optional.empty(),
                updated,
                review);
        return ReferencePolicies.of(details, ReferencePolicies.lines("/trust/clauses/" + id + ".tsv"));
    }
}
