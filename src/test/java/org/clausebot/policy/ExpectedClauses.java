package org.clausebot.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clauses that a document must give, and how many of them it gives. */
record ExpectedClauses(List<Expected> clauses) {
    /** One line of {@code ref headings leadIn text}. */
    record Expected(String ref, String headings, String leadIn, String text) {}

    /**
     * Shares of the expected clauses, 0 to 1.
     *
     * @param boundaries found with exactly these words
     * @param numbers found with this address too
     * @param leadIns found with this lead-in too
     * @param headings found with this heading path too
     * @param extra how many clauses stand in none of the expected
     */
    record Score(double boundaries, double numbers, double leadIns, double headings, int extra, List<String> wrong) {}

    static ExpectedClauses of(Path tsv) throws IOException {
        List<Expected> clauses = new ArrayList<>();
        for (String line : Files.readAllLines(tsv, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 4 && !cells[0].equals("ref")) {
                clauses.add(new Expected(cells[0], cells[1], cells[2], cells[3]));
            }
        }
        return new ExpectedClauses(List.copyOf(clauses));
    }

    Score score(List<Clause> found) {
        Map<String, List<Clause>> byWords = new LinkedHashMap<>();
        found.forEach(c -> byWords.computeIfAbsent(DocumentText.letters(c.text()), k -> new ArrayList<>())
                .add(c));
        List<String> wrong = new ArrayList<>();
        int boundaries = 0;
        int numbers = 0;
        int leadIns = 0;
        int headings = 0;
        for (Expected expected : clauses) {
            List<Clause> alike = byWords.getOrDefault(DocumentText.letters(expected.text()), new ArrayList<>());
            if (alike.isEmpty()) {
                wrong.add("missing " + expected.ref() + ": " + expected.text());
                continue;
            }
            Clause clause = alike.removeFirst();
            boundaries++;
            numbers +=
                    note(wrong, "number", expected, expected.ref(), clause.ref().address());
            leadIns += note(wrong, "lead-in", expected, expected.leadIn(), clause.leadInText());
            headings += note(wrong, "headings", expected, expected.headings(), String.join(" > ", clause.headings()));
        }
        int extra = byWords.values().stream().mapToInt(List::size).sum();
        double all = clauses.size();
        return new Score(boundaries / all, numbers / all, leadIns / all, headings / all, extra, wrong);
    }

    private static int note(List<String> wrong, String what, Expected expected, String wanted, String given) {
        if (DocumentText.letters(wanted).equals(DocumentText.letters(given))) {
            return 1;
        }
        wrong.add(what + " of " + expected.ref() + ": wanted " + wanted + ", got " + given);
        return 0;
    }
}
