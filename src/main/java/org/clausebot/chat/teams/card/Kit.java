package org.clausebot.chat.teams.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.clausebot.chat.Pieces;
import org.clausebot.chat.teams.card.Part.RichTextBlock;
import org.clausebot.chat.teams.card.Part.TextBlock;
import org.clausebot.chat.teams.card.Part.TextRun;

/** The few kinds of elements that are used. Text goes into {@code TextRun}s, which read no markdown. */
final class Kit {
    /**
     * The most characters of one run. In JSON a character may take six bytes, and two such runs must find room in a
     * message.
     */
    static final int RUN = 1_500;

    /** Beyond this a heading is a paragraph. */
    private static final int HEADING = 200;

    private static final String NONE = "None";
    private static final String SMALL = "Small";

    /** No sign that means anything in markdown, no address and no emoji code. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N} ,.?!’‘“”:;…()%/–—'-]*");

    /** A list, a web address, an emoji code. */
    private static final Pattern NOT_SO_PLAIN = Pattern.compile("^(\\p{N}+[.)]|-)(\\s|$)|://|www\\.|:\\p{L}+:|--");

    private static final Pattern FORMULA = Pattern.compile("(?<=\\{)(?=\\{(?:DATE|TIME)\\()");

    private Kit() {}

    /** Whether no reader of markdown can take {@code words} for anything else than they are. */
    static boolean isPlain(String words) {
        return PLAIN.matcher(words).matches()
                && !NOT_SO_PLAIN.matcher(words).find()
                && !words.startsWith(" ")
                && !words.endsWith(" ");
    }

    /** Words, a line each, in as many elements as they need; none where there are no words. */
    static List<Part> says(String words) {
        return lines(words.strip(), false);
    }

    static List<Part> lines(List<String> lines) {
        return says(String.join("\n", lines));
    }

    static List<Part> items(List<String> items) {
        return lines(items.stream().map(item -> "• " + item).toList());
    }

    /** A heading. */
    static List<Part> title(String words) {
        String line = words.strip();
        boolean fits = !line.isEmpty() && line.length() <= HEADING && isPlain(line);
        return fits ? List.of(new TextBlock(line, "Medium")) : lines(line, true);
    }

    /** A name and what it is, which is written down or copied: in letters of equal width. */
    static List<Part> fact(String name, String value) {
        List<Part> parts = new ArrayList<>(says(name));
        for (String piece : Pieces.of(value, RUN)) {
            parts.add(line(runs(piece, "Bolder", "Monospace", false), NONE));
        }
        return parts;
    }

    /** What a person wrote, exactly, set apart. */
    static List<Part> wrote(String words) {
        return boxed(lines(words, false));
    }

    /** Less important words. */
    static List<Part> subtle(String words) {
        List<Part> parts = new ArrayList<>();
        String spacing = SMALL;
        for (String piece : Pieces.of(words, RUN)) {
            parts.add(line(runs(piece.replaceAll("\\R", " "), "", "", true), spacing));
            spacing = NONE;
        }
        return parts;
    }

    /** Elements in boxes of their own, as many as they need. */
    static List<Part> boxed(List<Part> items) {
        List<Part> boxes = new ArrayList<>();
        List<Part> box = new ArrayList<>();
        int weight = 0;
        for (Part item : items) {
            int more = CardJson.weight(item);
            if (!box.isEmpty() && weight + more > Sheet.GROUP) {
                boxes.add(new Part.Container(box, "emphasis", ""));
                box.clear();
                weight = 0;
            }
            box.add(item);
            weight += more;
        }
        if (!box.isEmpty()) {
            boxes.add(new Part.Container(box, "emphasis", ""));
        }
        return boxes;
    }

    private static List<Part> lines(String words, boolean bold) {
        List<Part> parts = new ArrayList<>();
        boolean paragraph = true;
        for (String line : words.split("\\R", -1)) {
            if (line.isBlank()) {
                paragraph = true;
                continue;
            }
            String spacing = paragraph ? "" : SMALL;
            for (String piece : Pieces.of(line, RUN)) {
                parts.add(line(runs(piece, bold ? "Bolder" : "", "", false), spacing));
                spacing = NONE;
            }
            paragraph = false;
        }
        return parts;
    }

    /** @param spacing above it; empty for the usual */
    static RichTextBlock line(List<TextRun> runs, String spacing) {
        return new RichTextBlock(runs, spacing);
    }

    static List<TextRun> text(String words, boolean bold) {
        return runs(words, bold ? "Bolder" : "", "", false);
    }

    /** What begins a formula for dates and times, even in plain runs, is divided between two of them. */
    private static List<TextRun> runs(String words, String weight, String font, boolean subtle) {
        List<TextRun> runs = new ArrayList<>();
        for (String part : FORMULA.split(words, -1)) {
            runs.add(new TextRun(part, weight, font, subtle, null));
        }
        return runs;
    }
}
