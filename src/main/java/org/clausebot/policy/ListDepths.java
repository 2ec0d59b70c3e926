package org.clausebot.policy;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep an item of a Word list lies. A list's own level says so only within that list: an (a) of a second list,
 * begun at its outermost level and only indented, still belongs under the 1.1 of the first.
 */
final class ListDepths {
    private record Open(String list, int level, int left) {}

    private static final int TOLERANCE = 60;

    private final Deque<Open> open = new ArrayDeque<>();

    /** A heading begins everything anew. */
    void reset() {
        open.clear();
    }

    /** @param left where the item's words begin, in twentieths of a point from the margin */
    int depth(WordNumbering.Mark mark, int left) {
        boolean known = open.stream().anyMatch(o -> isKin(o, mark) && o.level() <= mark.level());
        while (!open.isEmpty() && !isParent(open.element(), mark, left, known)) {
            boolean sibling = isKin(open.element(), mark) && open.element().level() == mark.level();
            open.pop();
            if (sibling) {
                break;
            }
        }
        open.push(new Open(mark.list(), mark.level(), left));
        return open.size() - 1;
    }

    private static boolean isKin(Open above, WordNumbering.Mark mark) {
        return above.list().equals(mark.list());
    }

    private static boolean isParent(Open above, WordNumbering.Mark mark, int left, boolean known) {
        return isKin(above, mark) ? above.level() < mark.level() : !known && above.left() < left - TOLERANCE;
    }

    /** Whether words that begin at {@code left} go on inside the item before them. */
    boolean within(int left) {
        return !open.isEmpty()
                && open.element().left() > 0
                && left >= open.element().left() - TOLERANCE;
    }
}
