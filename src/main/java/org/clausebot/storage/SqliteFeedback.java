package org.clausebot.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Feedback;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/** {@link Feedback} in SQLite. */
final class SqliteFeedback implements Feedback {
    private static final String SAME =
            " WHERE school = ? AND policy = ? AND week = ? AND version = ? AND number = ? AND bullet = ? AND verdict = ?";
    private static final String ADD =
            "INSERT INTO feedback (school, policy, week, version, number, bullet, verdict, votes)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, 1)"
                    + " ON CONFLICT (school, policy, week, version, number, bullet, verdict) DO UPDATE SET votes = votes + 1";
    private static final String DELETE_LAST = "DELETE FROM feedback" + SAME + " AND votes = 1";
    private static final String TAKE_ONE = "UPDATE feedback SET votes = votes - 1" + SAME + " AND votes > 1";
    private static final String TALLY = "SELECT week, version, number, bullet, verdict, votes FROM feedback"
            + " WHERE school = ? AND policy = ? ORDER BY week, version, number, bullet, verdict";

    private final SqliteFile file;

    SqliteFeedback(SqliteFile file) {
        this.file = file;
    }

    @Override
    public void record(SchoolId school, Vote vote, Optional<Vote> instead) {
        Optional<String> delivery = file.delivery();
        file.transaction(connection -> {
            if (!DraftsBefore.once(connection, delivery, DraftsBefore.Once.VOTED)) {
                return 0;
            }
            if (instead.isPresent() && run(connection, DELETE_LAST, school, instead.get()) == 0) {
                run(connection, TAKE_ONE, school, instead.get());
            }
            return run(connection, ADD, school, vote);
        });
    }

    @Override
    public List<Tally> tally(SchoolId school, PolicyId policy) {
        return file.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TALLY)) {
                select.setString(1, school.value());
                select.setString(2, policy.value());
                List<Tally> tallies = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        tallies.add(tally(policy, row));
                    }
                }
                return List.copyOf(tallies);
            }
        });
    }

    private static Tally tally(PolicyId policy, ResultSet row) throws SQLException {
        String code = row.getString("verdict");
        Verdict verdict = Verdict.of(code).orElseThrow(() -> new SQLException("an unknown verdict: " + code));
        ClauseRef clause = new ClauseRef(policy, row.getString("number"), row.getInt("bullet"));
        return new Tally(
                new Vote(IsoWeek.parse(row.getString("week")), clause, row.getString("version"), verdict),
                row.getInt("votes"));
    }

    private static int run(Connection connection, String sql, SchoolId school, Vote vote) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, school.value());
            statement.setString(2, vote.clause().policy().value());
            statement.setString(3, vote.week().toString());
            statement.setString(4, vote.version());
            statement.setString(5, vote.clause().number());
            statement.setInt(6, vote.clause().bullet());
            statement.setString(7, vote.verdict().code());
            return statement.executeUpdate();
        }
    }
}
