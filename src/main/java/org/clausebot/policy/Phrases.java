package org.clausebot.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the wording of a line says about its part in the document. Every pattern runs in linear time. */
final class Phrases {
    private static final Set<String> UNFINISHED = Set.of(
            "a", "an", "the", "and", "or", "of", "to", "in", "on", "at", "by", "for", "with", "from", "that", "which",
            "who", "whose", "as", "if", "but", "nor", "be", "is", "are", "was", "were", "any", "all", "their", "our",
            "your", "his", "her", "its", "this", "these", "those", "under", "into", "about", "than", "when", "where",
            "unless", "until", "because", "between", "through", "such", "both", "either", "per", "via", "within");
    private static final Set<String> INTRODUCING = Set.of(
            "must",
            "should",
            "may",
            "shall",
            "will",
            "not",
            "can",
            "to",
            "if",
            "when",
            "where",
            "that",
            "include",
            "includes",
            "including",
            "by",
            "for",
            "are",
            "is",
            "be",
            "least",
            "following",
            "unless",
            "except",
            "either",
            "who",
            "with",
            "of",
            "never",
            "cannot",
            "because",
            "means",
            "and",
            "or",
            "on",
            "have",
            "has",
            "their");
    private static final Set<String> FINITE = Set.of(
            "must",
            "should",
            "shall",
            "may",
            "will",
            "cannot",
            "can",
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "applies",
            "apply",
            "requires",
            "require",
            "includes",
            "include",
            "need",
            "needs",
            "means",
            "does",
            "do",
            "don't",
            "sets",
            "covers",
            "expects",
            "expect",
            "ensure",
            "ensures",
            "aims",
            "accepts",
            "takes");
    /** Verbs that, as the first word of a line, are nouns: "Aims and objectives". */
    private static final Set<String> NOUNS_AT_THE_START =
            Set.of("aims", "needs", "means", "covers", "sets", "need", "requires", "will");

    private static final Set<String> CITING = Set.of(
            "section",
            "sections",
            "paragraph",
            "paragraphs",
            "clause",
            "clauses",
            "appendix",
            "annex",
            "part",
            "parts",
            "regulation",
            "article",
            "schedule",
            "rule",
            "item",
            "point",
            "under",
            "in",
            "of",
            "with",
            "table",
            "about");
    private static final Pattern QUESTION_OPENING =
            Pattern.compile("(?i)(what|who|how|when|where|why|which|if)\\b.*", Pattern.DOTALL);

    private Phrases() {}

    static int wordCount(String words) {
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < words.length(); i++) {
            boolean letter = Character.isLetterOrDigit(words.charAt(i));
            boolean space = Character.isWhitespace(words.charAt(i));
            if (letter && !inWord) {
                count++;
                inWord = true;
            } else if (space) {
                inWord = false;
            }
        }
        return count;
    }

    static String lastWord(String words) {
        int end = words.length();
        while (end > 0 && !Character.isLetterOrDigit(words.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && (Character.isLetterOrDigit(words.charAt(start - 1)) || words.charAt(start - 1) == '\'')) {
            start--;
        }
        return words.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** The last character that is not a closing quotation mark, bracket or space; 0 when there is none. */
    static char ending(String words) {
        for (int i = words.length() - 1; i >= 0; i--) {
            char c = words.charAt(i);
            if (!Character.isWhitespace(c) && "\"'\u2019\u201D)]*_".indexOf(c) < 0) {
                return c;
            }
        }
        return 0;
    }

    static boolean endsSentence(String words) {
        char last = ending(words);
        return last == '.' || last == '!' || last == '?';
    }

    static boolean endsClause(String words) {
        char last = ending(words);
        return endsSentence(words) || last == ';' || last == ':' || last == '\u2026';
    }

    /** Whether the words break off, so that what follows must belong to them. */
    static boolean breaksOff(String words) {
        if (words.isEmpty() || endsClause(words)) {
            return false;
        }
        return ending(words) == ',' || (UNFINISHED.contains(lastWord(words)) && lastLetterIsSmall(words));
    }

    private static boolean lastLetterIsSmall(String words) {
        for (int i = words.length() - 1; i >= 0; i--) {
            if (Character.isLetter(words.charAt(i))) {
                return Character.isLowerCase(words.charAt(i));
            }
        }
        return false;
    }

    /** Whether the words end an item of a list that goes on: "…; and", "…, or". */
    static boolean endsItem(String words) {
        String last = lastWord(words);
        if (!last.equals("and") && !last.equals("or")) {
            return false;
        }
        String before = words.substring(0, words.length() - last.length()).stripTrailing();
        return before.endsWith(";") || before.endsWith(",");
    }

    /** Whether the words end in "section", "under" and the like, so that a number after them is a citation. */
    static boolean cites(String words) {
        return !endsClause(words) && CITING.contains(lastWord(words));
    }

    static boolean startsSmall(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLetter(c)) {
                return Character.isLowerCase(c);
            }
            if (Character.isDigit(c) || c == '{' || c == '<') {
                return false;
            }
        }
        return false;
    }

    /** Whether the words introduce what follows: by a colon, or by stopping before their sentence does. */
    static boolean introduces(String words) {
        char last = ending(words);
        if (last == ':' || words.endsWith(":-") || words.endsWith(":\u2013")) {
            return true;
        }
        return !endsSentence(words) && last != ';' && last != 0;
    }

    /** Whether the words plainly introduce a list although no colon says so. */
    static boolean introducesOutright(String words) {
        char last = ending(words);
        return last == ':'
                || words.endsWith(":-")
                || words.endsWith("\u2026")
                || (last == '\u2013' || last == '\u2014')
                || (!endsClause(words) && INTRODUCING.contains(lastWord(words)) && !isCapitals(words));
    }

    static boolean isCapitals(String words) {
        int letters = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.isLowerCase(c)) {
                return false;
            }
            if (Character.isLetter(c)) {
                letters++;
            }
        }
        return letters > 2;
    }

    /** Whether the words hold a verb that makes them a rule or a statement and not a heading. */
    static boolean hasVerb(String words) {
        if (QUESTION_OPENING.matcher(words).matches()) {
            return false;
        }
        int start = -1;
        boolean first = true;
        for (int i = 0; i <= words.length(); i++) {
            boolean letter = i < words.length() && (Character.isLetter(words.charAt(i)) || words.charAt(i) == '\'');
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                String word = words.substring(start, i).toLowerCase(Locale.ROOT);
                if (FINITE.contains(word) && !(first && NOUNS_AT_THE_START.contains(word))) {
                    return true;
                }
                first = false;
                start = -1;
            }
        }
        return false;
    }

    /** Whether the words, by themselves, could be a heading that no style declares. */
    static boolean couldBeHeading(String words) {
        int count = wordCount(words);
        if (count == 0 || count > 12 || words.length() > 100 || startsSmall(words)) {
            return false;
        }
        char last = ending(words);
        return last != '.'
                && last != ';'
                && last != ':'
                && last != ','
                && last != '!'
                && last != '\u2026'
                && words.indexOf('\t') < 0
                && Character.isLetter(firstLetterOrDigit(words));
    }

    private static char firstLetterOrDigit(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetterOrDigit(words.charAt(i))) {
                return words.charAt(i);
            }
        }
        return ' ';
    }
}
