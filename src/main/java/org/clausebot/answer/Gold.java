package org.clausebot.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;

/** Which clauses an example question is about: {@code 2.6.1:2;2.3.4:1} in a file. */
final class Gold {
    /** The clause answers the question. */
    static final int ANSWERS = 2;
    /** The clause bears on it. */
    static final int SUPPORTS = 1;

    private Gold() {}

    /** The grades of a row by the clauses' addresses. */
    static Map<String, Integer> of(Tsv.Row row) throws DataFileException {
        Map<String, Integer> grades = new LinkedHashMap<>();
        for (String entry : row.required("gold").split(";", -1)) {
            int colon = entry.lastIndexOf(':');
            String grade = entry.substring(colon + 1).strip();
            if (colon < 1 || !(grade.equals("1") || grade.equals("2"))) {
                throw row.error("gold is clause:grade with grade 1 or 2, several with ; between; this is not: \""
                        + entry + "\"");
            }
            grades.put(entry.substring(0, colon).strip(), grade.equals("2") ? ANSWERS : SUPPORTS);
        }
        return grades;
    }
}
