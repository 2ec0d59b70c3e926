package org.clausebot.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Reads a request as it came, and refuses what is not well-formed. */
final class Incoming {
    /** Of an ordinary form, where its route names no other. */
    static final int MAX_BODY = 16 * 1024;

    private static final int SMALL = 64 * 1024;
    /** An upload may take this many times as long as an ordinary form: a phone on a weak signal sends a photograph. */
    private static final int UPLOAD_PATIENCE = 6;

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final HttpServletRequest raw;
    private final ServerSettings settings;
    private boolean bodyRead;
    private boolean tooSlow;

    Incoming(HttpServletRequest raw, ServerSettings settings) {
        this.raw = raw;
        this.settings = settings;
    }

    String method() {
        return raw.getMethod();
    }

    boolean isHead() {
        return raw.getMethod().equals("HEAD");
    }

    /** The decoded segments of the path. */
    List<String> segments() {
        String path = raw.getRequestURI();
        if (!path.startsWith("/")) {
            throw new Refused(400);
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring(1).split("/", -1)) {
            segments.add(FormData.decode(segment, false));
        }
        return segments;
    }

    Map<String, String> query() {
        return FormData.parse(Optional.ofNullable(raw.getQueryString()).orElse(""));
    }

    boolean wantsFragment() {
        return "true".equals(raw.getHeader("HX-Request"));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(raw.getHeader(name));
    }

