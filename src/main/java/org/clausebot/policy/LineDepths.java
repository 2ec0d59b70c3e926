package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;

/** How deep list items lie in a document of lines: by their indents, which drift, and by their marks where these nest. */
final class LineDepths {
    private static final int TOLERANCE = 1;
    private static final String MARKS_OF_INNER_LISTS = "o\u25E6\u25CB";

    private record Level(int indent, String mark) {}

    private final List<Level> open = new ArrayList<>();

    /**
     * @param indent in characters
     * @param mark the bullet as printed; empty when there is none
     * @param before the words that stand before the item
     */
    int of(int indent, String mark, String before) {
        while (!open.isEmpty() && indent < open.getLast().indent() - TOLERANCE) {
            open.removeLast();
        }
        if (open.isEmpty() || indent > open.getLast().indent() + TOLERANCE) {
            open.add(new Level(indent, mark));
            return open.size() - 1;
        }
        int known = level(indent, mark);
        if (known >= 0) {
            open.subList(known + 1, open.size()).clear();
        } else if (before.endsWith(":") || MARKS_OF_INNER_LISTS.contains(mark)) {
            open.add(new Level(indent, mark));
        }
        return open.size() - 1;
    }

    /** Which open level at this indent has this mark; -1 when none has. */
    private int level(int indent, String mark) {
        for (int i = open.size() - 1; i >= 0 && Math.abs(open.get(i).indent() - indent) <= TOLERANCE; i--) {
            if (open.get(i).mark().equals(mark)) {
                return i;
            }
        }
        return -1;
    }

    void clear() {
        open.clear();
    }
}
