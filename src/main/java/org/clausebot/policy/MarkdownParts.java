package org.clausebot.policy;

import java.util.ArrayDeque;
import java.util.Deque;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Looks at parts of a Markdown document's tree that say something by how they are made. */
final class MarkdownParts {
    private MarkdownParts() {}

    /** Whether every item of {@code list}, at every depth, is only a link to a place in the same document. */
    static boolean isContents(Node list) {
        Deque<Node> rest = new ArrayDeque<>();
        rest.push(list);
        int links = 0;
        while (!rest.isEmpty()) {
            Node node = rest.pop();
            boolean holds = node instanceof ListBlock || node instanceof ListItem || node instanceof Paragraph;
            if (node instanceof Link link) {
                if (!link.getDestination().startsWith("#")) {
                    return false;
                }
                links++;
            } else if (node instanceof Text text) {
                if (!text.getLiteral().isBlank()) {
                    return false;
                }
            } else if (!holds && !(node instanceof SoftLineBreak)) {
                return false;
            } else {
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    rest.push(child);
                }
            }
        }
        return links > 1;
    }

    /** Whether {@code paragraph} is nothing but a link to another place of the document, such as "Back to top". */
    static boolean leadsElsewhere(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Link link
                && link.getNext() == null
                && link.getDestination().startsWith("#");
    }

    /**
     * Parts {@code paragraph} where a line begins with bold words and a colon or stop, as its first line does: such
     * lines are definitions or rules of their own. What is parted off follows as paragraphs.
     */
    static void partDefinitions(Paragraph paragraph) {
        if (!opensBold(paragraph.getFirstChild())) {
            return;
        }
        for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak && opensBold(node.getNext())) {
                Paragraph rest = new Paragraph();
                move(node.getNext(), rest);
                node.unlink();
                paragraph.insertAfter(rest);
                return;
            }
        }
    }

    private static boolean opensBold(@Nullable Node node) {
        if (!(node instanceof StrongEmphasis strong) || !(strong.getLastChild() instanceof Text last)) {
            return false;
        }
        String after = strong.getNext() instanceof Text text ? text.getLiteral() : "";
        return last.getLiteral().endsWith(":") || last.getLiteral().endsWith(".") || after.startsWith(":");
    }

    private static void move(@Nullable Node from, Node to) {
        Node node = from;
        while (node != null) {
            Node next = node.getNext();
            to.appendChild(node);
            node = next;
        }
    }
}
