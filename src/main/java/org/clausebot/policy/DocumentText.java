package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a document, to which every {@link Span} refers. For a text file it is the file as issued, save for tables with wrapped cells; for other
 * formats it is what the reader extracted.
 *
 * @param text the text
 * @param omitted what is passed over when a span is read: page furniture in mid-sentence, and the hyphen and line break
 *     of a word divided at a line end. Sorted, not overlapping
 */
public record DocumentText(String text, List<Span> omitted) {
    public DocumentText {
        omitted = omitted.stream().sorted().toList();
        int end = 0;
        for (Span span : omitted) {
            if (span.start() < end || span.end() > text.length()) {
                throw new IllegalArgumentException("Omitted spans overlap or leave the text: " + span);
            }
            end = span.end();
        }
    }

    /** The words in {@code span}: what is omitted left out, white space folded to single spaces, ends trimmed. */
    public String read(Span span) {
        StringBuilder words = new StringBuilder(span.length());
        int at = span.start();
        for (Span gap : omitted.subList(firstAfter(span.start()), omitted.size())) {
            if (gap.start() >= span.end()) {
                break;
            }
            words.append(text, at, Math.max(at, gap.start()));
            at = gap.end();
        }
        if (at < span.end()) {
            words.append(text, at, span.end());
        }
        return fold(words);
    }

    /** The same text, in which {@code place} is not passed over; a word that is divided within it stays whole. */
    DocumentText showing(Span place) {
        List<Span> still = new ArrayList<>();
        for (Span gap : omitted) {
            if (!gap.overlaps(place) || (place.contains(gap) && !place.equals(gap))) {
                still.add(gap);
                continue;
            }
            if (gap.start() < place.start()) {
                still.add(new Span(gap.start(), place.start()));
            }
            if (gap.end() > place.end()) {
                still.add(new Span(place.end(), gap.end()));
            }
        }
        return new DocumentText(text, still);
    }

    /** The index of the first omitted span that ends after {@code place}. */
    private int firstAfter(int place) {
        int low = 0;
        int high = omitted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (omitted.get(middle).end() <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The letters of {@code span} and nothing else: the form in which a quotation is compared with its source. */
    String letters(Span span) {
        return letters(read(span));
    }

    static String letters(String words) {
        StringBuilder kept = new StringBuilder(words.length());
        words.codePoints().filter(c -> !isSpace(c) && c != '|').forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** White space of every kind folded to single spaces, ends trimmed, soft hyphens and zero-width marks left out. */
    public static String fold(CharSequence words) {
        StringBuilder folded = new StringBuilder(words.length());
        boolean gap = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            if (isSpace(c)) {
                gap = true;
                continue;
            }
            if (gap && !folded.isEmpty()) {
                folded.append(' ');
            }
            gap = false;
            folded.append(c);
        }
        return folded.toString();
    }

    /** The text cut at {@code pieces}, for callers that need the words of several spans. */
    public List<String> readAll(List<Span> pieces) {
        List<String> words = new ArrayList<>();
        pieces.forEach(piece -> words.add(read(piece)));
        return List.copyOf(words);
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\uFEFF';
    }
}
