package org.clausebot.school;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebot.policy.SchoolId;

/**
 * The schools that share an installation and its policies, and which of them those who keep the policies see. Most
 * installations have one.
 *
 * @param schools one or more, the one that the settings are of first
 * @param open by person, what was opened to them: schools of these, or {@link SchoolId#ALL} alone; who is not named sees
 *     the first school
 */
public record Trust(List<Named> schools, Map<String, Set<SchoolId>> open) {
    public Trust {
        schools = List.copyOf(schools);
        open = Map.copyOf(open);
        Set<SchoolId> ids = new HashSet<>();
        for (Named school : schools) {
            if (school.id().equals(SchoolId.ALL) || !ids.add(school.id())) {
                throw new IllegalArgumentException("The schools of a trust have each an id of its own");
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("A trust has a school");
        }
        for (Set<SchoolId> some : open.values()) {
            if (some.isEmpty() || !(some.equals(Set.of(SchoolId.ALL)) || ids.containsAll(some))) {
                throw new IllegalArgumentException("People see schools of the trust, or all of them");
            }
        }
    }

    /** A school as people call it. */
    public record Named(SchoolId id, String name) {}

    /** One school by itself. */
    static Trust of(SchoolId id, String name) {
        return new Trust(List.of(new Named(id, name)), Map.of());
    }

    public boolean several() {
        return schools.size() > 1;
    }

    /** In their order. */
    public List<SchoolId> ids() {
        return schools.stream().map(Named::id).toList();
    }

    /** What a school is called; all of them together too. */
    public Optional<String> name(SchoolId school) {
        return school.equals(SchoolId.ALL)
                ? Optional.of("All schools")
                : schools.stream()
                        .filter(named -> named.id().equals(school))
                        .map(Named::name)
                        .findFirst();
    }

    /** Whether somebody sees the whole trust; where there is one school, everybody does. */
    public boolean whole(String person) {
        return !several() || opened(person).contains(SchoolId.ALL);
    }

    /**
     * What somebody may look at, the usual first: all schools together and each by itself, or the schools that were opened
     * to them.
     */
    public List<SchoolId> seenBy(String person) {
        if (several() && whole(person)) {
            return Stream.concat(Stream.of(SchoolId.ALL), ids().stream()).toList();
        }
        return ids().stream().filter(opened(person)::contains).toList();
    }

    /** What is told of together: all schools as one where there are several, and each of them. */
    public List<SchoolId> slices() {
        return several()
                ? Stream.concat(Stream.of(SchoolId.ALL), ids().stream()).toList()
                : ids();
    }

    private Set<SchoolId> opened(String person) {
        return several() ? open.getOrDefault(person, Set.of(own())) : Set.of(own());
    }

    private SchoolId own() {
        return schools.getFirst().id();
    }
}
