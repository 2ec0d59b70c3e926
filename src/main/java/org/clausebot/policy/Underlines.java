package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rules drawn with characters, one under a heading or by itself between two parts.
 *
 * @param kept the lines that are no rules
 * @param levels the level of each line that is a heading because a rule stands directly under it
 * @param rules the rules, which say nothing
 */
record Underlines(List<Line> kept, Map<Line, Integer> levels, List<SetAside> rules) {
    private static final Pattern RULE = Pattern.compile("([-=_~*#\u2500\u2550])\\1{2,}");
    private static final Pattern COLUMNS = Pattern.compile("\\t| {3,}|\\|");
    private static final int LONGEST_HEADING = 14;

    Underlines {
        kept = List.copyOf(kept);
        levels = Map.copyOf(levels);
        rules = List.copyOf(rules);
    }

    static Underlines in(String text, List<Line> lines) {
        List<Line> kept = new ArrayList<>();
        List<Line> heavy = new ArrayList<>();
        Map<Line, Integer> levels = new HashMap<>();
        List<SetAside> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String words = words(text, line);
            if (!RULE.matcher(words).matches()) {
                kept.add(line);
                continue;
            }
            rules.add(new SetAside(line.source(), SetAside.Reason.PAGE_FURNITURE));
            if (i > 0 && line.blanksBefore() == 0 && !line.pageStart() && isHeading(text, lines, i - 1, words)) {
                levels.put(lines.get(i - 1), words.charAt(0) == '=' ? 2 : 3);
                if (words.charAt(0) == '=') {
                    heavy.add(lines.get(i - 1));
                }
            }
        }
        if (heavy.size() == 1) {
            levels.put(heavy.getFirst(), 1);
        }
        levels.putAll(likeThem(text, kept, levels));
        return new Underlines(kept, levels, rules);
    }

    /**
     * Lines in capitals that somebody forgot to underline: of the level whose underlined headings, two or more, are all in
     * capitals, or of the only level there is below the title's. What stands before the first of them may be the title.
     */
    private static Map<Line, Integer> likeThem(String text, List<Line> lines, Map<Line, Integer> levels) {
        Map<Line, Integer> found = new HashMap<>();
        boolean flat = levels.values().stream().filter(l -> l > 1).distinct().count() == 1;
        for (int level = 1; level <= 3; level++) {
            int wanted = level;
            List<Integer> places = IntStream.range(0, lines.size())
                    .filter(i -> levels.getOrDefault(lines.get(i), 0) == wanted)
                    .boxed()
                    .toList();
            boolean capitals = places.stream().allMatch(i -> Phrases.isCapitals(words(text, lines.get(i))));
            if (places.size() > 1 && (capitals || flat)) {
                for (Line line : capitalLines(text, lines, places.getFirst() + 1)) {
                    if (!levels.containsKey(line)) {
                        found.putIfAbsent(line, level);
                    }
                }
            }
        }
        return found;
    }

    private static List<Line> capitalLines(String text, List<Line> lines, int from) {
        List<Line> found = new ArrayList<>();
        for (int i = from; i + 1 < lines.size(); i++) {
            String words = words(text, lines.get(i));
            if (isAlone(lines, i) && Phrases.isCapitals(words) && Phrases.couldBeHeading(words)) {
                found.add(lines.get(i));
            }
        }
        return found;
    }

    private static boolean isAlone(List<Line> lines, int i) {
        Line line = lines.get(i);
        Line next = lines.get(i + 1);
        return (line.blanksBefore() > 0 || line.pageStart()) && (next.blanksBefore() > 0 || next.pageStart());
    }

    private static boolean isHeading(String text, List<Line> lines, int at, String rule) {
        Line line = lines.get(at);
        String words = words(text, line);
        boolean apart = at == 0
                || line.blanksBefore() > 0
                || line.pageStart()
                || RULE.matcher(words(text, lines.get(at - 1))).matches();
        return apart
                && !RULE.matcher(words).matches()
                && Phrases.wordCount(words) <= LONGEST_HEADING
                && !Phrases.endsClause(words)
                && rule.length() * 2 >= words.length()
                && !COLUMNS.matcher(words).find();
    }

    private static String words(String text, Line line) {
        return text.substring(line.source().start(), line.source().end());
    }
}
