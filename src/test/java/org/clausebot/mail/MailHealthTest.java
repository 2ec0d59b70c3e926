package org.clausebot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clausebot.mail.MailSettings.Security;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class MailHealthTest {
    private static final Instant START = Queue.START;

    @TempDir
    Path folder;

    @Test
    void the_server_is_asked_every_ten_minutes_and_what_it_last_said_holds() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("MAIL", "250 ok", "451 not now");
                Queue queue = on(server)) {
            MailHealth health = health(queue);
            health.probe(Optional.empty(), START);
            assertThat(health.failing()).isFalse();
            assertThat(health.lines(Optional.empty())).isEmpty();

            health.probe(Optional.empty(), START.plus(Duration.ofMinutes(9)));
            assertThat(server.count("MAIL")).isOne();

            health.probe(Optional.empty(), START.plus(Duration.ofMinutes(10)));
            assertThat(server.count("MAIL")).isEqualTo(2);
            assertThat(health.failing()).isTrue();
            assertThat(health.lines(Optional.empty()))
                    .singleElement()
                    .asString()
                    .startsWith("Mail has not worked since 23 November at 09:10: the mail server localhost:"
                            + server.port() + " fails, because it takes no mail at the moment (451).");

            assertThat(health.probe(Optional.empty(), START.plus(Duration.ofMinutes(20)))
                            .recovered())
                    .isTrue();
            assertThat(health.failing()).isFalse();
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void notices_that_fail_or_succeed_change_nothing_of_what_is_shown() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("RCPT TO:<head@", "550 no such user");
                Queue queue = on(server)) {
            MailHealth health = health(queue);
            health.probe(Optional.empty(), START);
            List<String> before = health.lines(Optional.of(queue.people()));
            ListAppender<ILoggingEvent> log = new ListAppender<>();
            log.start();
            Logger logger = (Logger) LoggerFactory.getLogger("org.clausebot");
            logger.addAppender(log);
            try {
                queue.tell("n-1", "head");
                queue.tell("n-2", "chair");
                queue.pass();
                server.answering("HELLO?", "421 no");
                queue.tell("n-3", "chair");
                queue.pass();
            } finally {
                logger.detachAppender(log);
            }

            assertThat(health.lines(Optional.of(queue.people()))).isEqualTo(before);
            assertThat(health.failing()).isFalse();
            assertThat(log.list).isEmpty();
        }
    }

    @Test
    void everybody_s_address_is_asked_about_once_a_day_and_a_refused_one_is_named() throws Exception {
        try (OddMailServer server = new OddMailServer().alwaysAnswering("RCPT TO:<head@", "550 no such user");
                Queue queue = on(server)) {
            MailHealth health = health(queue);
            assertThat(health.probe(Optional.of(queue.people()), START).taken())
                    .containsExactly("chair@governors.test");
            assertThat(health.lines(Optional.of(queue.people())))
                    .singleElement()
                    .asString()
                    .startsWith("The mail server refuses the address of Jane Smith,");
            assertThat(health.failing()).isFalse();

            health.probe(Optional.of(queue.people()), START.plus(Duration.ofMinutes(10)));
            assertThat(server.count("RCPT")).isEqualTo(2);

            queue.people(Queue.school("jane@school.test", "chair@governors.test"));
            health.probe(Optional.of(queue.people()), START.plus(Duration.ofMinutes(11)));
            assertThat(server.count("RCPT")).isEqualTo(4);
            assertThat(health.lines(Optional.of(queue.people()))).isEmpty();

            health.probe(Optional.of(queue.people()), START.plus(Duration.ofHours(25)));
            assertThat(server.count("RCPT")).isEqualTo(6);
            assertThat(server.mails).isEmpty();
        }
    }

    @Test
    void an_address_that_is_taken_again_is_written_to_again() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("RCPT", "550 no such user");
                Queue queue = on(server)) {
            queue.tell("n-1", "head");
            queue.pass();
            assertThat(server.mails).isEmpty();

            queue.workerNow()
                    .forgive(health(queue)
                            .probe(Optional.of(queue.people()), queue.now())
                            .taken());
            queue.passAfter(NoticeWorker.HOPELESS);

            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void the_wait_is_over_as_soon_as_the_server_is_known_to_work_again() throws Exception {
        try (OddMailServer server = new OddMailServer().answering("HELLO?", "421 no", "421 no");
                Queue queue = on(server)) {
            MailHealth health = health(queue);
            health.probe(Optional.empty(), START);
            queue.tell("n-1", "head");
            queue.tell("n-2", "chair");
            queue.pass();
            queue.pass();
            assertThat(server.mails).isEmpty();

            assertThat(health.probe(Optional.empty(), START.plus(Duration.ofMinutes(10)))
                            .recovered())
                    .isTrue();
            queue.workerNow().resume();
            queue.pass();

            // The first waits for its own minute; the other never was tried.
            assertThat(server.mails).singleElement().asString().contains("chair@governors.test");
        }
    }

    @Test
    void every_way_in_which_a_server_can_fail_is_said_in_words_without_an_address() throws Exception {
        assertThat(wrong("HELLO?", "554 go away head@school.test")).isEqualTo("it turns us away or breaks off");
        assertThat(wrong("HELLO?", OddMailServer.HANG_UP)).isEqualTo("it turns us away or breaks off");
        assertThat(wrong("MAIL", OddMailServer.HANG_UP)).isEqualTo("it broke off");
        assertThat(wrong("HELLO?", OddMailServer.SILENCE)).isEqualTo("it does not answer in time");
        assertThat(wrong("MAIL", "550 not you")).isEqualTo("it takes no mail from the address mail.from (550)");
        assertThat(wrong("MAIL", "530 first sign in"))
                .isEqualTo("it wants to be signed in to first (530); set mail.user and mail.password");
        OddMailServer gone = new OddMailServer();
        gone.close();
        try (Queue queue = on(gone)) {
            assertThat(queue.smtp().probe(List.of()).wrong())
                    .hasValue("nothing answers there; look at mail.host and mail.port, and at the firewall");
        }
        try (OddMailServer server = new OddMailServer().answering("AUTH", "535 head@school.test");
                Queue queue = new Queue(folder, Queue.signedIn(server.port(), Security.NONE), Optional.empty())) {
            assertThat(queue.smtp().probe(List.of()).wrong())
                    .hasValue("it does not accept mail.user and mail.password");
        }
    }

    private String wrong(String command, String answer) throws Exception {
        try (OddMailServer server = new OddMailServer().answering(command, answer);
                Queue queue = on(server)) {
            if (answer.equals(OddMailServer.SILENCE)) {
                queue.hurry();
            }
            return queue.smtp().probe(List.of()).wrong().orElseThrow();
        }
    }

    private static MailHealth health(Queue queue) {
        return new MailHealth(queue.smtp(), queue.settings);
    }

    private Queue on(OddMailServer server) throws Exception {
        return new Queue(folder, Queue.settings(server.port(), Security.NONE), Optional.empty());
    }
}
