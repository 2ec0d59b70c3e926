package org.clausebot.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Yaml;

/**
 * The editions of {@code school.yaml}: each holds from its day until the next one's.
 *
 * @param editions one or more, the oldest first
 */
public record SchoolFile(List<School> editions) {
    /** Its name in the data folder. */
    public static final String NAME = "school.yaml";

    private static final String EXAMPLE = "/school/example.yaml";

    public SchoolFile {
        editions = List.copyOf(editions);
        if (editions.isEmpty()) {
            throw new IllegalArgumentException("A school's settings need an edition");
        }
        for (int i = 1; i < editions.size(); i++) {
            if (!editions.get(i - 1).from().isBefore(editions.get(i).from())) {
                throw new IllegalArgumentException("The editions of a school's settings stand oldest first");
            }
        }
    }

    /** @throws DataFileException when anything in the file is not as it should be, with the line and what to do */
    public static SchoolFile read(Path file) throws DataFileException {
        return new SchoolFile(SchoolReader.editions(Yaml.read(file)));
    }

    /** As {@link #read}, for text at hand; {@code file} is only named in errors. */
    public static SchoolFile parse(Path file, String text) throws DataFileException {
        return new SchoolFile(SchoolReader.editions(Yaml.parse(file, text)));
    }

    /** A file to begin with, explained line by line. Its people and numbers belong to nobody. */
    public static String example() {
        try (InputStream in = SchoolFile.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The edition in force on {@code day}; empty when the first one is still to come. */
    public Optional<School> inForce(LocalDate day) {
        return editions.reversed().stream()
                .filter(edition -> !edition.from().isAfter(day))
                .findFirst();
    }

    /**
     * Ids that name another person in a later edition, a sentence each. An id stands in accounts and in the routes of old
     * reports, so a new person under an old id would see what the one before was sent.
     */
    public List<String> takenOver() {
        Map<String, School> first = new HashMap<>();
        List<String> sentences = new ArrayList<>();
        for (School edition : editions) {
            for (Receiver person : edition.everyone()) {
                School before = first.putIfAbsent(person.id(), edition);
                String name = before == null
                        ? person.name()
                        : before.anyone(person.id()).orElse(person).name();
                if (!SchoolReader.sameName(name, person.name())) {
                    sentences.add("\"" + person.id() + "\" is " + name + " from "
                            + first.get(person.id()).from()
                            + " and " + person.name() + " from " + edition.from()
                            + ". If they are two people, give the new one an id of their own: otherwise they can read"
                            + " what the other was sent.");
                }
            }
        }
        return List.copyOf(sentences);
    }
}
