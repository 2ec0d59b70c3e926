package org.clausebot.app;

import java.util.concurrent.Callable;
import org.clausebot.answer.Quote;
import org.clausebot.chat.ClauseFinder.Found;
import org.clausebot.chat.terminal.TerminalReplies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Finds clauses for people who know what they look for.",
        footer = {
            "",
            "The query is words, \"phrases\", AND, OR, NOT, (groups), word*, and fields: text, heading, leadin, number,"
                    + " policy. For example:",
            "  ./clausebot find 'heading:communication AND \"personal information\"'"
        })
final class FindCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "QUERY", description = "what to find")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String query;

    @Option(names = "--limit", defaultValue = "20", description = "how many clauses at most (default: 20)")
    private int limit;

    FindCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        if (limit < 1 || limit > 1000) {
            throw new RefusedException("--limit takes a number of 1 to 1000.");
        }
        try (Program program = Program.open(data.config(surroundings), surroundings.clock())) {
            return switch (program.finder().find(query, limit)) {
                case Found.Hits hits -> {
                    print(program.terminal(surroundings), hits);
                    yield 0;
                }
                case Found.Malformed malformed -> {
                    surroundings.err().println(query.replaceAll("\\p{Cntrl}", "\uFFFD"));
                    surroundings.err().println(" ".repeat(malformed.column() - 1) + "^");
                    surroundings.err().println(malformed.message());
                    yield Main.REFUSED;
                }
            };
        }
    }

    private void print(TerminalReplies terminal, Found.Hits hits) {
        if (hits.quotes().isEmpty()) {
            surroundings.out().println("No clause matches.");
        }
        for (Quote quote : hits.quotes()) {
            surroundings.out().println(terminal.show(quote));
            surroundings.out().println();
        }
    }
}
