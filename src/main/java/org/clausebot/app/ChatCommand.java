package org.clausebot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.terminal.TerminalReplies;
import org.clausebot.policy.SchoolId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "chat", mixinStandardHelpOptions = true, description = "A conversation in the terminal.")
final class ChatCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    ChatCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        try (Program program = Program.open(data.config(surroundings), surroundings.clock())) {
            TerminalReplies terminal = program.terminal(surroundings);
            PrintWriter out = surroundings.out();
            out.println(terminal.welcome());
            out.println("Type `report` for whom to tell, `quit` to leave.");
            converse(program, terminal, out);
            return 0;
        } catch (IOException e) {
            throw new RefusedException("The terminal cannot be read: " + e.getMessage());
        }
    }

    private void converse(Program program, TerminalReplies terminal, PrintWriter out) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        while (true) {
            out.print("\n> ");
            out.flush();
            String line = in.readLine();
            if (line == null) {
                out.println();
                return;
            }
            switch (line.strip().toLowerCase(Locale.ROOT)) {
                case "quit", "exit" -> {
                    return;
                }
                case "report" -> out.println(terminal.report());
                default ->
                    out.println(
                            terminal.show(program.assistant().reply(new Incoming(SchoolId.DEFAULT, "terminal", line))));
            }
        }
    }
}
