package org.clausebot.app;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.terminal.TerminalChat;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.clausebot.storage.StorageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "chat", mixinStandardHelpOptions = true, description = "A conversation in the terminal.")
final class ChatCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--policy", paramLabel = "ID", description = "asks this policy only (default: all in force)")
    private @Nullable String policy;

    @Mixin
    private final DataOption data = new DataOption();

    ChatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        Config config = data.config(surroundings);
        try (DataLock using = DataLock.use(config.data());
                Program program = Program.open(config, surroundings.clock());
                SqliteStorage storage = SqliteStorage.open(config.data().resolve("clausebot.db"))) {
            program.pointBy(() -> GapsDesk.decisions(program, storage.gaps()::decisions));
            Optional<Casework> casework = Casework.open(config, program, storage, surroundings.clock());
            try (LogPart log =
                    LogPart.open(config, program, storage, new SimpleMeterRegistry(), surroundings.clock())) {
                return converse(
                        program,
                        program.reportingAssistant(
                                casework.map(Casework::reporting),
                                () -> program.schools().inForce(SchoolId.DEFAULT)));
            } finally {
                casework.ifPresent(Casework::close);
            }
        } catch (BackupException | StorageException e) {
            throw new RefusedException(e);
        } catch (IOException e) {
            throw new RefusedException("The terminal cannot be read: " + e.getMessage());
        }
    }

    private int converse(Program program, ReportingAssistant assistant) throws IOException, RefusedException {
        Optional<PolicyId> chosen = program.chosen(Optional.ofNullable(policy));
        Reporter who = new Reporter(SchoolId.DEFAULT, "terminal", System.getProperty("user.name", "somebody"));
        TerminalChat chat = new TerminalChat(assistant, assistant, program.terminal(surroundings), who, chosen);
        CountDownLatch over = new CountDownLatch(1);
        Thread.ofVirtual().name("watch-school").start(() -> watch(program, over));
        try {
            chat.converse(
                    new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8)),
                    surroundings.out());
            return 0;
        } finally {
            over.countDown();
        }
    }

    /** Whom to tell may change while somebody thinks about what to type. */
    private static void watch(Program program, CountDownLatch over) {
        try {
            while (!over.await(2, TimeUnit.SECONDS)) {
                program.schools().refresh();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
