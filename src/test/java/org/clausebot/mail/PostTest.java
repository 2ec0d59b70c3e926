package org.clausebot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clausebot.datafile.DataFileException;
import org.clausebot.mail.MailSettings.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostTest {
    private static final Clock CLOCK = Clock.fixed(Queue.START, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void it_sends_by_itself_and_what_it_was_sending_is_noted_before_it_closes() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        MailSettings settings = Queue.settings(greenMail.getSmtp().getPort(), Security.NONE);
        try (Queue queue = new Queue(folder, settings, Optional.empty())) {
            queue.tell("n-1", "head");
            try (Post post = post(Optional.of(settings), queue)) {
                post.start();
                assertThat(greenMail.waitForIncomingEmail(10_000, 1)).isTrue();
                assertThat(post.failing()).isFalse();
                assertThat(post.stuck()).isEmpty();
            }
            assertThat(queue.empty()).isTrue();
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void without_settings_notices_wait_and_the_desk_says_that_nobody_is_told() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = new Queue(folder, Queue.settings(server.port(), Security.NONE), Optional.empty())) {
            queue.tell("n-1", "head");
            try (Post post = post(Optional.empty(), queue)) {
                post.start();

                assertThat(post.stuck()).singleElement().asString().contains("nobody is told by mail");
                assertThat(post.failing()).isFalse();
            }
            assertThat(queue.empty()).isFalse();
            queue.pass();
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void a_trial_goes_out_at_once_and_says_what_came_of_it() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("RCPT", "550 no such user")) {
            MailSettings settings = Queue.settings(server.port(), Security.NONE);

            assertThat(Post.trial(settings, Queue.words(), "head@school.test", CLOCK))
                    .hasValue("it has refused the mail (550)");
            assertThat(Post.trial(settings, Queue.words(), "head@school.test", CLOCK))
                    .isEmpty();
            assertThat(server.mails).singleElement().asString().contains("A test from Clausebot");
        }
    }

    @Test
    void waiting_times_double_up_to_an_hour_and_differ_by_a_quarter_at_most() {
        Backoff backoff = new Backoff(new Random(7));
        for (int failures = 1; failures < 40; failures++) {
            Duration middle = Duration.ofMinutes(Math.min(60, 1L << Math.min(failures - 1, 10)));
            assertThat(backoff.after(failures))
                    .isBetween(
                            middle.multipliedBy(3).dividedBy(4),
                            middle.multipliedBy(5).dividedBy(4));
        }
        assertThat(backoff.after(1)).isNotEqualTo(backoff.after(1));
    }

    @Test
    void settings_that_would_betray_or_lead_nowhere_are_refused() {
        assertThatThrownBy(
                        () -> settings("mail.school.test", Security.NONE, "bot", "the-password", "https://a.test/desk"))
                .hasMessageContaining("in the clear")
                .hasMessageNotContaining("the-password");
        assertThatThrownBy(() -> settings("mail.school.test", Security.TLS, "bot", "", "https://a.test/desk"))
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> settings("mail.school.test", Security.TLS, "", "", "http://a.test/desk"))
                .hasMessageContaining("desk.address must be the https address");
        assertThatThrownBy(() -> settings("mail.school.test", Security.TLS, "", "", ""))
                .hasMessageContaining("desk.address must be the https address");
        assertThat(settings("localhost", Security.NONE, "bot", "the-password", "http://localhost:8080/desk"))
                .asString()
                .doesNotContain("the-password");
        assertThatThrownBy(() -> Security.of("ssl")).hasMessageContaining("starttls, tls or none");
    }

    @Test
    void words_without_the_address_of_the_desk_are_refused_with_their_line() throws Exception {
        Path file = Files.writeString(folder.resolve("words.yaml"), """
                notice:
                  subject: A subject
                  body: Look at the desk.
                review: {subject: A review, body: "{desk}"}
                trial: {subject: A trial, body: Words}
                """);

        assertThatThrownBy(() -> MailWords.read(file))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining("words.yaml:3: ")
                .hasMessageContaining("{desk}");
    }

    @Test
    void a_reminder_names_every_policy_that_is_due_and_words_that_name_none_are_refused() throws Exception {
        MailWords.Letter letter = Queue.words().review().naming(List.of("Leave: 1 May 2027", "Phones\r\nBcc: x: 2 May 2027"));
        assertThat(letter.body()).contains("\n- Leave: 1 May 2027\n- Phones Bcc: x: 2 May 2027\n").contains("{desk}");
        Path file = Files.writeString(folder.resolve("words.yaml"), """
                notice: {subject: A notice, body: "{desk}"}
                review: {subject: A review, body: "{desk}"}
                trial: {subject: A trial, body: Words}
                """);
        assertThatThrownBy(() -> MailWords.read(file)).hasMessageContaining("{policies}");
    }

    private static MailSettings settings(String host, Security security, String user, String password, String desk) {
        return new MailSettings(host, 587, security, user, password, "bot@school.test", URI.create(desk));
    }

    private static Post post(Optional<MailSettings> settings, Queue queue) throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
        return new Post(
                settings, Queue.words(), queue.notices(), id -> Optional.of(queue.people()), new Random(1), clock);
    }
}
