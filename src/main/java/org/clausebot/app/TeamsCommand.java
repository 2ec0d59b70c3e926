package org.clausebot.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clausebot.chat.teams.card.Icons;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "teams",
        mixinStandardHelpOptions = true,
        description = "Sets up the bot in Microsoft Teams; docs/teams.md leads through it.")
final class TeamsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new TeamsCommand())
                .addSubcommand("package", new PackageOf(surroundings))
                .addSubcommand("permissions", new Permissions(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: package or permissions.");
    }

    @Command(
            name = "package",
            mixinStandardHelpOptions = true,
            description =
                    "Writes the app's package, the file to upload to Teams, for MICROSOFT_APP_ID and http.address.")
    static final class PackageOf implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        @Option(
                names = "--output",
                paramLabel = "FILE",
                defaultValue = "clausebot-teams.zip",
                description = "the file to write (default: clausebot-teams.zip)")
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private Path output;

        @Option(
                names = "--app-version",
                paramLabel = "N.N.N",
                defaultValue = "1.0.0",
                description = "the app's version; a higher one for each upload after the first (default: 1.0.0)")
        @SuppressWarnings("NullAway.Init") // picocli sets it before call
        private String version;

        PackageOf(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            TeamsConfig teams = data.config(surroundings)
                    .teams()
                    .orElseThrow(() -> new RefusedException("Teams is not set up: the package needs MICROSOFT_APP_ID,"
                            + " MICROSOFT_APP_TENANT_ID, a secret or a certificate, and http.address. docs/teams.md"
                            + " leads through it"));
            byte[] zip = TeamsPackage.zip(TeamsManifest.of(teams, version), Icons.colour(), Icons.outline());
            boolean written = TeamsPackage.write(zip, output);
            surroundings
                    .out()
                    .println((written ? "Written: " : "There already, and the same: ") + output + ", version " + version
                            + ". Upload it in the Teams admin centre under Teams apps, Manage apps.");
            return 0;
        }
    }

    @Command(
            name = "permissions",
            mixinStandardHelpOptions = true,
            description = "Prints what the app asks for, each with its reason.")
    static final class Permissions implements Callable<Integer> {
        private final Surroundings surroundings;

        Permissions(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            for (TeamsManifest.Right right : TeamsManifest.Right.values()) {
                surroundings.out().println(String.format("%-19s %s", right.code(), right.reason()));
            }
            return 0;
        }
    }
}
