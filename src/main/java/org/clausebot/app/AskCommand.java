package org.clausebot.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.backup.BackupException;
import org.clausebot.backup.DataLock;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.terminal.AnswerJson;
import org.clausebot.chat.terminal.TerminalReplies;
import org.clausebot.insight.GapDecision;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.storage.SqliteStorage;
import org.clausebot.storage.StorageException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers one question with the policy's own clauses.")
final class AskCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(AskCommand.class);

    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Parameters(paramLabel = "QUESTION", arity = "0..*", description = "the question, in your own words")
    private final List<String> words = new ArrayList<>();

    @Option(names = "--policy", paramLabel = "ID", description = "asks this policy only (default: all in force)")
    private @Nullable String policy;

    @Option(names = "--json", description = "print one JSON object instead of text")
    private boolean json;

    @Option(
            names = "--batch",
            paramLabel = "FILE",
            description =
                    "with --json: one object a line for each line of FILE (- for standard input); a line is a"
                            + " question, or several turns of one conversation with tabs between, of which the last is answered")
    private @Nullable String batch;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            description = "answer from the version that was in force on that day, such as 2018-06-15")
    private @Nullable String on;

    AskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        if (batch != null && !json) {
            throw new RefusedException("--batch prints JSON: add --json.");
        }
        if (batch == null && words.isEmpty()) {
            throw new RefusedException("Ask something, for example: ./clausebot ask \"can I friend a parent?\"");
        }
        if (batch != null && !words.isEmpty()) {
            throw new RefusedException("Give either a question or --batch, not both.");
        }
        if (batch != null && on != null) {
            throw new RefusedException("--on answers one question: leave --batch out.");
        }
        Optional<LocalDate> day = day();
        Config config = data.config(surroundings);
        try (Program program = Program.open(config, surroundings.clock())) {
            List<GapDecision> decided = decided(config, program);
            program.pointBy(() -> decided);
            Optional<PolicyId> chosen = program.chosen(Optional.ofNullable(policy));
            if (batch != null) {
                return answerAll(program, chosen);
            }
            String question = String.join(" ", words);
            Reply reply = day.isPresent()
                    ? then(program, day.get(), new Question(question).within(chosen))
                    : program.assistant().reply(new Incoming(SchoolId.DEFAULT, "ask", question).of(chosen));
            TerminalReplies terminal = program.terminal(surroundings);
            surroundings.out().println(json ? object(question, reply, terminal) : terminal.show(reply));
            return 0;
        }
    }

    /** Of the gaps, where there is a data base: to ask makes none, and needs none that is whole. */
    private static List<GapDecision> decided(Config config, Program program) {
        Path database = config.data().resolve("clausebot.db");
        if (!Files.exists(database)) {
            return List.of();
        }
        try (DataLock using = DataLock.use(config.data());
                SqliteStorage storage = SqliteStorage.open(database)) {
            return GapsDesk.decisions(program, storage.gaps()::decisions);
        } catch (BackupException | IOException | StorageException e) {
            LOG.warn(
                    "What the school wants said of other policies cannot be read: {}",
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private Optional<LocalDate> day() throws RefusedException {
        if (on == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(on);
            if (!day.isAfter(LocalDate.now(surroundings.clock()))) {
                return Optional.of(day);
            }
            throw new RefusedException(
                    "--on " + on + " has not come yet: what will be in force then may still change.");
        } catch (DateTimeParseException e) {
            throw new RefusedException("--on takes a day such as 2018-06-15.");
        }
    }

    private static Reply then(Program program, LocalDate day, Question question) {
        return new Reply.Answered(program.past()
                .answer(day, day, question)
                .orElseGet(() -> new Answer.SmallTalk(
                        new Findings(question.text(), 0, List.of()), Answer.SmallTalk.Kind.NO_SUCH_VERSION)));
    }

    private int answerAll(Program program, Optional<PolicyId> chosen) throws RefusedException {
        TerminalReplies terminal = program.terminal(surroundings);
        try (BufferedReader lines = open()) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                surroundings.out().println(answer(program.assistant(), terminal, line, "line " + number++, chosen));
                if (surroundings.out().checkError()) {
                    break;
                }
            }
            return 0;
        } catch (IOException e) {
            throw new RefusedException("The questions cannot be read as UTF-8 text: " + e.getMessage());
        }
    }

    private static String answer(
            Assistant assistant,
            TerminalReplies terminal,
            String line,
            String conversation,
            Optional<PolicyId> chosen) {
        String[] turns = line.split("\t", -1);
        for (int i = 0; i < turns.length - 1; i++) {
            assistant.reply(new Incoming(SchoolId.DEFAULT, conversation, turns[i]).of(chosen));
        }
        String question = turns[turns.length - 1];
        return object(
                question, assistant.reply(new Incoming(SchoolId.DEFAULT, conversation, question).of(chosen)), terminal);
    }

    private static String object(String question, Reply reply, TerminalReplies terminal) {
        return reply.policyAnswer()
                .map(answer -> AnswerJson.write(answer, question))
                .orElseGet(() -> AnswerJson.refused(
                        question,
                        reply instanceof Reply.TooLong tooLong ? terminal.tooLong(tooLong) : terminal.blank()));
    }

    private BufferedReader open() throws RefusedException {
        if ("-".equals(batch)) {
            return new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        }
        try {
            return Files.newBufferedReader(Path.of(String.valueOf(batch)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new RefusedException("There is no file " + batch + " that can be read.");
        }
    }
}
