package org.clausebot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.clausebot.mail.MailSettings.Security;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailSecurityTest {
    @TempDir
    static Path keys;

    private static Certificates right;
    private static Certificates elsewhere;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() throws Exception {
        right = Certificates.of(keys, "localhost");
        elsewhere = Certificates.of(keys, "elsewhere.test");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_trusted_certificate_for_the_server_s_name_lets_the_mail_through(Security security) throws Exception {
        try (OddMailServer server = new OddMailServer(right.server(), security == Security.TLS);
                Queue queue = queue(server, security, right.trust())) {
            queue.tell("n-1", "head");
            queue.pass();

            assertThat(server.mails).hasSize(1);
            assertThat(server.count("AUTH PLAIN")).isOne();
            assertThat(queue.smtp().probe(List.of()).wrong()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_trusted_certificate_for_another_name_is_told_nothing(Security security) throws Exception {
        try (OddMailServer server = new OddMailServer(elsewhere.server(), security == Security.TLS);
                Queue queue = queue(server, security, elsewhere.trust())) {
            nothingIsTold(server, queue);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTTLS", "TLS"})
    void a_certificate_that_nobody_vouches_for_is_told_nothing(Security security) throws Exception {
        try (OddMailServer server = new OddMailServer(right.server(), security == Security.TLS);
                Queue queue = new Queue(folder, Queue.signedIn(server.port(), security), Optional.empty())) {
            nothingIsTold(server, queue);
        }
    }

    @Test
    void a_real_server_with_a_certificate_of_its_own_making_is_told_nothing() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        greenMail.start();
        int port = greenMail.getSmtps().getPort();
        try (Queue queue = new Queue(folder, Queue.settings(port, Security.TLS), Optional.empty())) {
            queue.tell("n-1", "head");
            queue.pass();

            assertThat(greenMail.getReceivedMessages()).isEmpty();
            assertThat(queue.empty()).isFalse();
        } finally {
            greenMail.stop();
        }
    }

    @Test
    void a_server_without_starttls_gets_neither_password_nor_mail() throws Exception {
        try (OddMailServer server = new OddMailServer();
                Queue queue = queue(server, Security.STARTTLS, right.trust())) {
            queue.tell("n-1", "head");
            queue.pass();

            assertThat(server.count("AUTH")).isZero();
            assertThat(server.count("MAIL")).isZero();
            assertThat(queue.empty()).isFalse();
            assertThat(queue.smtp().probe(List.of()).wrong())
                    .hasValue("it offers no STARTTLS; set mail.security to tls, or mend the server");
        }
    }

    private static void nothingIsTold(OddMailServer server, Queue queue) {
        queue.tell("n-1", "head");
        queue.pass();

        assertThat(server.count("AUTH")).isZero();
        assertThat(server.count("MAIL")).isZero();
        assertThat(server.mails).isEmpty();
        assertThat(queue.empty()).isFalse();
        assertThat(queue.smtp().probe(List.of()).wrong())
                .hasValueSatisfying(why -> assertThat(why).startsWith("its certificate is not trusted"));
        queue.passAfter(Duration.ofMinutes(1));
        assertThat(server.mails).isEmpty();
    }

    private Queue queue(OddMailServer server, Security security, SSLSocketFactory trust) throws Exception {
        return new Queue(folder, Queue.signedIn(server.port(), security), Optional.of(trust));
    }
}
