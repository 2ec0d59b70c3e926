package org.clausebot.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Schools;

/**
 * How Slack is reached.
 *
 * @param signingSecret proves that a request is Slack's; empty with {@link Transport#SOCKET}
 * @param botToken of the one workspace; empty where workspaces install it themselves
 * @param appToken opens the socket; empty with {@link Transport#HTTP}
 * @param clientId of the app, for installing; empty with a bot token
 * @param workspaces the school of each workspace or organisation, by its id; empty means the bot token's own workspace,
 *     which is the one school's
 * @param findsByMail whether people may be found by their mail address, to be asked to read something
 * @param api the base address of Slack's Web API
 */
record SlackConfig(
        Secret signingSecret,
        Secret botToken,
        Secret appToken,
        String clientId,
        Secret clientSecret,
        Map<String, SchoolId> workspaces,
        boolean findsByMail,
        URI api) {
    SlackConfig {
        workspaces = Map.copyOf(workspaces);
    }

    private static final String WORKSPACES = "slack.workspaces";
    private static final Pattern WORKSPACE = Pattern.compile("[TE][A-Z0-9]{1,30}");

    /** Which way requests come. */
    enum Transport {
        /** Slack sends each to {@code /slack/events}. */
        HTTP,
        /** The program keeps a connection to Slack open. */
        SOCKET
    }

    Transport transport() {
        return appToken.isSet() ? Transport.SOCKET : Transport.HTTP;
    }

    /**
     * @return empty when nothing of Slack is set
     * @throws SettingsException when some of what belongs together is missing, naming it
     */
    static Optional<SlackConfig> of(Settings settings) throws SettingsException {
        Secret signing = settings.secret("slack.signing-secret");
        Secret bot = settings.secret("slack.bot-token");
        Secret app = settings.secret("slack.app-token");
        String client = settings.text("slack.client-id");
        Secret clientSecret = settings.secret("slack.client-secret");
        Map<String, SchoolId> workspaces = workspaces(settings);
        if (!signing.isSet() && !bot.isSet() && !app.isSet() && client.isEmpty() && !clientSecret.isSet()) {
            return Optional.empty();
        }
        require(
                signing.isSet() || app.isSet(),
                "SLACK_SIGNING_SECRET (requests come to http.address) or SLACK_APP_TOKEN (Socket Mode)");
        require(client.isEmpty() != clientSecret.isSet(), "both SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, or neither");
        require(bot.isSet() || !client.isEmpty(), "SLACK_BOT_TOKEN, or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET");
        require(
                client.isEmpty() || signing.isSet(),
                "SLACK_SIGNING_SECRET, since installing needs the program's own address");
        require(client.isEmpty() || !workspaces.isEmpty(), "slack.workspaces: without it anybody could install it");
        require(
                client.isEmpty() || !settings.text("http.address").isEmpty(),
                "http.address, the program's public address: workspaces install it there");
        begins(settings, "slack.bot-token", List.of("xoxb-", "xoxe.xoxb-"));
        begins(settings, "slack.app-token", List.of("xapp-"));
        return Optional.of(new SlackConfig(signing, bot, app, client, clientSecret, workspaces, settings.flag("slack.find-by-mail"), api(settings)));
    }

    /** {@code T1}, or {@code T1=the school's id}. */
    private static Map<String, SchoolId> workspaces(Settings settings) throws SettingsException {
        Map<String, SchoolId> workspaces = new LinkedHashMap<>();
        for (String part : settings.list(WORKSPACES)) {
            int sign = part.indexOf('=');
            String id = sign < 0 ? part : part.substring(0, sign).strip();
            String school = sign < 0
                    ? SchoolId.DEFAULT.value()
                    : part.substring(sign + 1).strip();
            if (!WORKSPACE.matcher(id).matches()) {
                throw new SettingsException(settings.origin(WORKSPACES) + ": " + WORKSPACES
                        + " holds ids of workspaces (T…) or organisations (E…), each alone or with its school; \"" + id
                        + "\" is none");
            }
            SchoolId named = Schools.ALL.stream()
                    .filter(one -> one.value().equals(school))
                    .findFirst()
                    .orElseThrow(() -> noSchool(settings, id, school));
            SchoolId before = workspaces.putIfAbsent(id, named);
            if (before != null && !before.equals(named)) {
                throw new SettingsException(settings.origin(WORKSPACES) + ": " + id + " has two schools in "
                        + WORKSPACES + "; a workspace has one");
            }
        }
        return workspaces;
    }

    private static SettingsException noSchool(Settings settings, String workspace, String school) {
        String all = Schools.ALL.stream().map(SchoolId::value).collect(Collectors.joining(", "));
        return new SettingsException(settings.origin(WORKSPACES) + ": " + WORKSPACES + " gives " + workspace
                + " the school \"" + school + "\", which is not here; there is: " + all);
    }

    /**
     * The school of a workspace or of its organisation; empty when it belongs to none.
     *
     * @param organisation empty for none
     */
    Optional<SchoolId> school(String workspace, String organisation) {
        // With a bot token and no list, the token's own workspace; Slack delivers from no other.
        return workspaces.isEmpty()
                ? Optional.of(SchoolId.DEFAULT)
                : Optional.ofNullable(workspaces.get(workspace))
                        .or(() -> Optional.ofNullable(workspaces.get(organisation)));
    }

    /** A workspace or organisation of {@code school}, the first by its id; empty where none is named. */
    String placeOf(SchoolId school) {
        return workspaces.entrySet().stream()
                .filter(entry -> entry.getValue().equals(school))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("");
    }

    private static void require(boolean holds, String what) throws SettingsException {
        if (!holds) {
            throw new SettingsException(
                    "Slack is half set up; it also needs " + what + ". docs/slack.md leads through it");
        }
    }

    /** The commonest mistake is to put one token where another belongs. */
    private static void begins(Settings settings, String key, List<String> ways) throws SettingsException {
        String value = settings.text(key);
        if (!value.isEmpty() && ways.stream().noneMatch(value::startsWith)) {
            throw new SettingsException(settings.origin(key) + ": " + key + " must begin with " + ways.getFirst()
                    + "; another of Slack's secrets seems to stand there");
        }
    }

    private static URI api(Settings settings) throws SettingsException {
        String words = settings.text("slack.api-url");
        try {
            URI api = URI.create(words.endsWith("/") ? words : words + "/");
            boolean here = "127.0.0.1".equals(api.getHost()) || "localhost".equals(api.getHost());
            if ("https".equals(api.getScheme()) || (here && "http".equals(api.getScheme()))) {
                return api;
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsException(settings.origin("slack.api-url") + ": slack.api-url is no address", e);
        }
        throw new SettingsException(settings.origin("slack.api-url")
                + ": slack.api-url must begin with https://, since tokens go there; it is \"" + words + "\"");
    }
}
