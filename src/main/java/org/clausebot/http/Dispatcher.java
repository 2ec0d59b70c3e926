package org.clausebot.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
    private final transient Pages pages;
    private final transient Metrics metrics;
    private final transient RateLimit byAddress;
    private final transient RateLimit bySession;

    Dispatcher(ServerSettings settings, Routes routes, Doorkeeper door, Pages pages, Metrics metrics, Clock clock) {
        this.settings = settings;
        this.routes = routes.all();
        this.door = door;
        this.pages = pages;
        this.metrics = metrics;
        ServerSettings.Limits limits = settings.limits();
        this.byAddress = new RateLimit(limits.addressBurst(), limits.addressRefill(), clock);
        this.bySession = new RateLimit(limits.sessionBurst(), limits.sessionRefill(), clock);
    }

    /** A route and what the address says for its varying parts. */
    private record Found(Route route, Map<String, String> path) {}

    @Override
    protected void service(HttpServletRequest raw, HttpServletResponse out) throws IOException {
        long begun = System.nanoTime();
        Incoming incoming = new Incoming(raw, settings);
        String method = METHODS.contains(raw.getMethod()) ? raw.getMethod() : "OTHER";
        String template = NO_ROUTE;
        Response response;
        try {
            guard(incoming);
            Found found = find(incoming);
            template = found.route.template();
            response = answer(incoming, found);
        } catch (Refused refusal) {
            response = refusal(refusal.notice(), incoming);
        } catch (MethodRefused refusal) {
            response = refusal(Notice.of(405), incoming).with("Allow", refusal.allowed);
        } catch (RuntimeException fault) {
            logFault(fault);
            response = refusal(Notice.of(500), incoming);
        }
        write(incoming, response, out);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        metrics.request(method, template, out.getStatus(), took);
        LOG.info("{} {} {} {} ms", method, template, out.getStatus(), took.toMillis());
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
        Route route = found.route;
        Map<String, String> query = incoming.query();
        if (route.access() == Access.OPERATOR) {
            requireOperator(incoming);
        }
        Optional<Session> session = route.access() == Access.OPERATOR ? Optional.empty() : door.session(incoming);
        boolean post = route.method().equals("POST");
        if (route.access() == Access.SIGNED_IN && session.isEmpty()) {
            return stranger(incoming, query, post ? "/" : "/" + String.join("/", incoming.segments()));
        }
        if (route.template().equals("/") && query.containsKey("token")) {
            // Whoever is signed in already keeps the link for later; the token must not stay in the address bar.
            return Response.seeOther("/");
        }
        Map<String, String> form = post ? form(incoming, session) : Map.of();
        return route.action()
                .respond(new Request(found.path, query, form, session, incoming.address(), incoming.wantsFragment()));
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

    private Map<String, String> form(Incoming incoming, Optional<Session> session) throws IOException {
        incoming.requireOwnOrigin();
        if (session.isPresent()) {
            long wait = bySession.take(session.get().id());
            if (wait > 0) {
                throw new Refused(Notice.tooMany(wait));
            }
        }
        Map<String, String> form = incoming.form();
        if (session.isPresent() && !same(session.get().csrf(), form.getOrDefault(Session.CSRF_FIELD, ""))) {
            throw new Refused(403);
        }
        return form;
    }

    private void requireOperator(Incoming incoming) {
        boolean known = settings.operatorToken()
                .map(token -> incoming.header("Authorization")
                        .filter(given -> same("Bearer " + token, given))
                        .isPresent())
                .orElseGet(incoming::isFromThisComputer);
        if (!known) {
            throw new Refused(404);
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Response refusal(Notice notice, Incoming incoming) {
        Response response = Response.html(notice.status(), pages.notice(notice, incoming.wantsFragment()));
        return notice.retryAfter() > 0 ? response.with("Retry-After", Long.toString(notice.retryAfter())) : response;
    }

    private static void write(Incoming incoming, Response response, HttpServletResponse out) throws IOException {
        String etag = response.headers().get("ETag");
        boolean known = etag != null
                && incoming.header("If-None-Match").filter(etag::equals).isPresent();
        out.setStatus(known ? 304 : response.status());
        response.headers().forEach(out::setHeader);
        if (!known) {
            out.setContentLength(response.length());
            if (!incoming.isHead()) {
                response.writeTo(out.getOutputStream());
            }
        }
    }

    /** A fault's message may hold what a person typed, so only its kind and place are logged. */
    private static void logFault(Throwable fault) {
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
