package org.clausebot.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.Example;

/** The rows of the program's files of phrasings, as examples for the clauses in force. */
final class WrittenRows {
    private static final Pattern POLICY = Pattern.compile("[a-z][a-z0-9-]*/.+");

    private final Path folder;
    private final Map<String, WrittenFor> moves;

    private WrittenRows(Path folder, Map<String, WrittenFor> moves) {
        this.folder = folder;
        this.moves = moves;
    }

    /** Those of {@code policies} that have phrasings written for them, and not for another policy of the same name. */
    static Set<PolicyId> phrased(Path folder, List<Policy> policies) throws DataFileException {
        Set<PolicyId> phrased = new HashSet<>();
        for (Policy policy : policies) {
            if (Files.exists(folder.resolve(policy.id() + ".tsv"))
                    && WrittenFor.of(folder, policy).isSamePolicy()) {
                phrased.add(policy.id());
            }
        }
        return phrased;
    }

    static WrittenRows of(Path folder, List<Policy> policies, Set<PolicyId> phrased) throws DataFileException {
        Map<String, WrittenFor> moves = new HashMap<>();
        for (Policy policy : policies) {
            if (phrased.contains(policy.id())) {
                moves.put(policy.id().value(), WrittenFor.of(folder, policy));
            }
        }
        return new WrittenRows(folder, Map.copyOf(moves));
    }

    /** The examples of one policy; a row for nothing that is in force any more is none. */
    List<Example> read(Policy policy) throws DataFileException {
        List<Example> examples = new ArrayList<>();
        for (Tsv.Row row : Phrasings.table(folder.resolve(policy.id() + ".tsv"))) {
            Map<String, Double> labels = labels(row, policy);
            if (!labels.isEmpty()) {
                examples.add(new Example(row.required("question"), labels));
            }
        }
        return examples;
    }

    private Map<String, Double> labels(Tsv.Row row, Policy policy) throws DataFileException {
        Map<String, Double> labels = new HashMap<>();
        for (String entry : row.required("gold").split(";", -1)) {
            int colon = entry.lastIndexOf(':');
            String grade = entry.substring(colon + 1).strip();
            if (colon < 1 || !(grade.equals("1") || grade.equals("2"))) {
                throw row.error("gold is clause:grade with grade 1 or 2, several with ; between; this is not: \""
                        + entry + "\"");
            }
            String clause = entry.substring(0, colon).strip();
            boolean ofAnother = POLICY.matcher(clause).matches();
            String id = ofAnother
                    ? clause.substring(0, clause.indexOf('/'))
                    : policy.id().value();
            String address = ofAnother ? clause.substring(clause.indexOf('/') + 1) : clause;
            Optional.ofNullable(moves.get(id))
                    .flatMap(move -> move.now(address))
                    .ifPresent(now -> {
                        labels.merge(id + "/" + now, grade.equals("2") ? 1.0 : 0.5, Math::max);
                        labels.put(id, 1.0);
                    });
        }
        return labels;
    }
}
