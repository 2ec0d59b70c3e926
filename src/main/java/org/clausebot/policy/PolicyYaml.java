package org.clausebot.policy;

import java.nio.file.Path;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** The file {@code policy.yaml} that stands beside a policy document. */
final class PolicyYaml {
    static final String FILE = "policy.yaml";

    private PolicyYaml() {}

    /** @throws LibraryException when it is missing or malformed; the message names file and line */
    static Given read(Path file) throws LibraryException {
        try {
            YamlNode root = Yaml.read(file);
            root.only("id", "title", "school", "owner", "updated", "review");
            YamlNode id = root.get("id");
            try {
                return new Given(
                        new PolicyId(id.text()),
                        text(root, "title"),
                        text(root, "school"),
                        text(root, "owner"),
                        text(root, "updated"),
                        text(root, "review"));
            } catch (IllegalArgumentException e) {
                throw new LibraryException(file + ":" + id.line() + ": " + e.getMessage(), e);
            }
        } catch (DataFileException e) {
            throw new LibraryException(String.valueOf(e.getMessage()), e);
        }
    }

    static String write(PolicyDetails details) {
        StringBuilder yaml = new StringBuilder();
        line(yaml, "id", Optional.of(details.id().value()));
        line(yaml, "title", Optional.of(details.title()));
        line(yaml, "school", details.school());
        line(yaml, "owner", details.owner());
        line(yaml, "updated", details.updated());
        line(yaml, "review", details.review());
        return yaml.toString();
    }

    static Optional<String> text(YamlNode root, String key) throws DataFileException {
        Optional<YamlNode> node = root.optional(key);
        if (node.isEmpty() || node.get().text().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(node.get().text().strip());
    }

    static void line(StringBuilder yaml, String key, Optional<String> value) {
        value.ifPresent(
                words -> yaml.append(key).append(": ").append(quoted(words)).append('\n'));
    }

    /** Double-quoted, so that whatever a title holds is read back the same. */
    static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
