package org.clausebot.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyDiff;
import org.clausebot.policy.PolicyHistory;
import org.clausebot.policy.PolicyLibrary;
import org.clausebot.policy.Publication;
import org.clausebot.policy.lint.ReviewDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {
    private static final String HOME = "Phones\n\n1.1 Phones stay at home.\n\nUpdated: November 2026\n";

    @TempDir
    private Path folder;

    private Shelf shelf;

    @BeforeEach
    void aShelf() throws Exception {
        shelf = new Shelf(folder);
    }

    private PolicyHistory history() throws Exception {
        return shelf.library.history(Shelf.PHONES);
    }

    private void row(Publication.Kind kind, String version, Optional<LocalDate> review, int about) throws Exception {
        assertThat(shelf.library.publish(
                        Shelf.PHONES,
                        new Publication.Wish(
                                kind,
                                version,
                                shelf.today(),
                                "grace-obi",
                                "",
                                review,
                                about,
                                history().last())))
                .isPresent();
    }

    @Test
    void a_version_comes_into_force_on_its_day_by_itself() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today().plusDays(2));
        String before = shelf.library.fingerprint();

        assertThat(shelf.says("1.2")).startsWith("Phones stay in the locker.");
        shelf.goOn(1);
        assertThat(shelf.library.fingerprint()).isEqualTo(before);
        shelf.goOn(1);
        assertThat(shelf.library.fingerprint()).isNotEqualTo(before);
        assertThat(shelf.says("1.1")).isEqualTo("Phones stay at home.");
        assertThat(shelf.library.versions(Shelf.PHONES)).hasSize(2);
    }

    @Test
    void a_corrected_version_is_in_force_as_corrected_and_named_apart() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST);
        Draft now = ((Drafts.Changed) shelf.drafts.correct(
                        draft,
                        draft.seen(),
                        d -> d.overlay()
                                .and(new Wanted(
                                                d.policy(),
                                                d.policy()
                                                        .clause("1.2")
                                                        .orElseThrow()
                                                        .source())
                                        .split("Lockers are", "1.3"))))
                .draft();

        shelf.publish(now, shelf.today());

        assertThat(shelf.says("1.3")).isEqualTo("Lockers are locked.");
        List<Policy> versions = shelf.library.versions(Shelf.PHONES);
        assertThat(versions)
                .extracting(p -> p.details().version())
                .doesNotHaveDuplicates()
                .hasSize(2);
        assertThat(shelf.drafts.find(draft.id()).orElseThrow().about().state()).isEqualTo(Draft.State.PUBLISHED);
    }

    @Test
    void an_earlier_version_is_put_back_in_one_step_and_the_history_keeps_both() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today());
        row(Publication.Kind.ROLLED_BACK, PolicyLibrary.BUNDLED, Optional.empty(), 0);

        assertThat(shelf.says("1.2")).startsWith("Phones stay in the locker.");
        assertThat(history().rows())
                .extracting(Publication::kind)
                .containsExactly(Publication.Kind.PUBLISHED, Publication.Kind.ROLLED_BACK);
        assertThat(history().rows()).extracting(Publication::note).containsExactly("Agreed", "");
    }

    @Test
    void what_is_planned_can_be_withdrawn_and_never_comes_into_force() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today().plusDays(2));
        String version = history().rows().getFirst().version();
        row(Publication.Kind.WITHDRAWN, version, Optional.empty(), 1);
        shelf.goOn(5);

        assertThat(shelf.says("1.2")).startsWith("Phones stay in the locker.");
        assertThat(history().rows()).hasSize(2);
    }

    @Test
    void a_day_in_the_past_is_refused() throws Exception {
        assertThat(shelf.publish(shelf.bring(HOME), shelf.today().minusDays(1))).isInstanceOf(Drafts.Refused.class);
        assertThat(history().rows()).isEmpty();
    }

    @Test
    void a_review_without_change_keeps_the_version_and_moves_the_next_review() throws Exception {
        Policy before = shelf.inForce();
        assertThat(ReviewDue.of(before, history(), shelf.today())).isEqualTo(new ReviewDate.Misprinted("June 20217"));

        row(Publication.Kind.REVIEWED, PolicyLibrary.BUNDLED, Optional.of(LocalDate.of(2027, 11, 30)), 0);

        assertThat(shelf.inForce()).isEqualTo(before);
        assertThat(ReviewDue.of(before, history(), shelf.today()))
                .isEqualTo(new ReviewDate.On(LocalDate.of(2027, 11, 30)));
        shelf.publish(shelf.bring(HOME + "Review: June 2028\n"), shelf.today());
        assertThat(ReviewDue.of(shelf.inForce(), history(), shelf.today()))
                .isEqualTo(new ReviewDate.On(LocalDate.of(2028, 6, 30)));
    }

    @Test
    void an_owner_is_reminded_sixty_thirty_and_seven_days_before_and_weekly_after() {
        LocalDate due = LocalDate.of(2027, 6, 30);
        assertThat(ReviewDue.step(due, due.minusDays(61))).isEmpty();
        assertThat(ReviewDue.step(due, due.minusDays(60))).contains("before-60");
        assertThat(ReviewDue.step(due, due.minusDays(29))).contains("before-30");
        assertThat(ReviewDue.step(due, due)).contains("before-7");
        assertThat(ReviewDue.step(due, due.plusDays(1))).contains("overdue-0");
        assertThat(ReviewDue.step(due, due.plusDays(7))).contains("overdue-0");
        assertThat(ReviewDue.step(due, due.plusDays(8))).contains("overdue-1");
    }

    @Test
    void what_was_in_force_when_is_known_as_far_as_versions_are_kept() throws Exception {
        shelf.goOn(10);
        shelf.publish(shelf.bring(HOME), shelf.today());
        shelf.goOn(10);
        List<PastVersions.Past> past = new PastVersions(shelf.library).of(Shelf.PHONES);

        assertThat(past)
                .extracting(PastVersions.Past::from)
                .containsExactly(Optional.of(LocalDate.of(2018, 6, 1)), Optional.of(LocalDate.of(2026, 12, 3)));
        assertThat(past)
                .extracting(PastVersions.Past::until)
                .containsExactly(Optional.of(LocalDate.of(2026, 12, 2)), Optional.empty());
        assertThat(past.getFirst().meets(LocalDate.of(2018, 6, 1), LocalDate.of(2018, 6, 30)))
                .isTrue();
        assertThat(past).noneMatch(p -> p.meets(LocalDate.of(2017, 1, 1), LocalDate.of(2018, 5, 31)));
    }

    @Test
    void what_names_a_clause_that_goes_moves_or_is_reworded_is_told() throws Exception {
        Draft draft = shelf.bring(Shelf.FIRST
                .replace("1.1.1 use phones in lessons\n", "")
                .replace("1.1.2 lend", "1.1.1 lend")
                .replace("1.2 Phones stay in the locker.", "1.2 Phones stay in the office."));
        List<Citation> citations = List.of(
                new Citation("1.1.1", Citation.Kind.FLOW, "Report a phone", 1),
                new Citation("1.1.2", Citation.Kind.EXAMPLES, "", 3),
                new Citation("1.2", Citation.Kind.FLOW, "Report a phone", 1),
                new Citation("9.9", Citation.Kind.EXAMPLES, "", 1),
                new Citation("1.1", Citation.Kind.FLOW, "Report a phone", 1));

        List<Touched> touched =
                Touched.of(citations, Optional.of(PolicyDiff.between(shelf.inForce(), draft.policy())), draft.policy());

        assertThat(touched)
                .extracting(t ->
                        t.citation().address() + " " + t.fate() + " " + t.now().orElse("-"))
                .containsExactly("1.1.1 GONE -", "1.1.2 RENUMBERED 1.1.1", "1.2 REWORDED 1.2", "9.9 UNKNOWN -");
    }

    @Test
    void a_crash_at_any_point_of_publishing_leaves_the_old_or_the_new_version_in_force() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today());
        Path home = shelf.data.resolve("phones");
        List<Path> written;
        try (Stream<Path> files = Files.walk(home)) {
            written = files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().contains("/drafts/"))
                    .toList();
        }
        // The row is written last: without it, or with half of it under its temporary name, the old version holds.
        Path row = home.resolve("history/0001.yaml");
        assertThat(written).contains(row);
        String whole = Files.readString(row);
        Files.delete(row);
        Files.writeString(home.resolve("history/.draft-1"), whole.substring(0, 20));
        Files.createDirectories(home.resolve(".draft-2"));
        Files.writeString(home.resolve(".draft-2/policy.txt"), "Phones\n\n1.1 Pho");

        assertThat(shelf.library.inForce().problems()).isEmpty();
        assertThat(shelf.says("1.2")).startsWith("Phones stay in the locker.");

        Files.writeString(row, whole);
        assertThat(shelf.says("1.1")).isEqualTo("Phones stay at home.");
    }

    @Test
    void the_same_document_under_another_title_is_another_version() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today());
        String first = shelf.inForce().details().version();
        shelf.goOn(1);
        Draft again =
                shelf.drafts.from(Shelf.PHONES, history().on(shelf.today()).orElseThrow(), "grace-obi");
        Draft renamed = ((Drafts.Changed) shelf.drafts.correct(
                        again,
                        again.seen(),
                        d -> d.overlay()
                                .with(new org.clausebot.policy.Overlay.Details(
                                        Optional.of("Mobile phones"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))))
                .draft();
        shelf.publish(renamed, shelf.today());

        assertThat(shelf.inForce().details().title()).isEqualTo("Mobile phones");
        assertThat(shelf.inForce().details().version()).isNotEqualTo(first);
    }

    @Test
    void a_policy_whose_history_is_damaged_answers_nothing_rather_than_an_older_rule() throws Exception {
        shelf.publish(shelf.bring(HOME), shelf.today());
        Files.writeString(shelf.data.resolve("phones/history/0001.yaml"), "kind: published\n");

        assertThat(shelf.library.inForce().inForce()).isEmpty();
        assertThat(shelf.library.inForce().problems()).singleElement().asString().contains("0001.yaml");
    }
}
