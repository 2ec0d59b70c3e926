package org.clausebot.chat.slack.wire;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.clausebot.chat.inbox.Ticking;
import org.clausebot.seal.Hidden;
import org.clausebot.seal.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens of workspaces that installed the app, sealed at rest and renewed before they end. */
final class InstalledTokens implements Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledTokens.class);
    private static final String PLACE = "slack/installation";
    /** Slack's tokens live twelve hours. */
    private static final Duration RENEW = Duration.ofHours(1);

    private final Installations rows;
    private final Vault vault;
    private final Slack slack;
    private final String clientId;
    private final Hidden clientSecret;
    private final Clock clock;
    private final Cache<String, Optional<Installation>> cache;
    private final ReentrantLock renewing = new ReentrantLock();

    InstalledTokens(Installations rows, Vault vault, Slack slack, SlackSettings settings, Clock clock) {
        this.rows = rows;
        this.vault = vault;
        this.slack = slack;
        this.clientId = settings.clientId();
        this.clientSecret = settings.clientSecret();
        this.clock = clock;
        // Short, because another node may have renewed or removed it.
        this.cache = Caffeine.newBuilder()
                .ticker(Ticking.by(clock))
                .expireAfterWrite(Duration.ofSeconds(30))
                .maximumSize(1_000)
                .build();
    }

    @Override
    public Optional<Access> of(String enterprise, String team) {
        return find(key("", team))
                .or(() -> enterprise.isEmpty() ? Optional.empty() : find(key(enterprise, "")))
                .map(this::current)
                .map(i -> new Access(new Hidden(i.token()), i.botUser()));
    }

    private Optional<Installation> find(String key) {
        Optional<Installation> known = cache.getIfPresent(key);
        if (known == null) {
            known = read(key);
            cache.put(key, known);
        }
        return known;
    }

    private Optional<Installation> read(String key) {
        String id = id(key);
        return rows.of(id).map(row -> Installation.read(vault.open(row.wrapped(), id, PLACE, row.body())));
    }

    private Installation current(Installation installation) {
        if (!installation.expiresBefore(clock.instant().plus(RENEW))) {
            return installation;
        }
        renewing.lock();
        try {
            // Another thread or node may have renewed it meanwhile; a refresh token is good for once.
            Installation newest = read(key(installation)).orElse(installation);
            return newest.expiresBefore(clock.instant().plus(RENEW)) ? renew(newest) : newest;
        } finally {
            renewing.unlock();
        }
    }

    private Installation renew(Installation old) {
        try {
            OAuthV2AccessResponse given = slack.methods()
                    .oauthV2Access(r -> r.clientId(clientId)
                            .clientSecret(clientSecret.value())
                            .grantType("refresh_token")
                            .refreshToken(old.refresh()));
            if (given.isOk() && given.getAccessToken() != null) {
                Installation renewed = old.renewed(
                        given.getAccessToken(),
                        Optional.ofNullable(given.getRefreshToken()).orElse(old.refresh()),
                        expiry(given));
                keep(renewed);
                return renewed;
            }
            LOG.error("Slack would not renew a workspace's token: {}", given.getError());
        } catch (IOException | SlackApiException e) {
            LOG.warn(
                    "A workspace's token could not be renewed yet: {}",
                    e.getClass().getSimpleName());
        }
        return old;
    }

    private long expiry(OAuthV2AccessResponse given) {
        Integer seconds = given.getExpiresIn();
        return seconds == null ? 0 : clock.instant().plusSeconds(seconds).getEpochSecond();
    }

    /** Keeps what an installation gave. On return it is on disk. */
    void keep(OAuthV2AccessResponse given) {
        keep(new Installation(
                given.isEnterpriseInstall() || given.getTeam() == null
                        ? ""
                        : text(given.getTeam().getId()),
                given.getEnterprise() == null ? "" : text(given.getEnterprise().getId()),
                text(given.getBotUserId()),
                text(given.getAccessToken()),
                text(given.getRefreshToken()),
                expiry(given)));
    }

    private void keep(Installation installation) {
        String id = id(key(installation));
        byte[] wrapped = vault.newKey(id);
        rows.keep(new Installations.Row(id, wrapped, vault.seal(wrapped, id, PLACE, installation.write())));
        cache.invalidate(key(installation));
    }

    @Override
    public void forget(String enterprise, String team, boolean wholeOrganisation) {
        String key = wholeOrganisation ? key(enterprise, "") : key("", team);
        if (rows.forget(id(key))) {
            LOG.info("A workspace removed the app; its token was deleted");
        }
        cache.invalidate(key);
    }

    private String id(String key) {
        return HexFormat.of().formatHex(vault.fingerprint("slack.installation", key));
    }

    private static String key(Installation installation) {
        return key(installation.enterprise(), installation.team());
    }

    private static String key(String enterprise, String team) {
        return team.isEmpty() ? "enterprise/" + enterprise : "team/" + team;
    }

    private static String text(@org.jspecify.annotations.Nullable String given) {
        return given == null ? "" : given;
    }
}
