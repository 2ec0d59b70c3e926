package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Entry;
import org.clausebot.querylog.Latency;
import org.clausebot.querylog.LogRows;
import org.clausebot.querylog.Outcome;

/** {@link LogRows} in SQLite. */
final class SqliteQueryLog implements LogRows {
    private static final String OF_WEEK = " WHERE school = ? AND week = ?";
    private static final String SELECT =
            "SELECT school, week, id, channel, words, outcome, clauses, score, language, latency FROM question"
                    + OF_WEEK + " ORDER BY id";
    private static final String INSERT = "INSERT INTO question"
            + " (school, week, id, channel, words, outcome, clauses, score, language, latency)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String COUNT = "INSERT INTO urgent_question (school, week, count) VALUES (?, ?, ?)"
            + " ON CONFLICT (school, week) DO UPDATE SET count = count + excluded.count";
    private static final int FIELDS = 5;

    private final SqliteFile file;

    SqliteQueryLog(SqliteFile file) {
        this.file = file;
    }

    @Override
    public void rewrite(SchoolId school, IsoWeek week, UnaryOperator<List<Entry>> change, int urgent) {
        file.transaction(connection -> {
            List<Entry> before = entries(connection, school, week);
            List<Entry> after = change.apply(before).stream()
                    .sorted(Comparator.comparing(Entry::id))
                    .toList();
            if (!after.equals(before)) {
                Sql.run(connection, "DELETE FROM question" + OF_WEEK, school.value(), week.toString());
                for (Entry entry : after) {
                    insert(connection, entry);
                }
            }
            return urgent == 0 ? 0 : Sql.run(connection, COUNT, school.value(), week.toString(), urgent);
        });
        // The log of writes would tell what was added last.
        file.scrub();
    }

    private static void insert(Connection connection, Entry entry) throws SQLException {
        Sql.run(
                connection,
                INSERT,
                entry.school().value(),
                entry.week().toString(),
                entry.id(),
                entry.channel(),
                entry.words(),
                entry.outcome().code(),
                entry.clauses().stream().map(SqliteQueryLog::line).collect(Collectors.joining("\n")),
                entry.score(),
                entry.language(),
                entry.latency().name());
    }

    private static String line(Entry.Judged judged) {
        ClauseRef clause = judged.shown().clause();
        return String.join(
                "\t",
                clause.policy().value(),
                judged.shown().version().replaceAll("[\\t\\n]", " "),
                clause.number(),
                Integer.toString(clause.bullet()),
                judged.verdict().map(v -> v.name().toLowerCase(Locale.ROOT)).orElse(""));
    }

    private static Entry.Judged judged(String line) throws SQLException {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw new SQLException("a clause of a question cannot be read");
        }
        ClauseRef clause = new ClauseRef(new PolicyId(fields[0]), fields[2], Integer.parseInt(fields[3]));
        Optional<Entry.Verdict> verdict = fields[4].isEmpty()
                ? Optional.empty()
                : Optional.of(Entry.Verdict.valueOf(fields[4].toUpperCase(Locale.ROOT)));
        return new Entry.Judged(new Asked.Shown(clause, fields[1]), verdict);
    }

    @Override
    public List<Entry> entries(SchoolId school, IsoWeek week) {
        return file.read(connection -> entries(connection, school, week));
    }

    private static List<Entry> entries(Connection connection, SchoolId school, IsoWeek week) throws SQLException {
        return Sql.list(connection, SELECT, SqliteQueryLog::entry, school.value(), week.toString());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        List<Entry.Judged> clauses = new ArrayList<>();
        for (String line : row.getString("clauses").split("\n", -1)) {
            if (!line.isEmpty()) {
                clauses.add(judged(line));
            }
        }
        return new Entry(
                row.getString("id"),
                new SchoolId(row.getString("school")),
                IsoWeek.parse(row.getString("week")),
                row.getString("channel"),
                row.getString("words"),
                Outcome.of(row.getString("outcome")).orElseThrow(() -> new SQLException("an unknown outcome")),
                clauses,
                row.getInt("score"),
                row.getString("language"),
                Latency.valueOf(row.getString("latency")));
    }

    @Override
    public int urgent(SchoolId school, IsoWeek week) {
        return file.read(connection -> Sql.one(
                        connection,
                        "SELECT count FROM urgent_question" + OF_WEEK,
                        row -> row.getInt(1),
                        school.value(),
                        week.toString())
                .orElse(0));
    }

    @Override
    public int purge(IsoWeek first) {
        int deleted = file.transaction(connection -> {
            Sql.run(connection, "DELETE FROM urgent_question WHERE week < ?", first.toString());
            return Sql.run(connection, "DELETE FROM question WHERE week < ?", first.toString());
        });
        if (deleted > 0) {
            file.scrub();
        }
        return deleted;
    }

    @Override
    public Set<String> silent() {
        return new HashSet<>(file.read(
                connection -> Sql.list(connection, "SELECT person FROM question_silence", row -> row.getString(1))));
    }

    @Override
    public void silent(Map<String, Boolean> changes) {
        file.transaction(connection -> {
            int changed = 0;
            for (Map.Entry<String, Boolean> change : changes.entrySet()) {
                changed += Sql.run(
                        connection,
                        change.getValue()
                                ? "INSERT OR IGNORE INTO question_silence (person) VALUES (?)"
                                : "DELETE FROM question_silence WHERE person = ?",
                        change.getKey());
            }
            return changed;
        });
        file.scrub();
    }
}
