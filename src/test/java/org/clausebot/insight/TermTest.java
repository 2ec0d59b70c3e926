package org.clausebot.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clausebot.insight.Term.Holiday;
import org.junit.jupiter.api.Test;

class TermTest {
    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    void without_holidays_terms_go_by_the_calendar_the_newest_first() {
        List<Term> terms = Term.before(day("2026-11-23"), 4, List.of());
        assertThat(terms)
                .extracting(Term::name)
                .containsExactly("Autumn term 2026", "Summer term 2026", "Spring term 2026", "Autumn term 2025");
        assertThat(terms.getFirst())
                .isEqualTo(new Term("Autumn term 2026", "2026-autumn", day("2026-09-01"), day("2026-12-31")));
        assertThat(terms.get(1).to()).isEqualTo(day("2026-07-31"));
    }

    @Test
    void a_term_that_has_not_begun_is_none() {
        assertThat(Term.before(day("2026-08-15"), 1, List.of()).getFirst().code())
                .isEqualTo("2026-summer");
        assertThat(Term.before(day("2026-09-01"), 1, List.of()).getFirst().code())
                .isEqualTo("2026-autumn");
        assertThat(Term.before(day("2026-01-01"), 1, List.of()).getFirst().code())
                .isEqualTo("2026-spring");
    }

    @Test
    void long_holidays_part_the_terms_and_half_terms_do_not() {
        List<Holiday> holidays = List.of(
                new Holiday(day("2026-10-26"), day("2026-10-30")),
                new Holiday(day("2026-12-21"), day("2027-01-03")),
                new Holiday(day("2027-03-26"), day("2027-04-11")),
                new Holiday(day("2027-05-03"), day("2027-05-03")),
                new Holiday(day("2027-07-22"), day("2027-09-01")));
        List<Term> terms = Term.before(day("2027-09-20"), 4, holidays);
        assertThat(terms)
                .extracting(term -> term.code() + " " + term.from() + " " + term.to())
                .containsExactly(
                        "2027-autumn 2027-09-02 2027-12-31",
                        "2027-summer 2027-04-12 2027-07-21",
                        "2027-spring 2027-01-04 2027-03-25",
                        "2026-autumn 2026-09-01 2026-12-20");
    }
}
