package org.clausebot.http;

import java.util.function.BooleanSupplier;

/** What those who run the server ask it. */
final class Health {
    private Health() {}

    static Routes routes(Metrics metrics, BooleanSupplier ready) {
        return Routes.none()
                .get("/healthz", Access.OPERATOR, request -> Response.text(200, "alive\n"))
                .get(
                        "/readyz",
                        Access.OPERATOR,
                        request -> ready.getAsBoolean()
                                ? Response.text(200, "ready\n")
                                : Response.text(503, "not ready\n"))
                .get(
                        "/metrics",
                        Access.OPERATOR,
                        request -> Response.of(
                                200,
                                "text/plain; version=0.0.4; charset=utf-8",
                                metrics.scrape().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
