package org.clausebot.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text that is already split: tab-separated lines under the header {@code ref headings leadIn text}. */
final class TsvReader {
    private static final Pattern BULLET = Pattern.compile("(.+)#(\\d{1,4})", Pattern.DOTALL);
    private static final List<String> COLUMNS = List.of("ref", "headings", "leadIn", "text");

    private final String fileName;
    private final Given given;
    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<List<String>> paths = new LinkedHashSet<>();
    private final List<Section> sections = new ArrayList<>();

    private TsvReader(String fileName, Given given, String text) {
        this.fileName = fileName;
        this.given = given;
        this.text = text;
    }

    static Policy read(String fileName, byte[] bytes, Given given, String version) throws UnreadableDocumentException {
        TsvReader reader = new TsvReader(fileName, given, TextReader.decode(bytes));
        reader.readLines();
        PolicyDetails details = new PolicyDetails(
                given.id(),
                given.title().orElse(given.id().value()),
                version,
                given.school(),
                given.owner(),
                given.updated(),
                given.review());
        return new Policy(
                details, new DocumentText(reader.text, List.of()), reader.sections, reader.clauses, List.of());
    }

    private void readLines() throws UnreadableDocumentException {
        int number = 1;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            int stop = end < 0 ? text.length() : end;
            stop = stop > at && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            List<Span> cells = cells(at, stop);
            if (number == 1) {
                checkHeader(cells);
            } else if (!DocumentText.fold(text.substring(at, stop)).isEmpty()) {
                addClause(number, cells);
            }
            number++;
            at = next;
        }
        if (clauses.isEmpty()) {
            throw new UnreadableDocumentException(fileName + " has no clause in it.");
        }
    }

    private List<Span> cells(int start, int end) {
        List<Span> cells = new ArrayList<>();
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == '\t') {
                cells.add(new Span(from, i));
                from = i + 1;
            }
        }
        return cells;
    }

    private String words(Span cell) {
        return DocumentText.fold(text.substring(cell.start(), cell.end()));
    }

    private void checkHeader(List<Span> cells) throws UnreadableDocumentException {
        if (!cells.stream().map(this::words).toList().equals(COLUMNS)) {
            throw wrong(1, "must be the header \"ref headings leadIn text\", separated by tabs");
        }
    }

    private UnreadableDocumentException wrong(int line, String what) {
        return new UnreadableDocumentException(fileName + ":" + line + ": " + what);
    }

    private void addClause(int line, List<Span> cells) throws UnreadableDocumentException {
        if (cells.size() != COLUMNS.size()) {
            throw wrong(line, "has " + cells.size() + " columns and needs 4: ref, headings, leadIn, text");
        }
        String address = words(cells.getFirst());
        String said = words(cells.getLast());
        if (address.isEmpty() || said.isEmpty()) {
            throw wrong(line, address.isEmpty() ? "has no ref" : "has no text");
        }
        if (!addresses.add(address)) {
            throw wrong(
                    line,
                    "repeats the ref " + address + "; a number printed twice is written \"" + address + " (2nd)\"");
        }
        List<String> headings = headings(words(cells.get(1)));
        if (!headings.isEmpty() && paths.add(headings)) {
            sections.add(new Section(headings, cells.get(1)));
        }
        String before = words(cells.get(2));
        Optional<LeadIn> leadIn =
                before.isEmpty() ? Optional.empty() : Optional.of(new LeadIn(before, List.of(cells.get(2))));
        clauses.add(new Clause(ref(address), headings, leadIn, said, cells.getLast()));
    }

    private static List<String> headings(String joined) {
        List<String> headings = new ArrayList<>();
        int at = 0;
        while (at < joined.length()) {
            int end = joined.indexOf(" > ", at);
            String heading = end < 0 ? joined.substring(at) : joined.substring(at, end);
            if (!heading.isBlank()) {
                headings.add(heading.strip());
            }
            at = end < 0 ? joined.length() : end + 3;
        }
        return headings;
    }

    private ClauseRef ref(String address) {
        Matcher bullet = BULLET.matcher(address);
        if (bullet.matches() && Integer.parseInt(bullet.group(2)) > 0) {
            return new ClauseRef(given.id(), bullet.group(1), Integer.parseInt(bullet.group(2)));
        }
        return new ClauseRef(given.id(), address);
    }
}
