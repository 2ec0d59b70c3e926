package org.clausebot.policy.lint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.ReferencePolicies;

/** The given policy and the eight of the trust, from their reference clauses, with the dates that they print. */
final class ReferenceSet {
    private static final Map<String, String> TITLES = new LinkedHashMap<>();

    static {
        TITLES.put("social-media", "Social Media Policy");
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

    static Set<String> titles() {
        return Stream.concat(TITLES.keySet().stream(), TITLES.values().stream())
                .filter(t -> !t.equals("social-media") && !t.equals("Social Media Policy"))
                .collect(Collectors.toUnmodifiableSet());
    }

    static List<String> trust() {
        return TITLES.keySet().stream().skip(1).toList();
    }

    static Policy policy(String id) {
        boolean given = id.equals("social-media");
        List<String> lines = given ? given() : ReferencePolicies.lines("/trust/clauses/" + id + ".tsv");
        Optional<String> updated = switch (id) {
            case "social-media" -> Optional.of("June 2018");
            case "mobile-devices-and-cameras" -> Optional.of("Sept 2024");
            case "staff-code-of-conduct" -> Optional.of("11 July 2024");
            default -> Optional.empty();
        };
        Optional<String> review = switch (id) {
            case "social-media" -> Optional.of("June 20217");
            case "acceptable-use-of-ict" -> Optional.of("Summer term, two years on");
            default -> Optional.empty();
        };
        return ReferencePolicies.of(
                new PolicyDetails(
                        new PolicyId(id),
                        Objects.requireNonNull(TITLES.get(id)),
                        "1",
                        Optional.empty(),
                        Optional.empty(),
                        updated,
                        review),
                lines);
    }

    private static List<String> given() {
        return ReferencePolicies.lines("/social-media-clauses.tsv").stream()
                .filter(line -> !line.startsWith("footer"))
                .map(ReferenceSet::withLeadIn)
                .toList();
    }

    /** The reference file of the given policy has its lead-ins joined to the text. */
    private static String withLeadIn(String line) {
        String[] cells = line.split("\t", -1);
        for (String leadIn : List.of("Adults working in schools should:", "Adults working in schools should not:")) {
            if (cells[2].startsWith(leadIn)) {
                return String.join(
                        "\t",
                        cells[0],
                        cells[1],
                        leadIn,
                        cells[2].substring(leadIn.length()).strip());
            }
        }
        return String.join("\t", cells[0], cells[1], "", cells[2]);
    }
}
