package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Composes addresses from printed numbers. It computes none: it only remembers what is open. */
final class Numbering {
    /**
     * An open number.
     *
     * @param heading how many headings were open when it was printed, if it is a heading's; -1 if a clause's
     * @param clause the clause that carries it, if it is a clause's
     */
    private record Level(Label label, String address, int heading, int indent, int depth, Optional<Clause> clause) {}

    private final List<Level> open = new ArrayList<>();
    private final Map<String, Integer> printed = new HashMap<>();
    private final boolean runsOn;

    /** @param runsOn whether plain numbers run on through the sections, so that no section's number belongs to them */
    Numbering(boolean runsOn) {
        this.runsOn = runsOn;
    }

    /** Opens a heading of which {@code above} headings stay open; closes the numbers of what it ends. */
    void enterHeading(Piece heading, int above) {
        open.removeIf(level -> level.heading() < 0 || level.heading() >= above);
        Optional<Label> label = heading.label().filter(l -> l.kind() != Label.Kind.DIVISION);
        label.ifPresent(
                l -> open.add(new Level(l, address(l), above, heading.indent(), heading.depth(), Optional.empty())));
    }

    /** Closes the numbers of all headings but the {@code kept} outermost, and of what stands under them. */
    void keepHeadings(int kept) {
        open.stream()
                .filter(level -> level.heading() >= kept)
                .findFirst()
                .map(open::indexOf)
                .ifPresent(first -> open.subList(first, open.size()).clear());
    }

    /** The number of the innermost open heading that has one, if it is the innermost heading. */
    Optional<String> headingNumber(int openHeadings) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Level level = open.get(i);
            if (level.heading() >= 0) {
                return level.heading() == openHeadings - 1 ? Optional.of(level.address()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What is open above a number that has just been placed. */
    record Placed(String address, Optional<Clause> parent, boolean opensSeries) {}

    /** Closes what a clause with this label ends, and says what its address is. Call {@link #opened} next. */
    Placed place(Piece piece) {
        Label label = piece.label().orElseThrow();
        boolean opens = true;
        if (label.kind() == Label.Kind.COMPOUND || (label.kind() == Label.Kind.SECTION && label.value() == 0)) {
            while (!open.isEmpty()
                    && !Outline.isUnder(label.name(), open.getLast().address())
                    && (open.getLast().heading() < 0)) {
                opens &= open.getLast().label().kind() != label.kind();
                open.removeLast();
            }
        } else {
            int sibling = sibling(piece, label);
            opens = sibling < 0;
            if (opens && label.kind() == Label.Kind.NUMBER && label.value() > 1 && !piece.listed()) {
                closeClauses();
            }
            int keep = opens ? nested(piece) : sibling;
            while (open.size() > keep) {
                open.removeLast();
            }
        }
        Optional<Clause> parent =
                open.isEmpty() ? Optional.empty() : open.getLast().clause();
        return new Placed(address(label), parent, opens);
    }

    /** Whether {@code piece} goes on with a series that is open. */
    boolean continues(Piece piece) {
        Label label = piece.label().orElseThrow();
        return label.kind() == Label.Kind.COMPOUND || sibling(piece, label) >= 0;
    }

    /** Closes the numbers of clauses, where the text has come back to its section. */
    void closeClauses() {
        open.removeIf(level -> level.heading() < 0);
    }

    /** Leaves {@code clause} open, so that what is under it can be composed with it. */
    void opened(Piece piece, String address, Clause clause) {
        open.add(new Level(
                piece.label().orElseThrow(), address, -1, piece.indent(), piece.depth(), Optional.of(clause)));
    }

    /** {@code address}, with {@code (2nd)} and so on when it has been printed before. */
    String unique(String address) {
        int times = printed.merge(address, 1, Integer::sum);
        return times == 1 ? address : address + " (" + times + ordinal(times) + ")";
    }

    private static String ordinal(int times) {
        int last = times % 10;
        boolean teen = times % 100 / 10 == 1;
        if (teen || last == 0 || last > 3) {
            return "th";
        }
        return last == 1 ? "st" : last == 2 ? "nd" : "rd";
    }

    private int sibling(Piece piece, Label label) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Level level = open.get(i);
            if (level.label().kind() != label.kind() && !(isPlain(level.label()) && isPlain(label))) {
                continue;
            }
            if (label.kind() == Label.Kind.NUMBER && level.label().kind() == Label.Kind.BRACKETED_NUMBER) {
                continue;
            }
            boolean deeper = piece.depth() > level.depth() || piece.indent() > level.indent() + 2;
            boolean shallower = piece.listed() && piece.depth() < level.depth();
            int step = label.value() - level.label().value();
            if (shallower || (step <= 0 && deeper)) {
                continue;
            }
            if (step >= 0 || !hasLower(i, label)) {
                return level.heading() >= 0 && step <= 0 ? -1 : i;
            }
        }
        return -1;
    }

    private static boolean isPlain(Label label) {
        return label.kind() == Label.Kind.NUMBER || label.kind() == Label.Kind.SECTION;
    }

    /** Whether an outer level continues better with {@code label} than level {@code i} would restart with it. */
    private boolean hasLower(int i, Label label) {
        for (int outer = i - 1; outer >= 0; outer--) {
            Label other = open.get(outer).label();
            if (other.kind() == label.kind() && label.value() == other.value() + 1) {
                return true;
            }
        }
        return false;
    }

    /** How many levels a new series lies under: all that are open, but for those of lists that it is not inside. */
    private int nested(Piece piece) {
        int keep = open.size();
        while (piece.listed() && keep > 0) {
            Level last = open.get(keep - 1);
            if (last.heading() >= 0
                    || last.depth() < piece.depth()
                    || last.label().kind() == Label.Kind.COMPOUND) {
                break;
            }
            keep--;
        }
        return keep;
    }

    private String address(Label label) {
        if (label.kind() == Label.Kind.COMPOUND || label.name().indexOf('.') >= 0) {
            return label.printed();
        }
        if (open.isEmpty()) {
            return label.after("");
        }
        Level parent = open.getLast();
        boolean apart = runsOn && label.kind() == Label.Kind.NUMBER && parent.heading() >= 0;
        return apart ? label.printed() : label.after(parent.address());
    }
}
