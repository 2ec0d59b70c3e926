package org.clausebot.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.answer.Question;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;

/**
 * Reads files of questions, {@code id question gold kind tags}, and of follow-ups, {@code id turns gold} with
 * {@code " | "} between turns; gold as {@code 2.6.1:2;2.3.4:1}.
 */
final class Cases {
    private static final int MOST_TURNS = 20;

    private Cases() {}

    /** The cases of all {@code files}, in order. An id stands once among them all. */
    static List<Case> read(Form form, List<Path> files) throws DataFileException {
        List<Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files) {
            List<Tsv.Row> rows = Tsv.read(file, form.header());
            if (rows.isEmpty()) {
                throw new DataFileException(file, 0, "has no questions");
            }
            for (Tsv.Row row : rows) {
                Case read = form == Form.FOLLOW_UPS ? followUp(row) : question(row);
                if (!ids.add(read.id())) {
                    throw row.error("the id " + read.id() + " stands twice");
                }
                cases.add(read);
            }
        }
        return List.copyOf(cases);
    }

    private static Case question(Tsv.Row row) throws DataFileException {
        Map<String, Integer> gold = gold(row);
        switch (row.required("kind")) {
            case "answerable" -> answers(row, gold);
            case "unanswerable" -> {
                if (!gold.isEmpty()) {
                    throw row.error("an unanswerable question has no clauses; it has " + row.get("gold"));
                }
            }
            case String other -> throw row.error("kind is answerable or unanswerable, not \"" + other + "\"");
        }
        return new Case(row.required("id"), row.required("question"), gold);
    }

    private static Case followUp(Tsv.Row row) throws DataFileException {
        Map<String, Integer> gold = gold(row);
        answers(row, gold);
        List<String> turns = Arrays.stream(row.required("turns").split("\\|", -1))
                .map(String::strip)
                .toList();
        if (turns.size() < 2 || turns.size() > MOST_TURNS || turns.contains("")) {
            throw row.error("turns are two or more questions of one conversation, at most " + MOST_TURNS
                    + ", with | between, and none of them is empty");
        }
        return new Case(row.required("id"), new Question(turns.getLast(), turns.subList(0, turns.size() - 1)), gold);
    }

    private static void answers(Tsv.Row row, Map<String, Integer> gold) throws DataFileException {
        if (!gold.containsValue(2)) {
            throw row.error("an answerable question needs a clause of grade 2, for example 2.6.1:2");
        }
    }

    private static Map<String, Integer> gold(Tsv.Row row) throws DataFileException {
        Map<String, Integer> gold = new LinkedHashMap<>();
        if (row.get("gold").isEmpty()) {
            return gold;
        }
        for (String entry : row.get("gold").split(";", -1)) {
            int colon = entry.lastIndexOf(':');
            String grade = entry.substring(colon + 1).strip();
            if (colon < 1 || !(grade.equals("1") || grade.equals("2"))) {
                throw row.error("gold is clause:grade with grade 1 or 2, several with ; between; this is not: \""
                        + entry + "\"");
            }
            String clause = entry.substring(0, colon).strip();
            if (gold.put(clause, Integer.parseInt(grade)) != null) {
                throw row.error(clause + " stands twice in gold");
            }
        }
        return gold;
    }
}
