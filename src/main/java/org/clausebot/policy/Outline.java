package org.clausebot.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The headings that are open at one place of a document, outermost first. */
final class Outline {
    /** An open heading: how it was set, and the name it has in a heading path. */
    record Open(Optional<Label> label, int level, Style style, String name) {}

    enum Style {
        DECLARED,
        CAPITALS,
        STRONG,
        PLAIN
    }

    private final List<Open> open = new ArrayList<>();

    /** Closes what {@code heading} ends, and opens it. Answers how many headings stay open above it. */
    int enter(Piece heading) {
        Open entered = new Open(heading.label(), heading.level(), style(heading), name(heading));
        int keep = Math.max(0, keep(entered, heading));
        while (open.size() > keep) {
            open.removeLast();
        }
        open.add(entered);
        return keep;
    }

    /**
     * Closes the headings that a clause with this number ends: one numbered 5.3 stands beside the heading 5.2 and not
     * under it. Answers how many headings stay open.
     */
    int leave(Label label) {
        while (!open.isEmpty()
                && open.getLast().label().filter(l -> isBeside(l, label)).isPresent()) {
            open.removeLast();
        }
        return open.size();
    }

    private static boolean isBeside(Label heading, Label clause) {
        return heading.kind() == Label.Kind.COMPOUND
                && clause.kind() == Label.Kind.COMPOUND
                && !heading.name().equals(clause.name())
                && !heading.name().endsWith(".0")
                && stem(heading.name()).equals(stem(clause.name()))
                && !stem(clause.name()).isEmpty();
    }

    private static String stem(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    List<String> path() {
        return open.stream().map(Open::name).toList();
    }

    private static Style style(Piece heading) {
        if (heading.isDeclaredHeading()) {
            return Style.DECLARED;
        }
        if (Phrases.isCapitals(heading.words())) {
            return Style.CAPITALS;
        }
        return heading.look() == Block.Look.PLAIN ? Style.PLAIN : Style.STRONG;
    }

    private static String name(Piece heading) {
        if (heading.label().isEmpty() || heading.isDivision()) {
            return heading.words();
        }
        return heading.label().get().printed() + " " + heading.words();
    }

    private int keep(Open entered, Piece heading) {
        if (heading.isDivision() || isTop(heading.words())) {
            return division(entered);
        }
        if (entered.label().isPresent()) {
            return numbered(entered, entered.label().get());
        }
        return entered.level() > 0 ? declared(entered.level()) : styled(entered.style());
    }

    private static boolean isTop(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return ControlLines.isControlHeading(words)
                || lower.startsWith("appendix")
                || lower.startsWith("annex")
                || lower.startsWith("schedule ")
                || lower.startsWith("schedule:");
    }

    private int division(Open entered) {
        if (entered.level() > 0) {
            return declared(entered.level());
        }
        String kind = firstWord(entered.name());
        if (kind.equals("appendix") || kind.equals("annex") || kind.equals("annexe") || isTop(entered.name())) {
            return 0;
        }
        for (int i = 0; i < open.size(); i++) {
            if (firstWord(open.get(i).name()).equals(kind)) {
                return i;
            }
        }
        return 0;
    }

    private static String firstWord(String words) {
        int end = words.indexOf(' ');
        return (end < 0 ? words : words.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private int numbered(Open entered, Label label) {
        if (label.kind() == Label.Kind.COMPOUND) {
            return compound(entered, label);
        }
        for (int i = open.size() - 1; i >= 0; i--) {
            Optional<Label> other = open.get(i).label();
            boolean sibling = other.filter(o -> o.kind() == label.kind()).isPresent();
            boolean series = sibling
                    && (label.value() > other.get().value()
                            || entered.level() == open.get(i).level());
            if (series) {
                return i;
            }
        }
        if (entered.level() > 0) {
            return declared(entered.level());
        }
        int keep = open.size();
        while (keep > 0
                && open.get(keep - 1).label().isEmpty()
                && open.get(keep - 1).style() != Style.DECLARED
                && isHigher(entered.style(), open.get(keep - 1).style())) {
            keep--;
        }
        while (keep > 0 && isCompound(open.get(keep - 1)) && label.kind() != Label.Kind.UPPER_LETTER) {
            keep--;
        }
        return keep;
    }

    private static boolean isCompound(Open heading) {
        return heading.label().filter(l -> l.kind() == Label.Kind.COMPOUND).isPresent();
    }

    private static boolean isHigher(Style one, Style other) {
        return one.compareTo(other) <= 0;
    }

    private int compound(Open entered, Label label) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Optional<Label> other = open.get(i).label();
            if (other.filter(o -> o.kind() != Label.Kind.DIVISION && isUnder(label.name(), o.name()))
                    .isPresent()) {
                return i + 1;
            }
        }
        if (entered.level() > 0) {
            return declared(entered.level());
        }
        int keep = open.size();
        while (keep > 0
                && !open.get(keep - 1)
                        .label()
                        .filter(l -> l.kind() == Label.Kind.DIVISION)
                        .isPresent()
                && (open.get(keep - 1).label().isPresent() || open.get(keep - 1).level() == 0)) {
            keep--;
        }
        return keep;
    }

    /** Whether the number {@code name} is a part of the number {@code parent}: 1.1 of 1, of 1.0 and of A; A1 of A. */
    static boolean isUnder(String name, String parent) {
        String stem = parent.endsWith(".0") ? parent.substring(0, parent.length() - 2) : parent;
        if (!name.startsWith(stem) || name.length() <= stem.length() || name.equals(parent)) {
            return false;
        }
        char after = name.charAt(stem.length());
        boolean digitAfterLetter = Character.isDigit(after) && Character.isLetter(stem.charAt(stem.length() - 1));
        return after == '.' || after == '(' || digitAfterLetter;
    }

    private int declared(int level) {
        int keep = open.size();
        while (keep > 0
                && (open.get(keep - 1).level() == 0 || open.get(keep - 1).level() >= level)) {
            keep--;
        }
        return keep;
    }

    private int styled(Style style) {
        for (int i = 0; i < open.size(); i++) {
            Open other = open.get(i);
            boolean numbered = other.label().isPresent() && style != Style.CAPITALS;
            if (other.style() == style && other.level() == 0 && !numbered) {
                return i;
            }
        }
        int keep = open.size();
        while (keep > 0
                && open.get(keep - 1).level() == 0
                && open.get(keep - 1).label().isEmpty()
                && isHigher(style, open.get(keep - 1).style())) {
            keep--;
        }
        return keep;
    }
}
