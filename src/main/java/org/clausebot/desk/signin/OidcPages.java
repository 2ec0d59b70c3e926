package org.clausebot.desk.signin;

import com.nimbusds.oauth2.sdk.id.Issuer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.desk.signin.OidcClient.OidcException;
import org.clausebot.http.Access;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in with the school's own account, and tying that account to a receiver with an invitation. */
final class OidcPages {
    private static final Logger LOG = LoggerFactory.getLogger(OidcPages.class);

    private final SchoolId school;
    private final OidcSettings settings;
    private final OidcClient client;
    private final ReceiverSignIn.Parts parts;
    private final People people;
    private final SetUp setUp;
    private final SignInPages door;

    OidcPages(ReceiverSignIn.Parts parts, OidcSettings settings, People people, SetUp setUp, SignInPages door) {
        this.school = parts.school();
        this.settings = settings;
        this.client = new OidcClient(settings, parts.base(), parts.clock());
        this.parts = parts;
        this.people = people;
        this.setUp = setUp;
        this.door = door;
    }

    Routes routes() {
        return Routes.none()
                .get("/desk/oidc/begin", Access.DESK_DOOR, request -> begin(Optional.empty()))
                .get("/desk/oidc/welcome", Access.DESK_DOOR, request -> {
                    String token = request.query().getOrDefault("token", "");
                    return setUp.open(token).isPresent() ? begin(Optional.of(token)) : failed();
                })
                .get(OidcClient.RETURN, Access.DESK_DOOR, this::finish);
    }

    private Response begin(Optional<String> invitation) {
        try {
            OidcClient.Begun begun = client.begin(invitation);
            return Response.seeOther(begun.address().toString()).withTicket(begun.ticket(), OidcClient.LIFE);
        } catch (OidcException e) {
            return logged(e);
        }
    }

    private Response finish(Request request) {
        try {
            OidcClient.Answer answer = client.finish(request.query(), request.ticket());
            Optional<Identity> identity = Identity.in(answer.claims(), settings);
            if (identity.isEmpty()) {
                throw new OidcException("the account is of another tenant or domain, or its address is not verified");
            }
            return answer.invitation()
                    .map(token -> accept(token, identity.get()))
                    .orElseGet(() -> signIn(identity.get()))
                    .withTicket("", Duration.ZERO);
        } catch (OidcException e) {
            return logged(e).withTicket("", Duration.ZERO);
        }
    }

    private Response signIn(Identity identity) {
        String pin = pin(identity);
        return parts.accounts().all(school).stream()
                .filter(account -> account.pin().filter(pin::equals).isPresent())
                .map(Account::receiver)
                .filter(receiver -> mayBe(receiver, identity))
                .findFirst()
                .map(receiver -> door.enter(receiver, settings.name(), ""))
                .orElseGet(this::failed);
    }

    /** At Google the verified address must still be the receiver's own; at Entra the pinned person is enough. */
    private boolean mayBe(String receiver, Identity identity) {
        return people.byId(receiver)
                .filter(person -> settings.kind() == OidcSettings.Kind.ENTRA || has(identity, person.email()))
                .isPresent();
    }

    private Response accept(String token, Identity identity) {
        String pin = pin(identity);
        boolean taken = parts.accounts().all(school).stream()
                .anyMatch(account -> account.pin().filter(pin::equals).isPresent());
        Optional<SetUp.Open> open =
                setUp.open(token).filter(o -> has(identity, o.receiver().email()));
        return !taken && open.isPresent() && setUp.withProvider(open.get(), pin)
                ? door.enter(open.get().receiver().id(), settings.name(), "")
                : failed();
    }

    private static boolean has(Identity identity, String email) {
        return identity.addresses().contains(email.strip().toLowerCase(Locale.ROOT));
    }

    private String pin(Identity identity) {
        String whole = new Issuer(settings.issuer()).getValue() + " " + identity.subject();
        return HexFormat.of().formatHex(parts.vault().fingerprint("desk/oidc", whole));
    }

    private Response logged(OidcException e) {
        LOG.warn("Sign-in with {} failed: {}", settings.name(), e.getMessage());
        return failed();
    }

    private Response failed() {
        return door.refused(
                "Signing in with " + settings.name() + " did not work. Use the school account whose address is"
                        + " written in the school's settings, after you have opened your invitation with it; or sign in with"
                        + " another way below.");
    }
}
