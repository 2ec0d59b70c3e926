package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clausebot.policy.WordText.Piece;
import org.clausebot.policy.WordText.Words;

/**
 * Takes a Word paragraph apart where its author typed a line break (Shift and Enter) to begin something new: an item of
 * a typed list, or the text below a bold line. Any other line break is only layout and stays inside the paragraph.
 */
final class TypedLines {
    private static final int TAB = 6;
    private static final Pattern ITEM = Pattern.compile(
            "[\\s\\u00A0]*(?:[•▪●■◦‣·➢✓❖–*-]|\\d{1,2}(?:\\.\\d{1,2})*[.)]?|\\([A-Za-z]{1,4}\\)|[a-z]{1,4}\\)|[A-Z][.)](?=\\t|[ \\u00A0]{2}))[\\s\\u00A0]+\\S.*",
            Pattern.DOTALL);

    private TypedLines() {}

    static List<Words> split(Words words) {
        List<List<Piece>> lines = lines(words.pieces());
        List<Words> kept = new ArrayList<>();
        for (List<Piece> line : lines) {
            Words next = new Words(line, List.of());
            if (kept.isEmpty() || begins(kept.getLast(), next)) {
                kept.add(next);
            } else {
                Words last = kept.removeLast();
                List<Piece> joined = new ArrayList<>(last.pieces());
                joined.addAll(line);
                kept.add(new Words(joined, List.of()));
            }
        }
        return kept;
    }

    private static boolean begins(Words before, Words line) {
        return !before.isBlank()
                && !line.isBlank()
                && (ITEM.matcher(line.text()).matches() || (before.strong() && !line.strong()));
    }

    /** Each line keeps the break that ends it, so that the words joined again are the words as they were. */
    private static List<List<Piece>> lines(List<Piece> pieces) {
        List<List<Piece>> lines = new ArrayList<>();
        List<Piece> line = new ArrayList<>();
        for (Piece piece : pieces) {
            int from = 0;
            for (int at = piece.words().indexOf('\n');
                    at >= 0;
                    at = piece.words().indexOf('\n', from)) {
                line.add(part(piece, from, at + 1));
                lines.add(line);
                line = new ArrayList<>();
                from = at + 1;
            }
            if (from < piece.words().length()) {
                line.add(part(piece, from, piece.words().length()));
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private static Piece part(Piece piece, int from, int to) {
        return new Piece(piece.words().substring(from, to), piece.strong(), piece.large(), piece.contents());
    }

    /** How far tabs and spaces typed before the words push them in, in characters. */
    static int leadingGap(String words) {
        int gap = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\t') {
                gap += TAB;
            } else if (c == ' ' || c == '\u00A0') {
                gap++;
            } else {
                break;
            }
        }
        return gap;
    }
}
