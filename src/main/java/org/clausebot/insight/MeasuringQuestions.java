package org.clausebot.insight;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Policy;

/** The questions that measure the answers, {@code id question gold kind tags}, as far as they are about one policy. */
public final class MeasuringQuestions {
    private static final String[] COLUMNS = {"id", "question", "gold", "kind", "tags"};

    private MeasuringQuestions() {}

    /**
     * Those of a folder. A file of another form is passed over; one of this form is taken when a clause of its gold is
     * the policy's, and of it all questions but those whose clauses are another policy's.
     *
     * @param folder nothing is read where there is none
     * @throws DataFileException when a file is damaged; the message names file and line
     */
    public static List<String> in(Path folder, Policy policy) throws IOException, DataFileException {
        List<String> questions = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(file -> file.toString().endsWith(".tsv"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                if (isOfQuestions(file)) {
                    questions.addAll(about(policy, Tsv.read(file, COLUMNS)));
                }
            }
        }
        return questions.stream().distinct().toList();
    }

    /**
     * All of one file, whichever policy they are about.
     *
     * @throws DataFileException when it is not of this form; the message names file and line
     */
    public static List<String> of(Path file) throws DataFileException {
        return Tsv.read(file, COLUMNS).stream()
                .map(row -> row.get("question"))
                .filter(q -> !q.isBlank())
                .toList();
    }

    private static boolean isOfQuestions(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.findFirst().filter(String.join("\t", COLUMNS)::equals).isPresent();
        }
    }

    private static List<String> about(Policy policy, List<Tsv.Row> rows) {
        if (rows.stream().noneMatch(row -> isOf(policy, row.get("gold")))) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> row.get("gold").isBlank() || isOf(policy, row.get("gold")))
                .map(row -> row.get("question"))
                .filter(question -> !question.isBlank())
                .toList();
    }

    /** Whether one of the clauses is the policy's; one without a policy's name is, where it has such a clause. */
    private static boolean isOf(Policy policy, String gold) {
        return Stream.of(gold.split(";", -1))
                .map(entry ->
                        entry.substring(0, Math.max(0, entry.lastIndexOf(':'))).strip())
                .anyMatch(clause -> clause.contains("/")
                        ? clause.startsWith(policy.id() + "/")
                        : policy.clause(clause).isPresent());
    }
}
