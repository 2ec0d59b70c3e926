package org.clausebot.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.clausebot.policy.Clause;
import org.clausebot.policy.Correction;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SetAside;
import org.clausebot.policy.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reader left out is brought back by hand, in the document's own words. */
class SetAsideTest {
    static final String PAGES = """
            Phones

            Contents
            1 Use 2
            2 Lockers 3

            1 Use

            1.1 Adults should not use phones in lessons.

            1.2 Phones stay in the locker and

            Oakfield School Phones Policy                Page 1 of 3

            should be switched off at all times.

            1.3 Lockers are locked. They are checked

            Oakfield School Phones Policy                Page 2 of 3

            every week.

            1.4 Keys are kept at the office.

            Oakfield School Phones Policy                Page 3 of 3

            Signed: ____________________  Date: ___________
            """;

    @TempDir
    private Path folder;

    private Shelf shelf;
    private Draft draft;

    @BeforeEach
    void a_document_with_footers() throws Exception {
        shelf = new Shelf(folder);
        draft = shelf.bring(PAGES);
        assertThat(text(draft, "1.2")).isEqualTo("Phones stay in the locker and should be switched off at all times.");
    }

    private static String text(Draft of, String address) {
        return of.policy().clause(address).map(Clause::text).orElse("");
    }

    private static Span at(Draft of, String address) {
        return of.policy().clause(address).map(Clause::source).orElseThrow();
    }

    private static List<String> aside(Draft of) {
        Policy policy = of.policy();
        return policy.setAside().stream()
                .map(part -> part.words(policy.document()))
                .toList();
    }

    private static Span aside(Draft of, String words) {
        Policy policy = of.policy();
        return policy.setAside().stream()
                .filter(part -> part.words(policy.document()).contains(words))
                .map(SetAside::source)
                .findFirst()
                .orElseThrow();
    }

    private Draft made(Draft of, Correction correction) throws Exception {
        assertThat(shelf.drafts.correct(of, of.seen(), now -> now.overlay().and(correction)))
                .isInstanceOf(Drafts.Changed.class);
        // As it is read from the disk.
        return shelf.drafts.find(of.id()).orElseThrow();
    }

    private String refused(Draft of, Correction correction) throws Exception {
        Drafts.Outcome outcome =
                shelf.drafts.correct(of, of.seen(), now -> now.overlay().and(correction));
        assertThat(shelf.drafts.find(of.id()).orElseThrow().policy()).isEqualTo(of.policy());
        return outcome instanceof Drafts.Refused why ? why.why() : "";
    }

    @Test
    void it_becomes_a_clause_of_its_own_under_the_headings_of_its_neighbours_and_that_can_be_undone() throws Exception {
        Draft now = made(draft, new Correction.Restored(aside(draft, "Signed"), "1.5"));

        Clause clause = now.policy().clause("1.5").orElseThrow();
        assertThat(clause.text()).isEqualTo("Signed: ____________________ Date: ___________");
        assertThat(clause.leadIn()).isEmpty();
        assertThat(clause.headings())
                .isEqualTo(now.policy().clause("1.4").orElseThrow().headings());
        assertThat(aside(now)).hasSize(aside(draft).size() - 1).noneMatch(words -> words.contains("Signed"));
        assertThat(shelf.drafts.document(now)).isEqualTo(PAGES.getBytes(StandardCharsets.UTF_8));

        shelf.drafts.correct(now, now.seen(), undone -> undone.overlay().withoutLast());
        assertThat(shelf.drafts.find(now.id()).orElseThrow().policy()).isEqualTo(draft.policy());
    }

    @Test
    void it_becomes_the_end_of_the_clause_before_when_nothing_stands_between() throws Exception {
        assertThat(refused(draft, new Correction.Regained(at(draft, "1.4"), aside(draft, "Signed"))))
                .contains("Other words stand between clause 1.4 and these");

        Draft footer = made(draft, new Correction.Regained(at(draft, "1.4"), aside(draft, "Page 3")));
        assertThat(text(footer, "1.4"))
                .isEqualTo("Keys are kept at the office. Oakfield School Phones Policy Page 3 of 3");
        Draft both = made(footer, new Correction.Regained(at(footer, "1.4"), aside(footer, "Signed")));
        assertThat(text(both, "1.4")).endsWith("Page 3 of 3 Signed: ____________________ Date: ___________");
    }

    @Test
    void what_was_passed_over_in_the_midst_of_a_clause_goes_back_into_it_and_only_there() throws Exception {
        Span footer = aside(draft, "Page 1");
        assertThat(draft.policy().clauseBeside(footer))
                .map(clause -> clause.ref().number())
                .contains("1.2");
        assertThat(refused(draft, new Correction.Restored(footer, "1.9"))).contains("run into clause 1.2");

        Draft now = made(draft, new Correction.Regained(at(draft, "1.2"), footer));
        assertThat(text(now, "1.2"))
                .isEqualTo(
                        "Phones stay in the locker and Oakfield School Phones Policy Page 1 of 3 should be switched off"
                                + " at all times.");
        assertThat(text(now, "1.3")).isEqualTo("Lockers are locked. They are checked every week.");
        assertThat(aside(now)).anyMatch(words -> words.contains("Page 2")).noneMatch(words -> words.contains("Page 1"));
    }

    @Test
    void what_is_passed_over_is_still_named_after_another_correction() throws Exception {
        Draft now = made(draft, new Correction.Numbered(at(draft, "1.4"), "1.44"));
        assertThat(aside(now)).isEqualTo(aside(draft)).anyMatch(words -> words.contains("Page 2"));
    }

    @Test
    void what_is_left_of_it_when_a_clause_takes_a_part_stays_set_aside() throws Exception {
        Draft whole = made(draft, new Correction.Restored(aside(draft, "Signed"), "1.5"));
        Span clause = at(whole, "1.5");
        Draft part = made(whole, new Correction.Bounds(clause, new Span(clause.start(), clause.start() + 7)));
        assertThat(text(part, "1.5")).isEqualTo("Signed:");
        assertThat(aside(part)).anyMatch(words -> words.startsWith("____") && words.contains("Date:"));
    }

    @Test
    void what_is_not_set_aside_or_has_a_number_already_is_refused() throws Exception {
        Span form = aside(draft, "Signed");
        assertThat(refused(draft, new Correction.Restored(form, "1.4"))).contains("There is a clause 1.4 already");
        assertThat(refused(draft, new Correction.Restored(form, " "))).contains("as printed");
        assertThat(refused(draft, new Correction.Restored(new Span(form.start(), form.end() - 1), "1.5")))
                .contains("no longer set aside");
        assertThat(refused(draft, new Correction.Regained(new Span(0, 1), form)))
                .contains("no longer stands there");
        assertThat(refused(draft, new Correction.Regained(at(draft, "1.4"), aside(draft, "Contents"))))
                .contains("behind a clause");
    }
}
