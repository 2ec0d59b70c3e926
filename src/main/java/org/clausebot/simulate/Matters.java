package org.clausebot.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** What is asked, and how it is worded. */
record Matters(List<Matter> all, List<String> openers, List<String> closers, String styleOpener, String styleCloser) {
    private static final String FILE = "/simulate/matters.yaml";

    Matters {
        all = List.copyOf(all);
        openers = List.copyOf(openers);
        closers = List.copyOf(closers);
    }

    static Matters bundled() {
        try (InputStream in = Matters.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + FILE);
            }
            return of(Yaml.parse(Path.of(FILE), new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException | DataFileException e) {
            throw new IllegalStateException("The program cannot read its file " + FILE, e);
        }
    }

    private static Matters of(YamlNode file) throws DataFileException {
        List<Matter> all = new ArrayList<>();
        for (Matter.Kind kind : Matter.Kind.values()) {
            for (YamlNode node : file.get(key(kind)).list()) {
                all.add(matter(kind, node));
            }
        }
        return new Matters(
                all,
                file.get("openers").texts(),
                file.get("closers").texts(),
                file.get("style").get("opener").text(),
                file.get("style").get("closer").text());
    }

    private static String key(Matter.Kind kind) {
        return switch (kind) {
            case GAP -> "gaps";
            case COVERED -> "covered";
            case OFF_TOPIC -> "off-topic";
            case SMALL -> "small";
        };
    }

    private static Matter matter(Matter.Kind kind, YamlNode node) throws DataFileException {
        Optional<YamlNode> clause = node.optional("clause");
        Optional<YamlNode> share = node.optional("share");
        return new Matter(
                node.get("id").text(),
                kind,
                clause.isPresent() ? clause.get().text() : "",
                share.isPresent() ? share.get().number() : 1,
                node.optional("rises").isPresent(),
                node.optional("season").isPresent(),
                node.optional("unhelpful").isPresent(),
                node.get("asks").texts());
    }

    List<Matter> of(Matter.Kind kind) {
        return all.stream().filter(matter -> matter.kind() == kind).toList();
    }
}
