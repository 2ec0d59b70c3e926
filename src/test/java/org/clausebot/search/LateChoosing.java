package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.clausebot.datafile.Tsv;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.junit.jupiter.api.Test;

/**
 * Prints, for each weight of the late comparison and for how many of the best clauses it is made, how search without examples ranks: questions of each policy's phrasings that did not tune the sentence model, and those of
 * {@code index/questions/many/develop}. By this {@link Fusion#CHOSEN} is chosen. Not part of every build:
 * {@code mvn test -Dtest=LateChoosing}.
 */
class LateChoosing {
    static final List<String> TRUST = List.of(
            "acceptable-use-of-ict",
            "data-protection-for-staff",
            "educational-visits",
            "low-level-concerns",
            "mobile-devices-and-cameras",
            "staff-code-of-conduct",
            "staff-leave-and-absence",
            "whistleblowing");
    private static final List<String> COLUMNS = List.of("id", "question", "gold", "kind", "tags");
    private static final int MOST = 80;
    private static final double[] WEIGHTS = {0.25, 0.5, 0.75, 1};

    private record Question(Asked asked, Map<String, Integer> gold, PolicyId home) {}

    @Test
    void the_chosen_weight_is_no_worse_than_none() throws Exception {
        List<Policy> policies = new ArrayList<>(List.of(TestPolicies.socialMedia()));
        for (String id : TRUST) {
            policies.add(TestPolicies.trust(id));
        }
        int of = Fusion.CHOSEN.lateOf();
        double none = table(policies, of, 0);
        double best = 0;
        for (double weight : WEIGHTS) {
            double found = table(policies, of, weight);
            best = weight == Fusion.CHOSEN.late() ? found : best;
        }
        table(policies, of / 2, Fusion.CHOSEN.late());
        table(policies, of * 2, Fusion.CHOSEN.late());
        assertThat(best).isGreaterThanOrEqualTo(none);
    }

    private final Map<String, List<Question>> asked = new LinkedHashMap<>();

    /** @return the mean of its lines' nDCG@3 */
    private double table(List<Policy> policies, int of, double weight) throws Exception {
        Fusion c = Fusion.CHOSEN;
        Fusion fusion = new Fusion(
                c.heading(), c.leadIn(), c.halfBm25(), c.lexical(), c.meaning(), 0, c.sentence(), weight, of);
        try (ClauseIndex index = ClauseIndex.open(
                Path.of("target", "test-index-many"),
                Path.of("index/synonyms.txt"),
                policies,
                TestModel.get(),
                fusion)) {
            if (asked.isEmpty()) {
                readAll(index);
            }
            double sum = 0;
            StringBuilder line = new StringBuilder("late %.2f of %d:".formatted(weight, of));
            for (Map.Entry<String, List<Question>> group : asked.entrySet()) {
                double[] many = judged(index, group.getValue(), false);
                double[] alone = judged(index, group.getValue(), true);
                sum += many[0];
                line.append("  %s %.3f %.3f %.3f alone %.3f"
                        .formatted(group.getKey(), many[0], many[1], many[2], alone[0]));
            }
            System.out.println(line);
            return sum / asked.size();
        }
    }

    /** nDCG@3, hit@3, right policy first. */
    private static double[] judged(ClauseIndex index, List<Question> questions, boolean alone) {
        double[] sums = new double[3];
        for (Question question : questions) {
            List<Hit> hits = index.search(
                    question.asked(), 3, Likeness.NONE, alone ? Optional.of(question.home()) : Optional.empty());
            double gained = 0;
            double hit = 0;
            for (int i = 0; i < hits.size(); i++) {
                int grade =
                        question.gold().getOrDefault(hits.get(i).clause().ref().toString(), 0);
                gained += grade / discount(i);
                hit = Math.max(hit, grade == 2 ? 1 : 0);
            }
            int[] ideal =
                    question.gold().values().stream().mapToInt(g -> g).sorted().toArray();
            double most = 0;
            for (int i = 0; i < Math.min(3, ideal.length); i++) {
                most += ideal[ideal.length - 1 - i] / discount(i);
            }
            sums[0] += gained / most;
            sums[1] += hit;
            sums[2] += !hits.isEmpty() && hits.getFirst().policy().id().equals(question.home()) ? 1 : 0;
        }
        return Arrays.stream(sums).map(sum -> sum / questions.size()).toArray();
    }

    private static double discount(int place) {
        return Math.log(place + 2) / Math.log(2);
    }

    private void readAll(ClauseIndex index) throws Exception {
        for (String id : List.of(
                "social-media",
                "acceptable-use-of-ict",
                "educational-visits",
                "mobile-devices-and-cameras",
                "staff-code-of-conduct")) {
            asked.put(id, read(index, Path.of("index/phrasings", id + ".tsv"), id, true));
        }
        List<Question> phrased = new ArrayList<>();
        List<Question> others = new ArrayList<>();
        for (String id : TRUST) {
            (asked.containsKey(id) ? phrased : others)
                    .addAll(read(index, Path.of("index/questions/many/develop", id + ".tsv"), id, false));
        }
        asked.put("develop, phrased", phrased);
        asked.put("develop, others", others);
    }

    private static List<Question> read(ClauseIndex index, Path file, String home, boolean heldOut) throws Exception {
        List<Question> questions = new ArrayList<>();
        for (Tsv.Row row : Tsv.read(file, COLUMNS.toArray(String[]::new))) {
            Map<String, Integer> gold = gold(row.get("gold"), home);
            if (!gold.isEmpty() && questions.size() < MOST && (!heldOut || isHeldOut(row.get("question")))) {
                questions.add(new Question(index.understand(row.get("question")), gold, new PolicyId(home)));
            }
        }
        return questions;
    }

    private static Map<String, Integer> gold(String cell, String home) {
        Map<String, Integer> gold = new HashMap<>();
        for (String part : cell.split(";", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon > 0) {
                String clause = part.substring(0, colon).strip();
                gold.put(
                        clause.contains("/") ? clause : home + "/" + clause,
                        Integer.parseInt(part.substring(colon + 1).strip()));
            }
        }
        return gold;
    }

    /** The same rule as in {@code training/corpus.py}. */
    private static boolean isHeldOut(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % 5 == 0;
    }
}
