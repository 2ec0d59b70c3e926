package org.clausebot.policy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The numbers that Word prints before the paragraphs of its lists and keeps nowhere in their text. Paragraphs are given
 * in reading order; each is counted whether or not it has words, as Word does.
 *
 * <p>Counters belong to the abstract definition, so two lists that share one go on counting; a list with a start of its
 * own begins with it the first time it is used at that level.
 */
final class WordNumbering {
    static final int LEVELS = 9;
    private static final int UNSET = Integer.MIN_VALUE;

    /**
     * A level of a list.
     *
     * @param text the pattern of its label, {@code %1.%2}
     * @param format {@code w:numFmt}; {@code custom:N} for noughts up to N digits
     * @param restart after which level (counted from 1) it begins again; empty for any above it; 0 for never
     * @param legal whether every number in the label is printed as a decimal
     * @param style the paragraph style tied to it, if any
     * @param left how far its text stands from the margin, in twentieths of a point
     */
    record Level(
            int start,
            String format,
            String text,
            OptionalInt restart,
            boolean legal,
            Optional<String> style,
            OptionalInt left) {

        static final Level PLAIN =
                new Level(1, "decimal", "", OptionalInt.empty(), false, Optional.empty(), OptionalInt.empty());

        boolean bullet() {
            return format.equals("bullet");
        }
    }

    /** What stands before a paragraph: a label, or a bullet (no label), of which list and at what level. */
    record Mark(String list, int level, Optional<String> label, OptionalInt left) {}

    private final Map<String, Map<Integer, Level>> definitions = new HashMap<>();
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, Map<Integer, Level>> overrides = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> starts = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final Set<String> begun = new HashSet<>();

    private WordNumbering() {}

    static WordNumbering none() {
        return new WordNumbering();
    }

    /**
     * @param part the root of {@code numbering.xml}
     * @param styleLists the list that each numbering style stands for
     */
    static WordNumbering of(XmlNode part, Map<String, String> styleLists) {
        WordNumbering numbering = new WordNumbering();
        Map<String, String> linkedStyle = new HashMap<>();
        Map<String, String> definedStyle = new HashMap<>();
        for (XmlNode definition : part.children("w:abstractNum")) {
            String id = definition.attribute("abstractNumId").orElse("");
            numbering.definitions.put(id, levels(definition.children("w:lvl")));
            definition.value("w:numStyleLink").ifPresent(s -> linkedStyle.put(id, s));
            definition.value("w:styleLink").ifPresent(s -> definedStyle.put(s, id));
        }
        for (XmlNode list : part.children("w:num")) {
            numbering.list(list);
        }
        linkedStyle.forEach((id, style) -> {
            String target = Optional.ofNullable(styleLists.get(style))
                    .map(numbering.definitionOf::get)
                    .orElse(definedStyle.get(style));
            if (target != null && !target.equals(id)) {
                numbering.definitionOf.replaceAll((list, def) -> def.equals(id) ? target : def);
            }
        });
        return numbering;
    }

    private void list(XmlNode list) {
        String id = list.attribute("numId").orElse("");
        definitionOf.put(id, list.value("w:abstractNumId").orElse(""));
        for (XmlNode override : list.children("w:lvlOverride")) {
            int at = override.number("ilvl").orElse(0);
            override.numberAt("w:startOverride")
                    .ifPresent(s ->
                            starts.computeIfAbsent(id, k -> new HashMap<>()).put(at, s));
            override.child("w:lvl")
                    .ifPresent(l ->
                            overrides.computeIfAbsent(id, k -> new HashMap<>()).put(at, level(l)));
        }
    }

    private static Map<Integer, Level> levels(List<XmlNode> nodes) {
        Map<Integer, Level> levels = new HashMap<>();
        for (XmlNode node : nodes) {
            levels.put(node.number("ilvl").orElse(0), level(node));
        }
        return levels;
    }

