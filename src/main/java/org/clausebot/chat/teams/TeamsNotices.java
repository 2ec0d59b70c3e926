package org.clausebot.chat.teams;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.clausebot.chat.talk.ToldNotices;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.card.DeskNotice;
import org.clausebot.chat.teams.card.TeamsMessage;
import org.clausebot.chat.teams.card.TeamsWords;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.School;

/** Tells receivers whose object id is known in Teams as well, in the personal chat. */
public final class TeamsNotices {
    private TeamsNotices() {}

    /**
     * The queue that does it.
     *
     * @param queue what the mail worker takes from; it must take through this instead
     * @param schools the people as they are now
     * @param people whom an object id stands for, in the tenant of the school
     * @param desk the address at which receivers open the case desk
     */
    public static ToldNotices<Person> of(
            Notices queue,
            Function<SchoolId, Optional<School>> schools,
            BiFunction<SchoolId, String, Optional<Person>> people,
            TeamsLine line,
            TeamsWords words,
            URI desk,
            Clock clock) {
        List<TeamsMessage> said = DeskNotice.of(desk, words);
        return new ToldNotices<>(
                "teams",
                queue,
                notice -> schools.apply(notice.school())
                        .flatMap(school -> school.anyone(notice.receiverId()))
                        .map(Receiver::teams)
                        .filter(id -> !id.isEmpty())
                        .flatMap(id -> people.apply(notice.school(), id)),
                // Who has not got the app has the mail.
                person -> line.direct(person, said),
                clock);
    }

    /** Tells somebody who keeps the policies, and whose object id is known, that one is to be reviewed. */
    public static void review(
            Receiver receiver, Function<String, Person> people, TeamsLine line, TeamsWords words, URI desk) {
        Optional.of(receiver.teams())
                .filter(id -> !id.isEmpty())
                .map(people)
                .ifPresent(person -> line.direct(person, DeskNotice.review(desk, words)));
    }
}
