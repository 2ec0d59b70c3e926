package org.clausebot.desk.signin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.clausebot.http.Access;
import org.clausebot.http.Attempts;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;

/** What the pages' own script asks when a passkey is made or used. */
final class PasskeyPages {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SIGN_IN = "sign-in";
    private static final String NOT_TAKEN = "That passkey was not accepted. Try again, or sign in with another way.";
    private static final int MOST = 10;

    private final SchoolId school;
    private final Accounts accounts;
    private final People people;
    private final SetUp setUp;
    private final Entries entries;
    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Attempts attempts;
    private final ReceiverSignIn.Parts parts;

    PasskeyPages(ReceiverSignIn.Parts parts, People people, SetUp setUp, Entries entries) {
        this.school = parts.school();
        this.accounts = parts.accounts();
        this.people = people;
        this.setUp = setUp;
        this.entries = entries;
        this.challenges = new Challenges(parts.clock());
        this.passkeys = new Passkeys(parts, challenges);
        this.attempts = new Attempts(parts.clock());
        this.parts = parts;
    }

    Routes routes() {
        return Routes.none()
                .post("/desk/passkey/options", Access.DESK_DOOR, request -> signInOptions())
                .post("/desk/passkey/sign-in", Access.DESK_DOOR, this::signIn)
                .post("/desk/welcome/passkey/options", Access.DESK_DOOR, this::welcomeOptions)
                .post("/desk/welcome/passkey", Access.DESK_DOOR, this::welcome)
                .post("/desk/account/passkeys/options", Access.RECEIVER_ACCOUNT, this::addOptions)
                .post("/desk/account/passkeys", Access.RECEIVER_ACCOUNT, this::add);
    }

    private Response signInOptions() {
        ObjectNode options = JSON.objectNode();
        options.put("challenge", challenges.give(SIGN_IN));
        options.put("rpId", passkeys.relyingParty());
        options.put("userVerification", "required");
        options.put("timeout", 120_000);
        return Response.json(200, options.toString());
    }

    private Response signIn(Request request) {
        long wait = attempts.mustWait(request.address());
        if (wait > 0) {
            return problem(429, "Too many tries. Please wait " + wait + " seconds before the next one.");
        }
        attempts.failed(request.address());
        Optional<String> owner = passkeys.owner(SIGN_IN, field(request, "challenge"), field(request, "answer"))
                .filter(receiver -> people.byId(receiver).isPresent());
        if (owner.isEmpty()) {
            return problem(401, NOT_TAKEN);
        }
        attempts.succeeded(request.address());
        setUp.entered(owner.get(), "passkey");
        return next(SignInPages.safe(field(request, "next"))).beginningReceiver(entries.begin(owner.get(), "passkey"));
    }

    private Response welcomeOptions(Request request) {
        String token = field(request, "token");
        return setUp.open(token)
                .map(open -> creation(purpose(token), open.receiver()))
                .orElseGet(() -> problem(404, "This link does not open any more. Reload the page."));
    }

    private Response welcome(Request request) {
        String token = field(request, "token");
        Optional<SetUp.Open> open = setUp.open(token);
        boolean done = open.flatMap(o -> made(request, purpose(token), o.receiver()))
                .filter(passkey -> accounts.passkey(school, passkey.id()).isEmpty())
                .filter(passkey -> setUp.withPasskey(open.orElseThrow(), passkey))
                .isPresent();
        return done
                ? next("/desk")
                        .beginningReceiver(
                                entries.begin(open.orElseThrow().receiver().id(), "passkey"))
                : problem(422, NOT_TAKEN);
    }

    private Response addOptions(Request request) {
        return mayAdd(request)
                .map(person -> creation(purpose(request.receiver().id()), person))
                .orElseGet(() -> problem(403, "Sign in once more before you add a passkey, and keep ten at most."));
    }

    private Response add(Request request) {
        boolean added = mayAdd(request)
                .flatMap(person -> made(request, purpose(request.receiver().id()), person))
                .filter(passkey -> accounts.addPasskey(school, passkey))
                .isPresent();
        if (!added) {
            return problem(422, NOT_TAKEN);
        }
        setUp.changed(request.receiver().receiver(), "passkey added");
        return next("/desk/account?done=passkey");
    }

    private Optional<Receiver> mayAdd(Request request) {
        String receiver = request.receiver().receiver();
        boolean may = entries.isFresh(request.receiver())
                && accounts.passkeys(school, receiver).size() < MOST;
        return may ? people.byId(receiver) : Optional.empty();
    }

    private Optional<Passkey> made(Request request, String purpose, Receiver owner) {
        return passkeys.made(
                purpose, field(request, "challenge"), field(request, "answer"), owner.id(), field(request, "name"));
    }

    /** The options of WebAuthn 5.4, in JSON as the script turns it into bytes. */
    private Response creation(String purpose, Receiver owner) {
        ObjectNode options = JSON.objectNode();
        options.put("challenge", challenges.give(purpose));
        options.set("rp", JSON.objectNode().put("id", passkeys.relyingParty()).put("name", "Clausebot case desk"));
        byte[] handle =
                Arrays.copyOf(parts.vault().fingerprint("desk/passkey-owner", school.value() + " " + owner.id()), 16);
        options.set(
                "user",
                JSON.objectNode()
                        .put("id", Tokens.text(handle))
                        .put("name", owner.email())
                        .put("displayName", owner.name()));
        ArrayNode kinds = options.putArray("pubKeyCredParams");
        Passkeys.ALGORITHMS.forEach(
                number -> kinds.addObject().put("type", "public-key").put("alg", number));
        options.set(
                "authenticatorSelection",
                JSON.objectNode()
                        .put("residentKey", "required")
                        .put("requireResidentKey", true)
                        .put("userVerification", "required"));
        options.put("attestation", "none");
        options.put("timeout", 120_000);
        ArrayNode known = options.putArray("excludeCredentials");
        accounts.passkeys(school, owner.id())
                .forEach(p -> known.addObject().put("type", "public-key").put("id", p.id()));
        return Response.json(200, options.toString());
    }

    /** A challenge that was given for one session or invitation serves no other. */
    private static String purpose(String owner) {
        return "new " + Tokens.hash(owner);
    }

    private static String field(Request request, String name) {
        return request.form().getOrDefault(name, "");
    }

    private static Response next(String path) {
        return Response.json(200, JSON.objectNode().put("next", path).toString());
    }

    private static Response problem(int status, String words) {
        return Response.json(status, JSON.objectNode().put("problem", words).toString());
    }
}
