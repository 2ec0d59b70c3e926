package org.clausebot.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import org.clausebot.chat.teams.Commands;

/**
 * The manifest of the app in Teams: its ways in, and no more rights than these need. Names, order and limits are those of
 * Microsoft's schema.
 *
 * @param version of the app, three numbers; Teams takes a changed package only under another one
 * @param id the app's own; that of the bot, so that it stays the same
 */
@JsonPropertyOrder({"$schema", "manifestVersion"})
record TeamsManifest(
        @JsonProperty("$schema") String schema,
        String manifestVersion,
        String version,
        String id,
        Developer developer,
        Name name,
        Description description,
        Icons icons,
        String accentColor,
        String defaultInstallScope,
        List<Bot> bots,
        List<ComposeExtension> composeExtensions,
        List<String> permissions,
        List<String> validDomains) {
    /** Version of Microsoft's schema. */
    static final String SCHEMA = "1.25";

    /** Names of the two pictures in the package. */
    static final String COLOUR = "color.png";

    static final String OUTLINE = "outline.png";

    private static final String PERSONAL = "personal";
    private static final List<String> AMONG_OTHERS = List.of("team", "groupChat");

    TeamsManifest {
        bots = List.copyOf(bots);
        composeExtensions = List.copyOf(composeExtensions);
        permissions = List.copyOf(permissions);
        validDomains = List.copyOf(validDomains);
    }

    /** What the app asks of those who install it, each for a reason. No message can be read with them. */
    enum Right {
        IDENTITY(
                "identity",
                "to tell people apart: it is told the id of whoever writes to it, and their tenant's; it asks for no"
                        + " name, address or profile"),
        MESSAGE_TEAM_MEMBERS(
                "messageTeamMembers",
                "to write to somebody directly when what they asked in a channel belongs in no channel");

        private final String code;
        private final String reason;

        Right(String code, String reason) {
            this.code = code;
            this.reason = reason;
        }

        /** Microsoft's name for it. */
        String code() {
            return code;
        }

        /** Why it is needed, as the end of a sentence. */
        String reason() {
            return reason;
        }
    }

    /** Whom the app is from. */
    record Developer(String name, String websiteUrl, String privacyUrl, String termsOfUseUrl) {
        Developer {
            within("the publisher's name", name, TeamsConfig.LONGEST_PUBLISHER);
        }
    }

    record Name(@JsonProperty("short") String brief, String full) {
        Name {
            within("the app's name", brief, 30);
            within("the app's full name", full, 100);
        }
    }

    record Description(@JsonProperty("short") String brief, String full) {
        Description {
            within("the short description", brief, 80);
            within("the description", full, 4000);
        }
    }

    /** Files of the package. */
    record Icons(String outline, String color) {}

    record Bot(
            String botId,
            List<String> scopes,
            boolean isNotificationOnly,
            boolean supportsCalling,
            boolean supportsVideo,
            boolean supportsFiles,
            List<CommandList> commandLists) {
        Bot {
            scopes = List.copyOf(scopes);
            commandLists = List.copyOf(commandLists);
        }
    }

    record CommandList(List<String> scopes, List<Suggestion> commands) {
        CommandList {
            scopes = List.copyOf(scopes);
            commands = List.copyOf(commands);
        }
    }

    /**
     * What Teams offers to type.
     *
     * @param title typed as it stands
     */
    record Suggestion(String title, String description) {
        Suggestion {
            within("a command", title, 32);
            within("a command's description", description, 128);
        }
    }

    record ComposeExtension(String botId, boolean canUpdateConfiguration, List<Command> commands) {
        ComposeExtension {
            commands = List.copyOf(commands);
        }
    }

    /**
     * A command of the message extension.
     *
     * @param type query or action
     * @param fetchTask whether Teams asks the bot what to show; only of an action
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Command(
            String id,
            String type,
            List<String> context,
            String title,
            String description,
            boolean initialRun,
            boolean fetchTask,
            List<Parameter> parameters) {
        Command {
            context = List.copyOf(context);
            parameters = List.copyOf(parameters);
            within("a command's id", id, 64);
            within("a command's title", title, 32);
            within("a command's description", description, 128);
        }
    }

    record Parameter(String name, String title, String description, String inputType) {
        Parameter {
            within("a parameter's name", name, 64);
            within("a parameter's title", title, 32);
            within("a parameter's description", description, 128);
        }
    }

    private static void within(String what, String words, int most) {
        if (words.isBlank() || words.length() > most) {
            throw new IllegalArgumentException(
                    "In the app's manifest, " + what + " has 1 to " + most + " characters: " + words);
        }
    }

    /**
     * The manifest of the bot of {@code teams}.
     *
     * @throws RefusedException when Microsoft could not come to the address, or the version is none
     */
    static TeamsManifest of(TeamsConfig teams, String version) throws RefusedException {
        requirePublic("http.address", teams.address());
        requirePublic("teams.privacy-url", teams.privacy());
        if (!version.matches("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}")) {
            throw new RefusedException("The app's version is three numbers with dots between, such as 1.0.1");
        }
        String address = teams.address().toString();
        return new TeamsManifest(
                "https://developer.microsoft.com/json-schemas/teams/v" + SCHEMA + "/MicrosoftTeams.schema.json",
                SCHEMA,
                version,
                teams.appId(),
                new Developer(teams.publisher(), address, teams.privacy().toString(), address),
                new Name("Clausebot", "Clausebot: the school's policies in their own words"),
                described(),
                new Icons(OUTLINE, COLOUR),
                "#1F4E5F",
                PERSONAL,
                List.of(bot(teams.appId())),
                List.of(new ComposeExtension(teams.appId(), false, commands())),
                List.of(Right.IDENTITY.code(), Right.MESSAGE_TEAM_MEMBERS.code()),
                List.of(teams.address().getHost()));
    }

    private static Description described() {
        return new Description(
                "The school's policies in their own words, and a private way to report",
                "Ask what a policy says, and get its own clauses, quoted to the letter with their numbers. Tell it that"
                        + " something has happened, and it walks you through reporting it to the right person.\n\nIn"
                        + " channels and group chats it answers only when it is asked by name, and shows clauses only;"
                        + " reports are made in your own chat with it. It reads nothing that is not addressed to it, and"
                        + " opens no files.\n\nIf a child is in immediate danger, ring 999 first.");
    }

    private static Bot bot(String id) {
        Suggestion help = new Suggestion("help", "What it can do, and how to ask");
        return new Bot(
                id,
                List.of(PERSONAL, "team", "groupChat"),
                false,
                false,
                false,
                false,
                List.of(
                        new CommandList(
                                List.of(PERSONAL),
                                List.of(
                                        help,
                                        new Suggestion("report", "Report something, privately, to the right person"),
                                        new Suggestion("what do you log?", "What is kept about you, and what is not"))),
                        new CommandList(AMONG_OTHERS, List.of(help))));
    }

    private static List<Command> commands() {
        return List.of(
                new Command(
                        Commands.SEARCH,
                        "query",
                        List.of("compose", "commandBox"),
                        "Search the policy",
                        "Find a clause, and put it into your message as it stands in the policy",
                        false,
                        false,
                        List.of(new Parameter(
                                Commands.WORDS, "Question or words", "Such as: can I friend a parent?", "text"))),
                onMessage(Commands.REPORT, "Report this", "Report it privately, by its link; its words are not copied"),
                onMessage(
                        Commands.ASK,
                        "Ask the policy about this",
                        "See the clauses that bear on this message, in your own chat with Clausebot"));
    }

    private static Command onMessage(String id, String title, String description) {
        return new Command(id, "action", List.of("message"), title, description, false, true, List.of());
    }

    /** An address that Microsoft and staff's devices can open: by TLS, and no name of this machine or network alone. */
    private static void requirePublic(String setting, URI address) throws RefusedException {
        String host = address.getHost();
        boolean named = host != null && host.matches("[^:]+\\.[^:]*[A-Za-z][^:]*");
        if (!"https".equals(address.getScheme()) || !named) {
            throw new RefusedException(
                    setting + " is " + address + ", which Microsoft cannot come to: it must begin with"
                            + " https:// and have a public name, such as https://clausebot.oakfield.example. Set it (or"
                            + " CLAUSEBOT_HTTP_ADDRESS) and run this again");
        }
    }

    /** As it stands in the package: UTF-8, the same on every machine. */
    String json() {
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        lines.indentObjectsWith(indent);
        lines.indentArraysWith(indent);
        try {
            return new ObjectMapper().writer(lines).writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A manifest of records can be written", e);
        }
    }
}
