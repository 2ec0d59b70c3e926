package org.clausebot.app;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.chat.slack.wire.Manifest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "slack",
        mixinStandardHelpOptions = true,
        description = "Sets up the bot in Slack; docs/slack.md leads through it.")
final class SlackCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new SlackCommand())
                .addSubcommand("manifest", new ManifestOf(surroundings))
                .addSubcommand("scopes", new Scopes(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: manifest or scopes.");
    }

    @Command(
            name = "manifest",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the manifest to paste where a Slack app is made: for http.address, or for Socket Mode.")
    static final class ManifestOf implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Option(
                names = "--socket",
                description = "for Socket Mode: the program goes to Slack, and needs no address of its own")
        private boolean socket;

        @Option(
                names = "--installs",
                description =
                        "for an app that several workspaces, or an Enterprise Grid organisation, install themselves")
        private boolean installs;

        ManifestOf(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Option(
                names = "--find-by-mail",
                description =
                        "with slack.find-by-mail: may find staff by their mail address, to ask them to read a policy")
        private boolean findsByMail;

        @Override
        public Integer call() throws RefusedException {
            URI address = data.config(surroundings).address();
            if (socket && installs) {
                throw new RefusedException("Installing needs the program's own address; leave --socket away");
            }
            if (!socket && address.getHost() == null) {
                throw new RefusedException("Slack must know where to come: set http.address to the program's public"
                        + " address, such as https://clausebot.oakfield.example, or use --socket, which needs none");
            }
            surroundings.out().println(Manifest.json(
                    socket ? Optional.empty() : Optional.of(address), installs, findsByMail));
            return 0;
        }
    }

    @Command(
            name = "scopes",
            mixinStandardHelpOptions = true,
            description = "Prints the rights that the app asks for, each with its reason.")
    static final class Scopes implements Callable<Integer> {
        private final Surroundings surroundings;

        Scopes(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            for (Manifest.Scope scope : Manifest.Scope.values()) {
                surroundings.out().println(String.format("%-18s %s", scope.code(), scope.reason()));
            }
            return 0;
        }
    }
}
