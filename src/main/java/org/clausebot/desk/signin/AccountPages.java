package org.clausebot.desk.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.desk.view.AccountView;
import org.clausebot.desk.view.AccountView.Thing;
import org.clausebot.desk.view.CodesView;
import org.clausebot.desk.view.SetUpView;
import org.clausebot.http.Access;
import org.clausebot.http.Action;
import org.clausebot.http.ReceiverSession;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;

/** A receiver's own account: how they sign in, where they are signed in, and the access that they watch over. */
final class AccountPages {
    private static final String PAGE = "/desk/account";
    private static final Map<String, String> DONE = Map.of(
            "password", "The password is changed. All other sessions have ended.",
            "passkey", "The passkey is added.",
            "removed", "The passkey is removed. All other sessions have ended.",
            "session", "The session has ended.",
            "confirmed", "Their access is confirmed: they see their cases from now on.",
            "closed", "Their access is closed. Talk to them, and to whoever runs Clausebot at your school.");
    private static final String LAST =
            "This is your only way to sign in. Add another passkey or a password first, then remove this one.";

    private final SchoolId school;
    private final Drawing drawing;
    private final Accounts accounts;
    private final People people;
    private final SetUp setUp;
    private final NewAccess.Checks checks;
    private final Entries entries;
    private final Watch watch;
    private final String provider;

    AccountPages(
            ReceiverSignIn.Parts parts,
            Drawing drawing,
            People people,
            SetUp setUp,
            Passwords passwords,
            Entries entries,
            Watch watch) {
        this.school = parts.school();
        this.drawing = drawing;
        this.accounts = parts.accounts();
        this.people = people;
        this.setUp = setUp;
        this.checks = new NewAccess.Checks(passwords, setUp);
        this.entries = entries;
        this.watch = watch;
        this.provider = parts.oidc().map(OidcSettings::name).orElse("");
    }

    /** Answers a request of somebody whose account is there. */
    private interface Answer {
        Response to(Request request, Account account);
    }

    Routes routes() {
        return Routes.none()
                .get(PAGE, Access.RECEIVER_ACCOUNT, mine((request, account) -> page(200, request, account, "")))
                .get(PAGE + "/password", Access.RECEIVER_ACCOUNT, fresh((r, a) -> passwordForm(200, r, a, Map.of())))
                .post(PAGE + "/password", Access.RECEIVER_ACCOUNT, fresh(this::changePassword))
                .get(PAGE + "/authenticator", Access.RECEIVER_ACCOUNT, fresh(this::authenticator))
                .post(PAGE + "/authenticator", Access.RECEIVER_ACCOUNT, fresh(this::changeAuthenticator))
                .post(PAGE + "/recovery-codes", Access.RECEIVER_ACCOUNT, fresh(this::newCodes))
                .post(PAGE + "/passkeys/remove", Access.RECEIVER_ACCOUNT, fresh(this::removePasskey))
                .post(PAGE + "/sessions", Access.RECEIVER_ACCOUNT, mine(this::endSession))
                .post(PAGE + "/watch", Access.RECEIVER, fresh(this::decide));
    }

    private Action mine(Answer answer) {
        return request -> accounts.find(school, request.receiver().receiver())
                .map(account -> answer.to(request, account))
                .orElseGet(() -> Response.seeOther("/desk/sign-in").endingReceiver());
    }

    /** Only for somebody who signed in a moment ago: a desk left alone for a while must not change hands. */
    private Action fresh(Answer answer) {
        return mine((request, account) -> entries.isFresh(request.receiver())
                ? answer.to(request, account)
                : Response.seeOther("/desk/sign-in?next=" + PAGE));
    }

    private Response changePassword(Request request, Account account) {
        boolean first = account.password().isEmpty();
        NewAccess given = NewAccess.read(request, owner(account), secretOwner(request), true, first, checks);
        if (!given.isRight()) {
            return passwordForm(422, request, account, given.problems());
        }
        if (first) {
            return codes(request, account, setUp.addPassword(account, given));
        }
        setUp.changePassword(account, given.password());
        return anew(account, "password", Response.seeOther(PAGE + "?done=password"));
    }

    private Response passwordForm(int status, Request request, Account account, Map<String, String> problems) {
        return setUpForm(
                status, request, account, "password", true, account.password().isEmpty(), problems);
    }

    private Response authenticator(Request request, Account account) {
        return account.password().isEmpty()
                ? Response.seeOther(PAGE + "/password")
                : setUpForm(200, request, account, "authenticator", false, true, Map.of());
    }

