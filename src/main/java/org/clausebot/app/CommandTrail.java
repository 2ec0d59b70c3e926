package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.incident.Audit;
import org.clausebot.incident.AuditChain;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.KeyException;
import org.clausebot.storage.SqliteStorage;
import org.clausebot.storage.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit log, for commands that change what the desk changes too. Where no report was ever taken there is none, and
 * nothing is noted: the history of a policy says who changed it in any case.
 */
final class CommandTrail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CommandTrail.class);
    private static final String OPERATOR = "operator:";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final @Nullable Audit audit;
    private final Deque<AutoCloseable> closing;

    private CommandTrail(@Nullable Audit audit, Deque<AutoCloseable> closing) {
        this.audit = audit;
        this.closing = closing;
    }

    /**
     * Who runs a command, as {@code operator:NAME}: nobody is taken for one of those who sign in at the desk.
     *
     * @param by as given; null for the name of this computer's account
     * @throws RefusedException when there is no name that can be noted
     */
    static String operator(@Nullable String by) throws RefusedException {
        String name = by == null
                ? System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]+", "-")
                : by;
        if (!NAME.matcher(name).matches()) {
            throw new RefusedException(
                    by == null
                            ? "This computer's account has no name that can be noted: say who you are with --by NAME."
                            : "--by takes up to 40 letters, digits, points, hyphens and underscores, such as r.bell.");
        }
        return OPERATOR + name;
    }

    /** @throws RefusedException when there is a log that cannot be added to, or a restore is under way */
    static CommandTrail open(Config config, Clock clock) throws RefusedException {
        Path database = config.data().resolve("clausebot.db");
        Deque<AutoCloseable> closing = new ArrayDeque<>();
        if (!Files.exists(database) || !Keyrings.hasKeys(config)) {
            return new CommandTrail(null, closing);
        }
        return Keyrings.refusing(() -> {
            try {
                closing.push(DataLock.use(config.data()));
                SqliteStorage storage = SqliteStorage.open(database);
                closing.push(storage);
                AuditChain chain =
                        AuditChain.open(Keyrings.open(config, storage).vault(), Keyrings.auditHead(config));
                closing.push(chain);
                Audit audit = new Audit(storage.audit(chain), chain, clock);
                audit.start();
                return new CommandTrail(audit, closing);
            } catch (IOException | KeyException | BackupException | RuntimeException e) {
                closeAll(closing);
                throw e;
            }
        });
    }

    /**
     * @param actor from {@link #operator}
     * @param action a few words and a policy's id; nothing that was typed
     * @throws RefusedException when it cannot be noted, though it is done
     */
    void note(String actor, String action) throws RefusedException {
        if (audit == null) {
            return;
        }
        try {
            audit.note(SchoolId.DEFAULT, actor, action.replace(' ', ':'));
        } catch (StorageException e) {
            throw new RefusedException("It is done, but it could not be noted in the audit log: " + e.getMessage());
        }
    }

    private static void closeAll(Deque<AutoCloseable> closing) {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception e) {
                LOG.warn("The audit log did not close cleanly: {}", e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void close() {
        closeAll(closing);
    }
}
