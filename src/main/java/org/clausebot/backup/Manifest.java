package org.clausebot.backup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param form of the backup; {@value #FORM} is what this program reads and writes
 * @param made when, in UTC (ISO 8601)
 * @param files all but the manifest and its proof
 * @param leftOut secret settings that are not in the copy of the settings
 */
record Manifest(int form, String made, List<Entry> files, List<String> leftOut) {
    static final int FORM = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    Manifest {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A file.
     *
     * @param name within the data folder, with slashes
     * @param bytes its size
     * @param sha256 in small hexadecimal digits
     */
    record Entry(String name, long bytes, String sha256) {
        Entry {
            if (!Contents.mayHold(name) || bytes < 0 || !sha256.matches("[0-9a-f]{64}")) {
                throw new IllegalArgumentException("No file of a backup");
            }
        }
    }

    Instant at() {
        return Instant.parse(made);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new IllegalStateException("A manifest is always JSON", e);
        }
    }

    /** @throws BackupException when it is damaged or of another form */
    static Manifest read(byte[] json) throws BackupException {
        try {
            int form = JSON.readTree(json).path("form").asInt();
            if (form > FORM) {
                throw new BackupException("This backup was written by a newer version of Clausebot (its form is " + form
                        + ", this program knows " + FORM + "). Restore it with the newer version");
            }
            Manifest read = JSON.readValue(json, Manifest.class);
            if (read != null
                    && read.form() == FORM
                    && read.files().stream().map(Entry::name).distinct().count()
                            == read.files().size()) {
                read.at();
                return read;
            }
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new BackupException(Archive.DAMAGED, e);
        }
        throw new BackupException(Archive.DAMAGED);
    }
}
