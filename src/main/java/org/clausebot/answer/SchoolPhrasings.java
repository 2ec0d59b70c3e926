package org.clausebot.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.PolicyId;

/**
 * How the school's own staff word what its policies say: a file {@code <policy id>.tsv} for each policy that has any, in the
 * form of those that come with the program ({@code id question gold kind tags}). Thread-safe; files can be edited with
 * anything else meanwhile, of which the later change counts.
 */
public final class SchoolPhrasings {
    /** Of no school. */
    public static final SchoolPhrasings NONE = new SchoolPhrasings(Path.of("nowhere"), false);

    static final String[] COLUMNS = {"id", "question", "gold", "kind", "tags"};

    private static final int LONGEST = 4_000;
    private static final Pattern ADDRESS = Pattern.compile("[^\\t\\r\\n;:]{1,200}");
    private static final Pattern OURS = Pattern.compile("s-(\\d{1,9})");
    /** Of all instances, since two may be of one folder. */
    private static final Object WRITING = new Object();

    private final Path folder;
    private final boolean kept;

    /** @param folder {@code phrasings} of the data folder; created when the first is added */
    public SchoolPhrasings(Path folder) {
        this(folder, true);
    }

    private SchoolPhrasings(Path folder, boolean kept) {
        this.folder = folder;
        this.kept = kept;
    }

    /**
     * One phrasing.
     *
     * @param id its name in the file
     * @param words as staff say it
     * @param clauses the addresses of clauses it is about, such as {@code 2.6.1} or {@code 1.1.1#2}: 2 for one that answers
     *     it, 1 for one that bears on it
     */
    public record Row(String id, String words, Map<String, Integer> clauses) {
        public Row {
            clauses = Map.copyOf(clauses);
            if (words.isBlank() || clauses.isEmpty()) {
                throw new IllegalArgumentException("A phrasing has words and a clause");
            }
        }
    }

    /** What a file says: its good rows, and what is wrong with the others. */
    record Read(Path file, List<Row> rows, List<String> remarks) {
        Read {
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    private Path file(PolicyId policy) {
        return folder.resolve(policy + ".tsv");
    }

    /** The rows of a policy in order, without those that are damaged. */
    public List<Row> rows(PolicyId policy) {
        return read(policy).rows();
    }

    /** What is wrong with rows that are passed over, a sentence each, with file and line. */
    public List<String> remarks(PolicyId policy) {
        return read(policy).remarks();
    }

    Read read(PolicyId policy) {
        Path file = file(policy);
        if (!kept || !Files.exists(file)) {
            return new Read(file, List.of(), List.of());
        }
        List<Row> rows = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        try {
            for (Tsv.Row row : Tsv.readable(file, e -> remarks.add(passedOver(e)), COLUMNS)) {
                try {
                    rows.add(new Row(row.get("id"), row.required("question"), Gold.of(row)));
                } catch (DataFileException e) {
                    remarks.add(passedOver(e));
                }
            }
        } catch (DataFileException e) {
            remarks.add(e.getMessage() + "; nothing is learnt from this file until it is mended");
        }
        return new Read(file, rows, remarks);
    }

    private static String passedOver(DataFileException e) {
        return e.getMessage() + "; the row is passed over";
    }

    /**
     * Adds a phrasing.
     *
     * @param address of the clause, such as {@code 2.6.1} or {@code 1.1.1#2}; whether the policy has it is for the caller to
     *     know
     * @param grade 2 for a clause that answers it, 1 for one that bears on it
     * @param words 1 to 4,000 characters; line breaks and tabs become spaces
     * @return its id
     * @throws IllegalArgumentException when one of them is not so; the message is fit to show to a person
     * @throws IOException when the file is damaged or cannot be written, with what to do; nothing is changed then
     */
    public String add(PolicyId policy, String address, int grade, String words) throws IOException {
        String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            throw new IllegalArgumentException("A phrasing has 1 to 4,000 characters");
        }
        if (grade != Gold.ANSWERS && grade != Gold.SUPPORTS) {
            throw new IllegalArgumentException("The clause answers the question (2) or bears on it (1)");
        }
        if (!ADDRESS.matcher(address).matches() || address.isBlank()) {
            throw new IllegalArgumentException("A clause has an address such as 2.6.1 or 1.1.1#2");
        }
        synchronized (WRITING) {
            List<String> lines = lines(policy);
            String id = "s-%04d"
                    .formatted(lines.stream()
                                    .mapToInt(SchoolPhrasings::number)
                                    .max()
                                    .orElse(0)
                            + 1);
            lines.add(String.join("\t", id, line, address.strip() + ":" + grade, "answerable", ""));
            write(policy, lines);
            return id;
        }
    }

    /**
     * Takes a phrasing away.
     *
     * @return false when there is none of that id
     * @throws IOException as {@link #add}
     */
    public boolean remove(PolicyId policy, String id) throws IOException {
        synchronized (WRITING) {
            List<String> lines = lines(policy);
            boolean found =
                    lines.removeIf(line -> line.split("\t", 2)[0].strip().equals(id));
            if (found) {
                write(policy, lines);
            }
            return found;
        }
    }

    /** The number of a line with an id of ours; 0 of any other. */
    private static int number(String line) {
        Matcher ours = OURS.matcher(line.split("\t", 2)[0].strip());
        return ours.matches() ? Integer.parseInt(ours.group(1)) : 0;
    }

    /** The lines of a policy's file after its header, damaged ones too, so that none is lost. */
    private List<String> lines(PolicyId policy) throws IOException {
        Path file = file(policy);
        if (!kept) {
            throw new IOException("There is no folder for a school's phrasings");
        }
        if (!Files.exists(file)) {
            return new ArrayList<>();
        }
        try {
            // Refuses a file of another form, to which a row would be added in vain.
            Tsv.readable(file, e -> {}, COLUMNS);
        } catch (DataFileException e) {
            throw new IOException(e.getMessage() + ". Mend the file or move it away", e);
        }
        List<String> lines = new ArrayList<>(
                Files.readString(file, StandardCharsets.UTF_8).lines().skip(1).toList());
        lines.removeIf(String::isBlank);
        return lines;
    }

    private void write(PolicyId policy, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, ".", ".part");
        try {
            List<String> all = new ArrayList<>(List.of(String.join("\t", COLUMNS)));
            all.addAll(lines);
            Files.writeString(part, String.join("\n", all) + "\n", StandardCharsets.UTF_8);
            try {
                Files.move(part, file(policy), StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, file(policy), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
