package org.clausebot.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClauseIndexTest {
    private static final Policy KEYS =
            TestPolicies.of("keys", "1.1", "Staff must hand in keys at the office.", "1.2", "Visitors sign the book.");
    private static final Policy DOGS =
            TestPolicies.of("dogs", "1.1", "Dogs must not be brought on site.", "1.2", "Guide dogs are welcome.");

    @TempDir
    Path folder;

    private ClauseIndex open(Policy... policies) throws IOException {
        return TestIndexes.of(folder, policies);
    }

    private static List<String> found(ClauseIndex index, String question) {
        return index.search(question, 2).stream()
                .map(h -> h.clause().ref().toString())
                .toList();
    }

    @Test
    void a_question_in_other_words_finds_its_clause() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            assertThat(found(index, "can my puppy be brought onto the site"))
                    .first()
                    .isEqualTo("dogs/1.1");
            assertThat(found(index, "where do I leave the keys")).first().isEqualTo("keys/1.1");
            Hit hit = index.search("keys to the office", 1).getFirst();
            assertThat(hit.lexical()).isBetween(0.1, 1.0);
            assertThat(hit.cosine()).isBetween(0.4, 1.0);
            assertThat(index.search("anything", 99)).hasSize(4);
        }
    }

    @Test
    void the_sentence_that_matches_is_marked() throws Exception {
        Policy two =
                TestPolicies.of("two", "1", "Doors are locked at six. Dogs, e.g. puppies, stay at home. Bins go out.");
        try (ClauseIndex index = open(two)) {
            Hit hit = index.search("may my puppy come", 1).getFirst();
            assertThat(hit.matched())
                    .extracting(s -> hit.clause().text().substring(s.start(), s.end()))
                    .containsExactly("Dogs, e.g. puppies, stay at home.");
        }
    }

    @Test
    void typing_mistakes_are_mended_by_the_policies_own_words() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            assertThat(index.understand("were do vistors sighn the bok").words())
                    .isEqualTo("were do visitors sign the bok");
            assertThat(index.understand("the dog's Keys’ offices").words()).isEqualTo("the dog's Keys’ offices");
        }
    }

    @Test
    void nothing_is_embedded_again_after_a_restart_or_when_one_clause_changes() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            assertThat(index.embedded()).isEqualTo(4);
        }
        try (ClauseIndex index = open(KEYS, DOGS)) {
            assertThat(index.embedded()).isZero();
        }
        Policy changed =
                TestPolicies.of("keys", "1.1", "Staff must hand in keys at the office.", "1.2", "Visitors wait.");
        try (ClauseIndex index = open(changed, DOGS)) {
            assertThat(index.embedded()).isEqualTo(1);
            assertThat(index.search("visitors", 1).getFirst().clause().text()).isEqualTo("Visitors wait.");
        }
    }

    @Test
    void a_damaged_index_or_vector_store_is_noticed_and_made_again() throws Exception {
        open(KEYS).close();
        for (Path file : files(folder.resolve("built"))) {
            for (boolean cut : new boolean[] {true, false}) {
                byte[] bytes = Files.readAllBytes(file);
                if (cut) {
                    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                } else if (bytes.length > 0) {
                    bytes[bytes.length / 2] ^= 4;
                    Files.write(file, bytes);
                }
                try (ClauseIndex index = open(KEYS)) {
                    assertThat(found(index, "where do the keys go")).first().isEqualTo("keys/1.1");
                }
            }
        }
        for (Path file : files(folder.resolve("built"))) {
            Files.delete(file);
            try (ClauseIndex index = open(KEYS)) {
                assertThat(found(index, "sign the book")).first().isEqualTo("keys/1.2");
            }
        }
    }

    @Test
    void a_damaged_vector_is_embedded_again_and_the_others_are_kept() throws Exception {
        open(KEYS).close();
        Path store = files(folder).stream()
                .filter(f -> f.toString().endsWith(".bin"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(store);
        bytes[100] ^= 1;
        Files.write(store, Arrays.copyOf(bytes, bytes.length - 1));
        try (ClauseIndex index = open(KEYS, DOGS)) {
            assertThat(index.embedded()).isEqualTo(4);
        }
        Files.write(store, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);
        try (ClauseIndex index = open(DOGS)) {
            assertThat(index.embedded()).isZero();
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void searches_go_on_while_policies_are_replaced() throws Exception {
        try (ClauseIndex index = open(KEYS);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> searching = new ArrayList<>();
            Callable<Integer> search = () -> {
                int searches = 0;
                while (!done.get()) {
                    assertThat(index.search("keys", 2)).hasSize(2);
                    searches++;
                }
                return searches;
            };
            searching.add(threads.submit(search));
            searching.add(threads.submit(search));
            for (int i = 0; i < 10; i++) {
                index.replacePolicies(List.of(i % 2 == 0 ? DOGS : KEYS));
            }
            done.set(true);
            for (Future<Integer> future : searching) {
                assertThat(future.get()).isPositive();
            }
            assertThat(index.policies()).containsExactly(KEYS);
        }
    }

    @Test
    void two_that_share_a_folder_do_not_disturb_each_other() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<List<String>>> both = threads.invokeAll(List.of(() -> rebuilt(KEYS), () -> rebuilt(DOGS)));
            assertThat(both.get(0).get()).first().isEqualTo("keys/1.1");
            assertThat(both.get(1).get()).first().isEqualTo("dogs/1.1");
        }
    }

    private List<String> rebuilt(Policy policy) throws IOException {
        List<String> found = List.of();
        for (int i = 0; i < 5; i++) {
            try (ClauseIndex index = open(policy)) {
                found = found(index, "must staff hand in keys; must dogs be brought on site");
            }
        }
        return found;
    }

    @Test
    void no_policies_give_no_hits_and_two_versions_of_one_are_refused() throws Exception {
        try (ClauseIndex index = open()) {
            assertThat(index.search("anything", 5)).isEmpty();
        }
        assertThatThrownBy(() -> open(KEYS, KEYS)).hasMessageContaining("Two versions of keys");
    }

    @Test
    void a_wrong_synonym_rule_is_named_with_its_line() throws Exception {
        Path rules = Files.writeString(folder.resolve("rules.txt"), "# staff words\npup => dog\na => b => c\n");
        assertThatThrownBy(() -> ClauseIndex.open(folder, rules, List.of(KEYS), TestModel.get()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("rules.txt:3: this synonym rule cannot be used");
    }

    @Test
    void among_several_policies_a_faint_likeness_lifts_no_clause_over_anothers_and_a_plain_one_does() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            Asked asked = index.understand("who hands in keys at the office?");
            Likeness faint = Likeness.among(Map.of("dogs/1.1", 0.09, "dogs", 0.2), Map.of(DOGS.id(), 2.0));
            assertThat(index.search(asked, 9, faint).getFirst().clause().ref()).hasToString("keys/1.1");
            Likeness plain = Likeness.among(Map.of("dogs/1.1", 0.9, "dogs", 0.9), Map.of(DOGS.id(), 2.0));
            assertThat(index.search(asked, 9, plain).getFirst().clause().ref()).hasToString("dogs/1.1");
        }
    }

    @Test
    void a_search_within_a_policy_finds_none_of_anothers_clauses() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            Asked asked = index.understand("who hands in keys at the office?");
            Likeness other = Likeness.alone(Map.of("keys/1.1", 1.0));
            assertThat(index.search(asked, 9, other, Optional.of(DOGS.id())))
                    .extracting(hit -> hit.clause().ref().toString())
                    .containsExactlyInAnyOrder("dogs/1.1", "dogs/1.2");
        }
    }

    @Test
    void examples_of_questions_lift_the_clause_that_answers_them() throws Exception {
        try (ClauseIndex index = open(KEYS, DOGS)) {
            Examples examples = Examples.learn(
                    folder,
                    TestModel.get(),
                    List.of(
                            new Example("who minds the fobs", java.util.Map.of("keys/1.1", 1.0)),
                            new Example("what is for lunch", java.util.Map.of())));
            Asked asked = index.understand("the fobs, who has them?");
            Hit hit = index.search(asked, 1, Likeness.alone(examples.scores(asked)))
                    .getFirst();
            assertThat(hit.clause().ref()).hasToString("keys/1.1");
            assertThat(hit.likeness()).isGreaterThan(0.2);
            assertThat(examples.scores(index.understand("what is for lunch today"))
                            .get("keys/1.1"))
                    .isLessThan(0.15);
            assertThat(index.search(asked, 9, Likeness.alone(java.util.Map.of("gone/9", 1.0))))
                    .hasSize(4);
        }
    }

    private List<Hit> without(String question, Part... parts) throws IOException {
        Path synonyms = Files.writeString(folder.resolve("synonyms.txt"), "mutt => dogs\n");
        try (ClauseIndex index =
                ClauseIndex.open(folder, synonyms, List.of(KEYS, DOGS), TestModel.get(), Set.copyOf(List.of(parts)))) {
            return index.search(question, 4);
        }
    }

    @Test
    void what_a_part_is_worth_shows_when_it_is_left_out() throws Exception {
        assertThat(without("my puppy", Part.VECTORS)).as("no word in common").isEmpty();
        assertThat(without("my puppy")).hasSize(4);
        assertThat(without("dogs", Part.VECTORS)).hasSize(2).allMatch(hit -> hit.cosine() == 0 && hit.lexical() > 0);
        assertThat(without("dogs", Part.WORDS)).hasSize(4).allMatch(hit -> hit.lexical() == 0 && hit.cosine() != 0);
        assertThat(without("mutt", Part.VECTORS)).hasSize(2);
        assertThat(without("mutt", Part.VECTORS, Part.SYNONYMS)).isEmpty();
        assertThat(without("visitorz", Part.VECTORS)).hasSize(1);
        assertThat(without("visitorz", Part.VECTORS, Part.SPELLING)).isEmpty();
        Likeness like = Likeness.alone(Map.of("keys/1.2", 1.0));
        try (ClauseIndex index = ClauseIndex.open(
                folder, folder.resolve("none"), List.of(KEYS, DOGS), TestModel.get(), Set.of(Part.EXAMPLES))) {
            Asked asked = index.understand("dogs");
            assertThat(index.search(asked, 1, like).getFirst().clause().ref().toString())
                    .startsWith("dogs/");
        }
    }

    private static double score(List<Hit> hits, String clause) {
        return hits.stream()
                .filter(hit -> hit.clause().ref().toString().equals(clause))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void the_best_clauses_are_compared_word_by_word_and_without_it_they_are_as_before() throws Exception {
        List<Hit> with = without("who signs the visitors' book");
        List<Hit> without = without("who signs the visitors' book", Part.LATE);
        assertThat(with).hasSameSizeAs(without);
        double near = score(with, "keys/1.2") - score(without, "keys/1.2");
        double far = score(with, "dogs/1.1") - score(without, "dogs/1.1");
        assertThat(far).isPositive();
        assertThat(near).isGreaterThan(far);
    }

    @Test
    void only_so_many_of_the_best_are_compared_and_they_stay_the_best() throws Exception {
        Fusion chosen = Fusion.CHOSEN;
        Fusion one = new Fusion(
                chosen.heading(),
                chosen.leadIn(),
                chosen.halfBm25(),
                chosen.lexical(),
                chosen.meaning(),
                chosen.likeness(),
                chosen.sentence(),
                chosen.late(),
                1);
        List<Hit> without = without("can I bring my dog", Part.LATE);
        try (ClauseIndex index = ClauseIndex.open(
                folder, folder.resolve("synonyms.txt"), List.of(KEYS, DOGS), TestModel.get(), one)) {
            List<Hit> hits = index.search("can I bring my dog", 4);
            assertThat(hits).extracting(Hit::clause).isEqualTo(without.stream().map(Hit::clause).toList());
            assertThat(hits.getFirst().score()).isGreaterThan(without.getFirst().score());
            assertThat(hits.getLast().score()).isEqualTo(without.getLast().score());
        }
    }

    @Test
    void the_index_on_disk_is_the_same_whatever_is_left_out() throws Exception {
        without("dogs");
        try (ClauseIndex index = ClauseIndex.open(
                folder,
                folder.resolve("synonyms.txt"),
                List.of(KEYS, DOGS),
                TestModel.get(),
                Set.of(Part.SYNONYMS, Part.SPELLING, Part.WORDS))) {
            assertThat(index.embedded()).isZero();
        }
        try (Stream<Path> built = Files.list(folder.resolve("built"))) {
            assertThat(built).hasSize(1);
        }
    }

    @Test
    void something_to_find_clauses_by_must_be_left() {
        assertThatThrownBy(() -> without("dogs", Part.EXAMPLES, Part.VECTORS, Part.WORDS))
                .hasMessageContaining("nothing is left");
    }
}
