package org.clausebot.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;

/** Reads files of questions: {@code id question gold kind tags}, gold as {@code 2.6.1:2;2.3.4:1}. */
final class Cases {
    private Cases() {}

    static List<Case> read(Path file) throws DataFileException {
        List<Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Tsv.Row row : Tsv.read(file, "id", "question", "gold", "kind", "tags")) {
            Case read = read(row);
            if (!ids.add(read.id())) {
                throw row.error("the id " + read.id() + " stands twice");
            }
            cases.add(read);
        }
        if (cases.isEmpty()) {
            throw new DataFileException(file, 0, "has no questions");
        }
        return List.copyOf(cases);
    }

    private static Case read(Tsv.Row row) throws DataFileException {
        Map<String, Integer> gold = gold(row);
        switch (row.required("kind")) {
            case "answerable" -> {
                if (!gold.containsValue(2)) {
                    throw row.error("an answerable question needs a clause of grade 2, for example 2.6.1:2");
                }
            }
            case "unanswerable" -> {
                if (!gold.isEmpty()) {
                    throw row.error("an unanswerable question has no clauses; it has " + row.get("gold"));
                }
            }
            case String other -> throw row.error("kind is answerable or unanswerable, not \"" + other + "\"");
        }
        return new Case(row.required("id"), row.required("question"), gold);
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
