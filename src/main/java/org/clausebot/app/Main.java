package org.clausebot.app;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** The program's commands. Without one it explains itself. */
public final class Main {
    /** Something was refused or not found; the message says what to do. */
    static final int REFUSED = 1;

    private Main() {}

    public static void main(String[] args) {
        Logs.quiet();
        System.exit(run(Surroundings.ofProcess(Clock.system(ZoneId.systemDefault())), args));
    }

    /** Runs one command and gives its exit code: 0 done, 1 refused, 2 not understood. */
    static int run(Surroundings surroundings, String... args) {
        CommandLine commands = new CommandLine(new RootCommand())
                .addSubcommand("serve", new ServeCommand(surroundings))
                .addSubcommand("ask", new AskCommand(surroundings))
                .addSubcommand("chat", new ChatCommand(surroundings))
                .addSubcommand("find", new FindCommand(surroundings))
                .addSubcommand("policy", PolicyCommand.with(surroundings))
                .addSubcommand("rehearse-policy", new RehearsePolicyCommand(surroundings))
                .addSubcommand(
                        "flows", FlowsCommand.with(surroundings, data -> Desk.school(data, surroundings.clock())))
                .addSubcommand("measure", new MeasureCommand(surroundings))
                .addSubcommand("bench", new BenchCommand(surroundings))
                .addSubcommand("school", SchoolCommand.with(surroundings))
                .addSubcommand("mail", MailCommand.with(surroundings))
                .addSubcommand("slack", SlackCommand.with(surroundings))
                .addSubcommand("teams", TeamsCommand.with(surroundings))
                .addSubcommand(
                        "receivers",
                        ReceiversCommand.with(surroundings, config -> Desk.forAccess(config, surroundings.clock())))
                .addSubcommand("config", new ConfigCommand(surroundings))
                .addSubcommand("doctor", new DoctorCommand(surroundings))
                .addSubcommand("passphrase", new PassphraseCommand(surroundings))
                .addSubcommand("keys", KeysCommand.with(surroundings))
                .addSubcommand("receipt", ReceiptCommand.with(surroundings))
                .addSubcommand("audit", AuditCommand.with(surroundings))
                .addSubcommand("backup", new BackupCommand(surroundings))
                .addSubcommand("restore", new RestoreCommand(surroundings))
                .addSubcommand("simulate-year", new SimulateYearCommand(surroundings))
                .addSubcommand("warm-up", new WarmUpCommand(surroundings));
        commands.setOut(surroundings.out());
        commands.setErr(surroundings.err());
        commands.setExecutionExceptionHandler(Main::explain);
        return commands.execute(args);
    }

    /** What a person can act on goes to the terminal as one sentence; anything else goes to the log and is owned up to. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof RefusedException) {
            err.println(e.getMessage());
        } else {
            LoggerFactory.getLogger(Main.class).error("{} failed", command.getCommandName(), e);
            err.println("Clausebot met a fault of its own in `" + command.getCommandName() + "` ("
                    + e.getClass().getSimpleName()
                    + "). Run it again with CLAUSEBOT_JAVA_OPTIONS=-Dclausebot.faults=true"
                    + " to see where, and report it.");
            if (Boolean.getBoolean("clausebot.faults")) {
                err.println(CommandLine.Help.Ansi.OFF.string(faults(e)));
            }
        }
        err.flush();
        return REFUSED;
    }

    private static String faults(Throwable e) {
        StringWriter words = new StringWriter();
        for (Throwable at = e; at != null; at = at.getCause()) {
            words.append(at.toString()).append('\n');
            for (StackTraceElement frame : at.getStackTrace()) {
                words.append("    ").append(frame.toString()).append('\n');
            }
        }
        return words.toString();
    }

    /** UTF-8 whatever the machine's locale, because clauses hold curly quotes. */
    static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The folder the launcher is in; the working folder when the program was started otherwise. */
    static Path home() {
        return Path.of(System.getProperty("clausebot.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}
