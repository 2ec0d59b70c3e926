package org.clausebot.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.desk.signin.Account;
import org.clausebot.desk.signin.Accounts;
import org.clausebot.desk.signin.Invitation;
import org.clausebot.desk.signin.Passkey;
import org.clausebot.policy.SchoolId;

/** {@link Accounts} in SQLite. */
final class SqliteAccounts implements Accounts {
    private static final String SELECT = "SELECT receiver, id, wrapped, password, totp, pin, made, waits FROM account";
    private static final String SELECT_PASSKEY =
            "SELECT id, receiver, name, public, uses, copied, made FROM passkey WHERE school = ?";
    private static final List<String> ALL_OF_ONE =
            List.of("account", "recovery_code", "passkey", "invitation", "desk_session");

    private final SqliteFile file;

    SqliteAccounts(SqliteFile file) {
        this.file = file;
    }

    @Override
    public Optional<Account> find(SchoolId school, String receiver) {
        return file.read(connection -> Sql.one(
                connection,
                SELECT + " WHERE school = ? AND receiver = ?",
                SqliteAccounts::account,
                school.value(),
                receiver));
    }

    @Override
    public List<Account> all(SchoolId school) {
        return file.read(connection -> Sql.list(
                connection, SELECT + " WHERE school = ? ORDER BY receiver", SqliteAccounts::account, school.value()));
    }

    @Override
    public void change(SchoolId school, Account account) {
        // Not the wrapped key: it changes by rotation only, perhaps since this account was read.
        file.transaction(connection -> Sql.run(
                connection,
                "UPDATE account SET password = ?, totp = ?, pin = ?, waits = ? WHERE school = ? AND receiver = ?"
                        + " AND id = ?",
                account.password().orElse(null),
                account.totp().orElse(null),
                account.pin().orElse(null),
                account.waitsUntil().map(Instant::toEpochMilli).orElse(null),
                school.value(),
                account.receiver(),
                account.id()));
    }

