package org.clausebot.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** An element of a part of a Word document: its name with the customary prefix ({@code w:p}), attributes, children. */
final class XmlNode {
    private static final List<XmlNode> NONE = List.of();

    private final String name;
    private Map<String, String> attributes = Map.of();
    private List<XmlNode> children = NONE;
    private String text = "";

    XmlNode(String name) {
        this.name = name;
    }

    void put(String attribute, String value) {
        if (attributes.isEmpty()) {
            attributes = new HashMap<>(4);
        }
        attributes.put(attribute, value);
    }

    void add(XmlNode child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void text(String words) {
        text = text.isEmpty() ? words : text + words;
    }

    String name() {
        return name;
    }

    boolean is(String other) {
        return name.equals(other);
    }

    String text() {
        return text;
    }

    /** The name and the attributes, alike for elements that are. */
    String tag() {
        return name + new TreeMap<>(attributes);
    }

    List<XmlNode> children() {
        return Collections.unmodifiableList(children);
    }

    List<XmlNode> children(String called) {
        return children.stream().filter(c -> c.is(called)).toList();
    }

    Optional<String> attribute(String called) {
        return Optional.ofNullable(attributes.get(called));
    }

    OptionalInt number(String attribute) {
        return number(attribute(attribute));
    }

    private static OptionalInt number(Optional<String> written) {
        try {
            return written.map(w -> OptionalInt.of(Math.toIntExact(Math.round(Double.parseDouble(w.strip())))))
                    .orElse(OptionalInt.empty());
        } catch (NumberFormatException | ArithmeticException e) {
            return OptionalInt.empty();
        }
    }

    /** The first element reached by going down {@code path} from here. */
    Optional<XmlNode> child(String... path) {
        XmlNode at = this;
        for (String step : path) {
            XmlNode next = null;
            for (XmlNode child : at.children) {
                if (child.is(step)) {
                    next = child;
                    break;
                }
            }
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /** The {@code val} of the element at {@code path}. */
    Optional<String> value(String... path) {
        return child(path).flatMap(n -> n.attribute("val"));
    }

    /** The {@code val} of the element at {@code path} as a whole number. */
    OptionalInt numberAt(String... path) {
        return number(value(path));
    }

    /** A switch such as {@code w:b}: absent, on or off. */
    Optional<Boolean> toggle(String property) {
        return child(property)
                .map(n -> n.attribute("val")
                        .map(v -> !v.equals("0") && !v.equals("false") && !v.equals("off"))
                        .orElse(true));
    }
}
