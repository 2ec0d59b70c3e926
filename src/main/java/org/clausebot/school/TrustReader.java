package org.clausebot.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.datafile.YamlNode;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Trust.Named;

/** Reads the further schools of a trust, and who sees which of them. What could show a school to the wrong person is refused. */
final class TrustReader {
    private static final String EVERY = "all";
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 1_000;

    private TrustReader() {}

    /**
     * @param name of the school that the edition is of
     * @param people of the edition
     */
    static Trust trust(YamlNode edition, String name, List<Receiver> people) throws DataFileException {
        List<Named> schools = schools(edition.optional("schools"), name);
        Map<String, Set<SchoolId>> open = new HashMap<>();
        for (Map.Entry<String, YamlNode> entry : edition.get("people").map().entrySet()) {
            Optional<YamlNode> node = entry.getValue().optional("schools");
            if (node.isPresent()) {
                boolean keeps = people.stream()
                        .filter(person -> person.id().equals(entry.getKey()))
                        .anyMatch(TrustReader::isAtThePolicyDesk);
                if (!keeps) {
                    throw node.get()
                            .error("\"schools\" says what somebody sees at the policy desk, and this person has no role"
                                    + " there; give them policy-owner, deputy-policy-owner or policy-reader, or take"
                                    + " \"schools\" out");
                }
                open.put(entry.getKey(), seen(node.get(), schools));
            }
        }
        Trust trust = new Trust(schools, open);
        if (trust.several()) {
            somebodyKeepsAll(edition.get("schools"), trust, people);
        }
        return trust;
    }

    private static List<Named> schools(Optional<YamlNode> node, String name) throws DataFileException {
        List<Named> schools = new ArrayList<>();
        schools.add(new Named(SchoolId.DEFAULT, name));
        if (node.isEmpty()) {
            return schools;
        }
        for (Map.Entry<String, YamlNode> entry : node.get().map().entrySet()) {
            String id = entry.getKey();
            if (!id.matches("[a-z0-9][a-z0-9-]{0,39}") || id.equals(EVERY) || id.equals(SchoolId.DEFAULT.value())) {
                throw entry.getValue()
                        .error("\"" + id + "\" cannot be a school's id; write small letters, digits and hyphens, 40 at"
                                + " most, such as elm-primary, and neither \"" + EVERY + "\" nor \""
                                + SchoolId.DEFAULT.value() + "\", which is the school of this edition");
            }
            String called = SchoolReader.words(entry.getValue(), "The name of \"" + id + "\"", LONGEST_NAME);
            if (schools.stream().anyMatch(other -> plain(other.name()).equals(plain(called)))) {
                throw entry.getValue()
                        .error("two schools are called \"" + called + "\"; tell them apart, since people choose by the"
                                + " name");
            }
            schools.add(new Named(new SchoolId(id), called));
        }
        if (schools.size() > MOST) {
            throw node.get().error("one installation takes " + MOST + " schools at most");
        }
        return schools;
    }

    private static Set<SchoolId> seen(YamlNode node, List<Named> schools) throws DataFileException {
        List<String> known = schools.stream().map(school -> school.id().value()).toList();
        Set<SchoolId> seen = new LinkedHashSet<>();
        for (YamlNode item : node.list()) {
            String id = item.text().strip();
            if (!id.equals(EVERY) && !known.contains(id)) {
                throw item.error("there is no school \"" + id + "\" in this edition"
                        + Suggestion.of(id, known)
                                .map(near -> "; did you mean \"" + near + "\"?")
                                .orElse("; there are: " + String.join(", ", known) + ", and " + EVERY));
            }
            if (!seen.add(id.equals(EVERY) ? SchoolId.ALL : new SchoolId(id))) {
                throw item.error("\"" + id + "\" stands twice; keep one of them");
            }
        }
        if (seen.isEmpty()) {
            throw node.error("name a school here, or take \"schools\" out: then it is " + SchoolId.DEFAULT.value());
        }
        if (seen.contains(SchoolId.ALL) && seen.size() > 1) {
            throw node.error("\"" + EVERY + "\" is every school; write it alone");
        }
        return seen;
    }

    /** The policies are those of all schools: without somebody who has all, nobody could change them any more. */
    private static void somebodyKeepsAll(YamlNode schools, Trust trust, List<Receiver> people)
            throws DataFileException {
        List<Receiver> keepers = people.stream()
                .filter(person -> person.roles().contains(Role.POLICY_OWNER)
                        || person.roles().contains(Role.DEPUTY_POLICY_OWNER))
                .toList();
        if (!keepers.isEmpty() && keepers.stream().noneMatch(person -> trust.whole(person.id()))) {
            throw schools.error("with several schools, one who keeps the policies must have all of them, since the"
                    + " policies are everybody's; write \"schools: [" + EVERY + "]\" for "
                    + keepers.stream().map(Receiver::id).collect(Collectors.joining(" or ")));
        }
    }

    /** Numbers count: schools may be told apart by them. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static boolean isAtThePolicyDesk(Receiver person) {
        return person.roles().stream().anyMatch(role -> !role.receivesReports());
    }
}
