package org.clausebot.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;

/**
 * Where the clauses that a file of phrasings was written for stand in the version in force, told by their words:
 * {@code written-for/<policy id>.tsv}, {@code ref text}. A school may call a policy of its own by the same name, and a new
 * version may number its clauses otherwise: by address alone, phrasings would then teach wrong clauses.
 */
final class WrittenFor {
    /** Where fewer of its clauses are found, it is another policy. */
    private static final double SAME_POLICY = 0.5;

    private static final double LIKE_WORDS = 0.5;

    /** From the address in the file to the one in force; addresses stay as they are where there is no file. */
    private final Optional<Map<String, String>> moved;

    private final boolean samePolicy;

    private WrittenFor(Optional<Map<String, String>> moved, boolean samePolicy) {
        this.moved = moved;
        this.samePolicy = samePolicy;
    }

    /** @throws DataFileException when the file is wrong; the message names file and line */
    static WrittenFor of(Path phrasings, Policy policy) throws DataFileException {
        Path file = phrasings.resolve("written-for").resolve(policy.id() + ".tsv");
        if (!Files.exists(file)) {
            return new WrittenFor(Optional.empty(), true);
        }
        Map<String, String> byWords = new HashMap<>();
        for (Clause clause : policy.clauses()) {
            byWords.putIfAbsent(plain(clause.statement()), clause.ref().address());
        }
        Map<String, String> moved = new HashMap<>();
        int all = 0;
        for (Tsv.Row row : Tsv.read(file, "ref", "text")) {
            all++;
            String address = row.required("ref");
            String words = plain(row.required("text"));
            Optional<String> here = policy.clause(address)
                    .filter(clause -> isLike(clause, words))
                    .map(clause -> clause.ref().address());
            here.or(() -> Optional.ofNullable(byWords.get(words))).ifPresent(found -> moved.put(address, found));
        }
        return new WrittenFor(Optional.of(moved), moved.size() >= SAME_POLICY * all);
    }

    /** Whether the policy in force is the one that the phrasings are about, in this version or another. */
    boolean isSamePolicy() {
        return samePolicy;
    }

    /** Where the clause stands that had {@code address}; nowhere when it is no longer in the policy. */
    Optional<String> now(String address) {
        return moved.isEmpty()
                ? Optional.of(address)
                : Optional.ofNullable(moved.get().get(address));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.UK).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** By its own words alone too: another reading of the document may give it another lead-in. */
    private static boolean isLike(Clause clause, String words) {
        return likeness(plain(clause.statement()), words) >= LIKE_WORDS || words.endsWith(plain(clause.text()));
    }

    /** The share of the words of either that both have. */
    private static double likeness(String a, String b) {
        Set<String> left = new HashSet<>(Arrays.asList(a.split(" ", -1)));
        Set<String> right = new HashSet<>(Arrays.asList(b.split(" ", -1)));
        long both = left.stream().filter(right::contains).count();
        return (double) both / (left.size() + right.size() - both);
    }
}
