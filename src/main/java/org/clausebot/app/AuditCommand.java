package org.clausebot.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clausebot.incident.Audit;
import org.clausebot.incident.AuditChain;
import org.clausebot.seal.KeyException;
import org.clausebot.storage.SqliteStorage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Proves that the log of who saw and did what is whole.")
final class AuditCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    static CommandLine with(Surroundings surroundings) {
        return new CommandLine(new AuditCommand())
                .addSubcommand("verify", new Verify(surroundings))
                .addSubcommand("accept", new Accept(surroundings));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: verify or accept.");
    }

    /** Where the number and hash of the last row are kept, beside the keys. */
    static Path head(Config config) {
        return Keyrings.folder(config).resolve("audit.head");
    }

    /** Work with the log of a data folder. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Audit audit) throws IOException;
    }

    private static <T> T open(Surroundings surroundings, DataOption data, Work<T> work) throws RefusedException {
        Config config = data.config(surroundings);
        Path database = config.data().resolve("clausebot.db");
        if (!Files.exists(database) || !Keyrings.hasKeys(config)) {
            throw new RefusedException(config.data() + " holds no reports and no log yet.");
        }
        return Keyrings.refusing(() -> {
            try (SqliteStorage storage = SqliteStorage.open(database);
                    AuditChain chain = chain(config, storage)) {
                return work.with(new Audit(storage.audit(chain), chain, surroundings.clock()));
            }
        });
    }

    private static AuditChain chain(Config config, SqliteStorage storage) throws IOException, KeyException {
        return AuditChain.open(Keyrings.open(config, storage).vault(), head(config));
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Finds a row that was changed, put in, moved or cut off. The server may run meanwhile.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:whole", "1:not whole, or it cannot be read", "2:not understood"})
    static final class Verify implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Verify(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            Audit.Verdict verdict = open(surroundings, data, Audit::verify);
            verdict.fault()
                    .ifPresentOrElse(
                            fault -> surroundings
                                    .out()
                                    .println("NOT WHOLE. " + fault.what()
                                            + ".\nKeep the data folder as it is, and compare it with a backup. If it is"
                                            + " explained, such as by a backup that was put back, say so with"
                                            + " ./clausebot audit accept."),
                            () -> surroundings
                                    .out()
                                    .println("The log is whole: " + verdict.rows()
                                            + (verdict.rows() == 1 ? " row." : " rows.")));
            return verdict.fault().isPresent() ? Main.REFUSED : 0;
        }
    }

    @Command(
            name = "accept",
            mixinStandardHelpOptions = true,
            description = "Says in the log that a cut which was found at a start is explained. A row that was changed"
                    + " cannot be accepted.")
    static final class Accept implements Callable<Integer> {
        private final Surroundings surroundings;

        @Mixin
        private final DataOption data = new DataOption();

        Accept(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() throws RefusedException {
            open(surroundings, data, audit -> {
                audit.start();
                audit.accept();
                return audit;
            });
            surroundings.out().println("Noted in the log. ./clausebot audit verify says whether it is whole now.");
            return 0;
        }
    }
}
