package org.clausebot.http;

import java.util.Optional;

/** The cookies beside that of staff's sessions, and where a receiver without a session is sent. */
final class ReceiverDoor {
    static final String SIGN_IN = "/desk/sign-in";
    /** Where somebody who must wait learns until when. */
    static final String ACCOUNT = "/desk/account";

    private static final int MAX_NEXT = 200;

    private final ReceiverSessions sessions;
    private final Pages pages;
    private final boolean secure;
    private volatile String suffix = "";

    ReceiverDoor(ReceiverSessions sessions, Pages pages, boolean secure) {
        this.sessions = sessions;
        this.pages = pages;
        this.secure = secure;
    }

    /** Browsers do not tell one port's cookies from another's, so the name does. */
    void opened(int port) {
        suffix = secure ? "" : "-" + port;
    }

    Optional<ReceiverSession> session(Incoming incoming) {
        return incoming.cookie(name("desk"))
                .filter(token -> token.length() <= 512)
                .flatMap(sessions::open);
    }

    Optional<String> ticket(Incoming incoming) {
        return plain(incoming, "ticket");
    }

    Optional<String> browser(Incoming incoming) {
        return plain(incoming, "browser");
    }

    private Optional<String> plain(Incoming incoming, String what) {
        return incoming.cookie(name(what)).filter(t -> t.matches("[A-Za-z0-9_-]{1,512}"));
    }

    /** Answers somebody who has not signed in at the desk. */
    Response turnAway(Incoming incoming) {
        boolean get = incoming.method().equals("GET");
        String path = "/" + String.join("/", incoming.segments());
        boolean plain = get && path.length() <= MAX_NEXT && path.matches("/desk[A-Za-z0-9/-]*");
        if (incoming.wantsFragment()) {
            return Response.html(401, pages.notice(Notice.of(401), true));
        }
        if (get && incoming.isNavigationFromElsewhere()) {
            return Response.html(401, Reload.page(plain ? path : "/desk"));
        }
        return Response.seeOther(plain && !path.equals("/desk") ? SIGN_IN + "?next=" + path : SIGN_IN);
    }

    /** No {@code Max-Age} for the session: it ends with the browser, as behoves a computer that others use too. */
    String header(Response.Cookie cookie) {
        String rules = "; Path=/; HttpOnly" + (secure ? "; Secure" : "");
        return switch (cookie) {
            case Response.Cookie.Receiver in -> name("desk") + "=" + in.token() + rules + "; SameSite=Strict";
            case Response.Cookie.NoReceiver out -> name("desk") + "=" + rules + "; SameSite=Strict; Max-Age=0";
            case Response.Cookie.Ticket ticket ->
                name("ticket") + "=" + ticket.value() + rules + "; SameSite=Lax; Max-Age="
                        + (ticket.value().isEmpty() ? 0 : ticket.life().toSeconds());
            case Response.Cookie.Browser browser ->
                name("browser") + "=" + browser.name() + rules + "; SameSite=Strict; Max-Age="
                        + (browser.name().isEmpty() ? 0 : browser.life().toSeconds());
        };
    }

    private String name(String what) {
        return (secure ? "__Host-clausebot-" : "clausebot-") + what + suffix;
    }
}
