package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.policy.PdfGlyphs.Page;

/** Makes the pages of a PDF into one text and its blocks. */
final class PdfBlocks {
    /** Stands in the lines of a page for a table that was found there. */
    private static final String TABLE = "\uFFFC";

    private static final float TITLE = 1.35f;
    private static final float NOTE = 0.88f;

    private static final Pattern NOTE_MARK = Pattern.compile("(?:\\d{1,3}|[*†‡])\\s");

    private final List<PdfTable> tables = new ArrayList<>();
    private final List<Line> printed = new ArrayList<>();
    private final List<Integer> bulletIndents = new ArrayList<>();
    private final List<PdfLine> placed = new ArrayList<>();
    private final BlocksBuilder out = new BlocksBuilder();
    private PdfLayout layout = new PdfLayout(11, 1.2f);
    private float titleSize = Float.MAX_VALUE;
    private int bodyIndent = -1;
    private int lastIndent;
    private int bareIndent = -1;
    private String lastWords = "";
    private int tableCount;

    private PdfBlocks() {}

    static Blocks of(List<Page> pages, Deadline deadline) throws UnreadableDocumentException {
        return new PdfBlocks().read(pages, deadline);
    }

    private Blocks read(List<Page> pages, Deadline deadline) throws UnreadableDocumentException {
        List<List<PdfFragment>> fragments = new ArrayList<>();
        List<PdfFurniture.Sheet> sheets = new ArrayList<>();
        for (Page page : pages) {
            deadline.check();
            List<PdfFragment> found = fragments(page);
            fragments.add(found);
            sheets.add(new PdfFurniture.Sheet(page.height(), rows(found, page.number())));
        }
        Set<PdfLine> running = PdfFurniture.in(sheets);
        Set<PdfFragment> off = Collections.newSetFromMap(new IdentityHashMap<>());
        running.forEach(line -> off.addAll(line.parts()));
        fragments.forEach(f -> f.removeIf(off::contains));
        float left = usual(fragments.stream().map(PdfColumns::left).toList(), 0.2f);
        float right = usual(fragments.stream().map(PdfColumns::right).toList(), 0.8f);
        for (int i = 0; i < pages.size(); i++) {
            deadline.check();
            placed.addAll(PdfColumns.order(fragments.get(i), i, left, right));
        }
        write();
        WordBreaks.in(out.text(), printed).forEach(out::omit);
        for (PdfFurniture.Sheet sheet : sheets) {
            for (PdfLine line : sheet.lines()) {
                if (running.contains(line) && !line.words().startsWith(TABLE)) {
                    out.setAside(line.words(), SetAside.Reason.PAGE_FURNITURE);
                }
            }
        }
        return out.build();
    }

