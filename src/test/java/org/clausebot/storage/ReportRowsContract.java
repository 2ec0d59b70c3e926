package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.CaseRows;
import org.clausebot.incident.DraftRows;
import org.clausebot.incident.EvidenceRows;
import org.clausebot.incident.Notices;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.Test;

/** What every implementation of the ports of reports keeps to. */
abstract class ReportRowsContract {
    static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final SchoolId SCHOOL = SchoolId.DEFAULT;
    private static final SchoolId OTHER = new SchoolId("other");

    abstract DraftRows drafts();

    abstract EvidenceRows evidence();

    abstract CaseRows cases();

    abstract AuditRows audit();

    abstract Notices notices();

    abstract WrappedKeys keys();

    /** Chains rows so that a test can follow it without keys. */
    static final class PlainChain implements AuditRows.Chain {
        long committed;

        @Override
        public String hash(String before, long seq, AuditRows.Row row) {
            return seq + row.action() + "<" + before.length();
        }

        @Override
        public void committed(long seq, String hash) {
            committed = Math.max(committed, seq);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static DraftRows.Draft draft(String owner, String id, String body) {
        return new DraftRows.Draft(
                SCHOOL,
                owner,
                id,
                "talk-" + id,
                bytes("key-" + id),
                bytes(body),
                Optional.empty(),
                Optional.empty(),
                NOW.plus(DAY));
    }

    private static AuditRows.Row said(String record, String action) {
        return new AuditRows.Row(NOW, SCHOOL, record, "reporter", action);
    }

    static CaseRows.Fresh fresh(String id, String reference, Set<String> recipients, Set<String> keptOut) {
        CaseRows.State state = new CaseRows.State("new", false, false, Optional.empty(), bytes("summary"));
        CaseRows.Row row = new CaseRows.Row(
                id,
                SCHOOL,
                "talk-" + id,
                "receipt-" + id,
                reference,
                bytes("key-" + id),
                1,
                0,
                NOW,
                state,
                new CaseRows.Route(recipients, keptOut));
        return new CaseRows.Fresh(
                row,
                bytes("body"),
                List.of(Notices.Notice.fresh("notice-" + id, SCHOOL, "amina-khan", NOW)),
                List.of(said(id, "sent")));
    }

    CaseRows.Stored store(CaseRows.Fresh fresh) {
        return cases().store(fresh, "owner", NOW.plus(DAY));
    }

    private CaseRows.Row stored(String id) {
        return cases().byConversation("talk-" + id).orElseThrow();
    }

    private static CaseRows.Change change(CaseRows.Row row, CaseRows.Route route, String... entries) {
        return new CaseRows.Change(
                row.id(),
                row.version(),
                row.state(),
                route,
                List.of(entries).stream().map(ReportRowsContract::bytes).toList(),
                List.of(),
                List.of(said(row.id(), "noted")));
    }

    @Test
    void a_draft_is_kept_in_place_of_the_last_and_another_conversation_destroys_it_with_its_files() {
        drafts().keep(draft("a", "d1", "one"));
        drafts().keep(draft("a", "d1", "two"));
        evidence().attach("d1", new EvidenceRows.File("f1", bytes("about"), bytes("clean"), bytes("original")), 2);
        drafts().keep(draft("a", "d1", "three"));
        assertThat(text(drafts().of(SCHOOL, "a").orElseThrow().body())).isEqualTo("three");
        assertThat(evidence().about("d1")).hasSize(1);
        drafts().keep(draft("a", "d2", "four"));
        assertThat(evidence().about("d1")).isEmpty();
        assertThat(drafts().of(SCHOOL, "a").orElseThrow().id()).isEqualTo("d2");
        assertThat(drafts().of(OTHER, "a")).isEmpty();
        assertThat(drafts().of(SCHOOL, "b")).isEmpty();
        drafts().destroy(SCHOOL, "a");
        assertThat(drafts().of(SCHOOL, "a")).isEmpty();
    }

    @Test
    void a_draft_moves_to_another_owner_in_place_of_what_they_had() {
        drafts().keep(draft("a", "d1", "one"));
        drafts().keep(draft("b", "d2", "two"));
        assertThat(drafts().setLater("d1", "later", bytes("code"))).isTrue();
        assertThat(drafts().setLater("gone", "other", bytes("code"))).isFalse();
        drafts().keep(draft("a", "d1", "three"));
        DraftRows.Draft found = drafts().later(SCHOOL, "later").orElseThrow();
        assertThat(text(found.laterCode().orElseThrow())).isEqualTo("code");
        assertThat(drafts().later(OTHER, "later")).isEmpty();
        assertThat(drafts().move("d1", "b")).isTrue();
        assertThat(drafts().move("d1", "b")).isTrue();
        assertThat(drafts().move("d2", "b")).isFalse();
        assertThat(drafts().of(SCHOOL, "a")).isEmpty();
        assertThat(text(drafts().of(SCHOOL, "b").orElseThrow().body())).isEqualTo("three");
    }

    @Test
    void what_expired_is_destroyed_with_its_files() {
        drafts().keep(draft("a", "d1", "one"));
        evidence().attach("d1", new EvidenceRows.File("f1", bytes("about"), bytes("clean"), bytes("original")), 2);
        assertThat(drafts().expire(NOW.plus(DAY).minusMillis(1))).isZero();
        assertThat(drafts().expire(NOW.plus(DAY))).isEqualTo(1);
        assertThat(evidence().content("d1", "f1", true)).isEmpty();
    }

    @Test
    void files_come_back_in_the_order_of_arrival_and_no_more_than_may() {
        EvidenceRows.File file = new EvidenceRows.File("f1", bytes("a1"), bytes("clean"), bytes("original"));
        assertThat(evidence().attach("d1", file, 2)).isFalse();
        drafts().keep(draft("a", "d1", "one"));
        assertThat(evidence().attach("d1", file, 2)).isTrue();
        assertThat(evidence().attach("d1", new EvidenceRows.File("f0", bytes("a0"), bytes("c"), bytes("o")), 2))
                .isTrue();
        assertThat(evidence().attach("d1", new EvidenceRows.File("f2", bytes("a2"), bytes("c"), bytes("o")), 2))
                .isFalse();
        assertThat(evidence().about("d1")).extracting(EvidenceRows.About::id).containsExactly("f1", "f0");
        assertThat(text(evidence().content("d1", "f1", false).orElseThrow())).isEqualTo("clean");
        assertThat(text(evidence().content("d1", "f1", true).orElseThrow())).isEqualTo("original");
        assertThat(evidence().content("d2", "f1", true)).isEmpty();
        evidence().detach("d2", "f1");
        evidence().detach("d1", "f1");
        assertThat(evidence().about("d1")).extracting(EvidenceRows.About::id).containsExactly("f0");
    }

    @Test
    void a_stored_report_takes_over_the_files_ends_the_draft_queues_notices_and_is_audited() {
        drafts().keep(draft("owner", "i1", "one"));
        evidence().attach("i1", new EvidenceRows.File("f1", bytes("about"), bytes("clean"), bytes("original")), 2);
        assertThat(store(fresh("i1", "ABCD", Set.of("p1"), Set.of("p2")))).isEqualTo(CaseRows.Stored.STORED);
        assertThat(drafts().of(SCHOOL, "owner")).isEmpty();
        assertThat(evidence().about("i1")).hasSize(1);
        evidence().detach("i1", "f1");
        assertThat(evidence().about("i1")).as("a report's files stay").hasSize(1);
        assertThat(notices().due(NOW, 10)).extracting(Notices.Notice::id).containsExactly("notice-i1");
        assertThat(audit().about("i1")).extracting(row -> row.row().action()).containsExactly("sent");
        assertThat(cases().handedOut(SCHOOL, "owner", NOW).orElseThrow().id()).isEqualTo("i1");
        assertThat(cases().handedOut(SCHOOL, "owner", NOW.plus(DAY))).isEmpty();
        assertThat(cases().handedOut(SCHOOL, "other", NOW)).isEmpty();
        assertThat(text(cases().contents("i1").orElseThrow().body())).isEqualTo("body");
    }

    @Test
    void a_conversation_is_stored_once_and_a_code_or_reference_given_once() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of()));
        assertThat(store(fresh("i1", "EFGH", Set.of("p1"), Set.of()))).isEqualTo(CaseRows.Stored.SENT_BEFORE);
        assertThat(store(fresh("i2", "ABCD", Set.of("p1"), Set.of()))).isEqualTo(CaseRows.Stored.CODE_TAKEN);
        assertThat(cases().byConversation("talk-i2")).isEmpty();
        assertThat(notices().due(NOW, 10)).hasSize(1);
        assertThat(audit().after(0, 10)).hasSize(1);
    }

    @Test
    void a_report_is_found_for_its_recipients_only() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of("p2")));
        assertThat(cases().byReference(SCHOOL, "ABCD", "p1")).isPresent();
        assertThat(cases().byReference(SCHOOL, "ABCD", "p2")).isEmpty();
        assertThat(cases().byReference(SCHOOL, "ABCD", "p3")).isEmpty();
        assertThat(cases().byReference(OTHER, "ABCD", "p1")).isEmpty();
        assertThat(cases().routedTo(SCHOOL, "p1")).hasSize(1);
        assertThat(cases().routedTo(SCHOOL, "p2")).isEmpty();
        assertThat(cases().routedTo(OTHER, "p1")).isEmpty();
        assertThat(stored("i1").route()).isEqualTo(new CaseRows.Route(Set.of("p1"), Set.of("p2")));
        assertThat(cases().byReceipt("receipt-i1")).isPresent();
        assertThat(cases().byReceipt("receipt-i2")).isEmpty();
    }

    @Test
    void a_change_is_made_on_what_it_was_decided_on_or_not_at_all() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of("p2")));
        CaseRows.Row row = stored("i1");
        assertThat(cases().change(change(row, new CaseRows.Route(Set.of("p3"), Set.of("p1", "p2")), "e1", "e2")))
                .isTrue();
        assertThat(cases().change(change(row, row.route(), "late"))).isFalse();
        CaseRows.Row changed = stored("i1");
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.entries()).isEqualTo(2);
        assertThat(changed.route()).isEqualTo(new CaseRows.Route(Set.of("p3"), Set.of("p1", "p2")));
        assertThat(cases().change(change(changed, changed.route(), "e3"))).isTrue();
        assertThat(cases().contents("i1").orElseThrow().entries())
                .extracting(ReportRowsContract::text)
                .containsExactly("e1", "e2", "e3");
        assertThat(audit().about("i1")).hasSize(3);
    }

    @Test
    void nobody_who_is_kept_out_is_ever_let_in() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of("p2")));
        CaseRows.Row row = stored("i1");
        for (CaseRows.Route route :
                List.of(new CaseRows.Route(Set.of("p1", "p2"), Set.of()), new CaseRows.Route(Set.of("p1"), Set.of()))) {
            assertThatThrownBy(() -> cases().change(change(row, route, "e1"))).isInstanceOf(RuntimeException.class);
        }
        assertThat(stored("i1").version()).isEqualTo(1);
        assertThat(cases().contents("i1").orElseThrow().entries()).isEmpty();
        assertThat(audit().about("i1")).hasSize(1);
    }

    @Test
    void what_waits_and_what_expires_is_found_in_order() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of()));
        assertThat(cases().waiting("new", NOW, 10)).hasSize(1);
        assertThat(cases().waiting("new", NOW.minusMillis(1), 10)).isEmpty();
        assertThat(cases().waiting("seen", NOW, 10)).isEmpty();
        assertThat(cases().after("", 10)).hasSize(1);
        assertThat(cases().after("i1", 10)).isEmpty();
        LocalDate day = LocalDate.of(2032, 11, 23);
        CaseRows.Row row = stored("i1");
        CaseRows.State closed = new CaseRows.State("closed", true, true, Optional.of(day), bytes("other"));
        cases().change(new CaseRows.Change(
                "i1", row.version(), closed, row.route(), List.of(), List.of(), List.of(said("i1", "held"))));
        assertThat(cases().waiting("closed", NOW, 10)).as("escalated before").isEmpty();
        assertThat(cases().expiring(day, 10)).as("held").isEmpty();
        row = stored("i1");
        CaseRows.State free = new CaseRows.State("closed", true, false, Optional.of(day), bytes("other"));
        cases().change(new CaseRows.Change(
                "i1", row.version(), free, row.route(), List.of(), List.of(), List.of(said("i1", "hold-ended"))));
        assertThat(cases().expiring(day.minusDays(1), 10)).isEmpty();
        assertThat(cases().expiring(day, 10)).hasSize(1);
        assertThat(stored("i1").state().expires()).contains(day);
    }

    @Test
    void a_deleted_report_leaves_its_tombstone_and_its_audit_rows_and_its_reference_is_not_given_again() {
        store(fresh("i1", "ABCD", Set.of("p1"), Set.of("p2")));
        LocalDate day = LocalDate.of(2032, 11, 23);
        CaseRows.Tombstone tombstone =
                new CaseRows.Tombstone(SCHOOL, "ABCD", "a-flow", LocalDate.of(2026, 11, 23), day.minusYears(6), day);
        List<AuditRows.Row> said = List.of(said("i1", "deleted"));
        assertThat(cases().delete("i1", 2, tombstone, said)).isFalse();
        assertThat(cases().delete("i1", 1, tombstone, said)).isTrue();
        assertThat(cases().delete("i1", 1, tombstone, said)).isFalse();
        assertThat(cases().byReceipt("receipt-i1")).isEmpty();
        assertThat(cases().contents("i1")).isEmpty();
        assertThat(cases().handedOut(SCHOOL, "owner", NOW)).isEmpty();
        assertThat(keys().after("", 10)).isEmpty();
        assertThat(cases().tombstones(SCHOOL)).containsExactly(tombstone);
        assertThat(cases().tombstones(OTHER)).isEmpty();
        assertThat(audit().about("i1")).hasSize(2);
        assertThat(store(fresh("i2", "ABCD", Set.of("p1"), Set.of()))).isEqualTo(CaseRows.Stored.CODE_TAKEN);
    }

    @Test
    void wrapped_keys_are_read_in_order_and_replaced_where_they_are_still_the_same() {
        drafts().keep(draft("a", "d1", "one"));
        store(fresh("c1", "ABCD", Set.of("p1"), Set.of()));
        store(fresh("e1", "EFGH", Set.of("p1"), Set.of()));
        assertThat(keys().after("", 2)).extracting(WrappedKeys.Held::record).containsExactly("c1", "d1");
        assertThat(keys().after("d1", 2)).extracting(WrappedKeys.Held::record).containsExactly("e1");
        keys().replace(List.of(
                new WrappedKeys.Change("c1", bytes("key-c1"), bytes("new-c1")),
                new WrappedKeys.Change("d1", bytes("another"), bytes("new-d1")),
                new WrappedKeys.Change("gone", bytes("x"), bytes("y"))));
        assertThat(keys().after("", 10))
                .extracting(held -> text(held.wrappedKey()))
                .containsExactly("new-c1", "key-d1", "key-e1");
    }

    @Test
    void audit_rows_are_numbered_without_gaps_and_chained() {
        audit().append(List.of(said("", "one"), said("", "two")));
        audit().append(List.of());
        audit().append(List.of(said("r", "three")));
        assertThat(audit().after(0, 10)).extracting(AuditRows.Chained::seq).containsExactly(1L, 2L, 3L);
        assertThat(audit().after(0, 10))
                .extracting(AuditRows.Chained::hash)
                .containsExactly("1one<0", "2two<6", "3three<6");
        assertThat(audit().after(1, 1)).extracting(AuditRows.Chained::seq).containsExactly(2L);
        assertThat(audit().last().orElseThrow().row()).isEqualTo(said("r", "three"));
    }
}
