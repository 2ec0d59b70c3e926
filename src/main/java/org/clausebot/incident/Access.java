package org.clausebot.incident;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/**
 * The one place that decides who may see a report, and who may be given one. It decides from the route that is stored with
 * the report and from who is in the school today; being kept out wins over everything.
 */
final class Access {
    private final Tags tags;
    private final Supplier<Optional<School>> school;

    Access(Tags tags, Supplier<Optional<School>> school) {
        this.tags = tags;
        this.school = school;
    }

    /** The school of {@code id}, if it is the one that is set up. */
    Optional<School> school(SchoolId id) {
        return school.get().filter(s -> s.id().equals(id));
    }

    /** The signed-in person, as long as they are one of the school's receivers today. */
    Optional<Receiver> receiver(Cases.Viewer who) {
        return school(who.school()).flatMap(s -> s.person(who.receiverId()));
    }

    String tag(SchoolId id, Receiver receiver) {
        return tags.person(id, receiver.id());
    }

    boolean maySee(Cases.Viewer who, CaseRows.Row row) {
        return row.school().equals(who.school())
                && receiver(who)
                        .map(person -> tag(who.school(), person))
                        .filter(tag -> row.route().recipients().contains(tag))
                        .filter(tag -> !row.route().keptOut().contains(tag))
                        .isPresent();
    }

    /** The recipients who are in the school today. */
    List<Receiver> recipients(CaseRows.Row row) {
        return school(row.school()).stream()
                .flatMap(s -> s.people().stream())
                .filter(person -> row.route().recipients().contains(tag(row.school(), person)))
                .toList();
    }

    /** Those who may be added to the recipients: as {@link #eligible}, without those who are recipients already. */
    List<Receiver> possible(CaseRows.Row row, List<String> accused) {
        return eligible(row, accused).stream()
                .filter(person -> !row.route().recipients().contains(tag(row.school(), person)))
                .toList();
    }

    /**
     * Those who may have the report: neither kept out nor of a name that the reporter gave for whom it is about (they may
     * have become receivers since).
     */
    List<Receiver> eligible(CaseRows.Row row, List<String> accused) {
        return school(row.school()).stream()
                .flatMap(s -> s.people().stream())
                .filter(person -> {
                    String tag = tag(row.school(), person);
                    return !row.route().keptOut().contains(tag)
                            && accused.stream().noneMatch(name -> NameMatch.mayBe(name, person));
                })
                .toList();
    }
}
