package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The styles of a Word document, with what each inherits from the one it is based on. */
final class WordStyles {
    /** Built-in heading styles: Word's own name, LibreOffice's, and the commonest translations. */
    private static final Pattern HEADING =
            Pattern.compile("(?:heading|berschrift|überschrift|titre|kop|overskrift|rubrik"
                    + "|título|titulo|titolo|nagłówek|nadpis|otsikko|címsor|заголовок|pennawd)[ _]?([1-9])");

    private static final Pattern CONTENTS = Pattern.compile("(?:toc|contents|inhaltsverzeichnis|verzeichnis)[ _]?"
            + "(?:[1-9]|heading|title)|toc|index heading|contents|table of (?:figures|contents)");
    private static final Pattern TITLE = Pattern.compile("title|subtitle|titel|untertitel|sous-titre|cover ?title");
    private static final int DEEPEST_CHAIN = 30;

    /** How the characters of a style or a run are set; empty where it leaves that to what is around it. */
    record Setting(
            Optional<Boolean> bold,
            Optional<Boolean> caps,
            Optional<Boolean> hidden,
            boolean underlined,
            OptionalInt size) {
        static final Setting NONE =
                new Setting(Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty());

        static Setting of(Optional<XmlNode> properties) {
            return properties
                    .map(p -> new Setting(
                            p.toggle("w:b"),
                            p.toggle("w:caps"),
                            p.toggle("w:vanish"),
                            p.value("w:u").filter(u -> !u.equals("none")).isPresent(),
                            p.numberAt("w:sz")))
                    .orElse(NONE);
        }
    }

    private record Style(String id, String name, Optional<String> basedOn, XmlNode node, Setting setting) {}

    /** A list and the level in it. */
    record Numbered(String list, OptionalInt level) {}

    private final Map<String, Style> styles = new HashMap<>();
    private Optional<String> standard = Optional.empty();
    private int bodySize = 20;

    private WordStyles() {}

    static WordStyles none() {
        return new WordStyles();
    }

    /** @param part the root of {@code styles.xml} */
    static WordStyles of(XmlNode part) {
        WordStyles read = new WordStyles();
        read.bodySize =
                part.numberAt("w:docDefaults", "w:rPrDefault", "w:rPr", "w:sz").orElse(20);
        for (XmlNode node : part.children("w:style")) {
            String id = node.attribute("styleId").orElse("");
            String name = node.value("w:name").orElse(id).toLowerCase(Locale.ROOT);
            read.styles.put(id, new Style(id, name, node.value("w:basedOn"), node, Setting.of(node.child("w:rPr"))));
            if (node.attribute("type").filter("paragraph"::equals).isPresent()
                    && node.attribute("default")
                            .filter(d -> !d.equals("0") && !d.equals("false"))
                            .isPresent()) {
                read.standard = Optional.of(id);
            }
        }
        read.bodySize = read.size(read.standard).orElse(read.bodySize);
        return read;
    }

    /** The lists that numbering styles stand for, by style. */
    Map<String, String> styleLists() {
        Map<String, String> lists = new LinkedHashMap<>();
        styles.forEach((id, style) ->
                style.node().value("w:pPr", "w:numPr", "w:numId").ifPresent(list -> lists.put(id, list)));
        return lists;
    }

    /** The paragraph style of {@code p}, or the document's standard one. */
    Optional<String> styleOf(XmlNode p) {
        return p.value("w:pPr", "w:pStyle").filter(styles::containsKey).or(() -> standard);
    }

    /** Size of body text in half points. */
    int bodySize() {
        return bodySize;
    }

    OptionalInt size(Optional<String> style) {
        return chain(style).stream()
                .map(s -> s.setting().size())
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** A switch as {@code style} leaves it: the nearest style in its chain that says anything. */
    boolean on(Optional<String> style, Function<Setting, Optional<Boolean>> property) {
        return chain(style).stream()
                .map(s -> property.apply(s.setting()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(false);
    }

    boolean underlined(Optional<String> style) {
        return chain(style).stream().anyMatch(s -> s.setting().underlined());
    }

    /** 1 to 9 when {@code style} is a heading, by its outline level or its name. */
    OptionalInt headingLevel(Optional<String> style) {
        for (Style step : chain(style)) {
            OptionalInt outline = step.node().numberAt("w:pPr", "w:outlineLvl");
            if (outline.isPresent()) {
                return outline.getAsInt() >= 0 && outline.getAsInt() < 9
                        ? OptionalInt.of(outline.getAsInt() + 1)
                        : OptionalInt.empty();
            }
            Matcher name = HEADING.matcher(step.name());
            if (name.matches()) {
                return OptionalInt.of(Integer.parseInt(name.group(1)));
            }
        }
        return OptionalInt.empty();
    }

    boolean isTitle(Optional<String> style) {
        return chain(style).stream().anyMatch(s -> TITLE.matcher(s.name()).matches());
    }

    boolean isContents(Optional<String> style) {
        return chain(style).stream().anyMatch(s -> CONTENTS.matcher(s.name()).matches());
    }

    /** The list that {@code style} puts its paragraphs in; list 0 is Word's way to say none. */
    Optional<Numbered> numbering(Optional<String> style, WordNumbering numbering) {
        Optional<String> list = Optional.empty();
        OptionalInt level = OptionalInt.empty();
        for (Style step : chain(style)) {
            Optional<XmlNode> numPr = step.node().child("w:pPr", "w:numPr");
            if (level.isEmpty() && numPr.isPresent()) {
                level = numPr.get().numberAt("w:ilvl");
            }
            list = numPr.flatMap(n -> n.value("w:numId"));
            if (list.isPresent()) {
                break;
            }
        }
        if (list.isEmpty() || list.get().equals("0")) {
            return Optional.empty();
        }
        for (Style step : chain(style)) {
            OptionalInt tied = numbering.levelOfStyle(list.get(), step.id());
            if (tied.isPresent()) {
                return Optional.of(new Numbered(list.get(), tied));
            }
        }
        return Optional.of(new Numbered(list.get(), level));
    }

    /** What {@code style} says of the indent property {@code side} ({@code left}, {@code hanging}), in twips. */
    OptionalInt indent(Optional<String> style, String side) {
        return chain(style).stream()
                .map(s -> s.node()
                        .child("w:pPr", "w:ind")
                        .map(i -> i.number(side))
                        .orElse(OptionalInt.empty()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private List<Style> chain(Optional<String> style) {
        List<Style> chain = new ArrayList<>();
        Style at = style.map(styles::get).orElse(null);
        while (at != null && chain.size() < DEEPEST_CHAIN) {
            chain.add(at);
            at = at.basedOn().map(styles::get).orElse(null);
        }
        return chain;
    }
}
