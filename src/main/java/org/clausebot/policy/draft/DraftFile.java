package org.clausebot.policy.draft;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;
import org.clausebot.datafile.YamlNode;
import org.clausebot.policy.LibraryException;

/** The file {@code draft.yaml} beside a draft's document. */
final class DraftFile {
    static final String FILE = "draft.yaml";

    private DraftFile() {}

    static Draft.About read(Path file) throws LibraryException {
        try {
            YamlNode root = Yaml.read(file);
            root.only("file", "by", "at", "state");
            return new Draft.About(
                    root.get("file").text(),
                    root.get("by").text(),
                    Instant.parse(root.get("at").text()),
                    Draft.State.valueOf(root.get("state").text().toUpperCase(Locale.ROOT)));
        } catch (DataFileException e) {
            throw new LibraryException(String.valueOf(e.getMessage()), e);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new LibraryException(file + " does not say of a draft what it should; put it back from a backup", e);
        }
    }

    static String write(Draft.About about) {
        return "file: " + quoted(about.fileName()) + "\nby: " + quoted(about.by()) + "\nat: "
                + quoted(about.at().toString()) + "\nstate: "
                + about.state().name().toLowerCase(Locale.ROOT) + "\n";
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
