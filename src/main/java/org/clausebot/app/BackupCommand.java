package org.clausebot.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.backup.Backup;
import org.clausebot.seal.KeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies the data folder into one file and reads it back. The server may run meanwhile. Reports stay"
                        + " sealed in it; the master key is not in it.")
final class BackupCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "FILE", description = "where; never written over")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path file;

    @Option(
            names = "--with-keys",
            paramLabel = "PASSPHRASE-FILE",
            description = "put the master key in as well, locked with the passphrase in this file")
    private @Nullable Path passphraseFile;

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        Config config = data.config(surroundings);
        Path target = file.toAbsolutePath().normalize();
        List<String> leftOut = Keyrings.refusing(() -> leftOut(config));
        Backup.Written written = Keyrings.refusing(() -> Backup.write(
                new Backup.Request(
                        config.data(),
                        () -> KeyRing.open(Keyrings.settings(config), Keyrings.folder(config), () -> true),
                        Settings.withoutSecrets(config.data()).map(Settings.SafeCopy::text),
                        leftOut,
                        passphrase(),
                        surroundings.clock().instant()),
                target));
        PrintWriter out = surroundings.out();
        out.printf(
                "Wrote %s (%d files, %.1f MB) and read it back: it is whole.%n",
                target, written.files(), written.bytes() / 1e6);
        if (!leftOut.isEmpty()) {
            out.println("These secrets of clausebot.yaml are not in it: " + String.join(", ", leftOut) + ".");
        }
        written.masterKey()
                .ifPresent(
                        place -> out.println(
                                passphraseFile == null
                                        ? "The master key is not in it. Keep a copy of it, apart from the backup: "
                                                + place
                                        : "The master key is in it, locked with the passphrase. Keep the passphrase elsewhere."));
        return 0;
    }

    private static List<String> leftOut(Config config) throws SettingsException {
        return Settings.withoutSecrets(config.data())
                .map(Settings.SafeCopy::leftOut)
                .orElse(List.of());
    }

    private Optional<String> passphrase() throws RefusedException {
        Path given = passphraseFile;
        return given == null ? Optional.empty() : Optional.of(Keyrings.refusing(() -> Keyrings.passphrase(given)));
    }
}
