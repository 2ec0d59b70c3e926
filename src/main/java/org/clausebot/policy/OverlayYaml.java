package org.clausebot.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/**
 * An overlay as a file. Spans count UTF-16 code units of the document's text.
 *
 * <pre>
 * source: 64 hexadecimal digits
 * details: {review: "June 2027"}
 * corrections:
 *   - {bounds: [120, 180], to: [120, 175]}
 *   - {split: [200, 300], first: [200, 240], second: [247, 300], number: "2.4.7"}
 *   - {join: [300, 340], next: [341, 400]}
 *   - {number: "2.4.8", clause: [401, 420]}
 *   - {introduced: [430, 460], by: [[410, 428]]}
 *   - {restored: [470, 490], number: "2.4.9"}
 *   - {regained: [491, 520], clause: [430, 460]}
 * </pre>
 */
public final class OverlayYaml {
    /** The name of the file beside the document. */
    public static final String FILE = "overlay.yaml";

    private OverlayYaml() {}

    /** @throws LibraryException when it is malformed; the message names file and line */
    public static Overlay read(Path file) throws LibraryException {
        try {
            YamlNode root = Yaml.read(file);
            root.only("source", "details", "corrections");
            List<Correction> corrections = new ArrayList<>();
            Optional<YamlNode> list = root.optional("corrections");
            if (list.isPresent()) {
                for (YamlNode item : list.get().list()) {
                    corrections.add(correction(item));
                }
            }
            Overlay.Details details =
                    root.optional("details").isPresent() ? details(root.get("details")) : Overlay.Details.NONE;
            return new Overlay(root.get("source").text(), details, corrections);
        } catch (DataFileException e) {
            throw new LibraryException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new LibraryException(file + ": " + e.getMessage(), e);
        }
    }

    private static Overlay.Details details(YamlNode node) throws DataFileException {
        node.only("title", "school", "owner", "updated", "review");
        return new Overlay.Details(
                PolicyYaml.text(node, "title"),
                PolicyYaml.text(node, "school"),
                PolicyYaml.text(node, "owner"),
                PolicyYaml.text(node, "updated"),
                PolicyYaml.text(node, "review"));
    }

    private static Correction correction(YamlNode node) throws DataFileException {
        if (node.optional("bounds").isPresent()) {
            node.only("bounds", "to");
            return new Correction.Bounds(span(node.get("bounds")), span(node.get("to")));
        }
        if (node.optional("split").isPresent()) {
            node.only("split", "first", "second", "number");
            return new Correction.Split(
                    span(node.get("split")),
                    span(node.get("first")),
                    span(node.get("second")),
                    node.get("number").text());
        }
        if (node.optional("join").isPresent()) {
            node.only("join", "next");
            return new Correction.Join(span(node.get("join")), span(node.get("next")));
        }
        if (node.optional("introduced").isPresent()) {
            node.only("introduced", "by");
            List<Span> by = new ArrayList<>();
            for (YamlNode part : node.get("by").list()) {
                by.add(span(part));
            }
            return new Correction.Introduced(span(node.get("introduced")), by);
        }
        if (node.optional("restored").isPresent()) {
            node.only("restored", "number");
            return new Correction.Restored(
                    span(node.get("restored")), node.get("number").text());
        }
        if (node.optional("regained").isPresent()) {
            node.only("regained", "clause");
            return new Correction.Regained(span(node.get("clause")), span(node.get("regained")));
        }
        node.only("number", "clause");
        return new Correction.Numbered(
                span(node.get("clause")), node.get("number").text());
    }

    private static Span span(YamlNode node) throws DataFileException {
        List<YamlNode> ends = node.list();
        if (ends.size() != 2) {
            throw node.error("a place is two numbers, such as [120, 180]");
        }
        return new Span(ends.getFirst().number(), ends.getLast().number());
    }

    /** The same overlay always gives the same text. */
    public static String write(Overlay overlay) {
        StringBuilder yaml = new StringBuilder();
        yaml.append("source: ").append(overlay.source()).append('\n');
        StringBuilder details = new StringBuilder();
        Overlay.Details given = overlay.details();
        PolicyYaml.line(details, "  title", given.title());
        PolicyYaml.line(details, "  school", given.school());
        PolicyYaml.line(details, "  owner", given.owner());
        PolicyYaml.line(details, "  updated", given.updated());
        PolicyYaml.line(details, "  review", given.review());
        if (!details.isEmpty()) {
            yaml.append("details:\n").append(details);
        }
        if (!overlay.corrections().isEmpty()) {
            yaml.append("corrections:\n");
            overlay.corrections()
                    .forEach(c -> yaml.append("  - {").append(line(c)).append("}\n"));
        }
        return yaml.toString();
    }

    private static String line(Correction correction) {
        return switch (correction) {
            case Correction.Bounds c -> "bounds: " + pair(c.clause()) + ", to: " + pair(c.to());
            case Correction.Split c ->
                "split: " + pair(c.clause()) + ", first: " + pair(c.first()) + ", second: " + pair(c.second())
                        + ", number: " + PolicyYaml.quoted(c.address());
            case Correction.Join c -> "join: " + pair(c.clause()) + ", next: " + pair(c.next());
            case Correction.Numbered c -> "number: " + PolicyYaml.quoted(c.address()) + ", clause: " + pair(c.clause());
            case Correction.Restored c ->
                "restored: " + pair(c.clause()) + ", number: " + PolicyYaml.quoted(c.address());
            case Correction.Regained c -> "regained: " + pair(c.aside()) + ", clause: " + pair(c.clause());
            case Correction.Introduced c ->
                "introduced: " + pair(c.clause()) + ", by: ["
                        + c.by().stream().map(OverlayYaml::pair).collect(Collectors.joining(", ")) + "]";
        };
    }

    private static String pair(Span span) {
        return "[" + span.start() + ", " + span.end() + "]";
    }
}
