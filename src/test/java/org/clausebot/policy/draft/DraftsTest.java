package org.clausebot.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Correction;
import org.clausebot.policy.LibraryException;
import org.clausebot.policy.Overlay;
import org.clausebot.policy.OverlayYaml;
import org.clausebot.policy.Policy;
import org.clausebot.policy.Span;
import org.clausebot.policy.UnreadableDocumentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {
    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void aShelf() throws Exception {
        shelf = new Shelf(folder);
    }

    private static Span at(Policy policy, String address) {
        return policy.clause(address).map(Clause::source).orElseThrow();
    }

    @FunctionalInterface
    private interface Made {
        Correction by(Wanted wanted) throws Exception;
    }

    private Draft corrected(Draft draft, String address, Made made) throws Exception {
        Correction correction = made.by(new Wanted(draft.policy(), at(draft.policy(), address)));
        Drafts.Outcome outcome =
                shelf.drafts.correct(draft, draft.seen(), now -> now.overlay().and(correction));
        assertThat(outcome).isInstanceOf(Drafts.Changed.class);
        return ((Drafts.Changed) outcome).draft();
    }

    private String refusal(Draft draft, String address, Made made) {
        try {
            Correction correction = made.by(new Wanted(draft.policy(), at(draft.policy(), address)));
            return shelf.drafts.correct(
                                    draft, draft.seen(), now -> now.overlay().and(correction))
                            instanceof Drafts.Refused refused
                    ? refused.why()
                    : "";
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void a_draft_is_kept_as_issued_and_answers_nothing() throws Exception {
        String before = shelf.library.fingerprint();
        Draft draft = shelf.bring("\uFEFFPhones\r\n\r\n1.1 Phones stay at home.\r\n");

        assertThat(shelf.drafts.document(draft))
                .isEqualTo("\uFEFFPhones\r\n\r\n1.1 Phones stay at home.\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(shelf.library.fingerprint()).isEqualTo(before);
        assertThat(shelf.library.inForce().problems()).isEmpty();
        assertThat(shelf.drafts.all(new java.util.ArrayList<>()))
                .extracting(Draft::id)
                .containsExactly(draft.id());
        assertThat(shelf.bring("\uFEFFPhones\r\n\r\n1.1 Phones stay at home.\r\n")
                        .id())
                .isEqualTo(draft.id());
    }

    @Test
    void a_file_that_is_no_policy_is_refused_and_nothing_is_kept() {
        assertThatThrownBy(() -> shelf.drafts.add("Phones.pdf", new byte[] {1, 2, 3}, Shelf.given(), "grace-obi"))
                .isInstanceOf(UnreadableDocumentException.class);
        assertThat(shelf.data).doesNotExist();
    }

    @Test
    void a_clause_is_split_at_its_words_and_the_printed_number_is_in_neither_part() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST.replace("1.1.1 use", "1.1.1 always use"));
        assertThat(draft.policy().clause("1.3")).isEmpty();

        Draft now = corrected(draft, "1.2", wanted -> wanted.split("Lockers are", "1.3"));

        assertThat(now.policy().clause("1.2")).map(Clause::text).contains("Phones stay in the locker.");
        assertThat(now.policy().clause("1.3")).map(Clause::text).contains("Lockers are locked.");
        assertThat(now.read().clause("1.3")).isEmpty();
        assertThat(now.policy().setAside()).isEqualTo(now.read().setAside());
    }

    @Test
    void two_clauses_are_joined_and_the_words_between_stay_the_documents() throws Exception {
        Draft now = corrected(shelf.bring(Shelf.FIRST), "1.1.1", Wanted::join);

        assertThat(now.policy().clause("1.1.1"))
                .map(Clause::text)
                .contains("use phones in lessons 1.1.2 lend phones to pupils");
        assertThat(now.policy().clause("1.1.2")).isEmpty();
    }

    @Test
    void a_clause_ends_earlier_and_what_was_taken_out_is_named_for_a_person_to_see() throws Exception {
        Draft now = corrected(shelf.bring(Shelf.FIRST), "1.2", wanted -> wanted.bounds("", "in the locker."));

        assertThat(now.policy().clause("1.2")).map(Clause::text).contains("Phones stay in the locker.");
        assertThat(now.policy().setAside())
                .extracting(aside -> now.policy().document().read(aside.source()))
                .contains("1.3 Lockers are locked.");
    }

    @Test
    void a_number_and_a_lead_in_are_corrected_and_undone() throws Exception {
        Draft first = shelf.bring(Shelf.FIRST);
        Draft numbered = corrected(first, "1.1.2", wanted -> wanted.number("1.1.9"));
        Draft detached = corrected(numbered, "1.1.9", wanted -> wanted.introduced(""));
        assertThat(detached.policy().clause("1.1.9")).map(Clause::statement).contains("lend phones to pupils");

        Draft attached = corrected(detached, "1.2", wanted -> wanted.introduced("Adults should not:"));
        assertThat(attached.policy().clause("1.2").orElseThrow().leadInText()).isEqualTo("Adults should not:");
        shelf.drafts.correct(attached, attached.seen(), now -> now.overlay().withoutLast());
        Draft undone = shelf.drafts.find(first.id()).orElseThrow();
        assertThat(undone.policy()).isEqualTo(detached.policy());
    }

    @Test
    void a_correction_that_does_not_fit_is_refused_and_changes_nothing() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST);

        assertThat(refusal(draft, "1.2", w -> w.number("1.1.1"))).contains("There is a clause 1.1.1 already");
        assertThat(refusal(draft, "1.2", w -> w.number(" "))).contains("as printed");
        assertThat(refusal(draft, "1.2", w -> w.split("words that nobody wrote", "1.3")))
                .contains("letter for letter");
        assertThat(refusal(draft, "1.2", w -> w.split("Lockers are", "1.2"))).contains("already");
        assertThat(refusal(draft, "1.2", w -> w.bounds("use phones", ""))).contains("do not stand");
        assertThat(refusal(draft, "1.2", w -> w.introduced("It is allowed:"))).contains("do not stand");
        assertThat(refusal(
                        draft, "1.2", w -> new Correction.Bounds(w.number("x").clause(), new Span(0, 1_000_000))))
                .isNotEmpty();
        assertThat(refusal(
                        draft,
                        "1.2",
                        w -> new Correction.Introduced(
                                w.number("x").clause(), List.of(w.number("x").clause()))))
                .contains("introduce itself");
        assertThat(shelf.drafts.find(draft.id())).contains(draft);
    }

    @Test
    void what_is_said_of_it_is_corrected_and_the_version_says_so() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST + "\n");
        assertThat(draft.policy().details().review()).contains("June 20217");
        Overlay.Details details = new Overlay.Details(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.of("June 2027"));

        shelf.drafts.correct(draft, draft.seen(), now -> now.overlay().with(details));

        Draft now = shelf.drafts.find(draft.id()).orElseThrow();
        assertThat(now.policy().details().review()).contains("June 2027");
        assertThat(now.policy().details().version())
                .isNotEqualTo(draft.policy().details().version())
                .startsWith("June 2018 (")
                .contains("+" + now.overlay().mark());
        assertThat(now.policy().clauses()).isEqualTo(draft.policy().clauses());
    }

    @Test
    void whoever_has_not_seen_the_last_correction_changes_and_publishes_nothing() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST + "\n");
        Draft theirs = corrected(draft, "1.2", wanted -> wanted.number("1.4"));

        Drafts.Outcome late =
                shelf.drafts.correct(draft, draft.seen(), now -> now.overlay().withoutLast());

        assertThat(late).isInstanceOf(Drafts.Overtaken.class);
        assertThat(shelf.publish(draft, shelf.today())).isInstanceOf(Drafts.Overtaken.class);
        assertThat(shelf.drafts.find(draft.id())).contains(theirs);
    }

    @Test
    void of_two_owners_who_publish_at_once_one_does() throws Exception {
        Draft one = shelf.bring("Phones\n\n1.1 Phones stay at home.\n");
        Draft other = shelf.bring("Phones\n\n1.1 Phones stay in the car.\n");
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Drafts.Outcome>> work = List.of(
                    () -> shelf.drafts.publish(one, new Drafts.Wish(one.seen(), 0, shelf.today(), "grace-obi", "")),
                    () -> shelf.drafts.publish(
                            other, new Drafts.Wish(other.seen(), 0, shelf.today(), "jane-smith", "")));
            List<String> came = both.invokeAll(work).stream()
                    .map(outcome -> outcome.resultNow().getClass().getSimpleName())
                    .toList();
            assertThat(came).containsExactlyInAnyOrder("Published", "Overtaken");
        }
        assertThat(shelf.library.history(Shelf.PHONES).rows()).hasSize(1);
    }

    @Test
    void an_overlay_is_read_back_as_it_was_written_and_a_broken_one_is_named() throws Exception {
        Draft draft = corrected(shelf.bring(Shelf.FIRST), "1.2", wanted -> wanted.split("Lockers are", "1.3"));
        Path file = folder.resolve("overlay.yaml");
        Files.writeString(file, OverlayYaml.write(draft.overlay()));
        assertThat(OverlayYaml.read(file)).isEqualTo(draft.overlay());

        for (Map.Entry<String, String> broken : Map.of(
                        "source: abc\n",
                        "overlay.yaml",
                        "source: " + "0".repeat(64) + "\ncorrections:\n  - {join: [1], next: [2, 3]}\n",
                        ":3",
                        "source: " + "0".repeat(64) + "\ncorrections:\n  - {bounds: [5, 1], to: [2, 3]}\n",
                        "span")
                .entrySet()) {
            Files.writeString(file, broken.getKey());
            assertThatThrownBy(() -> OverlayYaml.read(file))
                    .isInstanceOf(LibraryException.class)
                    .hasMessageContaining(broken.getValue());
        }
    }
}
