package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clausebot.datafile.DataFileException;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.search.Asked;
import org.clausebot.search.Example;
import org.clausebot.search.Examples;
import org.clausebot.search.Likeness;
import org.clausebot.search.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * How staff word what a policy says: for each policy in force that has {@code <id>.tsv} in the folder of phrasings, rows
 * of {@code id question gold kind tags}. Learnt together, they say which clauses a new question is like, and by the
 * policy's own id as label whether the policy speaks of it at all.
 */
final class Phrasings {
    /**
     * Below this, likeness is noise. Where every policy has phrasings the noise is spread over all; beside a policy that
     * has none it would lift clauses that have nothing to do with the question over the one that answers it.
     */
    private static final double NOISE = 0.1;

    private final @Nullable Examples examples;
    private final Set<PolicyId> phrased;
    private final double noise;

    private Phrasings(@Nullable Examples examples, Set<PolicyId> phrased, double noise) {
        this.examples = examples;
        this.phrased = Set.copyOf(phrased);
        this.noise = noise;
    }

    static Phrasings learn(Path phrasings, List<Policy> policies, Path folder, SentenceModel model, Learning learning)
            throws IOException, DataFileException {
        if (!learning.phrasings()) {
            return new Phrasings(null, Set.of(), 0);
        }
        List<Example> examples = read(phrasings, policies);
        Set<PolicyId> phrased = policies.stream()
                .map(Policy::id)
                .filter(id -> Files.exists(phrasings.resolve(id + ".tsv")))
                .collect(Collectors.toSet());
        return new Phrasings(
                examples.isEmpty() ? null : learning.learn(folder, model, examples),
                phrased,
                phrased.size() == policies.size() ? 0 : NOISE);
    }

    /** All examples for {@code policies}; none when none of them has phrasings. */
    static List<Example> read(Path phrasings, List<Policy> policies) throws DataFileException {
        List<Example> examples = new ArrayList<>();
        for (Policy policy : policies) {
            Path file = phrasings.resolve(policy.id() + ".tsv");
            if (Files.exists(file)) {
                examples.addAll(rows(file, policy));
                examples.addAll(ownWords(policy));
            }
        }
        Path offTopic = phrasings.resolve("off-topic.tsv");
        if (!examples.isEmpty() && Files.exists(offTopic)) {
            for (Tsv.Row row : table(offTopic)) {
                examples.add(new Example(row.required("question"), Map.of()));
            }
        }
        return List.copyOf(examples);
    }

    static List<Tsv.Row> table(Path file) throws DataFileException {
        return Tsv.read(file, "id", "question", "gold", "kind", "tags");
    }

    private static List<Example> rows(Path file, Policy policy) throws DataFileException {
        List<Example> examples = new ArrayList<>();
        for (Tsv.Row row : table(file)) {
            Map<String, Double> labels = new HashMap<>();
            for (String entry : row.required("gold").split(";", -1)) {
                int colon = entry.lastIndexOf(':');
                String grade = entry.substring(colon + 1).strip();
                if (colon < 1 || !(grade.equals("1") || grade.equals("2"))) {
                    throw row.error("gold is clause:grade with grade 1 or 2, several with ; between; this is not: \""
                            + entry + "\"");
                }
                labels.put(policy.id() + "/" + entry.substring(0, colon).strip(), grade.equals("2") ? 1.0 : 0.5);
            }
            labels.put(policy.id().value(), 1.0);
            examples.add(new Example(row.required("question"), labels));
        }
        return examples;
    }

    /** A clause's own words are an example of what it answers, so that each clause has one at least. */
    static List<Example> ownWords(Policy policy) {
        List<Example> examples = new ArrayList<>();
        for (Clause clause : policy.clauses()) {
            String heading =
                    clause.headings().isEmpty() ? "" : clause.headings().getLast() + ": ";
            examples.add(new Example(
                    heading + clause.statement(),
                    Map.of(clause.ref().toString(), 1.0, policy.id().value(), 1.0)));
        }
        return examples;
    }

    /** Whether a policy has phrasings. */
    boolean has(PolicyId policy) {
        return phrased.contains(policy);
    }

    /** How much a question is like those that clauses answer; nothing when there are no phrasings. */
    Likeness likeness(Asked question) {
        return examples == null ? Likeness.NONE : new Likeness(examples.scores(question), noise);
    }
}
