package org.clausebot.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a route answers. The server adds the security headers. */
public final class Response {
    private static final String HTML = "text/html; charset=utf-8";
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;
    private final List<Cookie> cookies;

    /** What the browser is to keep or to forget. The server knows the names and the rules of its cookies. */
    sealed interface Cookie {
        /** @param token the secret of a session at the case desk */
        record Receiver(String token) implements Cookie {
            @Override
            public String toString() {
                return "Receiver[hidden]";
            }
        }

        record NoReceiver() implements Cookie {}

        /** @param value letters, digits, hyphens and underscores; empty to forget it */
        record Ticket(String value, Duration life) implements Cookie {}

        /** @param name letters, digits, hyphens and underscores; empty to forget it */
        record Browser(String name, Duration life) implements Cookie {
            @Override
            public String toString() {
                return "Browser[hidden]";
            }
        }
    }

    private Response(int status, Map<String, String> headers, byte[] body, List<Cookie> cookies) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.cookies = List.copyOf(cookies);
    }

    private Response(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, List.of());
    }

    /** A page, which no cache keeps. */
    public static Response html(int status, String page) {
        return of(status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response html(String page) {
        return html(200, page);
    }

    /** JSON for a page's own script, which no cache keeps. */
    public static Response json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Plain text, which no cache keeps. */
    static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType, "Cache-Control", "no-store"), body);
    }

    /**
     * A file to save. The browser never shows it as a page of this site: it is an attachment, its type is not guessed at,
     * and were it opened all the same, it would be in a sandbox of no origin.
     *
     * @param name as the browser should call it; folders and odd characters are left out of it
     * @param contentType such as {@code image/jpeg}; anything that is no plain type is sent as bytes
     */
    public static Response download(String name, String contentType, ByteBuffer bytes) {
        byte[] body = new byte[bytes.remaining()];
        bytes.duplicate().get(body);
        return new Response(
                200,
                Map.of(
                        "Content-Type",
                        contentType.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? contentType : "application/octet-stream",
                        "Cache-Control",
                        "no-store",
                        "Content-Disposition",
                        Disposition.attachment(name),
                        "Content-Security-Policy",
                        "default-src 'none'; sandbox; frame-ancestors 'none'",
                        "X-Content-Type-Options",
                        "nosniff"),
                body);
    }

    /** Sends the browser on with GET. */
    public static Response seeOther(String location) {
        return new Response(303, Map.of("Location", location, "Cache-Control", "no-store"), new byte[0]);
    }

    /** Sends the browser on with the same method and the same form. */
    public static Response sendOn(String location) {
        return new Response(307, Map.of("Location", location, "Cache-Control", "no-store"), new byte[0]);
    }

    /** A file that never changes under its address, because the address holds {@code hash}. */
    public static Response forever(String contentType, String hash, byte[] body) {
        return new Response(
                200,
                Map.of(
                        "Content-Type",
                        contentType,
                        "Cache-Control",
                        "public, max-age=31536000, immutable",
                        "ETag",
                        "\"" + hash + "\""),
                body.clone());
    }

    /** A file under an address that stays, so that the browser asks each time whether it has changed. */
    public static Response revalidated(String contentType, String hash, byte[] body) {
        return forever(contentType, hash, body).with("Cache-Control", "no-cache");
    }

    /** The same with one more header, or with another value of one. */
    public Response with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body, cookies);
    }

    /**
     * Begins a session at the case desk in this browser.
     *
     * @param token the secret that {@link ReceiverSessions#open} knows; letters, digits, hyphens and underscores
     */
    public Response beginningReceiver(String token) {
        return keeping(new Cookie.Receiver(plain(token)));
    }

    /** The browser forgets its session at the case desk. */
    public Response endingReceiver() {
        return keeping(new Cookie.NoReceiver());
    }

    /**
     * Leaves a ticket with this browser, which a link from another site's page brings back as well: it shows only that
     * both requests came from one browser.
     *
     * @param value letters, digits, hyphens and underscores; empty to take it back
     */
    public Response withTicket(String value, Duration life) {
        return keeping(new Cookie.Ticket(value.isEmpty() ? "" : plain(value), life));
    }

    /**
     * Gives this browser a name by which it is known again, also by whoever signs in at it later.
     *
     * @param name a secret; letters, digits, hyphens and underscores
     */
    public Response rememberingBrowser(String name, Duration life) {
        return keeping(new Cookie.Browser(plain(name), life));
    }

    /** The browser forgets its name. */
    public Response forgettingBrowser() {
        return keeping(new Cookie.Browser("", Duration.ZERO));
    }

    private Response keeping(Cookie cookie) {
        List<Cookie> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Response(status, headers, body, more);
    }

    private static String plain(String value) {
        if (!value.matches("[A-Za-z0-9_-]{1,512}")) {
            throw new IllegalArgumentException("A cookie's value is letters, digits, hyphens and underscores");
        }
        return value;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    List<Cookie> cookies() {
        return cookies;
    }

    int length() {
        return body.length;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(body);
    }
}