    Optional<String> cookie(String name) {
        Cookie[] cookies = raw.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Who asks: the peer, or the one our own proxy names. */
    String address() {
        String peer = raw.getRemoteAddr();
        if (settings.behindTls() && SignIn.isLoopback(peer)) {
            Optional<String> chain = header("X-Forwarded-For");
            if (chain.isPresent()) {
                String all = chain.get();
                return all.substring(all.lastIndexOf(',') + 1).strip();
            }
        }
        return peer;
    }

    /** True for a request made on this computer and not passed on by a proxy. */
    boolean isFromThisComputer() {
        return SignIn.isLoopback(raw.getRemoteAddr())
                && LOOPBACK_NAMES.contains(serverName())
                && header("X-Forwarded-For").isEmpty()
                && header("Forwarded").isEmpty();
    }

    /** A page on a site of another's making may point its own name at this computer: only known names are served. */
    void requireKnownHost() {
        String name = serverName();
        boolean known = LOOPBACK_NAMES.contains(name)
                || settings.publicHosts().contains(name)
                || name.equals(settings.host().toLowerCase(Locale.ROOT));
        if (!known) {
            throw new Refused(421);
        }
    }

    private String serverName() {
        return raw.getServerName().toLowerCase(Locale.ROOT);
    }

    /** True when a link on another site led here, so that a cookie marked strict was held back. */
    boolean isNavigationFromElsewhere() {
        return header("Sec-Fetch-Site").filter(s -> s.equals("cross-site")).isPresent()
                && header("Sec-Fetch-Mode").filter(s -> s.equals("navigate")).isPresent();
    }

    /** True for a person opening a page, as opposed to a picture, a script or a browser fetching ahead. */
    boolean isPersonNavigating() {
        return header("Sec-Fetch-Dest").filter(d -> !d.equals("document")).isEmpty()
                && header("Sec-Purpose").isEmpty()
                && header("Purpose").isEmpty();
    }

    /** Refuses a form that another site sent. */
    void requireOwnOrigin() {
        Optional<String> site = header("Sec-Fetch-Site");
        if (site.isPresent() && !site.get().equals("same-origin") && !site.get().equals("none")) {
            throw new Refused(403);
        }
        // Browsers send "null" because our pages ask for no referrer; the form's own token decides then.
        Optional<String> origin = header("Origin").filter(o -> !o.equals("null"));
        String host = header("Host").orElse("").toLowerCase(Locale.ROOT);
        if (origin.isPresent()
                && !origin.get().toLowerCase(Locale.ROOT).equals("http://" + host)
                && !origin.get().toLowerCase(Locale.ROOT).equals("https://" + host)) {
            throw new Refused(403);
        }
    }

    /** The fields of a form of at most {@code most} bytes. */
    Map<String, String> form(int most) throws IOException {
        String type = Optional.ofNullable(raw.getContentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        boolean accepted = type.equals("application/x-www-form-urlencoded")
                || type.equals("application/x-www-form-urlencoded;charset=utf-8");
        if (!accepted || raw.getHeader("Content-Encoding") != null) {
            throw new Refused(415);
        }
        if (raw.getContentLengthLong() > most) {
            throw new Refused(Notice.tooLong(most));
        }
        byte[] body = body(most, settings.limits().receive());
        return FormData.parse(new String(body, StandardCharsets.ISO_8859_1));
    }

    boolean isMultipart() {
        return Optional.ofNullable(raw.getContentType())
                .filter(t -> t.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .isPresent();
    }

    /** How many bytes of an upload will come; refused when it does not say, or says more than {@code most}. */
    int uploadLength(int most) {
        long length = raw.getContentLengthLong();
        if (raw.getHeader("Content-Encoding") != null) {
            throw new Refused(415);
        }
        if (length < 0) {
            throw new Refused(411);
        }
        if (length > most) {
            throw new Refused(Notice.tooLarge(most));
        }
        return (int) length;
    }

    /** The fields and files of a form of {@code length} bytes. */
    Sent upload(int length) throws IOException {
        return Uploads.parse(
                raw.getContentType(), body(length, settings.limits().receive().multipliedBy(UPLOAD_PATIENCE)));
    }

    /**
     * The whole body as it came, whatever its type.
     *
     * @param room a permit is held while a body of more than {@value #SMALL} bytes is read
     */
    byte[] whole(int most, Semaphore room) throws IOException {
        if (raw.getHeader("Content-Encoding") != null) {
            throw new Refused(415);
        }
        if (raw.getContentLengthLong() > most) {
            throw new Refused(Notice.tooLarge(most));
        }
        long begun = System.nanoTime();
        byte[] buffer = new byte[Math.min(SMALL, most + 1)];
        int length = 0;
        boolean large = false;
        try {
            InputStream in = raw.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer, length, buffer.length - length)) {
                length += read;
                if (length > most) {
                    throw new Refused(Notice.tooLarge(most));
                }
                if (Duration.ofNanos(System.nanoTime() - begun)
                                .compareTo(settings.limits().receive())
                        > 0) {
                    throw outOfTime();
                }
                if (length == buffer.length) {
                    if (!large && !room.tryAcquire()) {
                        throw new Refused(503);
                    }
                    large = true;
                    buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 4, most + 1));
                }
            }
        } finally {
            if (large) {
                room.release();
            }
        }
        bodyRead = true;
        return Arrays.copyOf(buffer, length);
    }

    /**
     * Reads and throws away what is left of the body, within bounds. To be called before an answer is written.
     *
     * @return false when something may still be on its way: the server closes such a connection after the answer, and the
     *     answer must say so, or the next request is sent into nothing (RFC 9112, section 9.6)
     */
    boolean isAllHeard() {
        if (!bodyRead && UnreadBody.isAnnounced(raw)) {
            bodyRead = !tooSlow && UnreadBody.isHeardOut(raw);
            return bodyRead;
        }
        return true;
    }

    private Refused outOfTime() {
        tooSlow = true;
        return new Refused(408);
    }

    private byte[] body(int most, Duration patience) throws IOException {
        long begun = System.nanoTime();
        long told = raw.getContentLengthLong();
        byte[] buffer = new byte[(told < 0 ? most : (int) told) + 1];
        int length = 0;
        InputStream in = raw.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer, length, buffer.length - length)) {
            length += read;
            if (length > most) {
                throw new Refused(Notice.tooLong(most));
            }
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(patience) > 0) {
                throw outOfTime();
            }
        }
        bodyRead = true;
        return Arrays.copyOf(buffer, length);
    }
}
