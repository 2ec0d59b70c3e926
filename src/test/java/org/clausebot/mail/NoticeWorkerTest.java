package org.clausebot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.clausebot.mail.MailSettings.Security;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeWorkerTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @AfterEach
    void stop() {
        greenMail.stop();
    }

    @Test
    void a_notice_reaches_its_receiver_and_says_nothing_about_what() throws Exception {
        try (Queue queue = onGreenMail()) {
            queue.tell("n-1", "head");
            queue.pass();

            MimeMessage mail = greenMail.getReceivedMessages()[0];
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("head@school.test");
            assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("clausebot@school.test");
            assertThat(mail.getSubject()).isEqualTo("There is something to read on the Clausebot case desk");
            assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(mail.getContent().toString())
                    .contains("https://bot.school.test/desk")
                    .doesNotContain("{desk}", "n-1", "Jane", "head");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getMessageID()).isEqualTo("<n-1@school.test>");
            assertThat(mail.getSentDate()).hasTime(Queue.START.toEpochMilli());
            assertThat(Collections.list(mail.getAllHeaders()))
                    .extracting(jakarta.mail.Header::getName)
                    .containsOnly(
                            "Return-Path",
                            "Received",
                            "Date",
                            "From",
                            "To",
                            "Message-ID",
                            "Subject",
                            "MIME-Version",
                            "Content-Type",
                            "Content-Transfer-Encoding",
                            "Auto-Submitted",
                            "X-Auto-Response-Suppress");
        }
    }

    @Test
    void every_receiver_gets_the_same_words_in_a_mail_of_their_own() throws Exception {
        try (Queue queue = onGreenMail()) {
            queue.tell("n-1", "head");
            queue.tell("n-2", "chair");
            queue.pass();

            MimeMessage[] mails = greenMail.getReceivedMessages();
            assertThat(mails).hasSize(2);
            assertThat(mails)
                    .allSatisfy(mail -> assertThat(mail.getAllRecipients()).hasSize(1));
            assertThat(mails[0].getInputStream().readAllBytes())
                    .isEqualTo(mails[1].getInputStream().readAllBytes());
            assertThat(mails[0].getSubject()).isEqualTo(mails[1].getSubject());
        }
    }

    @Test
    void what_was_accepted_once_is_never_sent_again() throws Exception {
        try (Queue queue = onGreenMail()) {
            queue.tell("n-1", "head");
            for (int i = 0; i < 5; i++) {
                queue.passAfter(Duration.ofHours(i));
            }
            queue.restart();
            queue.passAfter(Duration.ofDays(1));

            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void a_mail_that_is_put_off_is_tried_again_after_one_two_and_four_minutes() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("RCPT", "451 later", "451 later", "450 later");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            assertTried(server, 1);
            queue.passAfter(MINUTE.minusSeconds(1));
            assertTried(server, 1);
            queue.passAfter(Duration.ofSeconds(1));
            assertTried(server, 2);
            queue.passAfter(MINUTE.multipliedBy(2).minusSeconds(1));
            assertTried(server, 2);
            queue.passAfter(Duration.ofSeconds(1));
            assertTried(server, 3);
            queue.passAfter(MINUTE.multipliedBy(4).minusSeconds(1));
            assertTried(server, 3);
            assertThat(server.mails).isEmpty();
            queue.passAfter(Duration.ofSeconds(1));

            assertThat(server.mails).hasSize(1);
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void one_that_is_put_off_does_not_keep_the_others_waiting() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("RCPT TO:<head@", "451 later");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.tell("n-2", "chair");
            queue.pass();

            assertThat(server.mails).singleElement().asString().contains("chair@governors.test");
            assertThat(queue.empty()).isFalse();
        }
    }

    @Test
    void a_refusal_for_good_ends_the_attempts_for_this_address_only() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("RCPT TO:<head@", "550 no such user");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.tell("n-2", "chair");
            queue.pass();
            for (int hour = 0; hour < 50; hour++) {
                queue.passAfter(Duration.ofHours(1));
            }

            assertThat(server.count("RCPT TO:<head@")).isOne();
            assertThat(server.mails).hasSize(1);
            assertThat(queue.empty()).isFalse();
        }
    }

    @Test
    void a_refused_mail_goes_to_the_address_that_the_school_mends() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("RCPT TO:<head@", "550 no such user");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            queue.people(Queue.school("jane@school.test", "chair@governors.test"));
            queue.passAfter(NoticeWorker.HOPELESS);

            assertThat(server.mails).singleElement().asString().contains("To: jane@school.test");
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void a_refusal_of_the_content_ends_the_attempts_too() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("DATA", "554 no");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            queue.passAfter(Duration.ofDays(2));

            assertThat(server.count("DATA")).isOne();
            assertThat(queue.empty()).isFalse();
        }
    }

    @Test
    void a_line_that_breaks_before_the_answer_leads_to_the_same_mail_again_and_not_to_a_loss() throws Exception {
        try (OddMailServer server = new OddMailServer().answering(".", OddMailServer.HANG_UP);
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            assertThat(queue.empty()).isFalse();
            queue.passAfter(MINUTE);

            assertThat(server.mails)
                    .hasSize(2)
                    .allSatisfy(mail -> assertThat(mail).contains("Message-ID: <n-1@school.test>"));
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void a_server_that_breaks_off_after_its_yes_is_not_sent_the_mail_again() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("QUIT", OddMailServer.HANG_UP);
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            queue.passAfter(Duration.ofHours(2));

            assertThat(server.mails).hasSize(1);
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void while_the_server_is_down_nothing_is_lost_and_one_attempt_stands_for_all() throws Exception {
        OddMailServer gone = new OddMailServer();
        MailSettings settings = Queue.settings(gone.port(), Security.NONE);
        gone.close();
        try (Queue queue = new Queue(folder, settings, Optional.empty())) {
            for (int i = 0; i < 5; i++) {
                queue.tell("n-" + i, "head");
            }
            queue.pass();
            queue.pass();

            assertThat(queue.notices().stuck(org.clausebot.policy.SchoolId.DEFAULT, 1))
                    .hasSize(1);
            assertThat(queue.notices().stuck(org.clausebot.policy.SchoolId.DEFAULT, 0))
                    .hasSize(5);
        }
    }

    @Test
    void a_server_that_hangs_is_left_and_tried_again() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("HELLO?", OddMailServer.SILENCE);
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.tell("n-2", "chair");
            queue.hurry();
            queue.pass();
            assertThat(server.mails).isEmpty();
            queue.calmDown();
            queue.passAfter(MINUTE);

            assertThat(server.mails).hasSize(2);
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void a_server_that_does_not_take_us_is_not_a_refusal_of_the_receiver() throws Exception {
        for (String answer :
                List.of("MAIL|550 not you", "RCPT|530 sign in first", "HELLO?|554 go away", "MAIL|421 bye")) {
            String[] parts = answer.split("\\|", 2);
            Path own = java.nio.file.Files.createTempDirectory(folder, "q");
            try (OddMailServer server = new OddMailServer().answering(parts[0], parts[1]);
                    Queue queue = new Queue(own, Queue.settings(server.port(), Security.NONE), Optional.empty())) {
                queue.tell("n-1", "head");
                queue.pass();
                assertThat(queue.empty()).as(answer).isFalse();
                queue.passAfter(MINUTE);

                assertThat(server.mails).as(answer).hasSize(1);
                assertThat(queue.empty()).as(answer).isTrue();
            }
        }
    }

    @Test
    void a_wrong_password_loses_nothing() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("AUTH", "535 wrong");
                Queue queue = new Queue(folder, Queue.signedIn(server.port(), Security.NONE), Optional.empty())) {
            queue.tell("n-1", "head");
            queue.pass();
            assertThat(server.count("MAIL")).isZero();
            queue.passAfter(MINUTE);

            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void a_crash_after_the_claim_gives_the_notice_out_again_when_the_claim_has_run_out() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.notices().claim("n-1", queue.now(), queue.now().plus(NoticeWorker.CLAIM));
            queue.restart();
            queue.pass();
            assertThat(server.mails).isEmpty();
            queue.passAfter(NoticeWorker.CLAIM);

            assertThat(server.mails).hasSize(1);
            assertThat(queue.empty()).isTrue();
        }
    }

    @Test
    void somebody_who_is_in_the_school_no_longer_gets_nothing() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = on(server)) {
            queue.tell("n-1", "somebody-else");
            queue.tell("n-2", "chair");
            queue.pass();
            queue.passAfter(Duration.ofDays(1));

            assertThat(server.mails).singleElement().asString().contains("To: chair@governors.test");
        }
    }

    @Test
    void a_worker_that_is_told_to_stop_begins_no_other_notice() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.workerNow().stop();
            queue.pass();

            assertThat(server.commands).isEmpty();
            assertThat(queue.empty()).isFalse();
        }
    }

    @Test
    void what_was_accepted_is_forgotten_after_a_day() throws Exception {
        try (Queue queue = onGreenMail()) {
            queue.tell("n-1", "head");
            queue.pass();
            queue.passAfter(NoticeWorker.KEPT.plusHours(1));
            // The same id can be queued again only when nothing is left of the first.
            queue.tell("n-1", "chair");
            queue.pass();

            assertThat(greenMail.getReceivedMessages()).hasSize(2);
        }
    }

    @Test
    void the_mail_on_the_wire_is_plain_text_that_any_server_takes() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();

            assertThat(server.mails.getFirst().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(2000);
            assertThat(server.mails.getFirst().lines())
                    .allMatch(line -> line.length() < 200)
                    .noneMatch(line -> line.startsWith("X-Mailer") || line.startsWith("Cc") || line.startsWith("Bcc"));
            assertThat(server.commands).contains("EHLO school.test", "MAIL FROM:<clausebot@school.test>");
        }
    }

    private static void assertTried(OddMailServer server, int times) {
        assertThat(server.count("RCPT")).isEqualTo(times);
    }

    private Queue onGreenMail() throws Exception {
        greenMail.start();
        return new Queue(folder, Queue.settings(greenMail.getSmtp().getPort(), Security.NONE), Optional.empty());
    }

    private Queue on(OddMailServer server) throws Exception {
        return new Queue(folder, Queue.settings(server.port(), Security.NONE), Optional.empty());
    }
}
