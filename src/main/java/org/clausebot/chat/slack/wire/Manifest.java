package org.clausebot.chat.slack.wire;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.slack.api.model.manifest.AppManifest;
import com.slack.api.util.json.GsonFactory;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.slack.Shortcuts;

/** What the app asks of Slack: its ways in, and no more rights than these need. */
public final class Manifest {
    private Manifest() {}

    /** The rights of the bot, each for a reason. Nothing said among people can be read with them. */
    public enum Scope {
        APP_MENTIONS_READ(
                "app_mentions:read",
                "to hear when somebody asks it by name in a channel; of the channel's other messages it hears nothing"),
        CHAT_WRITE("chat:write", "to answer"),
        COMMANDS("commands", "for /policy, /report and the shortcuts"),
        IM_HISTORY(
                "im:history",
                "to hear what people write to it directly; Slack gives those messages with no other right, and it covers conversations with the bot alone"),
        IM_WRITE("im:write", "to write to somebody directly when what they said belongs in no channel"),
        USERS_READ("users:read", "to tell staff and guests from other organisations and from bots"),
        USERS_READ_EMAIL(
                "users:read.email",
                "only with slack.find-by-mail: to find the staff on the list of “read and understood” by their address, so that they are asked in Slack and not by mail");

        private final String code;
        private final String reason;

        Scope(String code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        /** Slack's name for it. */
        public String code() {
            return code;
        }

        /** Why it is needed, as the end of a sentence. */
        public String reason() {
            return reason;
        }

        /**
         * Those that are asked for, by Slack's names.
         *
         * @param findsByMail whether people are to be found by their mail address
         */
        public static List<String> codes(boolean findsByMail) {
            return Arrays.stream(values())
                    .filter(scope -> findsByMail || scope != USERS_READ_EMAIL)
                    .map(Scope::code)
                    .toList();
        }
    }

    /**
     * The manifest to paste where an app is made.
     *
     * @param address the program's own, to which Slack sends requests; empty for Socket Mode
     * @param installs whether workspaces install it at {@code /slack/install}
     * @param findsByMail whether people are to be found by their mail address
     * @return JSON
     */
    public static String json(Optional<URI> address, boolean installs, boolean findsByMail) {
        Optional<String> events =
                address.map(a -> a.resolve(SlackConnection.EVENTS).toString());
        AppManifest manifest = AppManifest.builder()
                .displayInformation(AppManifest.DisplayInformation.builder()
                        .name("Clausebot")
                        .description("The school's policies in their own words, and a private way to report")
                        .longDescription("Ask what a policy says, and get its own clauses, quoted to the letter with"
                                + " their numbers. Tell it that something has happened, and it walks you through"
                                + " reporting it to the right person. In channels it shows clauses only, to you alone"
                                + " unless you share them; reports are made in a direct message. It reads nothing that"
                                + " is not addressed to it.")
                        .backgroundColor("#1f4e5f")
                        .build())
                .features(features(events))
                .oauthConfig(AppManifest.OAuthConfig.builder()
                        .redirectUrls(address.filter(a -> installs)
                                .map(a -> List.of(a.resolve(Installing.REDIRECT).toString()))
                                .orElse(null))
                        .scopes(AppManifest.Scopes.builder().bot(Scope.codes(findsByMail)).build())
                        .build())
                .settings(settings(events, installs))
                .build();
        JsonElement tree = GsonFactory.createSnakeCase().toJsonTree(manifest);
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(tree);
    }

    private static AppManifest.Features features(Optional<String> events) {
        return AppManifest.Features.builder()
                .appHome(AppManifest.AppHome.builder()
                        .homeTabEnabled(true)
                        .messagesTabEnabled(true)
                        .messagesTabReadOnlyEnabled(false)
                        .build())
                .botUser(AppManifest.BotUser.builder()
                        .displayName("Clausebot")
                        .alwaysOnline(true)
                        .build())
                .shortcuts(List.of(
                        shortcut("global", Shortcuts.ASK, "Ask the policy", "Ask what the school's policies say"),
                        shortcut(
                                "global",
                                Shortcuts.REPORT,
                                "Report something",
                                "Report to the right person, privately"),
                        shortcut(
                                "message",
                                Shortcuts.ASK_POLICY,
                                "Ask policy about this",
                                "See the clauses that bear on a message"),
                        shortcut(
                                "message",
                                Shortcuts.REPORT_MESSAGE,
                                "Report this message",
                                "Report it privately, by its link")))
                .slashCommands(List.of(
                        command(
                                "/policy",
                                "Ask what the policy says; only you see the answer",
                                "can I friend a parent?",
                                events),
                        command("/report", "Report something; it goes on in a direct message", "", events)))
                .build();
    }

    private static AppManifest.Shortcut shortcut(String type, String callback, String name, String description) {
        return AppManifest.Shortcut.builder()
                .type(type)
                .callbackId(callback)
                .name(name)
                .description(description)
                .build();
    }

    private static AppManifest.SlashCommand command(
            String command, String description, String hint, Optional<String> events) {
        return AppManifest.SlashCommand.builder()
                .command(command)
                .description(description)
                .usageHint(hint.isEmpty() ? null : hint)
                .url(events.orElse(null))
                .shouldEscape(false)
                .build();
    }

    private static AppManifest.Settings settings(Optional<String> events, boolean installs) {
        return AppManifest.Settings.builder()
                .eventSubscriptions(AppManifest.EventSubscriptions.builder()
                        .requestUrl(events.orElse(null))
                        .botEvents(List.of(
                                "app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"))
                        .build())
                .interactivity(AppManifest.Interactivity.builder()
                        .isEnabled(true)
                        .requestUrl(events.orElse(null))
                        .build())
                .orgDeployEnabled(installs)
                .socketModeEnabled(events.isEmpty())
                .tokenRotationEnabled(installs)
                .build();
    }
}
