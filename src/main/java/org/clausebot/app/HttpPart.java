package org.clausebot.app;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.clausebot.http.ServerSettings;

/** What the page of settings means for the web server. */
final class HttpPart {
    private HttpPart() {}

    static ServerSettings settings(Config config) {
        return new ServerSettings(
                config.http().host(),
                config.http().port(),
                Set.copyOf(config.http().publicHosts()),
                config.http().behindTls(),
                Optional.of(config.metricsToken()).filter(Secret::isSet).map(Secret::value),
                limits(config.limits().requestsPerMinute()));
    }

    /** A burst of a quarter of a minute's share, then a steady trickle. */
    private static ServerSettings.Limits limits(int requestsPerMinute) {
        ServerSettings.Limits usual = ServerSettings.Limits.usual();
        return new ServerSettings.Limits(
                Math.max(usual.addressBurst(), requestsPerMinute),
                usual.addressRefill(),
                Math.max(5, requestsPerMinute / 4),
                Duration.ofMinutes(1).dividedBy(requestsPerMinute),
                usual.idle(),
                usual.receive(),
                usual.stop(),
                usual.connections());
    }
}
