package org.clausebot.desk.signin;

import java.util.Map;
import org.clausebot.desk.view.SignInView;
import org.clausebot.http.Access;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.http.StaticFiles;

/** The door of the case desk: sign in, sign out, and the desk's styles and scripts. */
final class SignInPages {
    static final String WRONG =
            "That did not work. Check the e-mail address, the password and the code, and try again with"
                    + " the next code. If it should work and does not, ask the chair of governors or the safeguarding lead: your"
                    + " access may have been reset.";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Drawing drawing;
    private final PasswordSignIn passwords;
    private final Entries entries;
    private final SetUp setUp;
    private final Pages pages;
    private final String provider;
    private final StaticFiles files = new StaticFiles(SignInPages.class, "/desk/assets/")
            .addFixed("/web/assets/clausebot.css", "clausebot.css", STYLE)
            .addFixed("/web/assets/desk.css", "desk.css", STYLE)
            .addFixed("/web/assets/desk-passkey.js", "desk-passkey.js", SCRIPT)
            .addFixed("/web/assets/icon.svg", "icon.svg", "image/svg+xml");

    /** @param provider its name; empty for none */
    SignInPages(Drawing drawing, PasswordSignIn passwords, Entries entries, SetUp setUp, Pages pages, String provider) {
        this.drawing = drawing;
        this.passwords = passwords;
        this.entries = entries;
        this.setUp = setUp;
        this.pages = pages;
        this.provider = provider;
    }

    Routes routes() {
        return Routes.none()
                .get("/desk/sign-in", Access.DESK_DOOR, this::ask)
                .post("/desk/sign-in", Access.DESK_DOOR, this::submit)
                .post("/desk/sign-out", Access.RECEIVER_ACCOUNT, request -> {
                    entries.end(request.receiver());
                    return Response.seeOther("/desk/sign-in?out=1").endingReceiver();
                })
                .get(
                        "/desk/assets/{file}",
                        Access.DESK_DOOR,
                        request -> files.named(request.path().getOrDefault("file", ""))
                                .orElseGet(this::noFile));
    }

    private Response ask(Request request) {
        String note = request.query().containsKey("out")
                ? "You have signed out. Close the browser on a shared computer."
                : "";
        return page(200, "", note, request.query().getOrDefault("next", ""), "");
    }

    private Response submit(Request request) {
        Map<String, String> form = request.form();
        String email = form.getOrDefault("email", "");
        String next = form.getOrDefault("next", "");
        PasswordSignIn.Outcome outcome = passwords.attempt(
                email, form.getOrDefault("password", ""), form.getOrDefault("code", ""), request.address());
        return switch (outcome) {
            case PasswordSignIn.Outcome.In in -> {
                if (in.recoveryCode()) {
                    setUp.changed(in.receiver().id(), "recovery code used");
                }
                yield enter(in.receiver().id(), "password", next);
            }
            case PasswordSignIn.Outcome.Wrong wrong -> page(401, WRONG, "", next, email);
            case PasswordSignIn.Outcome.TooMany wait ->
                page(
                                429,
                                "Too many tries. Please wait " + wait.seconds() + " seconds before the next one.",
                                "",
                                next,
                                email)
                        .with("Retry-After", Long.toString(wait.seconds()));
        };
    }

    /** Begins a session in this browser. */
    Response enter(String receiver, String how, String next) {
        setUp.entered(receiver, how);
        return Response.seeOther(safe(next)).beginningReceiver(entries.begin(receiver, how));
    }

    /** The sign-in page with why it did not work. */
    Response refused(String problem) {
        return page(401, problem, "", "", "");
    }

    /** Only to a page of the desk. */
    static String safe(String next) {
        return next.length() <= 200 && next.matches("/desk(/[A-Za-z0-9-]+)*") ? next : "/desk";
    }

    private Response page(int status, String problem, String note, String next, String email) {
        String kept = email.length() <= 200 ? email : "";
        return Response.html(
                status,
                drawing.page(
                        "sign-in-door",
                        new SignInView(Drawing.bare("Sign in"), problem, note, safe(next), kept, provider)));
    }

    private Response noFile() {
        return Response.html(
                404, pages.notice(new Notice(404, "Page not found", "There is no file at this address.", 0), false));
    }
}
