package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.clausebot.policy.WordNumbering.Mark;
import org.clausebot.policy.WordStyles.Numbered;
import org.clausebot.policy.WordText.Piece;
import org.clausebot.policy.WordText.Words;

/** Walks the body of a Word document and writes its blocks. */
final class WordBody {
    /** Twentieths of a point in a character of body text, roughly. */
    private static final int CHARACTER = 120;

    private static final int MOST_WORDS_OF_A_HEADING = 14;
    private static final int LEAST_WORDS_OF_A_SENTENCE = 6;
    private static final Pattern SENTENCE_END = Pattern.compile("[.;:,!?]\\s*$");

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final WordText text;
    private final WordTables tables;
    private final Deadline deadline;
    private final BlocksBuilder out;
    private final ListDepths depths = new ListDepths();
    private final List<Piece> carried = new ArrayList<>();

    /** The levels of headings that are no more than bold items of a list, by how they are set. */
    private final Map<String, Integer> numberedLooks = new HashMap<>();

    private int headingLevel;

    WordBody(WordStyles styles, WordNumbering numbering, WordText text, Deadline deadline, BlocksBuilder out) {
        this.styles = styles;
        this.numbering = numbering;
        this.text = text;
        this.deadline = deadline;
        this.out = out;
        this.tables = new WordTables(this, out);
    }

    /** Reads what {@code container} holds; {@code contents} when it stands inside a table of contents. */
    void walk(XmlNode container, boolean contents) throws UnreadableDocumentException {
        List<XmlNode> nodes = container.children();
        int tabbed = 0;
        for (int i = 0; i < nodes.size(); i++) {
            deadline.check();
            XmlNode node = nodes.get(i);
            if (i >= tabbed) {
                tabbed = contents ? i : endOfTabbed(nodes, i);
            }
            boolean isRow = i < tabbed;
            if (isRow) {
                tables.typed(words(node), i + 1 == tabbed);
                continue;
            }
            switch (node.name()) {
                case "w:p" -> paragraph(node, contents);
                case "w:tbl" -> tables.read(node, contents);
                case "w:sdt" -> walkIfThere(node.child("w:sdtContent"), contents || isContents(node));
                case "mc:AlternateContent" ->
                    walkIfThere(node.child("mc:Choice").or(() -> node.child("mc:Fallback")), contents);
                case "w:customXml", "w:smartTag", "w:ins", "w:moveTo" -> walk(node, contents);
                default -> {}
            }
        }
    }

    /** Behind the last of the paragraphs from {@code start} on that make a table with tabs; {@code start} if none do. */
    private int endOfTabbed(List<XmlNode> nodes, int start) {
        int cells = cellsOf(nodes.get(start));
        if (cells < 2) {
            return start;
        }
        int end = start + 1;
        while (end < nodes.size() && cellsOf(nodes.get(end)) == cells) {
            end++;
        }
        return WordTabs.isTable(end - start, cells) ? end : start;
    }

    private static boolean holds(XmlNode node, String name) {
        return node.is(name) || node.children().stream().anyMatch(child -> holds(child, name));
    }

    /** How many cells tabs make of {@code node}; 0 where it is no row. Reading ahead must not enter or leave a field. */
    private int cellsOf(XmlNode node) {
        if (!node.is("w:p") || !carried.isEmpty() || WordText.endDeleted(node)) {
            return 0;
        }
        Optional<String> style = styles.styleOf(node);
        boolean other = level(node).isPresent()
                || styles.isTitle(style)
                || styles.isContents(style)
                || styles.numbering(style, numbering).isPresent()
                || node.child("w:pPr", "w:numPr").isPresent();
        if (other || holds(node, "w:fldChar")) {
            return 0;
        }
        Words words = text.read(node);
        return words.contents() || !words.boxes().isEmpty()
                ? 0
                : WordTabs.cells(words.text()).size();
    }

    private void walkIfThere(Optional<XmlNode> container, boolean contents) throws UnreadableDocumentException {
        if (container.isPresent()) {
            walk(container.get(), contents);
        }
    }

    private static boolean isContents(XmlNode control) {
        return control.value("w:sdtPr", "w:docPartObj", "w:docPartGallery")
                .map(g -> g.toLowerCase(Locale.ROOT).contains("contents"))
                .orElse(false);
    }

    /** Whether a heading has been met, so that what comes is no longer the front of the document. */
    boolean begun() {
        return headingLevel > 0;
    }

    boolean isHeading(XmlNode paragraph) {
        return level(paragraph).isPresent();
    }

    private void paragraph(XmlNode p, boolean contents) throws UnreadableDocumentException {
        Words words = words(p);
        if (WordText.endDeleted(p)) {
            return;
        }
        Optional<String> style = styles.styleOf(p);
        Optional<Mark> mark = count(p);
        if (contents || words.contents() || styles.isContents(style)) {
            out.setAside(words.text(), SetAside.Reason.CONTENTS);
        } else if (!words.isBlank()) {
            write(p, style, mark, words);
        }
        for (XmlNode box : words.boxes()) {
            walk(box, contents);
        }
    }

    /** The words of {@code p}, with those before it whose paragraph end a tracked change deleted. */
    Words words(XmlNode p) {
        Words words = text.read(p);
        words.pieces().addAll(0, carried);
        carried.clear();
        if (WordText.endDeleted(p)) {
            carried.addAll(words.pieces());
        }
        return words;
    }

