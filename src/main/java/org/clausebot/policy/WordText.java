package org.clausebot.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the words of Word paragraphs as they are printed: insertions but not deletions, the result of a field but not
 * its instruction, nothing hidden, a text box once. Fields may run over several paragraphs, so one instance reads the
 * whole document in order.
 */
final class WordText {
    /** What the symbol fonts print for the characters that lists, tick boxes and arrows use. */
    private static final Map<Integer, String> SYMBOLS = Map.ofEntries(
            Map.entry(0xB7, "•"),
            Map.entry(0xA7, "▪"),
            Map.entry(0xA8, "◻"),
            Map.entry(0x6F, "□"),
            Map.entry(0x6C, "●"),
            Map.entry(0x6E, "■"),
            Map.entry(0x71, "❑"),
            Map.entry(0x72, "❒"),
            Map.entry(0x75, "◆"),
            Map.entry(0x76, "❖"),
            Map.entry(0xD8, "➢"),
            Map.entry(0xE0, "→"),
            Map.entry(0xFC, "✓"),
            Map.entry(0xFB, "✗"),
            Map.entry(0xFE, "☑"),
            Map.entry(0xFD, "☒"),
            Map.entry(0x9F, "•"),
            Map.entry(0x9E, "·"),
            Map.entry(0xB3, "≥"),
            Map.entry(0xA3, "≤"));

    /** A stretch of a paragraph set in one way. {@code contents}: it is the result of a table of contents field. */
    record Piece(String words, boolean strong, boolean large, boolean contents) {}

    /** The words of one paragraph, and the text boxes that hang from it. */
    record Words(List<Piece> pieces, List<XmlNode> boxes) {
        String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(p -> text.append(p.words()));
            return text.toString();
        }

        boolean isBlank() {
            return DocumentText.fold(text()).isEmpty();
        }

        /** Whether all its words are bold, underlined or capitals, or all are larger than body text. */
        boolean strong() {
            List<Piece> seen = seen();
            return !seen.isEmpty()
                    && (seen.stream().allMatch(Piece::strong) || seen.stream().allMatch(Piece::large) || capitals());
        }

        boolean contents() {
            List<Piece> seen = seen();
            return !seen.isEmpty() && seen.stream().allMatch(Piece::contents);
        }

        private List<Piece> seen() {
            return pieces.stream()
                    .filter(p -> p.words().codePoints().anyMatch(Character::isLetterOrDigit))
                    .toList();
        }

