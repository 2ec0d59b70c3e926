package org.clausebot.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the engine asked back, as it is noted in the conversation until the next message. */
final class AskedBack {
    static final Given CANCEL = new Given("cancel", "");
    static final Given AGAIN = new Given("again", "");

    private static final String WHICH = "which";

    private AskedBack() {}

    static Given which(List<Given> candidates) {
        return new Given(
                WHICH,
                candidates.stream().map(c -> c.value() + "\t" + c.shown()).collect(Collectors.joining("\n")));
    }

    /** The readings that were offered. */
    static List<Given> candidates(Given note) {
        List<Given> candidates = new ArrayList<>();
        for (String line : note.shown().lines().toList()) {
            int tab = line.indexOf('\t');
            candidates.add(
                    tab < 0 ? new Given(line, line) : new Given(line.substring(0, tab), line.substring(tab + 1)));
        }
        return candidates;
    }

    static String words(Given note) {
        if (note.equals(CANCEL)) {
            return Asides.REALLY_CANCEL;
        }
        if (note.equals(AGAIN)) {
            return Asides.REALLY_AGAIN;
        }
        List<Given> candidates = candidates(note);
        return candidates.size() == 1
                ? "Did you mean “" + candidates.getFirst().shown() + "”?"
                : "Which of these do you mean?";
    }

    static List<Turn.Choice> choices(Given note) {
        if (note.equals(CANCEL) || note.equals(AGAIN)) {
            return List.of(new Turn.Choice("yes", "Yes, delete it"), new Turn.Choice("no", "No, go on"));
        }
        List<Given> candidates = candidates(note);
        return candidates.size() == 1
                ? List.of(new Turn.Choice("yes", "Yes"), new Turn.Choice("no", "No"))
                : candidates.stream()
                        .map(c -> new Turn.Choice(c.value(), c.shown()))
                        .toList();
    }
}
