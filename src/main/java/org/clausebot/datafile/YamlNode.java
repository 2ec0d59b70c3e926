package org.clausebot.datafile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a YAML file that knows where it stands: a map, a list or words. Asked for another kind than it is, it
 * answers with an error that names file and line.
 */
public final class YamlNode {
    private final Path file;
    private final int line;
    private final Object value;

    YamlNode(Path file, int line, Object value) {
        this.file = file;
        this.line = line;
        this.value = value;
    }

    public Path file() {
        return file;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    /** Its words as written, numbers and dates too; empty for a key without a value. */
    public String text() throws DataFileException {
        if (value instanceof String text) {
            return text;
        }
        throw error("expected words here, found " + kind());
    }

    /** A whole number. */
    public int number() throws DataFileException {
        String text = text();
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new DataFileException(file, line, "expected a whole number, found \"" + text + "\"", e);
        }
    }

    /** {@code true} or {@code false}. */
    public boolean flag() throws DataFileException {
        return switch (text().strip()) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw error("expected true or false, found \"" + other + "\"");
        };
    }

    public boolean isText() {
        return value instanceof String;
    }

    public boolean isList() {
        return value instanceof List;
    }

    public boolean isMap() {
        return value instanceof Map;
    }

    /** Its items in order. */
    public List<YamlNode> list() throws DataFileException {
        if (!(value instanceof List<?> items)) {
            throw error("expected a list here, found " + kind());
        }
        List<YamlNode> nodes = new ArrayList<>();
        items.forEach(item -> nodes.add((YamlNode) item));
        return Collections.unmodifiableList(nodes);
    }

    /** Its items, each of which must be words. */
    public List<String> texts() throws DataFileException {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list()) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    /** Its entries in order. */
    public Map<String, YamlNode> map() throws DataFileException {
        if (!(value instanceof Map<?, ?> entries)) {
            throw error("expected keys and values here, found " + kind());
        }
        Map<String, YamlNode> nodes = new LinkedHashMap<>();
        entries.forEach((key, node) -> nodes.put((String) key, (YamlNode) node));
        return Collections.unmodifiableMap(nodes);
    }

    /** The value of {@code key}, which must be there. */
    public YamlNode get(String key) throws DataFileException {
        Optional<YamlNode> node = optional(key);
        if (node.isEmpty()) {
            throw error("\"" + key + "\" is missing here");
        }
        return node.get();
    }

    public Optional<YamlNode> optional(String key) throws DataFileException {
        return Optional.ofNullable(map().get(key));
    }

    /** Refuses every key but {@code known}, and suggests the one that was probably meant. */
    public void only(String... known) throws DataFileException {
        List<String> keys = List.of(known);
        for (Map.Entry<String, YamlNode> entry : map().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                String hint = Suggestion.of(entry.getKey(), keys)
                        .map(key -> "; did you mean \"" + key + "\"?")
                        .orElse("; known here: " + String.join(", ", keys));
                throw entry.getValue().error("unknown key \"" + entry.getKey() + "\"" + hint);
            }
        }
    }

    /** An error that names this value's file and line. */
    public DataFileException error(String message) {
        return new DataFileException(file, line, message);
    }

    /** As {@link #error(String)}, for what another error led to. */
    public DataFileException error(String message, Throwable cause) {
        return new DataFileException(file, line, message, cause);
    }

    private String kind() {
        if (value instanceof List) {
            return "a list";
        }
        return value instanceof Map ? "keys and values" : "words";
    }
}