        private boolean capitals() {
            String text = text();
            return text.codePoints().filter(Character::isLetter).count() > 3
                    && text.equals(text.toUpperCase(Locale.ROOT));
        }
    }

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private boolean result;

        boolean isContents() {
            String told = instruction.toString().strip().toUpperCase(Locale.ROOT);
            return told.startsWith("TOC") || told.startsWith("INDEX") || told.startsWith("TOA ");
        }
    }

    private final WordStyles styles;
    private final Deque<Field> fields = new ArrayDeque<>();
    private final int bodySize;

    /** @param body all that will be read, from which the size of ordinary text is learnt */
    WordText(WordStyles styles, XmlNode body) {
        this.styles = styles;
        Map<Integer, Integer> letters = new HashMap<>();
        measure(body, Optional.empty(), letters);
        bodySize = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(styles.bodySize());
    }

    private void measure(XmlNode node, Optional<String> style, Map<Integer, Integer> letters) {
        if (node.is("w:r")) {
            int length = node.children("w:t").stream()
                    .mapToInt(t -> t.text().length())
                    .sum();
            letters.merge(
                    size(WordStyles.Setting.of(node.child("w:rPr")), node.value("w:rPr", "w:rStyle"), style),
                    length,
                    Integer::sum);
            return;
        }
        Optional<String> within = node.is("w:p") ? styles.styleOf(node) : style;
        node.children().forEach(child -> measure(child, within, letters));
    }

    Words read(XmlNode paragraph) {
        Optional<String> style = styles.styleOf(paragraph);
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        for (XmlNode child : paragraph.children()) {
            walk(child, style, words);
        }
        return words;
    }

    /** Whether a tracked deletion took the end of {@code paragraph}, so that the next one goes on with its words. */
    static boolean endDeleted(XmlNode paragraph) {
        Optional<XmlNode> mark = paragraph.child("w:pPr", "w:rPr");
        return mark.flatMap(m -> m.child("w:del")).isPresent()
                || mark.flatMap(m -> m.child("w:moveFrom")).isPresent();
    }

    private void walk(XmlNode node, Optional<String> style, Words words) {
        switch (node.name()) {
            case "w:pPr", "w:del", "w:moveFrom", "w:rt", "w:sdtPr", "w:sdtEndPr", "w:tcPr" -> {}
            case "w:r" -> run(node, style, words);
            case "w:fldSimple" -> {
                Field field = new Field();
                field.instruction.append(node.attribute("instr").orElse(""));
                field.result = true;
                fields.push(field);
                node.children().forEach(child -> walk(child, style, words));
                fields.pop();
            }
            case "w:txbxContent" -> {
                if (visible()) {
                    words.boxes().add(node);
                }
            }
            case "mc:AlternateContent" ->
                node.child("mc:Choice").or(() -> node.child("mc:Fallback")).ifPresent(one -> walk(one, style, words));
            default -> node.children().forEach(child -> walk(child, style, words));
        }
    }

    private void run(XmlNode run, Optional<String> style, Words words) {
        WordStyles.Setting own = WordStyles.Setting.of(run.child("w:rPr"));
        Optional<String> character = run.value("w:rPr", "w:rStyle");
        boolean hidden = own.hidden()
                .orElseGet(() -> styles.on(character, WordStyles.Setting::hidden)
                        || styles.on(style, WordStyles.Setting::hidden));
        StringBuilder said = new StringBuilder();
        boolean contents = false;
        for (XmlNode part : run.children()) {
            switch (part.name()) {
                case "w:fldChar" -> {
                    contents |= inContents();
                    field(part);
                }
                case "w:instrText" -> {
                    if (!fields.isEmpty() && !fields.element().result) {
                        fields.element().instruction.append(part.text());
                    }
                }
                case "w:rPr" -> {}
                case "w:ruby" ->
                    part.child("w:rubyBase").ifPresent(base -> base.children().forEach(r -> walk(r, style, words)));
                case "mc:AlternateContent", "w:drawing", "w:pict", "w:object" -> walk(part, style, words);
                default -> {
                    if (visible() && !hidden) {
                        said.append(character(part));
                    }
                }
            }
        }
        if (!said.isEmpty()) {
            words.pieces()
                    .add(new Piece(
                            said.toString(),
                            strong(own, character, style),
                            large(own, character, style),
                            contents || inContents()));
        }
    }

    private static String character(XmlNode part) {
        return switch (part.name()) {
            case "w:t" ->
                symbols(
                        part.attribute("space").filter("preserve"::equals).isPresent()
                                ? part.text()
                                : part.text().strip());
            case "w:tab", "w:ptab" -> "\t";
            case "w:br", "w:cr" -> "\n";
            case "w:noBreakHyphen" -> "\u2011";
            case "w:sym" -> symbol(part);
            default -> "";
        };
    }

    private static String symbol(XmlNode sym) {
        try {
            int code = Integer.parseInt(sym.attribute("char").orElse(""), 16);
            return Optional.ofNullable(SYMBOLS.get(code & 0xFF)).orElse("");
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** Word keeps characters of symbol fonts in the private use area, where no other font can print them. */
    private static String symbols(String words) {
        if (words.chars().noneMatch(c -> c >= 0xF020 && c <= 0xF0FF)) {
            return words;
        }
        StringBuilder printed = new StringBuilder();
        words.chars()
                .forEach(c -> printed.append(
                        c >= 0xF020 && c <= 0xF0FF ? SYMBOLS.getOrDefault(c & 0xFF, "•") : String.valueOf((char) c)));
        return printed.toString();
    }

    private boolean strong(WordStyles.Setting own, Optional<String> character, Optional<String> style) {
        boolean bold = own.bold()
                .orElseGet(() ->
                        styles.on(character, WordStyles.Setting::bold) != styles.on(style, WordStyles.Setting::bold));
        boolean caps = own.caps()
                .orElseGet(() ->
                        styles.on(character, WordStyles.Setting::caps) || styles.on(style, WordStyles.Setting::caps));
        boolean link = character
                .filter(c -> c.toLowerCase(Locale.ROOT).contains("link"))
                .isPresent();
        return bold || caps || (!link && (own.underlined() || styles.underlined(style)));
    }

    private boolean large(WordStyles.Setting own, Optional<String> character, Optional<String> style) {
        return size(own, character, style) * 100 >= bodySize * 115;
    }

    private int size(WordStyles.Setting own, Optional<String> character, Optional<String> style) {
        return own.size()
                .orElseGet(() -> styles.size(character)
                        .orElseGet(() -> styles.size(style).orElse(styles.bodySize())));
    }

    private void field(XmlNode mark) {
        switch (mark.attribute("fldCharType").orElse("")) {
            case "begin" -> fields.push(new Field());
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.element().result = true;
                }
            }
            case "end" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                }
            }
            default -> {}
        }
    }

    private boolean visible() {
        return fields.stream().allMatch(f -> f.result);
    }

    private boolean inContents() {
        return fields.stream().anyMatch(f -> f.result && f.isContents());
    }
}
