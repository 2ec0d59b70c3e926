package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds lists of contents, which repeat the headings and rule nothing. */
final class Contents {
    private static final Pattern TITLE =
            Pattern.compile("(?i)(table of )?contents( page)?:?|index|on this page:?|in this (policy|document):?");
    private static final Pattern LEADER = Pattern.compile(
            ".{1,200}?((\\.\\s?){3,}|(\u2026\\s?)+|_{3,})\\s*(\\d{1,3}|[ivx]{1,5})|.{1,100}?(\\.\\s?){6,}");
    private static final Pattern PAGE_AT_END = Pattern.compile("[\\s.\u2026]*\\d{1,3}$");

    private Contents() {}

    static boolean isLeader(String words) {
        return words.length() < 250
                && endsInDigitOrDot(words)
                && LEADER.matcher(words).matches()
                && !ControlLines.isForm(words);
    }

    private static boolean endsInDigitOrDot(String words) {
        char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        return Character.isDigit(last) || "ivx.".indexOf(last) >= 0;
    }

    /** {@code pieces} without the lists of contents, which go to {@code aside}. */
    static List<Piece> remove(List<Piece> pieces, List<SetAside> aside) {
        boolean[] gone = new boolean[pieces.size()];
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (isLeader(piece.words())) {
                gone[i] = true;
            } else if (!gone[i]
                    && piece.label().isEmpty()
                    && TITLE.matcher(piece.words()).matches()) {
                markAfter(pieces, i, gone);
                boolean bare = i + 1 == pieces.size() || pieces.get(i + 1).is(Piece.Role.HEADING);
                gone[i] |= bare;
            }
        }
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (gone[i]) {
                aside.add(new SetAside(pieces.get(i).source(), SetAside.Reason.CONTENTS));
            } else {
                kept.add(pieces.get(i));
            }
        }
        return kept;
    }

    private static void markAfter(List<Piece> pieces, int title, boolean[] gone) {
        Set<String> seen = new HashSet<>();
        int end = title + 1;
        while (end < pieces.size()) {
            Piece piece = pieces.get(end);
            String name = letters(piece.words());
            boolean paged = PAGE_AT_END.matcher(piece.words()).find() && Phrases.wordCount(piece.words()) < 15;
            boolean repeated = seen.contains(name);
            boolean listed = !repeated && Phrases.wordCount(piece.words()) < 20 && comesAgain(pieces, end, name);
            if (repeated || !(paged || listed || isLeader(piece.words()))) {
                break;
            }
            seen.add(name);
            end++;
        }
        if (end > title + 1) {
            for (int i = title; i < end; i++) {
                gone[i] = true;
            }
        }
    }

    private static boolean comesAgain(List<Piece> pieces, int from, String name) {
        if (name.isEmpty()) {
            return false;
        }
        for (int i = from + 1; i < pieces.size(); i++) {
            if (letters(pieces.get(i).words()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The letters of a line without its page number, to compare it with a heading. */
    private static String letters(String words) {
        StringBuilder letters = new StringBuilder();
        String bare = PAGE_AT_END.matcher(words).replaceFirst("");
        bare.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }
}
