package org.clausebot.measure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;

/** The forms of files that can be measured with, known by their first line. */
enum Form {
    QUESTIONS("questions", "id, question, gold, kind, tags"),
    MESSAGES("messages", "text, urgent, flow"),
    FOLLOW_UPS("follow-ups", "id, turns, gold");

    private final String code;
    private final String columns;

    Form(String code, String columns) {
        this.code = code;
        this.columns = columns;
    }

    /** The name in JSON. */
    String code() {
        return code;
    }

    String[] header() {
        return columns.split(", ", -1);
    }

    static Form of(Path file) throws DataFileException {
        List<String> found = Tsv.header(file);
        for (Form form : values()) {
            if (form.columns.equals(String.join(", ", found))) {
                return form;
            }
        }
        if (found.equals(Stances.HEADER)) {
            throw new DataFileException(
                    file, 1, "is a file of stances; give it with --stances, and its questions with --questions");
        }
        String forms = Arrays.stream(values()).map(f -> f.columns).collect(Collectors.joining("; or "));
        throw new DataFileException(
                file,
                1,
                "the first line must name the columns, with tabs between: " + forms + "; it has: "
                        + abbreviated(String.join(", ", found)));
    }

    private static String abbreviated(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
