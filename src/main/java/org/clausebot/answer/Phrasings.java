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
import org.clausebot.policy.ClauseRef;
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
 * of {@code id question gold kind tags}, and those that the school has added. Learnt together, they say which clauses a
 * new question is like, and by the policy's own id as label whether the policy speaks of it at all.
 */
final class Phrasings {
    /** From so many examples a clause on, likeness alone tells whether a policy speaks of something. */
    private static final double WELL_PHRASED = 20;

    /** Questions that no phrased policy answers. */
    private static final String OFF_TOPIC = "off-topic.tsv";

    /**
     * Questions that belong to policies on other matters, without which phrased policies find something to like in any question
     * of school staff. Where one policy stands alone there is none to be told from it, and these make it doubt its own.
     */
    private static final String OTHER_POLICIES = "other-policies.tsv";

    private final @Nullable Examples examples;
    /** For each policy whose phrasings came with the program, how many a clause has. */
    private final Map<PolicyId, Double> phrased;

    /** How many examples each clause has that any has, its own words not counted; by {@code policy/address}. */
    private final Map<String, Integer> rows;

    private final boolean among;
    private final List<String> problems;

    private Phrasings(
            @Nullable Examples examples,
            Map<PolicyId, Double> phrased,
            Map<String, Integer> rows,
            boolean among,
            List<String> problems) {
        this.examples = examples;
        this.phrased = Map.copyOf(phrased);
        this.rows = Map.copyOf(rows);
        this.among = among;
        this.problems = List.copyOf(problems);
    }

    /** @param before what was learnt before; taken again where nothing has changed */
    static Phrasings learn(
            Answerer.Sources sources,
            List<Policy> policies,
            SentenceModel model,
            Learning learning,
            @Nullable Phrasings before)
            throws IOException, DataFileException {
        if (!learning.phrasings()) {
            return new Phrasings(null, Map.of(), Map.of(), false, List.of());
        }
        List<Policy> learnt = policies.stream()
                .filter(policy -> !learning.without().contains(policy.id()))
                .toList();
        List<String> problems = new ArrayList<>();
        List<Example> examples = read(sources.phrasings(), learnt, sources.school(), problems);
        return new Phrasings(
                examples.isEmpty()
                        ? null
                        : learning.learn(sources.kept(), model, examples, before == null ? null : before.examples),
                rowsPerClause(sources.phrasings(), learnt, examples),
                rows(learnt, examples),
                policies.size() > 1,
                problems);
    }

    private static Map<PolicyId, Double> rowsPerClause(Path phrasings, List<Policy> learnt, List<Example> examples)
            throws DataFileException {
        Set<PolicyId> written = WrittenRows.phrased(phrasings, learnt);
        Map<PolicyId, Double> phrased = new HashMap<>();
        for (Policy policy : learnt) {
            if (written.contains(policy.id())) {
                long rows = examples.stream()
                        .filter(example ->
                                example.labels().containsKey(policy.id().value()))
                        .count();
                phrased.put(policy.id(), (double) rows / policy.clauses().size());
            }
        }
        return phrased;
    }

    private static Map<String, Integer> rows(List<Policy> learnt, List<Example> examples) {
        Set<Example> own = learnt.stream()
                .flatMap(policy -> ownWords(policy).stream())
                .collect(Collectors.toSet());
        Map<String, Integer> rows = new HashMap<>();
        examples.stream()
                .filter(example -> !own.contains(example))
                .flatMap(example -> example.labels().keySet().stream())
                .forEach(label -> rows.merge(label, 1, Integer::sum));
        return rows;
    }

    /** All examples for {@code policies} that come with the program; none when none of them has phrasings. */
    static List<Example> read(Path phrasings, List<Policy> policies) throws DataFileException {
        return read(phrasings, policies, SchoolPhrasings.NONE, new ArrayList<>());
    }

    /**
     * The same with what the school has added. A policy that only the school has phrased stays one without phrasings, whose
     * clauses are found by search, and a question that is like an added one by that too.
     */
    private static List<Example> read(
            Path phrasings, List<Policy> policies, SchoolPhrasings school, List<String> problems)
            throws DataFileException {
        List<Example> examples = new ArrayList<>();
        Set<PolicyId> phrased = WrittenRows.phrased(phrasings, policies);
        WrittenRows rows = WrittenRows.of(phrasings, policies, phrased);
        for (Policy policy : policies) {
            if (phrased.contains(policy.id())) {
                examples.addAll(rows.read(policy));
                examples.addAll(ownWords(policy));
            }
            examples.addAll(schools(school.read(policy.id()), policy, problems));
        }
        for (String name : policies.size() > 1 ? List.of(OFF_TOPIC, OTHER_POLICIES) : List.of(OFF_TOPIC)) {
            Path file = phrasings.resolve(name);
            if (!examples.isEmpty() && Files.exists(file)) {
                for (Tsv.Row row : table(file)) {
                    examples.add(new Example(row.required("question"), Map.of()));
                }
            }
        }
        return List.copyOf(examples);
    }

    static List<Tsv.Row> table(Path file) throws DataFileException {
        return Tsv.read(file, SchoolPhrasings.COLUMNS);
    }

    /** What the school has added, of which a row that is wrong is passed over. */
    private static List<Example> schools(SchoolPhrasings.Read read, Policy policy, List<String> problems) {
        problems.addAll(read.remarks());
        List<Example> examples = new ArrayList<>();
        for (SchoolPhrasings.Row row : read.rows()) {
            Map<String, Integer> known = new HashMap<>(row.clauses());
            known.keySet()
                    .removeIf(address -> policy.clauses().stream()
                            .noneMatch(clause -> clause.ref().address().equals(address)));
            if (known.size() < row.clauses().size()) {
                problems.add(read.file() + ": row " + row.id() + " names a clause that " + policy.id()
                        + " does not have; it is passed over for that clause");
            }
            if (!known.isEmpty()) {
                examples.add(example(policy, row.words(), known));
            }
        }
        return examples;
    }

    private static Example example(Policy policy, String words, Map<String, Integer> gold) {
        Map<String, Double> labels = new HashMap<>();
        gold.forEach((address, grade) -> labels.put(policy.id() + "/" + address, grade == Gold.ANSWERS ? 1.0 : 0.5));
        labels.put(policy.id().value(), 1.0);
        return new Example(words, labels);
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

    /** What of the school's rows is passed over, a sentence each. */
    List<String> problems() {
        return problems;
    }

    /** Whether a policy has phrasings that came with the program. */
    boolean has(PolicyId policy) {
        return phrased.containsKey(policy);
    }

    /** Whether it has so many that a question unlike all of them is none for it. */
    boolean hasMany(PolicyId policy) {
        return phrased.getOrDefault(policy, 0.0) >= WELL_PHRASED;
    }

    /** Whether this clause has so many: one that came with a later version has none yet, and nothing is like what asks for it. */
    boolean hasMany(ClauseRef clause) {
        return hasMany(clause.policy()) && rows.getOrDefault(clause.toString(), 0) >= WELL_PHRASED;
    }

    /** How much a question is like those that clauses answer; nothing when there are no phrasings. */
    Likeness likeness(Asked question) {
        if (examples == null) {
            return Likeness.NONE;
        }
        return among ? Likeness.among(examples.scores(question), phrased) : Likeness.alone(examples.scores(question));
    }
}
