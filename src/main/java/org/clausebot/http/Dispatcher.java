package org.clausebot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks each request, finds its route, and answers it; whatever goes wrong becomes a plain page. */
final class Dispatcher extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final String NO_ROUTE = "none";

    private final transient ServerSettings settings;
    private final transient List<Route> routes;
    private final transient Doorkeeper door;
    private final transient ReceiverDoor desk;
    private final transient Pages pages;
    private final transient Metrics metrics;
    private final transient RateLimit byAddress;
    private final transient Forms forms;
    private final transient QuietRefusals quietRefusals;

    Dispatcher(
            ServerSettings settings,
            Routes routes,
            Doorkeeper door,
            ReceiverDoor desk,
            Pages pages,
            Metrics metrics,
            Clock clock) {
        this.settings = settings;
        this.routes = routes.all();
        this.door = door;
        this.desk = desk;
        this.pages = pages;
        this.metrics = metrics;
        ServerSettings.Limits limits = settings.limits();
        this.byAddress = new RateLimit(limits.addressBurst(), limits.addressRefill(), clock);
        this.forms = new Forms(limits, clock);
        this.quietRefusals = new QuietRefusals(metrics.registry(), clock);
    }

    /** A route and what the address says for its varying parts. */
    private record Found(Route route, Map<String, String> path) {}

    /** Who asks: a member of staff, a receiver at the case desk, or nobody known. */
    private record Visitor(Optional<Session> session, Optional<ReceiverSession> receiver) {
        Optional<Forms.Sender> sender() {
            return session.map(s -> new Forms.Sender(s.id(), s.csrf()))
                    .or(() -> receiver.map(r -> new Forms.Sender(r.id(), r.csrf())));
        }
    }

    @Override
    protected void service(HttpServletRequest raw, HttpServletResponse out) throws IOException {
        long begun = System.nanoTime();
        Incoming incoming = new Incoming(raw, settings);
        String method = knownMethod(raw);
        String template = NO_ROUTE;
        boolean quiet = false;
        Response response;
        try {
            guard(incoming);
            Found found = find(incoming);
            template = found.route.template();
            quiet = found.route.quiet();
            response = answer(incoming, found);
        } catch (Refused refusal) {
            response = refusal(refusal.notice(), incoming);
            if (quiet && !isNoteworthy(response.status())) {
                quietRefusals.add();
            }
        } catch (MethodRefused refusal) {
            response = refusal(Notice.of(405), incoming).with("Allow", refusal.allowed);
        } catch (RuntimeException fault) {
            logFault(fault);
            response = refusal(Notice.of(500), incoming);
        }
        write(incoming, response, out);
        if (!quiet || isNoteworthy(out.getStatus())) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            metrics.request(method, template, out.getStatus(), took);
            LOG.info("{} {} {} {} ms", method, template, out.getStatus(), took.toMillis());
        }
    }

    /** For counting: strangers may write anything as a method. */
    static String knownMethod(HttpServletRequest raw) {
        return METHODS.contains(raw.getMethod()) ? raw.getMethod() : "OTHER";
    }

    /** What those who run the server must hear of everywhere: faults, and somebody who tries doors. */
    private static boolean isNoteworthy(int status) {
        return status >= 500 || status == 401 || status == 429;
    }

    private void guard(Incoming incoming) {
        incoming.requireKnownHost();
        long wait = byAddress.take(incoming.address());
        if (wait > 0) {
            throw new Refused(Notice.tooMany(wait));
        }
    }

    private Found find(Incoming incoming) {
        List<String> segments = incoming.segments();
        String wanted = incoming.isHead() ? "GET" : incoming.method();
        Set<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.match(segments);
            if (path.isPresent() && route.method().equals(wanted)) {
                return new Found(route, path.get());
            }
            path.ifPresent(p -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            throw new Refused(404);
        }
        throw new MethodRefused(
                allowed.stream().map(m -> m.equals("GET") ? "GET, HEAD" : m).collect(Collectors.joining(", ")));
    }

    private Response answer(Incoming incoming, Found found) throws IOException {
        return switch (found.route.access()) {
            case OPERATOR -> {
                requireOperator(incoming);
                yield respond(incoming, found, new Visitor(Optional.empty(), Optional.empty()));
            }
            case DESK_DOOR -> respond(incoming, found, new Visitor(Optional.empty(), Optional.empty()));
            case RECEIVER, RECEIVER_ACCOUNT -> receiver(incoming, found, desk.session(incoming));
            case OPEN, SIGNED_IN -> staff(incoming, found, door.session(incoming));
        };
    }

    private Response receiver(Incoming incoming, Found found, Optional<ReceiverSession> session) throws IOException {
        if (session.isEmpty()) {
            return desk.turnAway(incoming);
        }
        if (session.get().waiting() && found.route.access() == Access.RECEIVER) {
            return Response.seeOther(ReceiverDoor.ACCOUNT);
        }
        return respond(incoming, found, new Visitor(Optional.empty(), session));
    }

    private Response staff(Incoming incoming, Found found, Optional<Session> session) throws IOException {
        Route route = found.route;
        Map<String, String> query = incoming.query();
        if (route.access() == Access.SIGNED_IN && session.isEmpty()) {
            boolean post = route.method().equals("POST");
            return stranger(incoming, query, post ? "/" : "/" + String.join("/", incoming.segments()));
        }
        if (route.template().equals("/") && query.containsKey("token")) {
            // Whoever is signed in already keeps the link for later; the token must not stay in the address bar.
            return Response.seeOther("/");
        }
        return respond(incoming, found, new Visitor(session, Optional.empty()));
    }

    private Response respond(Incoming incoming, Found found, Visitor visitor) throws IOException {
        Map<String, String> query = incoming.query();
        Sent sent = found.route.method().equals("POST")
                ? forms.read(incoming, found.route, visitor.sender())
                : Sent.NOTHING;
        return found.route
                .action()
                .respond(new Request(
                        found.path,
                        query,
                        sent.fields(),
                        sent.files(),
                        visitor.session,
                        visitor.receiver,
                        desk.ticket(incoming),
                        desk.browser(incoming),
                        incoming.address(),
                        incoming.wantsFragment()));
    }

    /** A strict cookie is held back when a link on another site leads here; asking once more from here brings it. */
    private Response stranger(Incoming incoming, Map<String, String> query, String path) {
        boolean tokenLink = query.containsKey("token");
        if (!tokenLink
                && incoming.isNavigationFromElsewhere()
                && incoming.method().equals("GET")) {
            return Response.html(401, Reload.page(path));
        }
        return door.turnAway(incoming, query, path);
    }

    private void requireOperator(Incoming incoming) {
        boolean known = settings.operatorToken()
                .map(token -> incoming.header("Authorization")
                        .filter(given -> Forms.same("Bearer " + token, given))
                        .isPresent())
                .orElseGet(incoming::isFromThisComputer);
        if (!known) {
            throw new Refused(404);
        }
    }

    private Response refusal(Notice notice, Incoming incoming) {
        Response response = Response.html(notice.status(), pages.notice(notice, incoming.wantsFragment()));
        return notice.retryAfter() > 0 ? response.with("Retry-After", Long.toString(notice.retryAfter())) : response;
    }

    private void write(Incoming incoming, Response response, HttpServletResponse out) throws IOException {
        String etag = response.headers().get("ETag");
        boolean known = etag != null
                && incoming.header("If-None-Match").filter(etag::equals).isPresent();
        out.setStatus(known ? 304 : response.status());
        response.headers().forEach(out::setHeader);
        if (!incoming.isAllHeard()) {
            out.setHeader("Connection", "close");
        }
        response.cookies().forEach(cookie -> out.addHeader("Set-Cookie", desk.header(cookie)));
        if (!known) {
            out.setContentLength(response.length());
            if (!incoming.isHead()) {
                response.writeTo(out.getOutputStream());
            }
        }
    }

    /** A fault's message may hold what a person typed, so only its kind and place are logged. */
    static void logFault(Throwable fault) {
        StringBuilder places = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            places.append(' ').append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("org.clausebot.")) {
                    places.append(" at ").append(frame);
                }
            }
        }
        LOG.error("A request failed:{}", places);
    }

    private static final class MethodRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String allowed;

        MethodRefused(String allowed) {
            super(allowed, null, false, false);
            this.allowed = allowed;
        }
    }
}