    private static Level level(XmlNode node) {
        XmlNode format = node.child("w:numFmt")
                .or(() -> node.child("mc:AlternateContent", "mc:Choice", "w:numFmt"))
                .orElse(new XmlNode("w:numFmt"));
        String kind = format.attribute("val").orElse("decimal");
        if (kind.equals("custom")) {
            String first =
                    format.attribute("format").orElse("").split(",", 2)[0].strip();
            kind = first.matches("0+1") ? "custom:" + first.length() : "decimal";
        }
        XmlNode indent = node.child("w:pPr", "w:ind").orElse(new XmlNode("w:ind"));
        return new Level(
                node.numberAt("w:start").orElse(kind.equals("bullet") ? 1 : 0),
                kind,
                node.value("w:lvlText").orElse(""),
                node.numberAt("w:lvlRestart"),
                node.toggle("w:isLgl").orElse(false),
                node.value("w:pStyle"),
                indent.number("left").isPresent() ? indent.number("left") : indent.number("start"));
    }

    /** The level of list {@code numId} that is tied to paragraph style {@code style}. */
    OptionalInt levelOfStyle(String numId, String style) {
        for (int at = 0; at < LEVELS; at++) {
            if (levelAt(numId, at).style().filter(style::equals).isPresent()) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** Counts a paragraph of list {@code numId} and gives what is printed before it; nothing if there is no such list. */
    Optional<Mark> count(String numId, int ilvl) {
        String definition = definitionOf.get(numId);
        if (definition == null || ilvl < 0 || ilvl >= LEVELS) {
            return Optional.empty();
        }
        Level level = levelAt(numId, ilvl);
        int[] counter = counters.computeIfAbsent(definition, k -> unset());
        advance(numId, ilvl, counter);
        if (level.bullet()) {
            return level.text().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Mark(definition, ilvl, Optional.empty(), level.left()));
        }
        String label = label(numId, level, counter).strip();
        return label.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mark(definition, ilvl, Optional.of(label), level.left()));
    }

    private void advance(String numId, int ilvl, int[] counter) {
        OptionalInt own = start(numId, ilvl);
        boolean first = begun.add(numId + '/' + ilvl);
        if ((own.isPresent() && first) || counter[ilvl] == UNSET) {
            counter[ilvl] = own.orElse(levelAt(numId, ilvl).start());
        } else {
            counter[ilvl]++;
        }
        for (int above = 0; above < ilvl; above++) {
            if (counter[above] == UNSET) {
                counter[above] =
                        start(numId, above).orElse(levelAt(numId, above).start());
            }
        }
        for (int below = ilvl + 1; below < LEVELS; below++) {
            OptionalInt restart = levelAt(numId, below).restart();
            if (restart.isEmpty() || ilvl < restart.getAsInt()) {
                counter[below] = UNSET;
            }
        }
    }

    private String label(String numId, Level level, int[] counter) {
        StringBuilder label = new StringBuilder();
        String pattern = level.text();
        int i = 0;
        while (i < pattern.length()) {
            char c = pattern.charAt(i++);
            int digit = c == '%' && i < pattern.length() ? pattern.charAt(i) - '1' : -1;
            if (digit < 0 || digit >= LEVELS) {
                label.append(c);
                continue;
            }
            i++;
            if (counter[digit] != UNSET) {
                label.append(print(counter[digit], levelAt(numId, digit), level.legal()));
            }
        }
        return label.toString();
    }

    private static String print(int number, Level level, boolean legal) {
        if (level.format().startsWith("custom:")) {
            return NumberFormat.padded(number, Integer.parseInt(level.format().substring(7)));
        }
        return NumberFormat.print(number, legal && !level.format().equals("decimalZero") ? "decimal" : level.format());
    }

    private OptionalInt start(String numId, int ilvl) {
        Integer own = starts.getOrDefault(numId, Map.of()).get(ilvl);
        return own == null ? OptionalInt.empty() : OptionalInt.of(own);
    }

    private Level levelAt(String numId, int ilvl) {
        Level own = overrides.getOrDefault(numId, Map.of()).get(ilvl);
        if (own != null) {
            return own;
        }
        String definition = definitionOf.getOrDefault(numId, "");
        return definitions.getOrDefault(definition, Map.of()).getOrDefault(ilvl, Level.PLAIN);
    }

    private static int[] unset() {
        int[] counter = new int[LEVELS];
        Arrays.fill(counter, UNSET);
        return counter;
    }
}
