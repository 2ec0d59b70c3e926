package org.clausebot.querylog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which words are names, which are words, and which are both. All are compared in {@linkplain #plain plain} form. */
final class WordLists {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");
    private static final List<String> ENDINGS = List.of(
            "'s", "s'", "s", "es", "ed", "d", "ing", "in", "er", "ers", "ly", "y", "ness", "n't", "'ll", "'ve", "'re",
            "'d");
    private static final List<String> BEGINNINGS = List.of("un", "re", "non", "ex", "over", "mis", "pre", "dis");
    /** From this length on a word with one letter wrong is still taken for the word. */
    private static final int MISSPELT = 7;

    private static final int PART = 4;

    private final Set<String> words;
    private final Set<String> names;
    private final Set<String> both;

    private WordLists(Set<String> words, Set<String> given, Set<String> surnames, Set<String> both) {
        this.words = words;
        this.names = new HashSet<>(given);
        names.addAll(surnames);
        names.addAll(both);
        this.both = new HashSet<>(names);
        this.both.retainAll(words);
    }

    static WordLists bundled() {
        return new WordLists(list("words"), list("given-names"), list("surnames"), list("names-that-are-words"));
    }

    private static Set<String> list(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream("/querylog/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file querylog/" + name + ".txt");
            }
            Set<String> all = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> all.addAll(List.of(line.strip().split("\\s+", -1))));
            all.remove("");
            return Set.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In small letters, without accents, with a straight apostrophe. */
    static String plain(String word) {
        String straight = word.replace('’', '\'').replace('‘', '\'').replace('`', '\'');
        return MARKS.matcher(Normalizer.normalize(straight, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("ß", "ss")
                .replace("đ", "d");
    }

    /** A name and nothing else, also in the plural or of somebody. */
    boolean isOnlyName(String plain) {
        return onlyName(plain) || ends(plain, "'s", 2) || ends(plain, "s'", 2) || ends(plain, "s", 3);
    }

    private boolean ends(String plain, String ending, int least) {
        return plain.length() >= least + ending.length()
                && plain.endsWith(ending)
                && !words.contains(plain)
                && onlyName(plain.substring(0, plain.length() - ending.length()));
    }

    private boolean onlyName(String plain) {
        return names.contains(plain) && !words.contains(plain);
    }

    /** A name that is a word as well. */
    boolean isBoth(String plain) {
        return both.contains(plain) || both.contains(withoutOf(plain));
    }

    static String withoutOf(String plain) {
        return plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
    }

    /** A word of the list as it stands. */
    boolean isWord(String plain) {
        return words.contains(plain);
    }

    /**
     * Whether it is a word and no name.
     *
     * @param kindly also misspelt, drawn out or put together from two; not for what has a capital, which a name may have
     */
    boolean isKnown(String plain, boolean kindly) {
        return words.contains(plain)
                || derived(plain)
                || (kindly && (derived(DRAWN_OUT.matcher(plain).replaceAll("$1")) || joined(plain) || misspelt(plain)));
    }

    private boolean derived(String plain) {
        if (words.contains(plain)) {
            return true;
        }
        for (String ending : ENDINGS) {
            if (plain.endsWith(ending) && plain.length() - ending.length() >= (ending.startsWith("'") ? 1 : 3)) {
                String stem = plain.substring(0, plain.length() - ending.length());
                char last = stem.charAt(stem.length() - 1);
                boolean doubled = stem.length() > 3 && last == stem.charAt(stem.length() - 2);
                if (isStem(stem)
                        || (ending.startsWith("'") && words.contains(stem))
                        || (!ending.startsWith("'") && isStem(stem + "e"))
                        || (doubled && isStem(stem.substring(0, stem.length() - 1)))
                        || (last == 'i' && isStem(stem.substring(0, stem.length() - 1) + "y"))) {
                    return true;
                }
            }
        }
        return BEGINNINGS.stream()
                .anyMatch(start -> plain.startsWith(start)
                        && plain.length() - start.length() >= PART
                        && words.contains(plain.substring(start.length())));
    }

    /** Of a name that is a word no other form is taken for a word: Marks, Graces. */
    private boolean isStem(String stem) {
        return words.contains(stem) && stem.length() >= 3;
    }

    private boolean joined(String plain) {
        for (int i = PART; i <= plain.length() - PART; i++) {
            if (words.contains(plain.substring(0, i)) && words.contains(plain.substring(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean misspelt(String plain) {
        return plain.length() >= MISSPELT
                && words.stream()
                        .anyMatch(word -> word.length() >= MISSPELT - 1
                                && Math.abs(word.length() - plain.length()) <= 1
                                && !names.contains(word)
                                && oneApart(word, plain));
    }

    /** One letter too many, too few, wrong, or two neighbours swapped. */
    static boolean oneApart(String a, String b) {
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        if (start + 1 < a.length()
                && start + 1 < b.length()
                && a.length() == b.length()
                && a.charAt(start) == b.charAt(start + 1)
                && a.charAt(start + 1) == b.charAt(start)
                && a.substring(start + 2).equals(b.substring(start + 2))) {
            return true;
        }
        int cutA = a.length() >= b.length() ? 1 : 0;
        int cutB = b.length() >= a.length() ? 1 : 0;
        return a.substring(Math.min(a.length(), start + cutA)).equals(b.substring(Math.min(b.length(), start + cutB)));
    }
}