    private Response changeAuthenticator(Request request, Account account) {
        if (account.password().isEmpty()) {
            return Response.seeOther(PAGE + "/password");
        }
        NewAccess given = NewAccess.read(request, owner(account), secretOwner(request), false, true, checks);
        return given.isRight()
                ? codes(request, account, setUp.changeAuthenticator(account, given))
                : setUpForm(422, request, account, "authenticator", false, true, given.problems());
    }

    private Response newCodes(Request request, Account account) {
        return account.password().isEmpty()
                ? Response.seeOther(PAGE)
                : Response.html(drawing.page(
                        "sign-in-codes",
                        new CodesView(drawing.account("Recovery codes", request.receiver()), setUp.newCodes(account))));
    }

    private Response codes(Request request, Account account, List<String> codes) {
        CodesView view = new CodesView(drawing.account("Recovery codes", request.receiver()), codes);
        return anew(account, "password", Response.html(drawing.page("sign-in-codes", view)));
    }

    private Response setUpForm(
            int status,
            Request request,
            Account account,
            String what,
            boolean password,
            boolean authenticator,
            Map<String, String> problems) {
        String setup = Tokens.fresh();
        String email = owner(account).email();
        byte[] secret = setUp.totpSecret(secretOwner(request), setup);
        SetUpView view = new SetUpView(
                drawing.account("Change your " + what, request.receiver()),
                false,
                PAGE + "/" + what,
                "",
                password,
                authenticator ? Optional.of(Drawing.authenticator(secret, setup, email)) : Optional.empty(),
                email,
                "",
                problems);
        return Response.html(status, drawing.page("sign-in-set-up", view));
    }

    private Response removePasskey(Request request, Account account) {
        boolean otherWay = account.password().isPresent()
                || account.pin().isPresent()
                || accounts.passkeys(school, account.receiver()).size() > 1;
        if (!otherWay) {
            return page(422, request, account, LAST);
        }
        accounts.removePasskey(school, account.receiver(), request.form().getOrDefault("id", ""));
        setUp.changed(account.receiver(), "passkey removed");
        return anew(account, "passkey", Response.seeOther(PAGE + "?done=removed"));
    }

    /** Ends every session and begins another in this browser. */
    private Response anew(Account account, String how, Response response) {
        entries.endAll(account.receiver());
        return response.beginningReceiver(entries.begin(account.receiver(), how));
    }

    private Response endSession(Request request, Account account) {
        entries.end(account.receiver(), request.form().getOrDefault("id", ""));
        return Response.seeOther(PAGE + "?done=session");
    }

    private Response decide(Request request, Account account) {
        String receiver = request.form().getOrDefault("id", "");
        boolean confirm = request.form().getOrDefault("decision", "").equals("confirm");
        boolean done =
                confirm ? watch.confirm(account.receiver(), receiver) : watch.close(account.receiver(), receiver);
        return Response.seeOther(done ? PAGE + "?done=" + (confirm ? "confirmed" : "closed") : PAGE);
    }

    private Response page(int status, Request request, Account account, String problem) {
        ReceiverSession session = request.receiver();
        AccountView view = new AccountView(
                drawing.account("Your account", session),
                DONE.getOrDefault(request.query().getOrDefault("done", ""), ""),
                problem,
                session.waiting() ? account.waitsUntil().map(drawing::time).orElse("") : "",
                entries.isFresh(session),
                account.password().isPresent(),
                account.pin().isPresent() ? provider : "",
                accounts.recoveryCodesLeft(school, account.receiver()),
                accounts.passkeys(school, account.receiver()).stream()
                        .map(p -> new Thing(p.id(), p.name(), "added on " + drawing.time(p.made()), false))
                        .toList(),
                entries.of(account.receiver()).stream()
                        .map(s -> new Thing(
                                s.id(),
                                "Signed in with " + s.how(),
                                drawing.time(s.began()),
                                s.id().equals(session.id())))
                        .toList(),
                watch.seenBy(account.receiver()).stream().map(this::watched).toList());
        return Response.html(status, drawing.page("sign-in-account", view));
    }

    private Thing watched(Account account) {
        String until = account.waitsUntil().map(drawing::time).orElse("");
        return new Thing(
                account.receiver(),
                people.byId(account.receiver()).map(Receiver::name).orElse(account.receiver()),
                "set up on " + drawing.time(account.made()) + ", waits until " + until,
                false);
    }

    private Receiver owner(Account account) {
        return people.byId(account.receiver())
                .orElseThrow(() -> new IllegalStateException("A session is only open to people in the settings"));
    }

    private static String secretOwner(Request request) {
        return request.receiver().id();
    }
}
