package org.clausebot.app;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clausebot.desk.CaseDesk;
import org.clausebot.desk.signin.ReceiverSignIn;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.Routes;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;

/**
 * The case desk with its sign-in, wired together.
 *
 * @param sessions who is signed in at it
 * @param routes its pages
 */
record Desk(ReceiverSessions sessions, Routes routes) {
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
        return new Desk(signIn.sessions(), signIn.routes().and(desk.routes()));
    }
}
