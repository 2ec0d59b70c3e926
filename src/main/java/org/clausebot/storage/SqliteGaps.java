package org.clausebot.storage;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clausebot.insight.GapDecision;
import org.clausebot.insight.GapFindings;
import org.clausebot.insight.GapGroup;
import org.clausebot.insight.GapRows;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;

/** {@link GapRows} in SQLite. */
final class SqliteGaps implements GapRows {
    private static final String OF = " WHERE school = ?";

    private final SqliteFile file;

    SqliteGaps(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Optional<GapFindings> findings(SchoolId school) {
        return file.read(connection -> {
            List<GapGroup> groups = Sql.list(
                    connection,
                    "SELECT id, name, wordings, about, centre FROM gap" + OF + " ORDER BY place",
                    SqliteGaps::group,
                    school.value());
            return Sql.one(
                    connection,
                    "SELECT first, as_of, sampled FROM gap_finding" + OF,
                    row -> new GapFindings(
                            school,
                            IsoWeek.parse(row.getString("first")),
                            IsoWeek.parse(row.getString("as_of")),
                            row.getInt("sampled") == 1,
                            groups),
                    school.value());
        });
    }

    private static GapGroup group(ResultSet row) throws SQLException {
        return new GapGroup(
                row.getString("id"),
                row.getString("name"),
                lines(row.getString("wordings")),
                row.getInt("about"),
                floats(row.getBytes("centre")));
    }

    @Override
    public void keep(GapFindings findings) {
        String school = findings.school().value();
        file.transaction(connection -> {
            Sql.run(connection, "DELETE FROM gap" + OF, school);
            Sql.run(connection, "DELETE FROM gap_finding" + OF, school);
            Sql.run(
                    connection,
                    "INSERT INTO gap_finding (school, first, as_of, sampled) VALUES (?, ?, ?, ?)",
                    school,
                    findings.first().toString(),
                    findings.asOf().toString(),
                    findings.sampled() ? 1 : 0);
            for (int place = 0; place < findings.groups().size(); place++) {
                insert(connection, school, place, findings.groups().get(place));
            }
            return findings.groups().size();
        });
        file.scrub();
    }

    private static void insert(Connection connection, String school, int place, GapGroup group) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO gap (school, place, id, name, wordings, about, centre) VALUES (?, ?, ?, ?, ?, ?, ?)",
                school,
                place,
                group.id(),
                group.name(),
                String.join("\n", group.wordings()),
                group.about(),
                bytes(group.centre()));
    }

    @Override
    public List<GapDecision> decisions(SchoolId school) {
        return file.read(connection -> Sql.list(
                connection,
                "SELECT school, gap, kind, name, policy, number, bullet, words, taught, wordings, centre, week"
                        + " FROM gap_decision" + OF + " ORDER BY week DESC, name",
                SqliteGaps::decision,
                school.value()));
    }

    private static GapDecision decision(ResultSet row) throws SQLException {
        String policy = row.getString("policy");
        return new GapDecision(
                new SchoolId(row.getString("school")),
                row.getString("gap"),
                GapDecision.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                policy.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new ClauseRef(new PolicyId(policy), row.getString("number"), row.getInt("bullet"))),
                row.getString("words"),
                lines(row.getString("taught")),
                lines(row.getString("wordings")),
                floats(row.getBytes("centre")),
                IsoWeek.parse(row.getString("week")));
    }

    @Override
    public void decide(GapDecision decision) {
        Optional<ClauseRef> clause = decision.clause();
        file.transaction(connection -> Sql.run(
                connection,
                "INSERT OR REPLACE INTO gap_decision (school, gap, kind, name, policy, number, bullet, words, taught,"
                        + " wordings, centre, week) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                decision.school().value(),
                decision.group(),
                decision.kind().name(),
                decision.name(),
                clause.map(c -> c.policy().value()).orElse(""),
                clause.map(ClauseRef::number).orElse(""),
                clause.map(ClauseRef::bullet).orElse(0),
                decision.words(),
                String.join("\n", decision.taught()),
                String.join("\n", decision.wordings()),
                bytes(decision.centre()),
                decision.week().toString()));
    }

    @Override
    public boolean takeBack(SchoolId school, String group) {
        return file.transaction(connection ->
                Sql.run(connection, "DELETE FROM gap_decision" + OF + " AND gap = ?", school.value(), group) > 0);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return vector;
    }
}
