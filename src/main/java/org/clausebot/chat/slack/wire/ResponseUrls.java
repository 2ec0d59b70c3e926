package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.gson.Gson;
import com.slack.api.Slack;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.Response;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.chat.inbox.Waits;
import org.clausebot.chat.slack.block.SlackMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers to the address that came with a command or a press: five at most, within half an hour.
 *
 * @see <a href="https://docs.slack.dev/interactivity/handling-user-interaction">Handling user interaction</a>
 */
final class ResponseUrls {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseUrls.class);
    private static final int MOST = 5;
    private static final int TRIES = 3;
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Slack slack;
    private final URI api;
    private final Calls calls;
    private final Tuning tuning;
    private final Clock clock;
    private final Gson gson;
    private final Cache<String, Used> used;

    private record Used(Instant first, int times) {}

    ResponseUrls(Slack slack, URI api, Calls calls, Clock clock, Tuning tuning) {
        this.slack = slack;
        this.api = api;
        this.calls = calls;
        this.clock = clock;
        this.tuning = tuning;
        this.gson = GsonFactory.createSnakeCase(slack.getConfig());
        this.used = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofDays(1))
                .maximumSize(20_000)
                .build();
    }

    /** False when it must be said in another way. */
    boolean say(String url, SlackMessage message, boolean instead) {
        if (!isSlacks(url) || !take(url)) {
            return false;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("response_type", "ephemeral");
        body.put("replace_original", instead);
        body.put("text", SlackText.safe(message.text()));
        body.put("mrkdwn", false);
        body.put("link_names", false);
        body.put("parse", "none");
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        body.put("blocks", message.blocks());
        try {
            return post(url, gson.toJsonTree(body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean take(String url) {
        Instant now = clock.instant();
        Used after =
                used.asMap().merge(url, new Used(now, 1), (before, one) -> new Used(before.first, before.times + 1));
        return after.times <= MOST && now.isBefore(after.first.plus(LIFE));
    }

    private boolean post(String url, Object body) throws InterruptedException {
        for (int failed = 0; failed < TRIES; ) {
            try (Response answer = slack.getHttpClient().postJsonBody(url, body)) {
                if (answer.isSuccessful()) {
                    return true;
                }
                if (answer.code() == 429) {
                    failed++;
                    String header = answer.header("Retry-After");
                    tuning.pause().of(Waits.asked(header == null ? "1" : header));
                } else if (answer.code() >= 500) {
                    failed++;
                    tuning.pause().of(Waits.backoff(failed, tuning.random()));
                } else {
                    calls.count("response_url", "refused");
                    LOG.warn("Slack did not take an answer to a command or press: status {}", answer.code());
                    return false;
                }
            } catch (IOException e) {
                failed++;
                tuning.pause().of(Waits.backoff(failed, tuning.random()));
            }
        }
        calls.count("response_url", "unreachable");
        return false;
    }

    /** What is said to a person must never go to an address of another's choosing. */
    private boolean isSlacks(String url) {
        try {
            URI to = URI.create(url);
            String host = to.getHost() == null ? "" : to.getHost();
            boolean slacks = host.endsWith(".slack.com") || host.endsWith(".slack-gov.com");
            return ("https".equals(to.getScheme()) && slacks)
                    || (host.equals(api.getHost()) && to.getPort() == api.getPort() && to.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
