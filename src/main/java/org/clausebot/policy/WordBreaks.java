package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Mends words that are divided at a line end. */
final class WordBreaks {
    private final String text;
    private final Set<String> words;

    private WordBreaks(String text) {
        this.text = text;
        this.words = wordsOf(text);
    }

    /** What to pass over when {@code lines} are read on, so that a divided word is one word again. */
    static List<Span> in(String text, List<Line> lines) {
        WordBreaks breaks = new WordBreaks(text);
        List<Span> omitted = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blanksBefore() == 0 || line.pageStart()) {
                breaks.mend(lines.get(i - 1).source(), line.source()).ifPresent(omitted::add);
            }
        }
        return omitted;
    }

    private Optional<Span> mend(Span line, Span next) {
        char last = text.charAt(line.end() - 1);
        if (line.length() < 2 || !Character.isLetter(text.charAt(next.start()))) {
            return Optional.empty();
        }
        char before = text.charAt(line.end() - 2);
        if ((last == '/' && !Character.isWhitespace(before)) || last == '\u00AD') {
            return Optional.of(between(line.end(), next));
        }
        boolean hyphen = (last == '-' || last == '\u2010' || last == '\u2011') && Character.isLetter(before);
        if (!hyphen) {
            return Optional.empty();
        }
        String head = wordBefore(line.end() - 1, line.start());
        String tail = wordFrom(next.start(), next.end());
        boolean small = Character.isLowerCase(text.charAt(next.start()));
        boolean drop = small && isOneWord(head, tail);
        return Optional.of(between(drop ? line.end() - 1 : line.end(), next));
    }

    private static Span between(int from, Span next) {
        int to = next.start();
        return new Span(from, to);
    }

    private boolean isOneWord(String head, String tail) {
        if (words.contains(head + tail)) {
            return true;
        }
        boolean joined = words.contains(head + "-" + tail) || head.indexOf('-') >= 0 || tail.indexOf('-') >= 0;
        return !joined && Hyphens.isOneWord(head, tail, words);
    }

    private String wordBefore(int end, int least) {
        int start = end;
        while (start > least && isWord(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private String wordFrom(int start, int most) {
        int end = start;
        while (end < most && isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isWord(char c) {
        return Character.isLetter(c) || c == '-';
    }

    /** The words of {@code text}, without the two parts of those that a line end divides. */
    private static Set<String> wordsOf(String text) {
        Set<String> words = new HashSet<>();
        boolean rest = false;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean in = i < text.length() && isWord(text.charAt(i));
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                boolean divided = i - start > 1 && text.charAt(i - 1) == '-';
                if (!divided && !rest) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                rest = divided;
                start = -1;
            }
        }
        return words;
    }
}
