package org.clausebot.datafile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a data file, with the errors that a person can do something about. */
final class DataText {
    private static final long LIMIT = 32L << 20;

    private DataText() {}

    static String read(Path file) throws DataFileException {
        try {
            if (Files.isDirectory(file)) {
                throw new DataFileException(file, 0, "is a folder; name a file");
            }
            if (Files.size(file) > LIMIT) {
                throw new DataFileException(file, 0, "is larger than 32 MB, which no data file should be");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new DataFileException(file, 0, "no such file", e);
        } catch (CharacterCodingException e) {
            throw new DataFileException(file, 0, "is not UTF-8 text; save it as UTF-8", e);
        } catch (IOException e) {
            throw new DataFileException(file, 0, "cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
