package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts a paragraph of markup where a line inside it begins a clause of its own. */
final class MarkupLines {
    private MarkupLines() {}

    static List<String> split(String words) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        String before = "";
        for (String line : words.lines().toList()) {
            String bare = line.strip();
            if (bare.isEmpty()) {
                continue;
            }
            if (!part.isEmpty() && startsNew(before, first(part), bare)) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(part.isEmpty() ? "" : "\n").append(line);
            before = bare;
        }
        parts.add(part.toString());
        return parts;
    }

    private static String first(CharSequence part) {
        return part.toString().strip();
    }

    private static boolean startsNew(String before, String part, String line) {
        if (RunningLines.isPageNumber(line) != RunningLines.isPageNumber(before)) {
            return true;
        }
        if (ControlLines.isKeyed(line) && ControlLines.isKeyed(before)) {
            return true;
        }
        if (Openings.defines(line) && Phrases.endsClause(before) && (Openings.defines(part) || before.endsWith(":"))) {
            return true;
        }
        Optional<Label> label = label(line);
        if (label.isEmpty()) {
            return false;
        }
        if (Phrases.endsClause(before)) {
            return true;
        }
        Optional<Label> last = label(part);
        boolean next = last.isPresent() && last.get().isLike(label.get());
        boolean listed = before.endsWith(",") || before.endsWith(" and") || before.endsWith(" or");
        boolean mark =
                label.get().kind() == Label.Kind.BULLET && label.get().printed().charAt(0) > 127;
        return mark || (next && (listed || !Phrases.cites(before))) || (listed && next);
    }

    private static Optional<Label> label(String line) {
        return Label.at(line, Label.Bare.NEVER).filter(l -> l.kind() != Label.Kind.DIVISION);
    }
}
