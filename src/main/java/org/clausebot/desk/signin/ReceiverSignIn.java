package org.clausebot.desk.signin;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.clausebot.http.Pages;
import org.clausebot.http.ReceiverSessions;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.School;
import org.clausebot.seal.Vault;

/** Sign-in at the case desk: the sessions that the web server asks for, and the pages around them. */
public final class ReceiverSignIn {
    private final Entries entries;
    private final Routes routes;

    /**
     * What sign-in needs of the rest of the program.
     *
     * @param settings the school's settings as they are now
     * @param pages draws refusals
     * @param oidc the school's identity provider; empty for none
     * @param base the program's address as browsers know it; asked for once it serves
     */
    public record Parts(
            SchoolId school,
            Supplier<Optional<School>> settings,
            Accounts accounts,
            DeskSessions sessions,
            Vault vault,
            AuditTrail audit,
            AccessNotices notices,
            Pages pages,
            Optional<OidcSettings> oidc,
            Supplier<URI> base,
            Clock clock) {}

    public ReceiverSignIn(Parts parts) {
        People people = new People(parts.settings());
        Sealing sealing = new Sealing(parts.vault());
        Passwords passwords = new Passwords();
        RecoveryCodes recovery = new RecoveryCodes(parts.vault());
        Drawing drawing = new Drawing(parts.settings());
        SetUp setUp = new SetUp(parts, people, sealing, passwords, recovery);
        this.entries = new Entries(parts.school(), people, parts.accounts(), parts.sessions(), parts.clock());
        PasswordSignIn byPassword = new PasswordSignIn(
                parts.school(), people, parts.accounts(), sealing, passwords, recovery, parts.clock());
        String provider = parts.oidc().map(OidcSettings::name).orElse("");
        SignInPages door = new SignInPages(drawing, byPassword, entries, setUp, parts.pages(), provider);
        WelcomePages welcome = new WelcomePages(drawing, setUp, passwords, entries, parts.pages(), provider);
        AccountPages account =
                new AccountPages(parts, drawing, people, setUp, passwords, entries, new Watch(parts, people));
        PasskeyPages passkeys = new PasskeyPages(parts, people, setUp, entries);
        Routes all = door.routes().and(welcome.routes()).and(account.routes()).and(passkeys.routes());
        this.routes = parts.oidc()
                .map(oidc -> all.and(new OidcPages(parts, oidc, people, setUp, door).routes()))
                .orElse(all);
    }

    /** For the web server. */
    public ReceiverSessions sessions() {
        return entries;
    }

    public Routes routes() {
        return routes;
    }
}
