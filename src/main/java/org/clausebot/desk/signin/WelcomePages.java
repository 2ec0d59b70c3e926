package org.clausebot.desk.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.desk.view.CodesView;
import org.clausebot.desk.view.SetUpView;
import org.clausebot.http.Access;
import org.clausebot.http.Notice;
import org.clausebot.http.Pages;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;

/** First access: what the link of an invitation opens. Opening it uses nothing up; only setting up does. */
final class WelcomePages {
    private static final String GONE =
            "This link has been used, was replaced by a newer one, or is more than a day old."
                    + " Ask whoever runs Clausebot at your school for another. If you have set up your access already, sign in.";

    private final Drawing drawing;
    private final SetUp setUp;
    private final NewAccess.Checks checks;
    private final Entries entries;
    private final Pages pages;
    private final String provider;

    WelcomePages(Drawing drawing, SetUp setUp, Passwords passwords, Entries entries, Pages pages, String provider) {
        this.drawing = drawing;
        this.setUp = setUp;
        this.checks = new NewAccess.Checks(passwords, setUp);
        this.entries = entries;
        this.pages = pages;
        this.provider = provider;
    }

    Routes routes() {
        return Routes.none()
                .get("/desk/welcome", Access.DESK_DOOR, request -> {
                    String token = request.query().getOrDefault("token", "");
                    return setUp.open(token)
                            .map(open -> form(200, open, token, Map.of()))
                            .orElseGet(this::gone);
                })
                .post("/desk/welcome", Access.DESK_DOOR, this::submit);
    }

    private Response submit(Request request) {
        String token = request.form().getOrDefault("token", "");
        Optional<SetUp.Open> found = setUp.open(token);
        if (found.isEmpty()) {
            return gone();
        }
        SetUp.Open open = found.get();
        NewAccess given = NewAccess.read(request, open.receiver(), token, true, true, checks);
        if (!given.isRight()) {
            return form(422, open, token, given.problems());
        }
        return setUp.withPassword(open, given)
                .map(codes -> entered(open, codes))
                .orElseGet(this::gone);
    }

    private Response entered(SetUp.Open open, List<String> codes) {
        String session = entries.begin(open.receiver().id(), "password");
        return Response.html(drawing.page("sign-in-codes", new CodesView(Drawing.bare("Recovery codes"), codes)))
                .beginningReceiver(session);
    }

    private Response form(int status, SetUp.Open open, String token, Map<String, String> problems) {
        String setup = Tokens.fresh();
        String email = open.receiver().email();
        SetUpView view = new SetUpView(
                Drawing.bare("Welcome, " + open.receiver().name()),
                true,
                "/desk/welcome",
                token,
                true,
                Optional.of(Drawing.authenticator(setUp.totpSecret(token, setup), setup, email)),
                email,
                provider,
                problems);
        return Response.html(status, drawing.page("sign-in-set-up", view));
    }

    /** The same for a link that was used and one that never was. */
    Response gone() {
        return Response.html(404, pages.notice(new Notice(404, "This link does not open", GONE, 0), false));
    }
}
