package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.block.SlackMessage;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.talk.ToldNotices;
import org.clausebot.incident.Notices;
import org.clausebot.incident.Notices.Notice;
import org.clausebot.policy.SchoolId;
import org.clausebot.school.Receiver;
import org.clausebot.school.Role;
import org.clausebot.school.School;
import org.clausebot.storage.SqliteStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlackNoticesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:05:30Z");
    private static final URI DESK = URI.create("https://clausebot.school.example/desk");

    @TempDir
    private Path folder;

    private final RecordingWorkspace workspace = new RecordingWorkspace();
    private SqliteStorage storage;
    private Notices queue;

    @BeforeEach
    void open() {
        storage = SqliteStorage.open(folder.resolve("clausebot.db"));
        queue = storage.notices();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private ToldNotices<Member> notices(Workspace told) {
        return SlackNotices.of(
                queue,
                id -> Optional.of(school()),
                (school, user) -> Optional.of(new Member("T1", "", user)),
                told,
                SlackSamples.words(),
                DESK,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static School school() {
        School all = TestReporting.school();
        return new School(
                all.id(),
                all.name(),
                all.from(),
                List.of(
                        new Receiver(
                                "amina-khan", "Amina Khan", "a@s.example", "", Set.of(Role.HEADTEACHER), "U0AMINA"),
                        new Receiver("tom-reed", "Tom Reed", "t@s.example", "", Set.of(Role.CHAIR_OF_GOVERNORS))),
                all.numbers(),
                all.guidance(),
                all.hours());
    }

    private void queued(String id, String receiver) {
        queue.queue(Notice.fresh(id, SchoolId.DEFAULT, receiver, NOW));
    }

    @Test
    void whoever_has_a_member_id_is_told_once_that_there_is_something_and_nothing_else() {
        queued("n1", "amina-khan");
        queued("n2", "tom-reed");
        ToldNotices<Member> notices = notices(workspace);
        assertThat(notices.due(NOW, 50)).extracting(Notice::id).containsExactlyInAnyOrder("n1", "n2");
        notices.due(NOW, 50);
        notices.look();

        assertThat(workspace.spoken).hasSize(1);
        assertThat(workspace.spoken.getFirst().to()).isEqualTo(new Member("T1", "", "U0AMINA"));
        assertThat(workspace.spoken.getFirst().message().text())
                .isEqualTo("There is something to read at the case desk: " + DESK);
    }

    @Test
    void two_notices_at_once_are_one_message() {
        queued("n1", "amina-khan");
        queued("n2", "amina-khan");
        notices(workspace).look();

        assertThat(workspace.spoken).hasSize(1);
    }

    @Test
    void the_queue_stays_as_it_was_for_the_mail() {
        queued("n1", "amina-khan");
        ToldNotices<Member> notices = notices(workspace);
        notices.look();

        assertThat(queue.due(NOW, 50))
                .hasSize(1)
                .allSatisfy(n -> assertThat(n.attempts()).isZero());
        assertThat(notices.claim("n1", NOW, NOW.plusSeconds(60))).isTrue();
        notices.failed("n1", NOW.plusSeconds(120));
        assertThat(notices.due(NOW.plusSeconds(121), 50)).hasSize(1);
        assertThat(notices.stuck(SchoolId.DEFAULT, 1)).hasSize(1);
        notices.accepted("n1", NOW);
        notices.forget(NOW.plus(Duration.ofDays(2)));
        assertThat(queue.due(NOW.plusSeconds(500), 50)).isEmpty();
        assertThat(workspace.spoken).as("told of once").hasSize(1);
    }

    @Test
    void a_failure_in_slack_never_keeps_the_mail_from_its_notices() {
        queued("n1", "amina-khan");
        RecordingWorkspace broken = new RecordingWorkspace();
        ToldNotices<Member> notices = notices(new Failing(broken));

        assertThat(notices.due(NOW, 50)).hasSize(1);
        assertThatThrownBy(() -> new Failing(broken).direct(SlackSite.ANNA, List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void one_that_mail_was_tried_for_is_not_told_again_after_a_restart() {
        queued("n1", "amina-khan");
        queue.claim("n1", NOW, NOW.plusSeconds(1));
        queue.failed("n1", NOW);
        notices(workspace).look();

        assertThat(workspace.spoken).isEmpty();
    }

    /** Slack is down. */
    private record Failing(RecordingWorkspace rest) implements Workspace {
        @Override
        public void direct(Member to, List<SlackMessage> messages) {
            throw new IllegalStateException("Slack is down");
        }

        @Override
        public Reached reach(Member to, List<SlackMessage> messages) {
            return Reached.NOT_NOW;
        }

        @Override
        public void openly(Member asker, Delivered.Place at, List<SlackMessage> messages) {
            rest.openly(asker, at, messages);
        }

        @Override
        public void onlyTo(Member to, Delivered.Place at, List<SlackMessage> messages) {
            rest.onlyTo(to, at, messages);
        }

        @Override
        public void respond(Member to, String respond, List<SlackMessage> messages, boolean instead) {
            rest.respond(to, respond, messages, instead);
        }

        @Override
        public void replace(Member by, Delivered.Place at, String ts, SlackMessage message) {
            rest.replace(by, at, ts, message);
        }

        @Override
        public void home(Member of, com.slack.api.model.view.View view) {
            rest.home(of, view);
        }

        @Override
        public boolean window(Member of, String trigger, com.slack.api.model.view.View view) {
            return rest.window(of, trigger, view);
        }

        @Override
        public Optional<URI> link(Member by, Delivered.Place at, String ts) {
            return rest.link(by, at, ts);
        }

        @Override
        public Kind kind(Member member) {
            return rest.kind(member);
        }

        @Override
        public Optional<String> mail(Member member) {
            return rest.mail(member);
        }

        @Override
        public Optional<Member> member(Member place, String mail) {
            return rest.member(place, mail);
        }
    }
}
