package org.clausebot.datafile;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML files of maps, lists and plain words. Every value knows its line. Anchors, aliases and typed tags are
 * refused: a file that people edit by hand has no need of them, and they are how a small file becomes a huge one.
 */
public final class Yaml {
    private static final int DEPTH = 30;

    private Yaml() {}

    /**
     * The root of {@code file}.
     *
     * @throws DataFileException when the file cannot be read, is empty, is not YAML, repeats a key, nests deeper than 30
     *     or uses an alias
     */
    public static YamlNode read(Path file) throws DataFileException {
        return parse(file, DataText.read(file));
    }

    /** The text of {@code file} without a byte order mark, for those who keep it as well. */
    public static String text(Path file) throws DataFileException {
        return DataText.read(file);
    }

    /** As {@link #read}, for text at hand; {@code file} is only named in errors. */
    public static YamlNode parse(Path file, String text) throws DataFileException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEPTH);
        Node root;
        try {
            root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new DataFileException(file, line, "is not YAML here: " + e.getProblem(), e);
        } catch (YAMLException e) {
            throw new DataFileException(file, 0, "is not YAML: " + e.getMessage(), e);
        }
        if (root == null || root.getTag().equals(Tag.NULL)) {
            throw new DataFileException(file, 0, "is empty");
        }
        return new Reader(file).node(root);
    }

    private static final class Reader {
        private final Path file;
        private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        Reader(Path file) {
            this.file = file;
        }

        YamlNode node(Node node) throws DataFileException {
            int line = line(node);
            if (!seen.add(node)) {
                throw new DataFileException(file, line, "aliases (*name) are not read here; write the value out");
            }
            if (!node.getTag().startsWith(Tag.PREFIX)) {
                throw new DataFileException(file, line, "tags (!name) are not read here");
            }
            return switch (node) {
                case MappingNode map -> new YamlNode(file, line, map(map));
                case SequenceNode list -> new YamlNode(file, line, list(list));
                case ScalarNode scalar -> new YamlNode(file, line, scalar.getValue());
                default -> throw new DataFileException(file, line, "is of a kind that is not read here");
            };
        }

        private Map<String, YamlNode> map(MappingNode node) throws DataFileException {
            Map<String, YamlNode> map = new LinkedHashMap<>();
            for (NodeTuple entry : node.getValue()) {
                if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                    throw new DataFileException(file, line(entry.getKeyNode()), "a key must be a word");
                }
                if (map.put(key.getValue(), node(entry.getValueNode())) != null) {
                    throw new DataFileException(
                            file, line(key), "\"" + key.getValue() + "\" stands twice; keep one of them");
                }
            }
            return map;
        }

        private List<YamlNode> list(SequenceNode node) throws DataFileException {
            List<YamlNode> list = new ArrayList<>();
            for (Node item : node.getValue()) {
                list.add(node(item));
            }
            return list;
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
