package org.clausebot.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.clausebot.backup.DataLock;
import org.clausebot.seal.KeyRing;
import org.clausebot.seal.Rotation;
import org.clausebot.storage.SqliteStorage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Shows, makes, rotates and retires the keys that seal reports. Never prints a key.")
final class KeysCommand implements Runnable {
    private static final String NONE =
            "There are no keys in %s yet. They are made when the server first needs them; nothing is sealed so far.";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new KeysCommand())
                .addSubcommand("show", new Show(surroundings))
                .addSubcommand("make", new Make(surroundings))
                .addSubcommand("rotate", new Rotate(surroundings))
                .addSubcommand("retire", new Retire(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: show, make, rotate or retire.");
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "Says where the master key is and whether it is the one that this data folder was sealed with.")
    static final class Show implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Show(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Config config = data.config(surroundings);
            PrintWriter out = surroundings.out();
            if (!Keyrings.hasKeys(config)) {
                out.println(NONE.formatted(Keyrings.folder(config)));
                return 0;
            }
            KeyRing ring = Keyrings.refusing(
                    () -> KeyRing.open(Keyrings.settings(config), Keyrings.folder(config), () -> true));
            List<String> names = List.copyOf(ring.names());
            out.println("The master key is in " + ring.place() + " and is the right one for this data folder.");
            out.println("New reports are sealed with key " + names.getFirst()
                    + (names.size() == 1
                            ? "."
                            : "; former keys still kept: " + String.join(", ", names.subList(1, names.size())) + "."));
            return 0;
        }
    }

    @Command(
            name = "make",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a new master key in FILE, readable by you alone, for the setting reporting.master-key.")
    static final class Make implements Callable<Integer> {
        private final Surroundings surroundings;

        @Parameters(paramLabel = "FILE", description = "where; never written over")
        @SuppressWarnings("NullAway.Init")
        private Path file;

        Make(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Path whole = file.toAbsolutePath().normalize();
            Keyrings.refusing(() -> {
                KeyRing.make(whole);
                return whole;
            });
            surroundings
                    .out()
                    .println(
                            "Made " + whole + ". Set reporting.master-key to it before anything is reported,"
                                    + " and keep a copy in another safe place: what is sealed with it opens with nothing else.");
            return 0;
        }
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description =
                    "Makes a new master key and a new key for receipts and wraps the keys of all records anew. The"
                            + " server may run meanwhile. Run again after an interruption, it finishes what was begun.")
    static final class Rotate implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Rotate(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        @SuppressWarnings("try") // held, not used
        public Integer call() throws RefusedException {
            Config config = withKeys(data.config(surroundings));
            Rotation.Outcome outcome = Keyrings.refusing(() -> {
                try (DataLock using = DataLock.use(config.data());
                        SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"))) {
                    return Keyrings.open(config, storage).rotate(storage.wrappedKeys());
                }
            });
            PrintWriter out = surroundings.out();
            out.println(
                    outcome.finished()
                            ? "A rotation that had been interrupted is finished. To make another new key, run it again."
                            : "There is a new master key and a new key for receipts.");
            out.println(records(outcome.rewrapped()) + " wrapped anew.");
            sayUnreadable(out, outcome);
            out.println(
                    "The former key is kept, because older backups open with it. Once there is a new backup, drop it"
                            + " with the server stopped: ./clausebot keys retire");
            if (!config.keys().masterKey().contains("://")) {
                out.println("Replace the copies of the master key that you keep elsewhere.");
            }
            return 0;
        }
    }

    @Command(
            name = "retire",
            mixinStandardHelpOptions = true,
            description =
                    "Drops former master keys once nothing is wrapped by them. The server must be stopped. Backups"
                            + " made before the last rotation no longer open then.")
    static final class Retire implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Retire(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        @SuppressWarnings("try") // held, not used
        public Integer call() throws RefusedException {
            Config config = withKeys(data.config(surroundings));
            Rotation.Outcome outcome = Keyrings.refusing(() -> {
                try (DataLock alone = DataLock.alone(config.data());
                        SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"))) {
                    return Keyrings.open(config, storage).retire(storage.wrappedKeys());
                }
            });
            PrintWriter out = surroundings.out();
            out.println("Only the newest master key is left. " + records(outcome.rewrapped()) + " wrapped anew.");
            sayUnreadable(out, outcome);
            out.println("Backups made before the last rotation no longer open. Destroy the copies of former keys.");
            return 0;
        }
    }

    private static Config withKeys(Config config) throws RefusedException {
        if (!Keyrings.hasKeys(config)) {
            throw new RefusedException(NONE.formatted(Keyrings.folder(config)));
        }
        return config;
    }

    private static String records(long count) {
        return count == 1 ? "The key of 1 record was" : "The keys of " + count + " records were";
    }

    private static void sayUnreadable(PrintWriter out, Rotation.Outcome outcome) {
        if (outcome.unreadable() > 0) {
            out.println(
                    outcome.unreadable() + " could not be, because they are damaged or were sealed with a key that is"
                            + " not here. They were left as they are; restore them from a backup.");
        }
    }
}
