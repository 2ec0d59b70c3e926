package org.clausebot.desk.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;

/** Who may sign in at the desk as the school's settings are today. */
final class People {
    private final Supplier<Optional<School>> school;

    People(Supplier<Optional<School>> school) {
        this.school = school;
    }

    Optional<Receiver> byId(String id) {
        return school.get().flatMap(s -> s.anyone(id));
    }

    /** Empty also when two people share the address: nobody may sign in as another. */
    Optional<Receiver> byEmail(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        List<Receiver> found = all().stream()
                .filter(p -> p.email().strip().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<Receiver> all() {
        return school.get().map(School::everyone).orElse(List.of());
    }

    /** Those who watch over others' access: the chair of governors and the safeguarding leads. */
    List<Receiver> watchers() {
        return all().stream().filter(People::watches).toList();
    }

    /** A headteacher may be the one who runs the program, and so does not watch over what its operator does. */
    static boolean watches(Receiver person) {
        return !person.roles().contains(Role.HEADTEACHER)
                && (person.roles().contains(Role.CHAIR_OF_GOVERNORS)
                        || person.roles().contains(Role.SAFEGUARDING_LEAD)
                        || person.roles().contains(Role.DEPUTY_SAFEGUARDING_LEAD));
    }

    String schoolName() {
        return school.get().map(School::name).orElse("");
    }
}