    private void write(XmlNode p, Optional<String> style, Optional<Mark> mark, Words words)
            throws UnreadableDocumentException {
        OptionalInt level = level(p);
        List<Words> lines = TypedLines.split(words);
        Words first = lines.getFirst();
        boolean title = styles.isTitle(style);
        if (level.isPresent() && !title && !isSentence(first)) {
            heading(first, level.getAsInt(), mark);
        } else if (mark.isPresent() && !title) {
            item(p, first, mark.get());
        } else {
            plain(p, first, title);
        }
        for (Words line : lines.subList(1, lines.size())) {
            plain(p, line, title);
        }
    }

    private void heading(Words words, int level, Optional<Mark> mark) throws UnreadableDocumentException {
        headingLevel = level;
        depths.reset();
        out.add(words.text(), at -> new Block.Heading(at, level, mark.flatMap(Mark::label)));
    }

    private void item(XmlNode p, Words words, Mark mark) throws UnreadableDocumentException {
        if (mark.label().isPresent() && words.strong() && !isSentence(words) && isShort(words)) {
            int level = Math.min(9, mark.level() + 1);
            WordLook.of(p).ifPresent(look -> numberedLooks.put(look, level));
            byHand(words, level, Optional.of(mark));
            return;
        }
        int depth = depths.depth(mark, left(p, mark.left()));
        out.add(words.text(), at -> new Block.Item(at, depth, mark.label()));
    }

    /** A heading that no style declares. */
    private void byHand(Words words, int level, Optional<Mark> mark) throws UnreadableDocumentException {
        int styled = headingLevel;
        heading(words, level, mark);
        headingLevel = Math.max(1, styled);
    }

    private void plain(XmlNode p, Words words, boolean title) throws UnreadableDocumentException {
        Optional<Integer> numbered = WordLook.of(p).map(numberedLooks::get);
        if (numbered.isPresent() && !title && words.strong() && isShort(words)) {
            byHand(words, numbered.get(), Optional.empty());
            return;
        }
        Block.Look look = title ? Block.Look.TITLE : words.strong() ? Block.Look.STRONG : Block.Look.PLAIN;
        int left = left(p, OptionalInt.empty());
        int first = side(p, "firstLine").orElse(0) - side(p, "hanging").orElse(0);
        int indent = Math.max(0, (left + first) / CHARACTER) + TypedLines.leadingGap(words.text());
        boolean within = look == Block.Look.PLAIN && depths.within(left);
        out.add(words.text(), at -> new Block.Paragraph(at, indent, look, within));
    }

    /** Heading styles are also put on whole rules, for the sake of their numbers; a rule is no heading. */
    private static boolean isSentence(Words words) {
        String said = DocumentText.fold(words.text());
        int count = said.split(" ").length;
        boolean ends = SENTENCE_END.matcher(said).find() && count >= LEAST_WORDS_OF_A_SENTENCE;
        return ends || count > 2 * MOST_WORDS_OF_A_HEADING;
    }

    private static boolean isShort(Words words) {
        String said = DocumentText.fold(words.text());
        return said.split(" ").length <= MOST_WORDS_OF_A_HEADING
                && !SENTENCE_END.matcher(said).find();
    }

    private OptionalInt level(XmlNode p) {
        OptionalInt own = p.numberAt("w:pPr", "w:outlineLvl");
        if (own.isPresent()) {
            return own.getAsInt() >= 0 && own.getAsInt() < 9 ? OptionalInt.of(own.getAsInt() + 1) : OptionalInt.empty();
        }
        return styles.headingLevel(styles.styleOf(p));
    }

    /** Counts {@code p} in its list, if it is in one, and gives what Word prints before it. */
    Optional<Mark> count(XmlNode p) {
        Optional<Numbered> byStyle = styles.numbering(styles.styleOf(p), numbering);
        Optional<XmlNode> own = p.child("w:pPr", "w:numPr");
        OptionalInt ownLevel = own.map(n -> n.numberAt("w:ilvl")).orElse(OptionalInt.empty());
        Optional<String> ownList = own.flatMap(n -> n.value("w:numId"));
        OptionalInt styleLevel = byStyle.map(Numbered::level).orElse(OptionalInt.empty());
        int level = ownLevel.orElse(ownList.isPresent() && byStyle.isEmpty() ? 0 : styleLevel.orElse(0));
        return ownList.or(() -> byStyle.map(Numbered::list))
                .filter(list -> !list.equals("0"))
                .flatMap(list -> numbering.count(list, level));
    }

    /** Where the words of {@code p} begin: its own indent, else its list's when it is in one, else its style's. */
    private int left(XmlNode p, OptionalInt ofList) {
        OptionalInt own = ownSide(p, "left", "start");
        if (own.isPresent()) {
            return own.getAsInt();
        }
        if (ofList.isPresent() && p.child("w:pPr", "w:numPr").isPresent()) {
            return ofList.getAsInt();
        }
        OptionalInt styled = styles.indent(styles.styleOf(p), "left");
        return styled.orElse(ofList.orElse(0));
    }

    private OptionalInt side(XmlNode p, String side) {
        OptionalInt own = ownSide(p, side, side);
        return own.isPresent() ? own : styles.indent(styles.styleOf(p), side);
    }

    private static OptionalInt ownSide(XmlNode p, String side, String strictSide) {
        Optional<XmlNode> own = p.child("w:pPr", "w:ind");
        OptionalInt value = own.map(i -> i.number(side)).orElse(OptionalInt.empty());
        return value.isPresent() ? value : own.map(i -> i.number(strictSide)).orElse(OptionalInt.empty());
    }
}