    private static float usual(List<Float> edges, float share) {
        List<Float> sorted = edges.stream().filter(e -> e > 0).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.round((sorted.size() - 1) * share));
    }

    /** Whether {@code words} stand for a table that was found on the page. */
    static boolean isTable(String words) {
        return words.startsWith(TABLE);
    }

    private List<PdfFragment> fragments(Page page) {
        PdfGrids.Found found = PdfGrids.in(page);
        List<PdfFragment> fragments = new ArrayList<>(PdfFragment.of(found.outside()));
        for (PdfTable table : found.tables()) {
            String place = TABLE + tables.size();
            tables.add(table);
            fragments.add(new PdfFragment(
                    place, table.edges().getFirst(), table.edges().getLast(), table.top() + 1, 1, false, List.of()));
        }
        return fragments;
    }

    private static List<PdfLine> rows(List<PdfFragment> fragments, int page) {
        return PdfLine.of(fragments, page, 0, 0);
    }

    private void write() throws UnreadableDocumentException {
        List<PdfLine> words =
                placed.stream().filter(l -> !l.words().startsWith(TABLE)).toList();
        layout = PdfLayout.of(words);
        titleSize = words.stream()
                .filter(l -> l.page() > 0)
                .map(PdfLine::size)
                .max(Float::compare)
                .map(s -> Math.max(s * 1.05f, TITLE * layout.size()))
                .orElse(1.6f * layout.size());
        Set<PdfLine> contents = PdfContents.in(words);
        List<PdfLine> run = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            PdfLine line = placed.get(i);
            if (line.words().startsWith(TABLE)) {
                paragraphs(run);
                i = table(i);
            } else if (contents.contains(line)) {
                paragraphs(run);
                out.setAside(line.words(), SetAside.Reason.CONTENTS);
            } else {
                Optional<PdfAligned.Found> aligned = PdfAligned.at(placed, i, layout, contents);
                if (aligned.isPresent()) {
                    paragraphs(run);
                    rows(aligned.get().table());
                    i = aligned.get().end() - 1;
                } else {
                    run.add(line);
                }
            }
        }
        paragraphs(run);
    }

    private void paragraphs(List<PdfLine> run) throws UnreadableDocumentException {
        for (List<PdfLine> paragraph : PdfParagraphs.of(run, layout)) {
            if (isNote(paragraph)) {
                for (PdfLine line : paragraph) {
                    out.setAside(line.words(), SetAside.Reason.UNPLACED);
                }
            } else {
                paragraph(paragraph);
            }
        }
        run.clear();
    }

    /** Small print that begins with a number or a mark, below the text of a page. */
    private boolean isNote(List<PdfLine> paragraph) {
        PdfLine first = paragraph.getFirst();
        return first.size() < NOTE * layout.size()
                && NOTE_MARK.matcher(first.words()).lookingAt()
                && placed.stream()
                        .noneMatch(l -> l.page() == first.page()
                                && l.y() > first.y()
                                && l.size() >= NOTE * layout.size()
                                && !isTable(l.words()));
    }

    private void paragraph(List<PdfLine> lines) throws UnreadableDocumentException {
        PdfLine first = lines.getFirst();
        StringBuilder words = new StringBuilder();
        for (PdfLine line : lines) {
            words.append(words.isEmpty() ? "" : "\n").append(line.words());
        }
        Span place = out.append(words);
        out.gap("\n");
        if (place.isEmpty()) {
            return;
        }
        note(place, lines);
        String said = words.toString();
        Optional<Label> label = Label.at(said, Label.Bare.BEFORE_A_WIDE_GAP);
        int indent = layout.indent(first);
        if (label.filter(l -> l.kind() == Label.Kind.BULLET).isPresent()) {
            int skip = Math.min(label.orElseThrow().length(), place.length());
            Span item = out.trimmed(place.start() + skip, place.end());
            if (!item.isEmpty()) {
                out.add(new Block.Item(item, depth(indent), Optional.empty()));
            }
        } else if (label.isEmpty() && isBareItem(first, said, indent)) {
            out.add(new Block.Item(place, depth(indent), Optional.empty()));
            bareIndent = indent;
            lastWords = said;
            return;
        } else {
            Block.Look look = first.page() == 0 && first.size() > titleSize ? Block.Look.TITLE : layout.look(first);
            boolean within = label.isEmpty()
                    && look == Block.Look.PLAIN
                    && bodyIndent > 1
                    && Math.abs(indent - bodyIndent) <= 1
                    && !lastWords.endsWith(":");
            out.add(new Block.Paragraph(place, indent, look, within));
            if (!within) {
                bulletIndents.clear();
            }
        }
        if (label.isPresent()) {
            bodyIndent = lines.size() > 1 ? layout.indent(lines.get(1)) : hungIndent(first, indent);
        } else if (Math.abs(indent - bodyIndent) > 1) {
            bodyIndent = -1;
        }
        lastWords = said;
        lastIndent = indent;
        bareIndent = -1;
    }

    /** An item whose mark is a drawing: indented below a line that ends with a colon, or below such an item. */
    private boolean isBareItem(PdfLine first, String said, int indent) {
        boolean plain = layout.look(first) == Block.Look.PLAIN && Phrases.startsSmall(said);
        boolean below = lastWords.strip().endsWith(":") && indent > lastIndent + 1;
        return plain && (below || (bareIndent >= 0 && Math.abs(indent - bareIndent) <= 1));
    }

    private int depth(int indent) {
        while (!bulletIndents.isEmpty() && indent < bulletIndents.getLast() - 1) {
            bulletIndents.removeLast();
        }
        if (bulletIndents.isEmpty() || indent > bulletIndents.getLast() + 1) {
            bulletIndents.add(indent);
        }
        return bulletIndents.size() - 1;
    }

    private int hungIndent(PdfLine line, int indent) {
        if (line.parts().size() < 2) {
            return -1;
        }
        PdfFragment body = line.parts().get(1);
        PdfLine moved = new PdfLine(List.of(body), line.page(), line.left(), line.right(), false);
        return Math.max(indent + 1, layout.indent(moved));
    }

    /** Notes where the lines of a paragraph stand, so that words divided at their ends can be mended. */
    private void note(Span place, List<PdfLine> lines) {
        int at = place.start();
        boolean first = true;
        for (PdfLine line : lines) {
            int end = Math.min(at + line.words().length(), place.end());
            if (end > at) {
                printed.add(new Line(new Span(at, end), 0, Block.Look.PLAIN, first ? 1 : 0, false));
            }
            at = end + 1;
            first = false;
        }
    }

    private int table(int at) throws UnreadableDocumentException {
        PdfTable table = tables.get(number(placed.get(at)));
        int last = at;
        while (last + 1 < placed.size() && placed.get(last + 1).words().startsWith(TABLE)) {
            PdfTable next = tables.get(number(placed.get(last + 1)));
            if (next.page() == table.page() || !table.goesOnWith(next)) {
                break;
            }
            table = table.with(next);
            last++;
        }
        rows(table);
        return last;
    }

    private void rows(PdfTable table) throws UnreadableDocumentException {
        printed.addAll(PdfRows.write(table, tableCount++, out));
        lastWords = "";
        bodyIndent = -1;
        bareIndent = -1;
        bulletIndents.clear();
    }

    private static int number(PdfLine line) {
        return Integer.parseInt(line.words().substring(TABLE.length()).split("\\D", 2)[0]);
    }
}
