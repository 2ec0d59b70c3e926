package org.clausebot.acknowledgement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebot.policy.SchoolId;

/** Where acknowledgements are kept. No row of it has an id that anything else in the program knows. */
public interface ReadingRows {
    /** By name. */
    List<Person> people(SchoolId school);

    /**
     * Adds people, and gives those who are there by their address the new name.
     *
     * @param people with ids for those who are new
     * @param only whether those who are not among them are removed, with all that is kept of them
     */
    StaffChange take(SchoolId school, List<Person> people, boolean only);

    /** How many were added, renamed and removed. */
    record StaffChange(int added, int renamed, int removed) {}

    /**
     * Removes somebody with all that is kept of them.
     *
     * @return false when nobody has that id
     */
    boolean remove(SchoolId school, String person);

    /** The newest first. */
    List<Round> rounds(SchoolId school);

    /** Of whichever school. */
    Optional<Round> round(String id);

    /**
     * Begins a request.
     *
     * @return false when one for the same version is open already
     */
    boolean open(Round round);

    /** Puts the days in place of those that are there. */
    void close(String round, Optional<LocalDate> replaced, Optional<LocalDate> ended);

    /** Gives everybody on the list who has none yet a part in {@code round}, to be mailed. With ids from {@code ids}. */
    int invite(Round round, Iterable<String> ids);

    /** Of one request, by name. */
    List<Reading> readings(String round);

    Optional<Reading> reading(String id);

    /** @return false when they had done so before; the first day stays */
    boolean acknowledge(String reading, LocalDate day);

    /**
     * Marks those outstanding for another mail.
     *
     * @param last only those whose last mail was on this day or before
     * @param most only those who had fewer mails than this
     */
    int remind(String round, LocalDate last, int most);

    /** Those to be mailed in open requests whose last mail, if any, was on {@code last} or before. */
    List<Reading> toMail(SchoolId school, LocalDate last);

    /**
     * Notes a mail before it is sent, so that whatever happens nobody gets two.
     *
     * @return false when it is no longer to be sent
     */
    boolean claim(String reading, LocalDate day, LocalDate last);

    /** The mail was not sent: it is to be mailed as before. */
    void unclaim(Reading before);

    /** The address was refused. */
    void refused(String reading);

    /** Deletes requests whose version was replaced before {@code day}, with everybody's part in them. */
    int forget(SchoolId school, LocalDate day);
}
