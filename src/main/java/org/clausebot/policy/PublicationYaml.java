package org.clausebot.policy;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;

/** A row of a policy's history as a file; its number is the file's name. */
final class PublicationYaml {
    private PublicationYaml() {}

    static Publication read(Path file, int number) throws LibraryException {
        try {
            YamlNode root = Yaml.read(file);
            root.only("kind", "version", "name", "from", "at", "by", "note", "review", "about");
            Optional<YamlNode> about = root.optional("about");
            return new Publication(
                    number,
                    Publication.Kind.valueOf(root.get("kind").text().toUpperCase(Locale.ROOT)),
                    root.get("version").text(),
                    root.get("name").text(),
                    LocalDate.parse(root.get("from").text()),
                    Instant.parse(root.get("at").text()),
                    root.get("by").text(),
                    root.get("note").text(),
                    PolicyYaml.text(root, "review").map(LocalDate::parse),
                    about.isPresent() ? about.get().number() : 0);
        } catch (DataFileException e) {
            throw new LibraryException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new LibraryException(
                    file + " is no row of a policy's history any more; put it back from a backup", e);
        }
    }

    static String write(Publication row) {
        StringBuilder yaml = new StringBuilder();
        PolicyYaml.line(yaml, "kind", Optional.of(row.kind().name().toLowerCase(Locale.ROOT)));
        PolicyYaml.line(yaml, "version", Optional.of(row.version()));
        PolicyYaml.line(yaml, "name", Optional.of(row.name()));
        PolicyYaml.line(yaml, "from", Optional.of(row.from().toString()));
        PolicyYaml.line(yaml, "at", Optional.of(row.at().toString()));
        PolicyYaml.line(yaml, "by", Optional.of(row.by()));
        PolicyYaml.line(yaml, "note", Optional.of(row.note()));
        PolicyYaml.line(yaml, "review", row.review().map(LocalDate::toString));
        if (row.about() > 0) {
            yaml.append("about: ").append(row.about()).append('\n');
        }
        return yaml.toString();
    }
}
