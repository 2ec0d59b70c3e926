package org.clausebot.measure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebot.answer.Stance;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Suggestion;
import org.clausebot.datafile.Tsv;

/** Reads the stances that answers should take: {@code id stance}, the id that of a question. */
final class Stances {
    static final List<String> HEADER = List.of("id", "stance");

    private Stances() {}

    /** @param ids of the questions that are asked */
    static Map<String, Stance> read(Path file, Set<String> ids) throws DataFileException {
        Map<String, Stance> stances = new LinkedHashMap<>();
        for (Tsv.Row row : Tsv.read(file, HEADER.toArray(String[]::new))) {
            String id = row.required("id");
            if (!ids.contains(id)) {
                throw row.error("no question of --questions has the id " + id);
            }
            if (stances.put(id, stance(row)) != null) {
                throw row.error("the id " + id + " stands twice");
            }
        }
        if (stances.isEmpty()) {
            throw new DataFileException(file, 0, "has no stances");
        }
        return stances;
    }

    private static Stance stance(Tsv.Row row) throws DataFileException {
        String code = row.required("stance");
        for (Stance stance : Stance.values()) {
            if (stance.code().equals(code)) {
                return stance;
            }
        }
        List<String> codes = Arrays.stream(Stance.values()).map(Stance::code).toList();
        throw row.error("\"" + code + "\" is no stance"
                + Suggestion.of(code, codes)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("; there are " + String.join(", ", codes)));
    }
}
