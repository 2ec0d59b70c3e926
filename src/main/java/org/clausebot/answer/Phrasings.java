package org.clausebot.answer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** From so many examples a clause on, likeness alone tells whether a policy speaks of something. */
    private static final double WELL_PHRASED = 20;

    private final @Nullable Examples examples;
    /** For each policy that has phrasings, how many a clause has. */
    private final Map<PolicyId, Double> phrased;

    private final boolean among;

    private Phrasings(@Nullable Examples examples, Map<PolicyId, Double> phrased, boolean among) {
        this.examples = examples;
        this.phrased = Map.copyOf(phrased);
        this.among = among;
    }

    static Phrasings learn(Path phrasings, List<Policy> policies, Path folder, SentenceModel model, Learning learning)
            throws IOException, DataFileException {
        if (!learning.phrasings()) {
            return new Phrasings(null, Map.of(), false);
        }
        List<Policy> learnt = policies.stream()
                .filter(policy -> !learning.without().contains(policy.id()))
                .toList();
        List<Example> examples = read(phrasings, learnt);
        Map<PolicyId, Double> phrased = new HashMap<>();
        for (Policy policy : learnt) {
            long rows = examples.stream()
                    .filter(example -> example.labels().containsKey(policy.id().value()))
                    .count();
            if (rows > 0) {
                phrased.put(policy.id(), (double) rows / policy.clauses().size());
            }
        }
        return new Phrasings(
                examples.isEmpty() ? null : learning.learn(folder, model, examples), phrased, policies.size() > 1);
    }

    /** All examples for {@code policies}; none when none of them has phrasings. */
    static List<Example> read(Path phrasings, List<Policy> policies) throws DataFileException {
        List<Example> examples = new ArrayList<>();
        Set<PolicyId> phrased = WrittenRows.phrased(phrasings, policies);
        WrittenRows rows = WrittenRows.of(phrasings, policies, phrased);
        for (Policy policy : policies) {
            if (phrased.contains(policy.id())) {
                examples.addAll(rows.read(policy));
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
        return phrased.containsKey(policy);
    }

    /** Whether it has so many that a question unlike all of them is none for it. */
    boolean hasMany(PolicyId policy) {
        return phrased.getOrDefault(policy, 0.0) >= WELL_PHRASED;
    }

    /** How much a question is like those that clauses answer; nothing when there are no phrasings. */
    Likeness likeness(Asked question) {
        if (examples == null) {
            return Likeness.NONE;
        }
        return among ? Likeness.among(examples.scores(question), phrased) : Likeness.alone(examples.scores(question));
    }
}
