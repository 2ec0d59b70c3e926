package org.clausebot.desk.view;

import java.util.List;
import java.util.Set;
import org.clausebot.acknowledgement.Checks;

/**
 * The page behind a person's own link.
 *
 * @param school its name; may be empty
 * @param state what the page is
 * @param said what it says at its head
 * @param parts the policy's clauses under their headings; empty but where they are asked to read
 * @param chosen the answers that were given, by question; -1 for none
 * @param again the questions to look at once more
 * @param untick whether the tick at the end was left out
 */
public record ReadView(
        String school,
        State state,
        String title,
        String version,
        String name,
        String said,
        List<Part> parts,
        List<Checks.Put> checks,
        List<Integer> chosen,
        Set<Integer> again,
        boolean untick) {
    public ReadView {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
        chosen = List.copyOf(chosen);
        again = Set.copyOf(again);
    }

    /** What the page is. */
    public enum State {
        ASKED,
        DONE,
        OVER,
        UNKNOWN
    }

    /**
     * Clauses that follow one another under one heading and one lead-in.
     *
     * @param headings those that begin here
     * @param leadIn empty for none
     */
    public record Part(List<String> headings, String leadIn, List<Line> lines) {
        public Part {
            headings = List.copyOf(headings);
            lines = List.copyOf(lines);
        }
    }

    /** @param number as printed; empty for a bullet */
    public record Line(String number, String text) {}

    public boolean chose(int question, int option) {
        return question < chosen.size() && chosen.get(question) == option;
    }

    public boolean anew() {
        return !again.isEmpty() || untick;
    }
}