    @Override
    public boolean useStep(SchoolId school, String receiver, long step) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "UPDATE account SET step = ? WHERE school = ? AND receiver = ? AND step < ?",
                        step,
                        school.value(),
                        receiver,
                        step)
                == 1);
    }

    @Override
    public void recoveryCodes(SchoolId school, String receiver, List<String> hashes) {
        file.transaction(connection -> replaceCodes(connection, school, receiver, hashes));
    }

    @Override
    public boolean useRecoveryCode(SchoolId school, String receiver, String hash) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "DELETE FROM recovery_code WHERE school = ? AND receiver = ? AND hash = ?",
                        school.value(),
                        receiver,
                        hash)
                == 1);
    }

    @Override
    public int recoveryCodesLeft(SchoolId school, String receiver) {
        return file.read(connection -> Sql.list(
                        connection,
                        "SELECT hash FROM recovery_code WHERE school = ? AND receiver = ?",
                        row -> row.getString(1),
                        school.value(),
                        receiver)
                .size());
    }

    @Override
    public List<Passkey> passkeys(SchoolId school, String receiver) {
        return file.read(connection -> Sql.list(
                connection,
                SELECT_PASSKEY + " AND receiver = ? ORDER BY made, id",
                SqliteAccounts::passkey,
                school.value(),
                receiver));
    }

    @Override
    public Optional<Passkey> passkey(SchoolId school, String id) {
        return file.read(connection ->
                Sql.one(connection, SELECT_PASSKEY + " AND id = ?", SqliteAccounts::passkey, school.value(), id));
    }

    @Override
    public boolean addPasskey(SchoolId school, Passkey passkey) {
        return file.transaction(connection -> insert(connection, school, passkey) == 1);
    }

    @Override
    public void removePasskey(SchoolId school, String receiver, String id) {
        file.transaction(connection -> Sql.run(
                connection,
                "DELETE FROM passkey WHERE school = ? AND receiver = ? AND id = ?",
                school.value(),
                receiver,
                id));
    }

    @Override
    public boolean usedPasskey(SchoolId school, Passkey before, long uses) {
        return file.transaction(connection -> Sql.run(
                        connection,
                        "UPDATE passkey SET uses = ? WHERE school = ? AND id = ? AND uses = ?",
                        uses,
                        school.value(),
                        before.id(),
                        before.uses())
                == 1);
    }

    @Override
    public void invite(SchoolId school, Invitation invitation) {
        file.transaction(connection -> insert(connection, school, invitation));
    }

    @Override
    public Optional<Invitation> invitation(SchoolId school, String hash) {
        return file.read(connection -> Sql.one(
                connection,
                "SELECT hash, receiver, expires, waits FROM invitation WHERE school = ? AND hash = ?",
                row -> new Invitation(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getInt(4) == 1),
                school.value(),
                hash));
    }

    @Override
    public boolean accept(
            SchoolId school,
            String invitationHash,
            Account account,
            List<String> recoveryHashes,
            Optional<Passkey> passkey) {
        return file.transaction(connection -> {
            boolean known = Sql.one(
                            connection,
                            SELECT + " WHERE school = ? AND receiver = ?",
                            SqliteAccounts::account,
                            school.value(),
                            account.receiver())
                    .isPresent();
            if (known
                    || Sql.run(
                                    connection,
                                    "DELETE FROM invitation WHERE school = ? AND receiver = ? AND hash = ?",
                                    school.value(),
                                    account.receiver(),
                                    invitationHash)
                            == 0) {
                return false;
            }
            insert(connection, school, account);
            replaceCodes(connection, school, account.receiver(), recoveryHashes);
            if (passkey.isPresent()) {
                insert(connection, school, passkey.get());
            }
            return true;
        });
    }

    @Override
    public boolean remove(SchoolId school, String receiver) {
        return file.transaction(connection -> removeAll(connection, school, receiver) > 0);
    }

    @Override
    public void reset(SchoolId school, Invitation invitation) {
        file.transaction(connection -> {
            removeAll(connection, school, invitation.receiver());
            return insert(connection, school, invitation);
        });
    }

    private static int removeAll(Connection connection, SchoolId school, String receiver) throws SQLException {
        int removed = 0;
        for (String table : ALL_OF_ONE) {
            removed += Sql.run(
                    connection,
                    "DELETE FROM " + table + " WHERE school = ? AND receiver = ?",
                    school.value(),
                    receiver);
        }
        return removed;
    }

    private static int insert(Connection connection, SchoolId school, Account account) throws SQLException {
        return Sql.run(
                connection,
                "INSERT INTO account (school, receiver, id, wrapped, password, totp, pin, made, waits)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                school.value(),
                account.receiver(),
                account.id(),
                account.wrappedKey(),
                account.password().orElse(null),
                account.totp().orElse(null),
                account.pin().orElse(null),
                account.made().toEpochMilli(),
                account.waitsUntil().map(Instant::toEpochMilli).orElse(null));
    }

    private static int insert(Connection connection, SchoolId school, Passkey passkey) throws SQLException {
        return Sql.run(
                connection,
                "INSERT INTO passkey (school, id, receiver, name, public, uses, copied, made)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                school.value(),
                passkey.id(),
                passkey.receiver(),
                passkey.name(),
                passkey.key(),
                passkey.uses(),
                passkey.backupEligible() ? 1 : 0,
                passkey.made().toEpochMilli());
    }

    private static int insert(Connection connection, SchoolId school, Invitation invitation) throws SQLException {
        return Sql.run(
                connection,
                "INSERT OR REPLACE INTO invitation (school, receiver, hash, expires, waits) VALUES (?, ?, ?, ?, ?)",
                school.value(),
                invitation.receiver(),
                invitation.hash(),
                invitation.expires().toEpochMilli(),
                invitation.waits() ? 1 : 0);
    }

    private static int replaceCodes(Connection connection, SchoolId school, String receiver, List<String> hashes)
            throws SQLException {
        Sql.run(connection, "DELETE FROM recovery_code WHERE school = ? AND receiver = ?", school.value(), receiver);
        int added = 0;
        for (String hash : hashes) {
            added += Sql.run(
                    connection,
                    "INSERT INTO recovery_code (school, receiver, hash) VALUES (?, ?, ?)",
                    school.value(),
                    receiver,
                    hash);
        }
        return added;
    }

    private static Account account(ResultSet row) throws SQLException {
        long waits = row.getLong(8);
        return new Account(
                row.getString(1),
                row.getString(2),
                row.getBytes(3),
                Optional.ofNullable(row.getBytes(4)),
                Optional.ofNullable(row.getBytes(5)),
                Optional.ofNullable(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                waits == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(waits)));
    }

    private static Passkey passkey(ResultSet row) throws SQLException {
        return new Passkey(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBytes(4),
                row.getLong(5),
                row.getInt(6) == 1,
                Instant.ofEpochMilli(row.getLong(7)));
    }
}
