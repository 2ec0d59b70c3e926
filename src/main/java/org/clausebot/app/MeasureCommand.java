package org.clausebot.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.measure.Measure;
import org.clausebot.measure.Measurement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = "Measures the answers against questions whose clauses are known: nDCG@3, success@1, hit@3,"
                + " recall@3, MRR, AUROC of answerability and the abstention table, with 95 % bootstrap intervals.")
final class MeasureCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final DataOption data = new DataOption();

    @Option(
            names = "--questions",
            required = true,
            paramLabel = "FILE",
            description = "tab-separated: id, question, gold, kind, tags")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path questions;

    @Option(names = "--json", description = "as one JSON object")
    private boolean json;

    MeasureCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws RefusedException {
        try (Program program = Program.open(data.config(surroundings), surroundings.clock())) {
            Measurement measurement = new Measure(
                            program.policies(),
                            question -> program.answerer()
                                    .answer(new Question(question))
                                    .findings())
                    .of(questions);
            surroundings
                    .out()
                    .println(json ? new ObjectMapper().writeValueAsString(measurement.asMap()) : measurement.asTable());
            return 0;
        } catch (DataFileException e) {
            throw new RefusedException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values are always JSON", e);
        }
    }
}
