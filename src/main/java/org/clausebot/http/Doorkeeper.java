package org.clausebot.http;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Signs people in and out, and knows who has been. */
final class Doorkeeper {
    static final String SIGN_IN = "/sign-in";
    static final String SIGN_OUT = "/sign-out";
    private static final int MAX_NEXT = 200;

    private final SignIn signIn;
    private final Sessions sessions;
    private final Pages pages;
    private final boolean secure;
    private final Set<String> destinations;
    private volatile String cookieName = "clausebot";

    /** @param destinations pages without varying parts that may follow a sign-in */
    Doorkeeper(SignIn signIn, Sessions sessions, Pages pages, boolean secure, Set<String> destinations) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.pages = pages;
        this.secure = secure;
        this.destinations = destinations;
    }

    /** Browsers do not tell one port's cookies from another's, so the name does. */
    void opened(int port) {
        cookieName = secure ? "__Host-clausebot" : "clausebot-" + port;
    }

    Routes routes() {
        return Routes.none()
                .get(SIGN_IN, Access.OPEN, request -> request.session().isPresent() ? Response.seeOther("/") : ask("/"))
                .post(SIGN_IN, Access.OPEN, this::submit)
                .post(SIGN_OUT, Access.SIGNED_IN, request -> {
                    sessions.end(request.signedIn());
                    return Response.seeOther(SIGN_IN).with("Set-Cookie", cookie("", 0));
                });
    }

    Optional<Session> session(Incoming incoming) {
        return incoming.cookie(cookieName).flatMap(sessions::open);
    }

    /** Answers a page request of somebody who has not signed in. */
    Response turnAway(Incoming incoming, Map<String, String> query, String path) {
        String token = query.get("token");
        if (signIn.mode() == SignInForm.Mode.LINK && path.equals("/") && token != null) {
            boolean takes = incoming.method().equals("GET") && incoming.isPersonNavigating();
            return takes ? attempt(token, incoming.address(), "/") : ask("/");
        }
        return incoming.wantsFragment() ? Response.html(401, pages.notice(Notice.of(401), true)) : ask(path);
    }

    private Response submit(Request request) {
        String field = signIn.mode() == SignInForm.Mode.LINK ? "token" : "passphrase";
        Map<String, String> form = request.form();
        return attempt(form.getOrDefault(field, ""), request.address(), form.getOrDefault("next", "/"));
    }

    private Response attempt(String given, String address, String next) {
        return switch (signIn.attempt(tokenIn(given), address)) {
            case SignIn.Outcome.In in -> {
                String value = sessions.seal(sessions.begin());
                yield Response.seeOther(safe(next)).with("Set-Cookie", cookie(value, Sessions.LIFE.toSeconds()));
            }
            case SignIn.Outcome.Wrong wrong -> ask(401, Optional.of(wrong.words()), next);
            case SignIn.Outcome.TooMany wait -> {
                String words = "Too many tries. Please wait " + wait.seconds() + " seconds before the next one.";
                yield ask(429, Optional.of(words), next).with("Retry-After", Long.toString(wait.seconds()));
            }
        };
    }

    /** People paste the whole link as often as the token in it. */
    private String tokenIn(String given) {
        int at = given.indexOf("token=");
        return signIn.mode() == SignInForm.Mode.LINK && at >= 0 ? given.substring(at + "token=".length()) : given;
    }

    private Response ask(String next) {
        return ask(401, Optional.empty(), next);
    }

    private Response ask(int status, Optional<String> problem, String next) {
        return Response.html(status, pages.signIn(new SignInForm(signIn.mode(), problem, safe(next))));
    }

    /** Only to a page of this server; anything else goes to the start page. */
    private String safe(String next) {
        boolean plain = next.length() <= MAX_NEXT && next.matches("/[a-z0-9][a-z0-9/-]*");
        boolean known = plain && destinations.stream().anyMatch(d -> next.equals(d) || next.startsWith(d + "/"));
        return known ? next : "/";
    }

    private String cookie(String value, long seconds) {
        return cookieName + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Strict"
                + (secure ? "; Secure" : "");
    }
}
