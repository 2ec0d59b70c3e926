package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.acknowledgement.Check;
import org.clausebot.acknowledgement.Person;
import org.clausebot.acknowledgement.Reading;
import org.clausebot.acknowledgement.ReadingRows;
import org.clausebot.acknowledgement.Round;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.jspecify.annotations.Nullable;

/** {@link ReadingRows} in SQLite. */
final class SqliteReadings implements ReadingRows {
    private static final String READINGS = "SELECT reading.id, round, reader, name, email, mailed, mails, refused, done"
            + " FROM reading JOIN reader ON reader.id = reading.reader ";
    private static final String BY_NAME = " ORDER BY name COLLATE NOCASE, email";
    private static final String LONG_AGO = "(mailed IS NULL OR mailed <= ?)";

    private final SqliteFile file;

    SqliteReadings(SqliteFile file) {
        this.file = file;
    }

    @Override
    public List<Person> people(SchoolId school) {
        return file.read(connection -> people(connection, school));
    }

    private static List<Person> people(Connection connection, SchoolId school) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id, name, email FROM reader WHERE school = ?" + BY_NAME,
                row -> new Person(row.getString("id"), row.getString("name"), row.getString("email")),
                school.value());
    }

    @Override
    public StaffChange take(SchoolId school, List<Person> people, boolean only) {
        return file.transaction(connection -> {
            int added = 0;
            int renamed = 0;
            Set<String> listed = new HashSet<>();
            for (Person person : people) {
                listed.add(person.email());
                int changed = Sql.run(
                        connection,
                        "UPDATE reader SET name = ? WHERE school = ? AND email = ? AND name <> ?",
                        person.name(),
                        school.value(),
                        person.email(),
                        person.name());
                renamed += changed;
                added += changed > 0
                        ? 0
                        : Sql.run(
                                connection,
                                "INSERT INTO reader (id, school, name, email) VALUES (?, ?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING",
                                person.id(),
                                school.value(),
                                person.name(),
                                person.email());
            }
            int removed = 0;
            if (only) {
                for (Person person : people(connection, school)) {
                    removed += listed.contains(person.email()) ? 0 : remove(connection, school, person.id());
                }
            }
            return new StaffChange(added, renamed, removed);
        });
    }

    @Override
    public boolean remove(SchoolId school, String person) {
        return file.transaction(connection -> remove(connection, school, person) == 1);
    }

    private static int remove(Connection connection, SchoolId school, String person) throws SQLException {
        return Sql.run(connection, "DELETE FROM reader WHERE school = ? AND id = ?", school.value(), person);
    }

    @Override
    public List<Round> rounds(SchoolId school) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT * FROM reading_round WHERE school = ? ORDER BY asked DESC, title, id",
                SqliteReadings::round,
                school.value()));
    }

    @Override
    public Optional<Round> round(String id) {
        return file.read(connection ->
                Sql.one(connection, "SELECT * FROM reading_round WHERE id = ?", SqliteReadings::round, id));
    }

    @Override
    public boolean open(Round round) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "INSERT INTO reading_round (id, school, policy, title, version, hash, asked, due_day, weeks, checks)"
                                + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM reading_round"
                                + " WHERE school = ? AND policy = ? AND hash = ? AND ended IS NULL)",
                        round.id(),
                        round.school().value(),
                        round.policy().value(),
                        round.title(),
                        round.version(),
                        round.hash(),
                        round.asked().toEpochDay(),
                        day(round.by()),
                        round.everyWeeks(),
                        Check.codes(round.checks()),
                        round.school().value(),
                        round.policy().value(),
                        round.hash())
                == 1);
    }

    @Override
    public void close(String round, Optional<LocalDate> replaced, Optional<LocalDate> ended) {
        file.transaction(connection -> Sql.run(
                connection,
                "UPDATE reading_round SET replaced = ?, ended = ? WHERE id = ?",
                day(replaced),
                day(ended),
                round));
    }

    @Override
    public int invite(Round round, Iterable<String> ids) {
        return file.transaction(connection -> {
            Iterator<String> next = ids.iterator();
            List<String> uninvited = Sql.list(
                    connection,
                    "SELECT id FROM reader WHERE school = ? AND id NOT IN (SELECT reader FROM reading WHERE round = ?)",
                    row -> row.getString(1),
                    round.school().value(),
                    round.id());
            for (String reader : uninvited) {
                Sql.run(
                        connection,
                        "INSERT INTO reading (id, round, reader, due, mails, refused) VALUES (?, ?, ?, 1, 0, 0)",
                        next.next(),
                        round.id(),
                        reader);
            }
            return uninvited.size();
        });
    }

    @Override
    public List<Reading> readings(String round) {
        return file.read(connection ->
                Sql.list(connection, READINGS + "WHERE round = ?" + BY_NAME, SqliteReadings::reading, round));
    }

    @Override
    public Optional<Reading> reading(String id) {
        return file.read(
                connection -> Sql.one(connection, READINGS + "WHERE reading.id = ?", SqliteReadings::reading, id));
    }

    @Override
    public boolean acknowledge(String reading, LocalDate day) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "UPDATE reading SET done = ?, due = 0 WHERE id = ? AND done IS NULL",
                        day.toEpochDay(),
                        reading)
                == 1);
    }

    @Override
    public int remind(String round, LocalDate last, int most) {
        return file.transaction(connection -> Sql.run(
                connection,
                "UPDATE reading SET due = 1 WHERE round = ? AND done IS NULL AND mails < ? AND " + LONG_AGO,
                round,
                most,
                last.toEpochDay()));
    }

    @Override
    public List<Reading> toMail(SchoolId school, LocalDate last) {
        return file.read(connection -> Sql.list(
                connection,
                READINGS
                        + "JOIN reading_round ON reading_round.id = round WHERE reading_round.school = ?"
                        + " AND replaced IS NULL AND ended IS NULL AND due = 1 AND done IS NULL AND "
                        + LONG_AGO
                        + " ORDER BY reading.id",
                SqliteReadings::reading,
                school.value(),
                last.toEpochDay()));
    }

    @Override
    public boolean claim(String reading, LocalDate day, LocalDate last) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "UPDATE reading SET due = 0, mailed = ?, mails = mails + 1, refused = 0"
                                + " WHERE id = ? AND due = 1 AND done IS NULL AND " + LONG_AGO,
                        day.toEpochDay(),
                        reading,
                        last.toEpochDay())
                == 1);
    }

    @Override
    public void unclaim(Reading before) {
        file.transaction(connection -> Sql.run(
                connection,
                "UPDATE reading SET due = 1, mailed = ?, mails = ?, refused = ? WHERE id = ?",
                day(before.mailed()),
                before.mails(),
                before.refused() ? 1 : 0,
                before.id()));
    }

    @Override
    public void refused(String reading) {
        file.transaction(connection -> Sql.run(connection, "UPDATE reading SET refused = 1 WHERE id = ?", reading));
    }

    @Override
    public int forget(SchoolId school, LocalDate day) {
        return file.transaction(connection -> Sql.run(
                connection,
                "DELETE FROM reading_round WHERE school = ? AND replaced < ?",
                school.value(),
                day.toEpochDay()));
    }

    private static Round round(ResultSet row) throws SQLException {
        return new Round(
                row.getString("id"),
                new SchoolId(row.getString("school")),
                new PolicyId(row.getString("policy")),
                row.getString("title"),
                row.getString("version"),
                row.getString("hash"),
                LocalDate.ofEpochDay(row.getLong("asked")),
                day(row, "due_day"),
                row.getInt("weeks"),
                Check.parseAll(row.getString("checks")),
                day(row, "replaced"),
                day(row, "ended"));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getString("id"),
                row.getString("round"),
                new Person(row.getString("reader"), row.getString("name"), row.getString("email")),
                day(row, "mailed"),
                row.getInt("mails"),
                row.getInt("refused") == 1,
                day(row, "done"));
    }

    private static @Nullable Long day(Optional<LocalDate> day) {
        return day.map(LocalDate::toEpochDay).orElse(null);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        long day = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
    }
}
