package org.clausebot.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.Restore;
import org.clausebot.seal.KeySettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup back after verifying all of it. The server must be stopped. What stood in the data"
                + " folder is moved aside and kept.")
final class RestoreCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "what ./clausebot backup wrote")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path file;

    @Option(names = "--force", description = "move what stands in the data folder aside")
    private boolean force;

    @Option(
            names = "--with-keys",
            paramLabel = "PASSPHRASE-FILE",
            description = "put the master key in the backup in place as well, with the passphrase in this file")
    private @Nullable Path passphraseFile;

    @Option(names = "--without-key", description = "restore although the master key is not there to prove the backup")
    private boolean withoutKey;

    RestoreCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        Path folder = data.folder(surroundings);
        Path given = passphraseFile;
        Optional<String> passphrase =
                given == null ? Optional.empty() : Optional.of(Keyrings.refusing(() -> Keyrings.passphrase(given)));
        Restore.Request request = new Restore.Request(
                folder,
                force,
                withoutKey,
                passphrase,
                this::settings,
                surroundings.clock().instant());
        Restore.Outcome outcome = Keyrings.refusing(
                () -> Restore.run(request, file.toAbsolutePath().normalize()));
        say(folder, outcome);
        return 0;
    }

    private void say(Path folder, Restore.Outcome outcome) {
        PrintWriter out = surroundings.out();
        out.println("Restored " + outcome.files() + " files of " + outcome.made() + " into " + folder + ".");
        out.println(
                outcome.proven()
                        ? "The master key proves that nothing in the backup was changed, and opens it."
                        : "Nothing proves that nobody changed the backup: no master key was there to do so, or it holds no"
                                + " reports.");
        outcome.former()
                .ifPresent(former -> out.println("What stood there before is in " + former
                        + ". Delete that folder once all is well: it holds reports too."));
        if (!outcome.leftOut().isEmpty()) {
            out.println("Write these settings again, they are not in backups: " + String.join(", ", outcome.leftOut())
                    + ".");
        }
    }

    private KeySettings settings(Path restored) throws BackupException {
        try {
            return Keyrings.settings(Config.read(surroundings.home(), restored, surroundings.environment()));
        } catch (SettingsException e) {
            throw new BackupException("The settings that would be in force are wrong: " + e.getMessage(), e);
        }
    }
}
