package org.clausebot.policy.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The short lists that the checks go by, one entry a line, cells divided by tabs, comments after {@code #}. */
final class ListFile {
    private static final String FOLDER = "/lint/";

    private ListFile() {}

    /**
     * @param name the file in {@code src/main/resources/lint}
     * @param cells how many cells each line has
     */
    static List<List<String>> read(String name, int cells) {
        try (InputStream in = ListFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FOLDER + name);
            }
            List<List<String>> rows = new ArrayList<>();
            int number = 0;
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                List<String> row = List.of(line.split("\t", -1));
                if (row.size() != cells || row.stream().anyMatch(String::isBlank)) {
                    throw new IllegalStateException(
                            FOLDER + name + ":" + number + ": needs " + cells + " cells with tabs between, none empty");
                }
                rows.add(row);
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
