package org.clausebot.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebot.policy.SchoolId;

/** Questions of the log that the desk shows anyway: those that several people asked alike, in whole past periods. */
@FunctionalInterface
public interface AskedAlike {
    /** Shows none. */
    AskedAlike NONE = school -> List.of();

    /** What staff say to ask for clauses, as it stands beside the clauses. */
    static AskedAlike of(StaffWords words) {
        return school -> words.of(school).stream()
                .flatMap(said -> said.words().stream())
                .distinct()
                .map(each -> new Group(each, 0))
                .toList();
    }

    List<Group> groups(SchoolId school);

    /**
     * Some questions that are alike.
     *
     * @param words of the one that stands for them, redacted
     * @param about how many they are, in fives; 0 where that is not told
     */
    record Group(String words, int about) {
        public Group {
            if (words.isBlank() || about < 0 || (about > 0 && about < Groups.FEWEST)) {
                throw new IllegalArgumentException("A group has words, and " + Groups.FEWEST + " questions at least");
            }
        }
    }

    /** These and those of {@code more}; what both have is told once. */
    default AskedAlike and(AskedAlike more) {
        return school -> {
            Map<String, Group> all = new LinkedHashMap<>();
            groups(school).forEach(group -> all.putIfAbsent(group.words(), group));
            more.groups(school).forEach(group -> all.putIfAbsent(group.words(), group));
            return List.copyOf(all.values());
        };
    }
}
