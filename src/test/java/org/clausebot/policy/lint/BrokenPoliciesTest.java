package org.clausebot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.clausebot.policy.Policy;
import org.clausebot.policy.ReferencePolicies;
import org.junit.jupiter.api.Test;

/** One broken policy for each rule, in {@code broken-policies/}, and exactly what the linter says of it. */
class BrokenPoliciesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void numbers_that_are_missing_are_named_in_every_style() {
        assertThat(messages(Rule.NUMBER_MISSING))
                .containsExactly(
                        "The numbers go from 1.2 to 1.5: there is no 1.3 and 1.4.",
                        "→ If 1.3 and 1.4 were taken out, print “1.3 Not used”, so that nobody looks for it; if they were lost, put them back.",
                        "The numbers go from A2 to A4: there is no A3.",
                        "→ If A3 was taken out, print “A3 Not used”, so that nobody looks for it; if it was lost, put it back.",
                        "The numbers go from 3(b) to 3(d): there is no 3(c).",
                        "→ If 3(c) was taken out, print “3(c) Not used”, so that nobody looks for it; if it was lost, put it back.",
                        "The numbers go from 4(ii) to 4(iv): there is no 4(iii).",
                        "→ If 4(iii) was taken out, print “4(iii) Not used”, so that nobody looks for it; if it was lost, put it back.");
    }

    @Test
    void a_number_printed_twice_and_a_list_that_starts_again_are_told_apart() {
        assertThat(messages(Rule.NUMBER_REPEATED))
                .containsExactly(
                        "The number 4.3 is printed twice: before “Leave is unpaid” and before “Dentists are seen after school”.",
                        "→ Give the second one a number of its own, then check what cites 4.3.",
                        "The numbering starts again at 5(a), so that it stands in 2 places: before “ring the office” and before “send an email”.",
                        "→ Number the second list on, or give it a number of its own, so that each item can be cited.");
    }

    @Test
    void a_lead_in_that_reverses_its_items_is_shown_with_what_an_item_says_alone() {
        assertThat(messages(Rule.LEAD_IN_REVERSES))
                .containsExactly(
                        "“Staff must not:” is followed by an item that says not itself: clause 4.1, “Never carry a pupil in their car”. Together they allow what is to be forbidden.",
                        "→ Say it once: take the not out of the item.",
                        "“Adults should not:” reverses clauses 2.4.1 and 2.4.2. Read alone, clause 2.4.1 says “Use school phones for private calls”.",
                        "→ Say it in each item, for example “Adults should not use school phones for private calls”.",
                        "“Nobody may:” reverses clause 3(a). Read alone, clause 3(a) says “copy a key”.",
                        "→ Say it in each item, for example “Nobody may copy a key”.");
        assertThat(findings(Rule.LEAD_IN_REVERSES))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.INFO);
    }

    @Test
    void an_item_that_says_not_in_a_list_of_things_to_do_is_shown_written_out() {
        assertThat(messages(Rule.ITEM_NEGATES))
                .containsExactly(
                        "Clause 1.2 begins “Not” in a list of what is to be done (“Staff should:”), and is easily misread.",
                        "→ Put it in a list of what is not to be done, or write it in full: “Staff should not share it with anyone”.");
    }

    @Test
    void a_colon_with_no_list_after_it_is_named() {
        assertThat(messages(Rule.LEAD_IN_WITHOUT_ITEMS))
                .containsExactly(
                        "Clause 1.1 ends with a colon, “Before each trip the leader must bring:”, but no list follows.",
                        "→ Add what is missing, or end the sentence with a full stop.");
    }

    @Test
    void an_appendix_a_section_and_a_clause_that_are_not_there_are_named() {
        assertThat(messages(Rule.PLACE_MISSING))
                .containsExactly(
                        "Clause 1.1 refers to appendix B, but this document has no appendix B.",
                        "→ Add appendix B, correct the number, or take the reference out.",
                        "Clause 1.2 refers to section 9, but this document has no section 9.",
                        "→ Add section 9, correct the number, or take the reference out.",
                        "Clause 1.2 refers to clause 4.7, but this document has no clause 4.7.",
                        "→ Add clause 4.7, correct the number, or take the reference out.");
    }

    @Test
    void a_policy_that_is_not_here_is_named_once_with_all_places() {
        assertThat(messages(Rule.POLICY_UNKNOWN))
                .containsExactly(
                        "“E-Safety Policy” is cited in clause 1.1, and is not among the policies here.",
                        "→ Add that policy here so that staff can be shown it, or check that it still exists under this name.",
                        "“disciplinary procedure” and “Disciplinary Policy” seem to be one document, which is cited in clauses 1.2 and 1.3, and is not among the policies here.",
                        "→ Use one name for it. Add that policy here so that staff can be shown it, or check that it still exists under this name.");
    }

    @Test
    void old_guidance_is_measured_by_its_yearly_edition_or_by_its_age() {
        assertThat(messages(Rule.GUIDANCE_OLD))
                .containsExactly(
                        "Clause 1.1 cites “Keeping Children Safe in Education 2019”. A new edition comes out every September; the one of 2026 should be in force.",
                        "→ Check the clause against the 2026 edition, and cite it without a year.",
                        "Clause 1.2 cites “Guidance for Safer Working Practice (October 2015)”. That is 11 years old, and a newer edition may be in force.",
                        "→ Look for a newer edition, check the clause against it, and cite that.");
    }

    @Test
    void an_abbreviation_that_is_never_written_out_or_too_late_is_named() {
        assertThat(messages(Rule.ABBREVIATION))
                .containsExactly(
                        "“DSL” is used in clauses 1.1 and 1.2 and is never written out.",
                        "→ Write “Designated Safeguarding Lead (DSL)” where it is first used.",
                        "“RBWM” is used in clause 1.2 and is never written out.",
                        "→ Write the full name, then “RBWM” in brackets, where it is first used.",
                        "“EVC” is used in clause 1.4, but written out only later in the document.",
                        "→ Write it out where it is first used.");
    }

    @Test
    void two_clauses_that_say_nearly_the_same_are_named_together() {
        assertThat(messages(Rule.NEAR_DUPLICATE))
                .containsExactly(
                        "Clause 1.1 and clause 2.1 say nearly the same: “Staff should not request any personal information from children beyond what their role needs” and “Adults should not request personal information from a pupil beyond what the role needs”.",
                        "→ Keep one of them, or let one refer to the other, so that they cannot drift apart.");
    }

    @Test
    void a_ban_without_exception_beside_a_ban_with_one_is_named() {
        assertThat(messages(Rule.STRENGTH_CONFLICT))
                .containsExactly(
                        "Clause 1.1 forbids without exception what clause 2.1 forbids only in part (“unless the headteacher has agreed”): “Staff should not give their personal telephone numbers to children”.",
                        "→ Decide which is meant, and say it in one place; or let clause 1.1 say “except as in clause 2.1”.");
    }

    @Test
    void a_duty_to_report_to_nobody_is_named() {
        assertThat(messages(Rule.NO_RECEIVER))
                .containsExactly(
                        "Clause 1.1 asks for a report but does not say to whom: “Staff must report any such incident without delay”.",
                        "→ Name the person or role who is to be told, and who instead when it concerns that person.");
    }

    @Test
    void must_and_should_on_one_duty_are_named_together() {
        assertThat(messages(Rule.MUST_AND_SHOULD))
                .containsExactly(
                        "Clause 1.1 says “must” where clause 2.1 says “should”: “Staff must lock the screen of a laptop whenever they leave it” and “Staff should lock the screen of every laptop when they leave it”.",
                        "→ On one subject, use “must” in both if there is no choice, “should” in both if there is.");
    }

    @Test
    void a_sentence_of_more_than_sixty_words_is_named_with_its_length() {
        assertThat(messages(Rule.LONG_SENTENCE))
                .containsExactly(
                        "A sentence of clause 1.1 has 73 words: “This policy is for all who work here and wish to know how the …”.",
                        "→ Make two or three sentences of it, or a list.");
    }

    @Test
    void every_rule_has_a_broken_policy_or_a_broken_date() {
        for (Rule rule : Rule.values()) {
            if (rule != Rule.REVIEW_DATE) {
                assertThat(findings(rule)).as(rule.id()).isNotEmpty();
            }
        }
    }

    private static List<String> messages(Rule rule) {
        return findings(rule).stream()
                .flatMap(f -> java.util.stream.Stream.of(f.message(), "→ " + f.suggestion()))
                .toList();
    }

    private static List<Finding> findings(Rule rule) {
        Policy policy =
                ReferencePolicies.of("code", "Code", ReferencePolicies.lines("/broken-policies/" + rule.id() + ".tsv"));
        return new PolicyLinter()
                .lint(policy, TODAY, Set.of("Phones Policy")).stream()
                        .filter(f -> f.rule() == rule)
                        .toList();
    }
}
