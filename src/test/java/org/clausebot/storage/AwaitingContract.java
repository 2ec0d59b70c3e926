package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clausebot.chat.awaited.Awaiting;
import org.clausebot.chat.awaited.Awaiting.Kept;
import org.clausebot.chat.awaited.Awaiting.Row;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Awaiting} keeps to. */
abstract class AwaitingContract {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    abstract Awaiting awaiting();

    static Row row(String id, String person) {
        return new Row(id, person, "place", "wider", "", DAY, new byte[] {1}, new byte[] {2});
    }

    private static Row at(String id, String place, String wider, LocalDate expires) {
        return new Row(id, "p", place, wider, "", expires, new byte[] {1}, new byte[] {2});
    }

    private List<String> ids(String person) {
        return awaiting().of(person).stream().map(Row::id).toList();
    }

    @Test
    void a_question_is_kept_once_and_what_was_kept_first_stays() {
        assertThat(awaiting().keep(row("a", "p"), 5)).isEqualTo(Kept.KEPT);
        Row again = new Row("a", "p", "place", "", "other", DAY, new byte[] {8}, new byte[] {9});
        assertThat(awaiting().keep(again, 5)).isEqualTo(Kept.ALREADY);

        Row kept = awaiting().byId("a").orElseThrow();
        assertThat(kept.person()).isEqualTo("p");
        assertThat(kept.place()).isEqualTo("place");
        assertThat(kept.wider()).isEqualTo("wider");
        assertThat(kept.known()).isEmpty();
        assertThat(kept.expires()).isEqualTo(DAY);
        assertThat(kept.wrapped()).containsExactly(1);
        assertThat(kept.body()).containsExactly(2);
    }

    @Test
    void nobody_has_more_than_the_most_and_everybody_has_their_own() {
        awaiting().keep(row("b", "p"), 2);
        awaiting().keep(row("a", "p"), 2);
        assertThat(awaiting().keep(row("c", "p"), 2)).isEqualTo(Kept.TOO_MANY);
        assertThat(awaiting().keep(row("a", "p"), 2)).isEqualTo(Kept.ALREADY);
        assertThat(awaiting().keep(row("d", "q"), 2)).isEqualTo(Kept.KEPT);
        assertThat(ids("p")).containsExactly("b", "a");
        assertThat(ids("q")).containsExactly("d");
        assertThat(awaiting().byId("c")).isEmpty();
    }

    @Test
    void what_was_asked_of_the_policies_in_force_is_not_given_out_again_until_others_are() {
        awaiting().keep(row("a", "p"), 9);
        awaiting().keep(row("b", "p"), 9);
        awaiting().keep(row("c", "p"), 9);
        assertThat(awaiting().notAskedOf("v1", "", 2)).extracting(Row::id).containsExactly("a", "b");
        assertThat(awaiting().notAskedOf("v1", "b", 2)).extracting(Row::id).containsExactly("c");

        awaiting().asked("b", "v1");
        awaiting().asked("gone", "v1");

        assertThat(awaiting().notAskedOf("v1", "", 9)).extracting(Row::id).containsExactly("a", "c");
        assertThat(awaiting().notAskedOf("v2", "", 9)).extracting(Row::id).containsExactly("a", "b", "c");
        assertThat(awaiting().byId("gone")).isEmpty();
    }

    @Test
    void what_is_forgotten_is_gone_and_can_be_kept_again() {
        awaiting().keep(row("a", "p"), 1);
        assertThat(awaiting().forget("a")).isTrue();
        assertThat(awaiting().forget("a")).isFalse();
        assertThat(awaiting().keep(row("a", "p"), 1)).isEqualTo(Kept.KEPT);
    }

    @Test
    void a_place_takes_its_own_with_it_and_a_wider_one_those_of_all_its_places() {
        awaiting().keep(at("a", "t1", "", DAY), 9);
        awaiting().keep(at("b", "t2", "e", DAY), 9);
        awaiting().keep(at("c", "t3", "e", DAY), 9);
        awaiting().keep(at("d", "t4", "", DAY), 9);
        assertThat(awaiting().forgetPlace("t1")).isEqualTo(1);
        assertThat(awaiting().forgetPlace("")).isZero();
        assertThat(ids("p")).containsExactly("b", "c", "d");
        assertThat(awaiting().forgetPlace("e")).isEqualTo(2);
        assertThat(ids("p")).containsExactly("d");
    }

    @Test
    void a_question_is_kept_to_its_last_day_and_no_longer() {
        awaiting().keep(at("a", "t", "", DAY), 9);
        awaiting().keep(at("b", "t", "", DAY.plusDays(1)), 9);
        assertThat(awaiting().expire(DAY.minusDays(1))).isZero();
        assertThat(awaiting().expire(DAY)).isEqualTo(1);
        assertThat(ids("p")).containsExactly("b");
    }
}
