package org.clausebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.datafile.DataFileException;
import org.clausebot.desk.CaseDesk;
import org.clausebot.desk.signin.Invitations;
import org.clausebot.desk.signin.ReceiverSignIn;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.Routes;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.school.Schools;
import org.clausebot.storage.SqliteStorage;

/**
 * The case desk with its sign-in, wired together.
 *
 * @param sessions who is signed in at it
 * @param routes its pages
 */
record Desk(ReceiverSessions sessions, Routes routes) {
    /** With the policy desk behind the same sign-in. */
    Desk and(PolicyDesk policies) {
        return new Desk(sessions, routes.and(policies.routes().quiet()));
    }

    /** The program's address as browsers know it: the desk's, when it is set; otherwise where it listens. */
    static URI base(Config config, URI listening) {
        return config.deskAddress().isAbsolute() ? config.deskAddress().resolve("/") : listening;
    }

    /** For the commands that give receivers access, without serving anything. */
    static ReceiversCommand.Opened forAccess(Config config, Clock clock) throws RefusedException {
        return Keyrings.refusing(() -> {
            Deque<Runnable> closing = new ArrayDeque<>();
            try {
                DataLock lock = DataLock.use(config.data());
                closing.push(() -> release(lock));
                SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"));
                closing.push(storage::close);
                Casework work = Casework.withoutPolicies(config, schools(config, clock), storage, clock)
                        .orElseThrow(() -> new RefusedException("Nobody receives reports here yet: there is no "
                                + config.data().resolve("school.yaml") + ". See \"Setting up reporting\" in"
                                + " docs/operating.md."));
                closing.push(work::close);
                URI listening = URI.create(
                        "http://" + config.http().host() + ":" + config.http().port() + "/");
                return new ReceiversCommand.Opened(
                        invitations(work, storage, clock), base(config, listening), () -> closeAll(closing));
            } catch (IOException | BackupException | RefusedException | RuntimeException e) {
                closeAll(closing);
                throw e;
            }
        });
    }

    private static Invitations invitations(Casework work, SqliteStorage storage, Clock clock) {
        return new Invitations(
                SchoolId.DEFAULT,
                work.school(),
                storage.accounts(),
                storage.deskSessions(),
                work.trail(),
                work.notices(),
                clock);
    }

    /** The last that was opened first; the data folder is given back after all else. */
    private static void closeAll(Deque<Runnable> closing) {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
    }

    private static Schools schools(Config config, Clock clock) throws RefusedException {
        try {
            return Schools.open(config.data(), clock);
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    /** The school as it is set up in a data folder today; empty where it is not. */
    static Optional<School> school(Path data, Clock clock) throws RefusedException {
        try {
            return Schools.open(data, clock).inForce(SchoolId.DEFAULT);
        } catch (DataFileException e) {
            throw new RefusedException(e);
        }
    }

    private static void release(DataLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param versions every policy that is kept in the given version
     * @param mail what is to be said of the mail server
     * @param base the program's address as browsers know it
     */
    static Desk of(
            Config config,
            Casework work,
            Function<String, List<Policy>> versions,
            Supplier<List<String>> mail,
            SqliteStorage storage,
            Pages pages,
            Supplier<URI> base,
            Clock clock) {
        ReceiverSignIn signIn = new ReceiverSignIn(new ReceiverSignIn.Parts(
                SchoolId.DEFAULT,
                work.school(),
                storage.accounts(),
                storage.deskSessions(),
                work.vault(),
                work.trail(),
                work.notices(),
                pages,
                config.oidc(),
                base,
                clock));
        CaseDesk desk = new CaseDesk(
                new CaseDesk.Parts(work.cases(), work.school(), versions, viewer -> mail.get(), pages, clock));
        return new Desk(signIn.sessions(), signIn.routes().and(desk.routes()).quiet());
    }
}
