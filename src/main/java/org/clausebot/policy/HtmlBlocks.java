package org.clausebot.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Turns the elements of a web page into blocks. The parser bounds how deep they nest. */
final class HtmlBlocks {
    private static final Set<String> BLOCK = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "legend",
            "li",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul",
            "caption",
            "button",
            "html");

    private static final Set<String> STANDING_OUT = Set.of("b", "strong", "u");
    private static final Pattern INNER_LIST = Pattern.compile("mso-list:\\s*\\w+ level([2-9])");
    private static final Pattern STANDING_OUT_BY_STYLE =
            Pattern.compile("font-weight:\\s*(bold|[6-9]00)|text-decoration:\\s*underline");

    private final MarkupWriter writer;
    private final MarkupWriter.Run run = new MarkupWriter.Run();
    private HtmlFurniture furniture = new HtmlFurniture(new Element("body"));

    /** The item that the next words belong to. */
    private Optional<Item> item = Optional.empty();

    /** An open list item: whether words have been written for it, and whether other blocks followed them. */
    private static final class Item {
        private final int depth;
        private final Optional<String> label;
        private boolean written;
        private boolean interrupted;

        Item(int depth, Optional<String> label) {
            this.depth = depth;
            this.label = label;
        }
    }

    HtmlBlocks(MarkupWriter writer) {
        this.writer = writer;
    }

    void write(Element body) {
        furniture = new HtmlFurniture(body);
        walkChildren(body, -1, false);
        flush();
    }

    private void walkChildren(Element parent, int depth, boolean strong) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                run.append(text.getWholeText().replace('\n', ' ').replace('\r', ' '), strong);
            } else if (node instanceof Element element && !HtmlFurniture.isUnseen(element)) {
                walk(element, depth, strong);
            }
        }
    }

    private void walk(Element element, int depth, boolean strong) {
        Optional<SetAside.Reason> aside = furniture.reason(element);
        if (aside.isPresent()) {
            flush();
            writer.setAside(element.text(), aside.get());
            return;
        }
        String name = element.normalName();
        if (!BLOCK.contains(name)) {
            walkInline(element, name, depth, strong);
            return;
        }
        flush();
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                walkChildren(element, depth, false);
                writer.heading(run, name.charAt(1) - '0', Optional.empty());
                run.clear();
            }
            case "ul", "ol" -> writeList(element, depth + 1);
            case "dl" -> writeDefinitions(element, depth);
            case "table" -> writeTable(element, depth);
            case "summary", "legend" -> walkChildren(element, depth, true);
            case "pre" -> run.append(element.wholeText(), false);
            case "p" -> writeParagraph(element, depth, strong);
            case "li" -> writeItem(element, depth < 0 ? 0 : depth, Optional.empty());
            default -> walkChildren(element, depth, strong);
        }
        flush();
    }

    /** A paragraph; one that a word processor wrote for an inner item of a list is an item. */
    private void writeParagraph(Element element, int depth, boolean strong) {
        Matcher level = INNER_LIST.matcher(element.attr("style"));
        Optional<Item> outer = item;
        if (outer.isEmpty() && level.find()) {
            item = Optional.of(new Item(level.group(1).charAt(0) - '1', Optional.empty()));
        }
        walkChildren(element, depth, strong);
        flush();
        item = outer;
    }

    private void walkInline(Element element, String name, int depth, boolean strong) {
        if (name.equals("br")) {
            run.lineBreak();
            return;
        }
        boolean bold = STANDING_OUT.contains(name)
                || STANDING_OUT_BY_STYLE.matcher(element.attr("style")).find();
        walkChildren(element, depth, strong || bold);
    }

    private void flush() {
        if (run.isBlank()) {
            run.clear();
            return;
        }
        if (item.isPresent() && !item.get().written) {
            Item open = item.get();
            writer.item(run, open.depth, open.label);
            open.written = true;
        } else {
            writer.paragraph(run, item.isPresent() && !item.get().interrupted);
        }
        run.clear();
    }

    private void writeList(Element list, int depth) {
        item.ifPresent(open -> open.interrupted = true);
        HtmlLabels labels = HtmlLabels.of(list);
        for (Node node : list.childNodes()) {
            if (node instanceof Element child && !HtmlFurniture.isUnseen(child)) {
                if (child.normalName().equals("li")) {
                    writeItem(child, depth, labels.next(child));
                } else {
                    walk(child, depth, false);
                }
            } else if (node instanceof TextNode text) {
                run.append(text.getWholeText(), false);
            }
        }
        flush();
    }

    private void writeItem(Element element, int depth, Optional<String> label) {
        flush();
        Optional<Item> outer = item;
        item = Optional.of(new Item(depth, label));
        walkChildren(element, depth, false);
        flush();
        item = outer;
    }

    private void writeDefinitions(Element list, int depth) {
        item.ifPresent(open -> open.interrupted = true);
        Optional<Item> outer = item;
        item = Optional.empty();
        boolean listed = writer.isIntroducing();
        boolean term = false;
        for (Element child : list.select("> dt, > dd, > div > dt, > div > dd")) {
            boolean defines = child.normalName().equals("dd");
            if (!term || !defines) {
                flush();
            } else if (!run.isBlank()) {
                boolean closed = Phrases.endsClause(DocumentText.fold(run.words()));
                String words = run.words().stripTrailing();
                run.clear();
                run.append(words + (closed ? " " : ": "), false);
            }
            if (listed && !defines) {
                item = Optional.of(new Item(depth + 1, Optional.empty()));
            }
            for (Node node : child.childNodes()) {
                if (node instanceof TextNode text) {
                    run.append(text.getWholeText().replace('\n', ' '), false);
                } else if (node instanceof Element inner && !HtmlFurniture.isUnseen(inner)) {
                    walkWithin(inner, depth);
                }
            }
            term = !defines;
        }
        flush();
        item = outer;
    }

    /** Paragraphs of a definition stay with its term; lists in it are lists. */
    private void walkWithin(Element inner, int depth) {
        if (inner.normalName().equals("p")) {
            run.append(" ", false);
            walkChildren(inner, depth, false);
            run.append(" ", false);
        } else {
            walk(inner, depth, false);
        }
    }

    private void writeTable(Element table, int depth) {
        item.ifPresent(open -> open.interrupted = true);
        List<Element> rows = table.select("> tr, > thead > tr, > tbody > tr, > tfoot > tr");
        int widest = rows.stream().mapToInt(HtmlBlocks::width).max().orElse(0);
        if (widest < 2 || table.selectFirst("table table, h1, h2, h3, ol") != null) {
            walkChildrenOfCells(rows, depth);
            return;
        }
        Element caption = table.selectFirst("> caption");
        if (caption != null && Phrases.endsSentence(caption.text())) {
            walkChildren(caption, depth, false);
            flush();
        } else if (caption != null) {
            writer.setAside(caption.text(), SetAside.Reason.TITLE);
        }
        int number = writer.newTable();
        HtmlRows spans = new HtmlRows();
        for (Element row : rows) {
            Element part = row.parent();
            boolean head = part != null && part.normalName().equals("thead");
            boolean first = row.equals(rows.getFirst()) && rows.size() > 1;
            boolean header = head
                    || row.select("> td").isEmpty()
                    || (first && HtmlRows.isStrong(row) && !HtmlRows.isStrong(rows.get(1)));
            writer.row(number, header, spans.cells(row));
        }
    }

    private static int width(Element row) {
        return row.select("> td, > th").size();
    }

    private void walkChildrenOfCells(List<Element> rows, int depth) {
        for (Element row : rows) {
            for (Element cell : row.select("> td, > th")) {
                walkChildren(cell, depth, false);
                flush();
            }
        }
    }
}
