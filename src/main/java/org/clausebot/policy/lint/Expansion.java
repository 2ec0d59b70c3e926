package org.clausebot.policy.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a document writes an abbreviation out: "designated safeguarding lead (DSL)", "DSL (…)", "DSL means …". */
final class Expansion {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Set<String> SMALL = Set.of("of", "and", "for", "the", "in", "to", "on", "with", "a", "s");

    private Expansion() {}

    /** Where in {@code text} it is first explained, or empty. */
    static OptionalInt of(String letters, String text) {
        Matcher use = Pattern.compile("(?<![\\p{L}\\p{N}])" + letters + "(?![\\p{L}\\p{N}])")
                .matcher(text);
        while (use.find()) {
            String before = text.substring(Math.max(0, use.start() - 160), use.start());
            String after = text.substring(use.end(), Math.min(text.length(), use.end() + 160));
            if (bracketed(letters, before, after) || followed(letters, after) || defined(before, after)) {
                return OptionalInt.of(use.start());
            }
        }
        return OptionalInt.empty();
    }

    /** The words, where they stand in capitals somewhere in the text although never beside the abbreviation. */
    static Optional<String> spelledOut(String letters, String text) {
        StringBuilder capitals = new StringBuilder();
        for (char letter : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            capitals.append(capitals.isEmpty() ? "" : "[ -](?:(?:of|and|for|the) )?")
                    .append(letter)
                    .append("[a-z]+");
        }
        Matcher found = Pattern.compile("\\b" + capitals + "\\b").matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static boolean bracketed(String letters, String before, String after) {
        String open = before.replaceAll("[\\s“\"‘'*_]+$", "");
        if (!open.endsWith("(") && !open.endsWith("[") && !open.endsWith("–") && !open.endsWith(" or")) {
            return false;
        }
        boolean closes = after.matches("(?s)^s?[”\"’'*_]*\\s*[)\\],–].*") || open.endsWith("or");
        return closes && initials(letters, lastWords(open, letters.length() * 2 + 2), true);
    }

    private static boolean followed(String letters, String after) {
        Matcher words = Pattern.compile(
                        "(?s)^[”\"’'*_]*\\s*(?:\\(|–|—|-|=|:|means|stands for|is the|\\|)\\s*(.{3,140})")
                .matcher(after);
        return words.find() && initials(letters, firstWords(words.group(1), letters.length() * 2 + 2), false);
    }

    private static boolean defined(String before, String after) {
        return before.matches("(?s).*(?:^|[\\n“\"‘])$") && after.matches("(?s)^[”\"’]? ?(?:means|stands for)\\b.*");
    }

    private static List<String> lastWords(String text, int most) {
        List<String> words = words(text);
        return words.subList(Math.max(0, words.size() - most), words.size());
    }

    private static List<String> firstWords(String text, int most) {
        List<String> words = words(text);
        return words.subList(0, Math.min(words.size(), most));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            words.add(word.group().toLowerCase(Locale.UK));
        }
        return words;
    }

    /** Whether the letters are the initials of consecutive words, at the end or at the beginning of {@code words}. */
    private static boolean initials(String letters, List<String> words, boolean atEnd) {
        String wanted = letters.toLowerCase(Locale.UK);
        if (!atEnd) {
            return matches(wanted, words, 0);
        }
        for (int start = 0; start < words.size(); start++) {
            if (matches(wanted, words, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String wanted, List<String> words, int start) {
        int next = 0;
        for (int i = start; i < words.size() && next < wanted.length(); i++) {
            String word = words.get(i);
            if (word.charAt(0) == wanted.charAt(next)) {
                next++;
                // "SENCO": a word may give more than its first letter.
                if (next < wanted.length() && i == words.size() - 1 && word.startsWith(wanted.substring(next - 1))) {
                    return true;
                }
            } else if (!SMALL.contains(word)) {
                return false;
            }
        }
        return next == wanted.length();
    }
}
