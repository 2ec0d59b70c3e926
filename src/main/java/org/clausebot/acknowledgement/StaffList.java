package org.clausebot.acknowledgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads names and e-mail addresses, a person a line, as a spreadsheet saves or copies them. A line has a name in one cell
 * or in two, and an address; a first line without an address is taken for headings. The whole list is refused when a
 * line is wrong.
 *
 * @param people by address, as they stand in the list
 * @param problems what is wrong, a sentence each with its line; empty when the list may be used
 */
public record StaffList(List<Entry> people, List<String> problems) {
    /** More than a trust has. */
    static final int MOST = 20_000;

    private static final int MOST_PROBLEMS = 20;
    private static final Set<String> FIRST = Set.of("first name", "forename", "given name", "firstname");

    public StaffList {
        people = List.copyOf(people);
        problems = List.copyOf(problems);
    }

    /** @param email in small letters */
    public record Entry(String name, String email) {}

    /** @param text cells divided by commas, semicolons or tabs */
    public static StaffList read(String text) {
        List<String> problems = new ArrayList<>();
        Map<String, Entry> people = new LinkedHashMap<>();
        List<CSVRecord> lines = lines(text.replace("\uFEFF", ""), problems);
        boolean headings = false;
        boolean lastNameFirst = false;
        for (CSVRecord line : lines) {
            List<String> cells =
                    line.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
            boolean first = line.getRecordNumber() == 1;
            if (cells.isEmpty()) {
                continue;
            }
            if (first && cells.stream().noneMatch(cell -> cell.indexOf('@') >= 0)) {
                headings = true;
                lastNameFirst = cells.stream()
                                        .map(cell -> cell.toLowerCase(Locale.ROOT))
                                        .filter(FIRST::contains)
                                        .count()
                                == 1
                        && !FIRST.contains(cells.getFirst().toLowerCase(Locale.ROOT));
                continue;
            }
            add(cells, line.getRecordNumber(), lastNameFirst, people, problems);
        }
        if (problems.isEmpty() && people.isEmpty()) {
            problems.add(headings ? "There is nobody under the headings." : "There is nobody in the list.");
        }
        if (people.size() > MOST) {
            problems.add("There are more than " + MOST + " people in the list.");
        }
        return new StaffList(
                List.copyOf(people.values()),
                problems.size() <= MOST_PROBLEMS ? problems : problems.subList(0, MOST_PROBLEMS));
    }

    private static void add(
            List<String> cells, long line, boolean lastNameFirst, Map<String, Entry> people, List<String> problems) {
        List<String> addresses =
                cells.stream().filter(cell -> cell.indexOf('@') >= 0).toList();
        List<String> names = new ArrayList<>(cells);
        names.removeAll(addresses);
        if (addresses.size() != 1 || !Person.isAddress(addresses.getFirst())) {
            problems.add("Line " + line + " needs one e-mail address.");
            return;
        }
        String name =
                names.size() == 2 && lastNameFirst ? names.getLast() + " " + names.getFirst() : String.join(" ", names);
        if (names.isEmpty() || names.size() > 2 || !Person.isName(name)) {
            problems.add("Line " + line + " needs a name, in one cell or two, and nothing else beside the address.");
            return;
        }
        String email = addresses.getFirst().toLowerCase(Locale.ROOT);
        if (people.putIfAbsent(email, new Entry(name, email)) != null) {
            problems.add("Line " + line + " has an address that stands further up already.");
        }
    }

    private static List<CSVRecord> lines(String text, List<String> problems) {
        String head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char between = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(between)
                .setIgnoreEmptyLines(false)
                .get();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            return parser.getRecords();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add("A quotation mark in the list is not closed, or stands in the middle of a cell.");
            return List.of();
        }
    }
}
