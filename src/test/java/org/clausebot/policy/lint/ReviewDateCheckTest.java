package org.clausebot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.policy.PolicyDetails;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.ReferencePolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewDateCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "June 2018 | 2018-06-30",
                "Sept. 2027 | 2027-09-30",
                "01/09/2024 | 2024-09-01",
                "1.9.24 | 2024-09-01",
                "2027-01-15 | 2027-01-15",
                "11th July 2024 | 2024-07-11",
                "3rd of March, 2025 | 2025-03-03",
                "Autumn term 2025 | 2025-12-31",
                "autumn 2027 | 2027-12-31",
                "Spring Term (2026) | 2026-04-30",
                "09/2027 | 2027-09-30",
                "2026/27 | 2027-08-31",
                "academic year 2026-2027 | 2027-08-31",
                "2028 | 2028-12-31"
            })
    void a_printed_date_is_read_as_its_last_day(String printed, LocalDate day) {
        assertThat(PrintedDate.of(printed)).isEqualTo(new PrintedDate.Until(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"June 20217", "31/02/2024", "13/2024", "45 June 2024", "June 1024", "1/13/2024"})
    void a_date_that_no_calendar_has_is_impossible(String printed) {
        assertThat(PrintedDate.of(printed)).isInstanceOf(PrintedDate.Impossible.class);
    }

    @ParameterizedTest
    @CsvSource({"annually, 12", "Every two years, 24", "every term, 6", "every 3 years, 36", "each year, 12"})
    void how_often_is_understood(String printed, int months) {
        assertThat(PrintedDate.of(printed)).isEqualTo(new PrintedDate.Every(months));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Summer term, two years on", "when the law changes", "TBC", "11 July"})
    void what_is_no_date_is_left_to_a_person(String printed) {
        assertThat(PrintedDate.of(printed)).isInstanceOf(PrintedDate.Unclear.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "June 2018 | June 20217 | ERROR | The review date is printed as “June 20217”, which is no date.",
                "June 2018 | June 2021 | ERROR | The review was due in June 2021 (“June 2021”) and that has passed.",
                "Oct 2026 | 1 Nov 2026 | ERROR | The review was due in November 2026 (“1 Nov 2026”) and that has passed.",
                "July 2029 | May 2029 | ERROR | The review date, “May 2029”, is before the policy was last changed, in July 2029.",
                "Sept 2024 | every year | WARNING | The policy is to be reviewed “every year”, but the last date on it is September 2024.",
                "June 2025 | as needed | INFO | The review is printed as “as needed”, which does not say a date, so nobody can tell when it is due."
            })
    void each_trouble_with_a_review_date_has_its_words(
            String updated, String review, Severity severity, String message) {
        Finding finding =
                lint(Optional.of(updated), Optional.of(review), "Be kind.").getFirst();

        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"November 2026", "Autumn term 2026", "2026", "22/11/2026", "September 2027", "annually"})
    void a_review_that_is_not_yet_due_is_left_alone(String review) {
        assertThat(lint(Optional.empty(), Optional.of(review), "Be kind.")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Approved: March 2025. Review due: March 2027.",
                "Reviewed by the Trust Board every year. Next review: autumn 2027",
                "This policy is looked at again each year by the computing lead.",
                "The governors review this policy annually."
            })
    void a_review_that_the_text_speaks_of_is_not_missing(String clause) {
        assertThat(lint(Optional.empty(), Optional.empty(), clause)).isEmpty();
    }

    @Test
    void a_document_that_never_speaks_of_its_review_is_told_so() {
        assertThat(lint(Optional.empty(), Optional.empty(), "A manager may ask for a review of the decision."))
                .extracting(Finding::message)
                .containsExactly("The document does not say when it is to be reviewed.");
    }

    @Test
    void the_date_is_found_in_the_text_and_pointed_at() {
        Finding finding = lint(Optional.empty(), Optional.empty(), "Approved: March 2021. Review due: March 2023.")
                .getFirst();

        assertThat(finding.message()).isEqualTo("The review was due in March 2023 (“March 2023”) and that has passed.");
        assertThat(finding.span().length()).isEqualTo("March 2023".length());
    }

    private static List<Finding> lint(Optional<String> updated, Optional<String> review, String clause) {
        PolicyDetails details = new PolicyDetails(
                new PolicyId("code"), "Code", "1", Optional.empty(), Optional.empty(), updated, review);
        return new PolicyLinter()
                .lint(ReferencePolicies.of(details, List.of("1.1\t1 Rules\t\t" + clause)), TODAY, Set.of()).stream()
                        .filter(f -> f.rule() == Rule.REVIEW_DATE)
                        .toList();
    }
}
