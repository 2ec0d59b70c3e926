package org.clausebot.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the server listens and whom it believes.
 *
 * @param host the address to bind, such as {@code 127.0.0.1}
 * @param port 0 to 65535; 0 takes a free one
 * @param publicHosts the names people use for it beside this computer's own; a request under any other name is refused
 * @param behindTls true when a proxy on this computer adds HTTPS: cookies are then for HTTPS only, and the address that
 *     the proxy adds to {@code X-Forwarded-For} is believed
 * @param operatorToken what must be sent as bearer token for health and metrics from elsewhere; without one they are
 *     open to this computer only
 * @param limits how much is taken from whom
 */
public record ServerSettings(
        String host,
        int port,
        Set<String> publicHosts,
        boolean behindTls,
        Optional<String> operatorToken,
        Limits limits) {
    public ServerSettings {
        publicHosts = publicHosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        if (host.isBlank() || port < 0 || port > 65535) {
            throw new IllegalArgumentException("The server needs a host and a port from 0 to 65535");
        }
        if (operatorToken.filter(t -> t.length() < 16).isPresent()) {
            throw new IllegalArgumentException("The operator's token must have 16 characters or more");
        }
    }

    /** This computer only, with the usual limits. */
    public static ServerSettings local(int port) {
        return new ServerSettings("127.0.0.1", port, Set.of(), false, Optional.empty(), Limits.usual());
    }

    /** Never prints the token. */
    @Override
    public String toString() {
        return "ServerSettings[" + host + ":" + port + ", publicHosts=" + publicHosts + ", behindTls=" + behindTls
                + "]";
    }

    /**
     * How much is taken from whom.
     *
     * @param addressBurst requests at once from one address; a whole school may share one
     * @param addressRefill how long until one more is allowed
     * @param sessionBurst forms sent at once by one session
     * @param sessionRefill how long until one more is allowed
     * @param idle how long a connection may say nothing
     * @param receive how long a request may take to arrive
     * @param stop how long requests in progress may take to finish when the server stops
     * @param connections how many at once
     */
    public record Limits(
            int addressBurst,
            Duration addressRefill,
            int sessionBurst,
            Duration sessionRefill,
            Duration idle,
            Duration receive,
            Duration stop,
            int connections) {
        public static Limits usual() {
            return new Limits(
                    400,
                    Duration.ofMillis(20),
                    20,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(10),
                    1_000);
        }
    }
}
