package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the lines that run through the pages (page numbers, headers, footers) from the document's own.
 *
 * @param kept the document's own lines; one that stands after page furniture says so
 * @param furniture what was left out
 */
record RunningLines(List<Line> kept, List<SetAside> furniture) {
    private static final Pattern PAGE = Pattern.compile(
            "(?i)(page\\s*\\|?\\s*)?[-\u2013\u2014|\\[]?\\s?\\d{1,3}\\s?[-\u2013\u2014|\\]]?(\\s*(of|/)\\s*\\d{1,3})?(\\s*\\|?\\s*page)?");
    private static final Pattern LONE = Pattern.compile("\\d{1,3}");
    private static final Pattern PAGE_AT_END =
            Pattern.compile("(?i)(^|.*[^a-z])page\\s*\\|?\\s*\\d{1,3}(\\s*(of|/)\\s*\\d{1,3})?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern WORD_BREAK = Pattern.compile("[^\\p{L}]+");
    private static final int LONGEST = 110;
    private static final int TITLE_LINES = 6;

    RunningLines {
        kept = List.copyOf(kept);
        furniture = List.copyOf(furniture);
    }

    static RunningLines in(String text, List<Line> lines) {
        return new Finder(text, lines).find();
    }

    /** Whether {@code words} are nothing but the number of a page. */
    static boolean isPageNumber(String words) {
        return words.length() < 24 && PAGE.matcher(words).matches();
    }

    private static final class Finder {
        private final String text;
        private final List<Line> lines;
        private final boolean[] running;

        Finder(String text, List<Line> lines) {
            this.text = text;
            this.lines = lines;
            this.running = new boolean[lines.size()];
        }

        RunningLines find() {
            for (int i = 0; i < lines.size(); i++) {
                running[i] = isNumber(i);
            }
            Map<String, List<Integer>> alike = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                if (!running[i] && words(i).length() < LONGEST) {
                    alike.computeIfAbsent(shape(i), s -> new ArrayList<>()).add(i);
                }
            }
            for (List<Integer> places : alike.values()) {
                markRepeated(places);
            }
            markTitleLines();
            return split();
        }

        /** A line at a page's edge that only repeats words of the title is its header, though it stands but once. */
        private void markTitleLines() {
            Set<String> title = new HashSet<>();
            for (int i = 0; i < Math.min(TITLE_LINES, lines.size()); i++) {
                title.addAll(wordsIn(i));
            }
            for (int i = TITLE_LINES; i < lines.size(); i++) {
                List<String> own = running[i] || words(i).length() >= LONGEST ? List.of() : wordsIn(i);
                if (own.size() >= 3 && title.containsAll(own) && isAtPageEdge(i) && !Phrases.endsClause(words(i))) {
                    running[i] = true;
                }
            }
        }

        private List<String> wordsIn(int i) {
            return WORD_BREAK
                    .splitAsStream(words(i).toLowerCase(Locale.ROOT))
                    .filter(w -> !w.isEmpty())
                    .toList();
        }

        private String words(int i) {
            Span source = lines.get(i).source();
            return text.substring(source.start(), source.end());
        }

        private String shape(int i) {
            return DIGITS.matcher(DocumentText.fold(words(i)).toLowerCase(Locale.ROOT))
                    .replaceAll("#");
        }

        private boolean isNumber(int i) {
            String words = words(i);
            if (words.length() < LONGEST
                    && PAGE_AT_END.matcher(words).matches()
                    && !Phrases.cites(words)
                    && Label.at(words, Label.Bare.NEVER).isEmpty()) {
                return isAlone(i);
            }
            return isPageNumber(words) && (!LONE.matcher(words).matches() || isAlone(i) || cutsSentence(i));
        }

        private boolean isAlone(int i) {
            boolean before =
                    i == 0 || lines.get(i).blanksBefore() > 0 || lines.get(i).pageStart();
            boolean after = i + 1 == lines.size()
                    || lines.get(i + 1).blanksBefore() > 0
                    || lines.get(i + 1).pageStart();
            return before || after;
        }

        private boolean cutsSentence(int i) {
            return i > 0
                    && i + 1 < lines.size()
                    && !Phrases.endsClause(words(i - 1))
                    && !Phrases.cites(words(i - 1))
                    && Phrases.startsSmall(words(i + 1));
        }

        private void markRepeated(List<Integer> places) {
            String words = words(places.getFirst());
            if (places.size() < 2 || (Phrases.endsClause(words) && words.endsWith(":"))) {
                return;
            }
            List<Integer> atPageEdge =
                    places.stream().filter(this::isAtPageEdge).toList();
            boolean named =
                    shape(places.getFirst()).matches(".*(policy|school|trust|academy|version|confidential|\u00A9).*");
            boolean numbered = words.chars().anyMatch(Character::isDigit)
                    && !words(places.get(1)).equals(words);
            boolean labelled = Label.at(words, Label.Bare.BEFORE_A_WIDE_GAP).isPresent();
            if (atPageEdge.size() >= 2 && (!labelled || named)) {
                atPageEdge.forEach(i -> running[i] = true);
            } else if (places.size() >= 3
                    && !labelled
                    && !Phrases.endsSentence(words)
                    && (named || numbered)
                    && Phrases.wordCount(words) >= 2
                    && places.stream().allMatch(this::isAlone)) {
                places.stream().skip(isAtTop(places.getFirst()) ? 1 : 0).forEach(i -> running[i] = true);
            }
        }

        private boolean isAtTop(int i) {
            return i < 3;
        }

        private boolean isAtPageEdge(int i) {
            if (lines.get(i).pageStart()
                    || (i + 1 < lines.size() && lines.get(i + 1).pageStart())) {
                return true;
            }
            for (int near = Math.max(0, i - 2); near <= Math.min(lines.size() - 1, i + 2); near++) {
                if (running[near] && near != i) {
                    return true;
                }
            }
            return false;
        }

        private RunningLines split() {
            List<Line> kept = new ArrayList<>();
            List<SetAside> furniture = new ArrayList<>();
            int blanks = 0;
            boolean page = false;
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (running[i]) {
                    furniture.add(new SetAside(line.source(), SetAside.Reason.PAGE_FURNITURE));
                    blanks = Math.max(blanks, line.blanksBefore());
                    page = true;
                    continue;
                }
                int before = Math.max(blanks, line.blanksBefore());
                kept.add(new Line(line.source(), line.indent(), line.look(), before, page || line.pageStart()));
                blanks = 0;
                page = false;
            }
            return new RunningLines(kept, furniture);
        }
    }
}
