package org.clausebot.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Turns the tree of a Markdown document into blocks. */
final class MarkdownBlocks {
    private static final Pattern MARKER = Pattern.compile("\\s*(\\d{1,9})[.)]");

    private final MarkupWriter writer;
    private final String source;

    MarkdownBlocks(MarkupWriter writer, String source) {
        this.writer = writer;
        this.source = source;
    }

    void write(Node document) {
        writeChildren(document, -1);
    }

    /** @param depth of the list that the node stands in; -1 outside lists */
    private void writeChildren(Node parent, int depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            write(node, depth);
        }
    }

    private void write(Node node, int depth) {
        switch (node) {
            case Heading heading -> writer.heading(inline(heading), heading.getLevel(), Optional.empty());
            case Paragraph paragraph
            when MarkdownParts.leadsElsewhere(paragraph) ->
                writer.setAside(inline(paragraph).words(), SetAside.Reason.NAVIGATION);
            case Paragraph paragraph -> {
                MarkdownParts.partDefinitions(paragraph);
                writer.paragraph(inline(paragraph), false);
            }
            case BulletList list -> writeList(list, depth + 1);
            case OrderedList list -> writeList(list, depth + 1);
            case TableBlock table -> writeTable(table);
            case FencedCodeBlock code -> {
                MarkupWriter.Run run = new MarkupWriter.Run();
                run.append(code.getLiteral(), false);
                writer.paragraph(run, false);
            }
            case HtmlBlock html -> writeHtml(html.getLiteral());
            case LinkReferenceDefinition definition -> {
                // an address, which the rendered page does not show
            }
            default -> writeChildren(node, depth);
        }
    }

    private void writeHtml(String html) {
        Parser parser = Parser.htmlParser().setMaxDepth(HtmlReader.DEEPEST);
        new HtmlBlocks(writer).write(Jsoup.parse(html, "", parser).body());
    }

    private void writeList(Node list, int depth) {
        if (depth == 0 && MarkdownParts.isContents(list)) {
            writer.setAside(inline(list).words(), SetAside.Reason.CONTENTS);
            return;
        }
        List<Optional<String>> labels = labels(list);
        int index = 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Optional<String> label = index < labels.size() ? labels.get(index) : Optional.empty();
            index++;
            if (item instanceof ListItem) {
                writeItem(item, depth, label);
            }
        }
    }

    private void writeItem(Node item, int depth, Optional<String> label) {
        boolean first = true;
        boolean contiguous = true;
        for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph && first) {
                MarkupWriter.Run run = inline(node);
                if (isHeading(run, label, node.getNext())) {
                    writer.heading(run, 6, label);
                    contiguous = false;
                } else {
                    writer.item(run, depth, label);
                }
                first = false;
            } else if (node instanceof Paragraph) {
                writer.paragraph(inline(node), contiguous);
            } else {
                contiguous = false;
                write(node, depth);
            }
        }
    }

    /** A numbered item that is all bold, short and has text under it is a heading. */
    private static boolean isHeading(MarkupWriter.Run run, Optional<String> label, @Nullable Node next) {
        return label.isPresent()
                && run.isStrong()
                && Phrases.couldBeHeading(DocumentText.fold(run.words()))
                && next != null;
    }

    /** The numbers as typed, unless the author left the counting to the renderer by typing one number throughout. */
    private List<Optional<String>> labels(Node list) {
        List<Optional<String>> labels = new ArrayList<>();
        if (!(list instanceof OrderedList ordered)) {
            return labels;
        }
        List<Integer> typed = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            typed.add(typed(item));
        }
        boolean lazy = typed.contains(-1)
                || (typed.size() > 1 && typed.stream().distinct().count() == 1);
        Integer marker = ordered.getMarkerStartNumber();
        int start = marker == null ? 1 : marker;
        String delimiter = ordered.getMarkerDelimiter() == null ? "." : ordered.getMarkerDelimiter();
        for (int i = 0; i < typed.size(); i++) {
            labels.add(Optional.of((lazy ? start + i : typed.get(i)) + delimiter));
        }
        return labels;
    }

    private int typed(Node item) {
        List<SourceSpan> spans = item.getSourceSpans();
        if (spans.isEmpty()) {
            return -1;
        }
        int at = spans.getFirst().getInputIndex();
        Matcher marker = MARKER.matcher(source.substring(at, Math.min(source.length(), at + 20)));
        return marker.lookingAt() ? Integer.parseInt(marker.group(1)) : -1;
    }

    private void writeTable(TableBlock table) {
        int number = writer.newTable();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean header = part instanceof TableHead;
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    List<String> cells = new ArrayList<>();
                    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells.add(inline(cell).words());
                    }
                    writer.row(number, header, cells);
                }
            }
        }
    }

    /** The words under {@code parent}. Not recursive: emphasis may be nested without end. */
    private static MarkupWriter.Run inline(Node parent) {
        MarkupWriter.Run run = new MarkupWriter.Run();
        Deque<Node> rest = new ArrayDeque<>();
        Deque<Boolean> strong = new ArrayDeque<>();
        push(parent, false, rest, strong);
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            boolean bold = strong.pop();
            append(run, node, bold);
            push(node, bold || node instanceof StrongEmphasis, rest, strong);
        }
        return run;
    }

    private static void push(Node parent, boolean bold, Deque<Node> rest, Deque<Boolean> strong) {
        for (Node child = parent.getLastChild(); child != null; child = child.getPrevious()) {
            rest.push(child);
            strong.push(bold);
        }
    }

    private static void append(MarkupWriter.Run run, Node node, boolean strong) {
        switch (node) {
            case Text text -> run.append(text.getLiteral(), strong);
            case Code code -> run.append(code.getLiteral(), strong);
            case SoftLineBreak ignored -> run.lineBreak();
            case HardLineBreak ignored -> run.lineBreak();
            case HtmlInline html -> {
                if (html.getLiteral().regionMatches(true, 0, "<br", 0, 3)) {
                    run.lineBreak();
                }
            }
            default -> {
                // a node that only holds others
            }
        }
    }
}
