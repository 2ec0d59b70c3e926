package org.clausebot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.inbox.Deliveries;
import org.clausebot.chat.inbox.Deliveries.Before;
import org.clausebot.incident.DraftRows;
import org.clausebot.incident.DraftRows.Draft;
import org.clausebot.incident.EvidenceRows;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.IsoWeek;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.WrappedKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a delivery changed is put back, until it stands. */
class SqliteDraftsBeforeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final SchoolId SCHOOL = SchoolId.DEFAULT;

    @TempDir
    private Path folder;

    private SqliteStorage storage;
    private Deliveries deliveries;
    private DraftRows drafts;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        deliveries = storage.deliveries();
        drafts = storage.drafts();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void take(String hash) {
        deliveries.take(
                List.of(new Deliveries.Name(hash, Duration.ofDays(1))),
                Optional.of(new Deliveries.Sealed(new byte[] {1}, new byte[] {2})),
                NOW);
    }

    private static Draft draft(String owner, String id, int body) {
        return new Draft(
                SCHOOL,
                owner,
                id,
                "talk of " + id,
                new byte[] {7},
                new byte[] {(byte) body},
                Optional.empty(),
                Optional.empty(),
                NOW.plus(Duration.ofDays(14)));
    }

    private int body(String owner) {
        return drafts.of(SCHOOL, owner).map(draft -> (int) draft.body()[0]).orElse(-1);
    }

    private void file(String owner) {
        byte[] some = {1};
        storage.evidence().attach(owner, new EvidenceRows.File("file of " + owner, some, some, some), 9);
    }

    private int files(String owner) {
        return storage.evidence().about(owner).size();
    }

    @Test
    void a_step_is_put_back_as_it_was_before_the_first_change_also_after_a_restart() {
        drafts.keep(draft("anna", "a", 1));
        take("d");
        deliveries.during("d", () -> {
            drafts.keep(draft("anna", "a", 2));
            drafts.keep(draft("anna", "a", 3));
        });
        assertThat(body("anna")).isEqualTo(3);
        close();
        open();
        assertThat(deliveries.putBack("d")).isEqualTo(Before.PUT_BACK);
        assertThat(body("anna")).isEqualTo(1);
        assertThat(deliveries.putBack("d")).isEqualTo(Before.UNTOUCHED);
    }

    @Test
    void what_was_begun_is_gone_again_and_what_was_thrown_away_is_there_with_its_files() {
        take("begun");
        deliveries.during("begun", () -> drafts.keep(draft("anna", "a", 1)));
        assertThat(deliveries.putBack("begun")).isEqualTo(Before.PUT_BACK);
        assertThat(body("anna")).isEqualTo(-1);

        drafts.keep(draft("anna", "b", 2));
        file("b");
        take("thrown away");
        deliveries.during("thrown away", () -> drafts.destroy(SCHOOL, "anna"));
        assertThat(body("anna")).isEqualTo(-1);
        assertThat(deliveries.putBack("thrown away")).isEqualTo(Before.PUT_BACK);
        assertThat(body("anna")).isEqualTo(2);
        assertThat(files("b")).isEqualTo(1);
    }

    @Test
    void what_stands_is_not_put_back_and_its_files_are_destroyed_then() {
        for (String how : List.of("instead", "done", "again")) {
            drafts.keep(draft("anna", how, 1));
            file(how);
            take(how);
            deliveries.during(how, () -> drafts.destroy(SCHOOL, "anna"));
            assertThat(files(how)).isEqualTo(1);
            switch (how) {
                case "instead" -> deliveries.instead(how, new Deliveries.Sealed(new byte[] {3}, new byte[] {4}));
                case "done" -> deliveries.done(how);
                default -> deliveries.again(List.of(how));
            }
            assertThat(files(how)).as(how).isZero();
            assertThat(deliveries.putBack(how)).isEqualTo(Before.UNTOUCHED);
            assertThat(body("anna")).isEqualTo(-1);
        }
    }

    @Test
    void what_has_changed_again_since_is_left_as_it_is() {
        drafts.keep(draft("anna", "a", 1));
        take("d");
        deliveries.during("d", () -> drafts.keep(draft("anna", "a", 2)));
        drafts.keep(draft("anna", "a", 3));
        assertThat(deliveries.putBack("d")).isEqualTo(Before.PASSED);
        assertThat(body("anna")).isEqualTo(3);
    }

    @Test
    void what_was_taken_over_is_given_back_unless_its_new_owner_went_on_with_it() {
        drafts.keep(draft("on the web", "a", 1));
        file("a");
        take("d");
        deliveries.during("d", () -> drafts.move("a", "in slack"));
        assertThat(deliveries.putBack("d")).isEqualTo(Before.PUT_BACK);
        assertThat(body("on the web")).isEqualTo(1);
        assertThat(body("in slack")).isEqualTo(-1);
        assertThat(files("a")).isEqualTo(1);

        deliveries.during("d", () -> drafts.move("a", "in slack"));
        drafts.move("a", "in teams");
        assertThat(deliveries.putBack("d")).isEqualTo(Before.PASSED);
        assertThat(body("in teams")).isEqualTo(1);
        assertThat(files("a")).isEqualTo(1);
    }

    @Test
    void of_others_nothing_is_put_back() {
        drafts.keep(draft("anna", "a", 1));
        drafts.keep(draft("ben", "b", 1));
        take("d");
        take("e");
        deliveries.during("d", () -> drafts.keep(draft("anna", "a", 2)));
        deliveries.during("e", () -> drafts.keep(draft("ben", "b", 2)));
        deliveries.putBack("d");
        assertThat(body("anna")).isEqualTo(1);
        assertThat(body("ben")).isEqualTo(2);
    }

    @Test
    void what_is_never_worked_on_again_is_destroyed_with_its_name() {
        drafts.keep(draft("anna", "a", 1));
        file("a");
        take("d");
        deliveries.during("d", () -> drafts.destroy(SCHOOL, "anna"));
        assertThat(storage.wrappedKeys().after("", 9))
                .extracting(WrappedKeys.Held::record)
                .containsExactly("a", "d");
        deliveries.forgetBefore(NOW.plusMillis(1));
        assertThat(files("a")).isZero();
        assertThat(storage.wrappedKeys().after("", 9)).isEmpty();
    }

    @Test
    void rotation_changes_the_key_of_what_can_be_put_back_too() {
        drafts.keep(draft("anna", "a", 1));
        take("d");
        deliveries.during("d", () -> drafts.keep(draft("anna", "a", 2)));
        assertThat(storage.wrappedKeys().after("", 9))
                .extracting(WrappedKeys.Held::record)
                .containsExactly("a", "d");
        storage.wrappedKeys().replace(List.of(new WrappedKeys.Change("a", new byte[] {7}, new byte[] {8})));
        deliveries.putBack("d");
        assertThat(drafts.of(SCHOOL, "anna").orElseThrow().wrapped()).containsExactly(8);
    }

    @Test
    void a_vote_is_counted_once_for_a_delivery() {
        PolicyId policy = new PolicyId("social-media");
        Feedback.Vote vote = new Feedback.Vote(
                new IsoWeek(2026, 48), new ClauseRef(policy, "2.1.5", 0), "2018", Feedback.Verdict.HELPFUL);
        take("d");
        for (int i = 0; i < 2; i++) {
            deliveries.during("d", () -> storage.feedback().record(SCHOOL, vote, Optional.empty()));
        }
        assertThat(storage.feedback().tally(SCHOOL, policy))
                .singleElement()
                .satisfies(tally -> assertThat(tally.count()).isEqualTo(1));
        storage.feedback().record(SCHOOL, vote, Optional.empty());
        assertThat(storage.feedback().tally(SCHOOL, policy).getFirst().count()).isEqualTo(2);
    }
}
