package org.clausebot.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.desk.signin.OidcSettings;
import org.clausebot.mail.MailSettings;

/**
 * The settings that the program runs with, checked. The page {@code clausebot.yaml} explains each.
 *
 * @param home the program's folder
 * @param data the data folder
 * @param index the folder of policies, synonyms and questions
 * @param conversations the folder of the bot's own words
 * @param mail how notices leave; empty where nobody is told by mail
 * @param address of the pages as browsers know it; empty where it is not set
 * @param slack how Slack is reached; empty for none
 * @param deskAddress of the case desk as receivers' browsers know it; empty where it is not set
 * @param log how questions are logged
 * @param oidc the identity provider with which receivers sign in to the case desk; empty for none
 */
record Config(
        Path home,
        Path data,
        Path index,
        Path conversations,
        Http http,
        SignIn signIn,
        Limits limits,
        Contacts contacts,
        Optional<MailSettings> mail,
        Keys keys,
        Duration keepUnfinished,
        Optional<OidcSettings> oidc,
        URI deskAddress,
        URI address,
        Optional<SlackConfig> slack,
        Secret metricsToken,
        Log log) {

    /** Where the pages are served. */
    record Http(String host, int port, List<String> publicHosts, boolean behindTls) {
        Http {
            publicHosts = List.copyOf(publicHosts);
        }
    }

    /** How staff sign in. */
    record SignIn(Secret passphraseHash, Duration stay) {}

    /** Bounds on what anybody can send. */
    record Limits(int questionCharacters, int requestsPerMinute, Duration forgetAfter) {}

    /** Name, number or both for each role; empty where the school has not said. */
    record Contacts(String headteacher, String safeguardingLead, String chairOfGovernors, String designatedOfficer) {}

    /**
     * How questions are logged.
     *
     * @param questions false to log none
     * @param weeks after how many a logged question is deleted
     */
    record Log(boolean questions, int weeks) {}

    /** Where the master key is. */
    record Keys(String masterKey, Secret serviceToken) {}

    /** @throws SettingsException when a setting is unknown or out of range */
    static Config read(Path home, Path data, Map<String, String> environment) throws SettingsException {
        return of(home, data, Settings.read(data, environment));
    }

    static Config of(Path home, Path data, Settings settings) throws SettingsException {
        return new Config(
                home,
                data,
                home.resolve(settings.text("folders.index")),
                home.resolve(settings.text("folders.conversations")),
                new Http(
                        settings.text("http.host"),
                        settings.number("http.port", 0, 65_535),
                        hosts(settings),
                        settings.flag("http.behind-tls")),
                new SignIn(
                        settings.secret("sign-in.passphrase-hash"),
                        Duration.ofHours(settings.number("sign-in.hours", 1, 24 * 31))),
                new Limits(
                        settings.number("limits.question-characters", 50, 20_000),
                        settings.number("limits.requests-per-minute", 10, 100_000),
                        Duration.ofMinutes(settings.number("limits.conversation-minutes", 1, 24 * 60))),
                new Contacts(
                        settings.text("contacts.headteacher"),
                        settings.text("contacts.designated-safeguarding-lead"),
                        settings.text("contacts.chair-of-governors"),
                        settings.text("contacts.local-authority-designated-officer")),
                mail(settings),
                new Keys(settings.text("reporting.master-key"), settings.secret("reporting.key-service-token")),
                Duration.ofDays(settings.number("reporting.keep-unfinished-days", 1, 90)),
                oidc(settings),
                address(settings.text("desk.address")),
                publicAddress(settings),
                SlackConfig.of(settings),
                settings.secret("metrics.token"),
                new Log(settings.flag("log.questions"), settings.number("log.weeks", 1, 52)));
    }

    /** The names by which the pages may be asked for; that of the address is one of them. */
    private static List<String> hosts(Settings settings) throws SettingsException {
        List<String> hosts = new ArrayList<>(settings.list("http.public-hosts"));
        Optional.ofNullable(publicAddress(settings).getHost())
                .filter(host -> !hosts.contains(host))
                .ifPresent(hosts::add);
        return hosts;
    }

    private static URI publicAddress(Settings settings) throws SettingsException {
        String words = settings.text("http.address");
        URI address = address(words);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        boolean bare = address.getPath() == null
                || address.getPath().isEmpty()
                || address.getPath().equals("/");
        if (!words.isEmpty() && (!web || !bare || address.getHost() == null)) {
            throw new SettingsException(settings.origin("http.address")
                    + ": http.address must be a scheme and a host, such as https://clausebot.oakfield.example; it is \""
                    + words + "\"");
        }
        return address;
    }

    private static Optional<MailSettings> mail(Settings settings) throws SettingsException {
        if (settings.text("mail.host").isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MailSettings(
                    settings.text("mail.host"),
                    settings.number("mail.port", 1, 65_535),
                    MailSettings.Security.of(settings.text("mail.security")),
                    settings.text("mail.user"),
                    settings.text("mail.password"),
                    settings.text("mail.from"),
                    address(settings.text("desk.address"))));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(settings.origin("mail.host") + ": mail is set up, but " + e.getMessage(), e);
        }
    }

    /** What cannot be an address is taken for none. */
    private static URI address(String words) {
        try {
            return new URI(words);
        } catch (URISyntaxException e) {
            return URI.create("");
        }
    }

    private static Optional<OidcSettings> oidc(Settings settings) throws SettingsException {
        String issuer = settings.text("desk.oidc.issuer");
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OidcSettings.of(
                    issuer,
                    settings.text("desk.oidc.client-id"),
                    settings.secret("desk.oidc.client-secret").value(),
                    settings.text("desk.oidc.tenant"),
                    settings.text("desk.oidc.hosted-domain")));
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The same with another address to serve on, from a command's options. */
    Config serving(String host, int port) {
        return new Config(
                home,
                data,
                index,
                conversations,
                new Http(host, port, http.publicHosts(), http.behindTls()),
                signIn,
                limits,
                contacts,
                mail,
                keys,
                keepUnfinished,
                oidc,
                deskAddress,
                address,
                slack,
                metricsToken,
                log);
    }
}
