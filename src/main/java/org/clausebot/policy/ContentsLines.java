package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds a list of contents that has neither a title nor page numbers: lines that all come again, far apart. */
final class ContentsLines {
    private static final int FEWEST = 3;
    private static final int LONGEST = 100;

    private ContentsLines() {}

    /** {@code lines} without such lists, which go to {@code aside}. */
    static List<Line> remove(String text, List<Line> lines, List<SetAside> aside) {
        Map<String, NavigableSet<Integer>> places = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = name(text, lines.get(i));
            if (!name.isEmpty()) {
                places.computeIfAbsent(name, n -> new TreeSet<>()).add(i);
            }
        }
        List<Line> kept = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = listFrom(text, lines, places, at);
            if (end - at < FEWEST) {
                kept.add(lines.get(at));
                at++;
                continue;
            }
            lines.subList(at, end).forEach(line -> aside.add(new SetAside(line.source(), SetAside.Reason.CONTENTS)));
            at = end;
        }
        return kept;
    }

    /** Where the list that begins at {@code start} ends; {@code start} itself when none begins there. */
    private static int listFrom(String text, List<Line> lines, Map<String, NavigableSet<Integer>> places, int start) {
        int end = start;
        int first = lines.size();
        int last = -1;
        while (end < lines.size()) {
            NavigableSet<Integer> alike = places.getOrDefault(name(text, lines.get(end)), new TreeSet<>());
            @Nullable Integer again = alike.higher(Math.max(end, last));
            if (again == null || (last >= 0 && again - last < 2)) {
                break;
            }
            first = Math.min(first, again);
            last = again;
            end++;
        }
        return first < end ? start : end;
    }

    private static String name(String text, Line line) {
        String words = text.substring(line.source().start(), line.source().end());
        if (words.length() > LONGEST
                || Phrases.endsClause(words)
                || DocumentText.letters(words).isEmpty()) {
            return "";
        }
        StringBuilder name = new StringBuilder();
        words.codePoints().filter(Character::isLetterOrDigit).forEach(name::appendCodePoint);
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
