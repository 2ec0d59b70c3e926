package org.clausebot.chat.slack.wire;

import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.http.Access;
import org.clausebot.http.Request;
import org.clausebot.http.Response;
import org.clausebot.http.Routes;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a workspace install the app (OAuth 2.0, RFC 6749, section 4.1). The state (section 10.12) is good for ten minutes,
 * for once, and in the browser that began.
 *
 * @see <a href="https://docs.slack.dev/authentication/installing-with-oauth">Installing with OAuth</a>
 */
final class Installing {
    private static final Logger LOG = LoggerFactory.getLogger(Installing.class);
    private static final String INSTALL = "/slack/install";
    static final String REDIRECT = "/slack/oauth_redirect";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final SlackSettings settings;
    private final Slack slack;
    private final InstalledTokens tokens;
    private final Vault vault;
    private final Deliveries deliveries;
    private final Function<Member, Optional<SchoolId>> schools;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Installing(SlackSettings settings, Slack slack, InstalledTokens tokens, Ports ports, Clock clock) {
        this.settings = settings;
        this.slack = slack;
        this.tokens = tokens;
        this.vault = ports.vault();
        this.deliveries = ports.deliveries();
        this.schools = ports.schools();
        this.clock = clock;
    }

    Routes routes() {
        return Routes.none().get(INSTALL, Access.OPEN, request -> begin()).get(REDIRECT, Access.OPEN, this::end);
    }

    private Response begin() {
        String browser = fresh();
        String nonce = fresh();
        String expires = Long.toString(clock.instant().plus(LIFE).getEpochSecond());
        String state = expires + "." + nonce + "." + mac(browser, expires, nonce);
        URI authorise = settings.api().resolve("../oauth/v2/authorize");
        return Response.seeOther(authorise + "?client_id=" + encoded(settings.clientId()) + "&scope="
                        + encoded(String.join(",", settings.scopes())) + "&redirect_uri=" + encoded(redirect())
                        + "&state=" + state)
                .withTicket(browser, LIFE);
    }

    private Response end(Request request) {
        Map<String, String> query = request.query();
        if (!isOurs(query.getOrDefault("state", ""), request.ticket())) {
            return page(
                    400,
                    "This did not begin here",
                    "The installation was begun in another browser, more than ten minutes ago, or was finished already."
                            + " Nothing was kept. Begin again at "
                            + settings.base().orElseThrow() + "slack/install");
        }
        if (query.containsKey("error") || !query.containsKey("code")) {
            return page(
                            400,
                            "Not installed",
                            "Slack says that the installation was cancelled. Nothing was kept. You can begin again at any"
                                    + " time.")
                    .withTicket("", Duration.ZERO);
        }
        return exchanged(query.getOrDefault("code", "")).withTicket("", Duration.ZERO);
    }

    private Response exchanged(String code) {
        OAuthV2AccessResponse given;
        try {
            given = slack.methods()
                    .oauthV2Access(r -> r.clientId(settings.clientId())
                            .clientSecret(settings.clientSecret().value())
                            .code(code)
                            .redirectUri(redirect()));
        } catch (IOException | SlackApiException e) {
            LOG.warn("An installation could not be finished: {}", e.getClass().getSimpleName());
            return page(502, "Slack did not answer", "The app was not installed. Please begin again in a few minutes.");
        }
        if (!given.isOk() || given.getAccessToken() == null) {
            LOG.warn("Slack refused an installation: {}", given.getError());
            return page(
                    400,
                    "Slack refused the installation",
                    "Nothing was kept. If it happens again, check the client id and secret, and that the redirect address"
                            + " in the app's settings at Slack is " + redirect());
        }
        return kept(given);
    }

    private Response kept(OAuthV2AccessResponse given) {
        String team = given.getTeam() == null || given.getTeam().getId() == null
                ? ""
                : given.getTeam().getId();
        String enterprise =
                given.getEnterprise() == null || given.getEnterprise().getId() == null
                        ? ""
                        : given.getEnterprise().getId();
        if (schools.apply(new Member(team, enterprise, "")).isEmpty()) {
            giveBack(given.getAccessToken());
            return page(
                    403,
                    "This workspace belongs to no school here",
                    "Nothing was kept. Ask whoever runs this server to add "
                            + (team.isEmpty() ? enterprise : team).replaceAll("[^A-Z0-9]", "")
                            + " to its settings (slack.workspaces), then begin again.");
        }
        tokens.keep(given);
        LOG.info("A workspace or organisation installed the app");
        return page(
                200,
                "Installed",
                "The app is installed. In Slack, open it under Apps and write to it; the answers come from your school's"
                        + " policy.");
    }

    private void giveBack(String token) {
        try {
            slack.methods(token).authRevoke(r -> r);
        } catch (IOException | SlackApiException e) {
            LOG.warn(
                    "A token that is not wanted could not be given back: {}",
                    e.getClass().getSimpleName());
        }
    }

    private boolean isOurs(String state, Optional<String> browser) {
        String[] parts = state.split("\\.", -1);
        if (parts.length != 3 || browser.isEmpty() || !parts[0].matches("[0-9]{1,12}")) {
            return false;
        }
        byte[] expected = mac(browser.get(), parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8))
                && clock.instant().getEpochSecond() <= Long.parseLong(parts[0])
                // Last, so that a state that is refused for another reason is not used up.
                && deliveries.first("slack.oauth/" + parts[1], clock.instant());
    }

    private String mac(String browser, String expires, String nonce) {
        return HexFormat.of().formatHex(vault.fingerprint("slack.oauth-state", browser + "." + expires + "." + nonce));
    }

    private String fresh() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String redirect() {
        return settings.base().orElseThrow().resolve(REDIRECT.substring(1)).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Response page(int status, String title, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Response.html(
                status,
                "<!DOCTYPE html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width, initial-scale=1\"><title>" + title
                        + "</title></head><body><main><h1>" + title + "</h1><p>" + safe
                        + "</p></main></body></html>");
    }
}
