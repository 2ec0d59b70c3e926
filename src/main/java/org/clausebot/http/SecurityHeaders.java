package org.clausebot.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/** What every response says to the browser, errors included. */
final class SecurityHeaders {
    private static final Map<String, String> ALL = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-write=(self)");

    private SecurityHeaders() {}

    static void addTo(HttpFields.Mutable headers, boolean behindTls) {
        ALL.forEach(headers::put);
        if (behindTls) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
