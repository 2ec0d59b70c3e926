package org.clausebot.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a route answers. The server adds the security headers. */
public final class Response {
    private static final String HTML = "text/html; charset=utf-8";
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** A page, which no cache keeps. */
    public static Response html(int status, String page) {
        return of(status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response html(String page) {
        return html(200, page);
    }

    /** Plain text, which no cache keeps. */
    static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("Content-Type", contentType, "Cache-Control", "no-store"), body);
    }

    /** Sends the browser on with GET. */
    public static Response seeOther(String location) {
        return new Response(303, Map.of("Location", location, "Cache-Control", "no-store"), new byte[0]);
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

    Response with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    int length() {
        return body.length;
    }

    void writeTo(java.io.OutputStream out) throws java.io.IOException {
        out.write(body);
    }
}
