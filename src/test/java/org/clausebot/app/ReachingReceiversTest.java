package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.app.TestRun.Result;
import org.clausebot.chat.Contact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program, its start and its commands treat the school's people and the mail. */
class ReachingReceiversTest {
    private final Socket reserved = new Socket();

    @TempDir
    Path data;

    @Test
    void the_example_that_is_printed_can_be_saved_and_checked() throws Exception {
        Result example = TestRun.run(data, "", "school", "example");
        Files.writeString(data.resolve("school.yaml"), example.out());

        Result check = TestRun.run(data, "", "school", "check");

        assertThat(check.exit()).isZero();
        assertThat(check.out().lines().toList())
                .startsWith(
                        "Oakfield Primary School, as it is since 2026-09-01:",
                        "  headteacher                Jane Smith")
                .contains("  lado                       01632 960010, checked 2026-09-01")
                .anyMatch(line -> line.startsWith("note  The number of Local authority designated officer"))
                .endsWith("It can be used.");
    }

    @Test
    void a_check_says_what_is_missing_and_refuses() throws Exception {
        assertThat(TestRun.run(data, "", "school", "check").err()).contains("There is no ", "school example");

        school("roles: [chair-of-governors, policy-reader]", "roles: [line-manager]");
        Result check = TestRun.run(data, "", "school", "check");

        assertThat(check.exit()).isEqualTo(Main.REFUSED);
        assertThat(check.out())
                .contains("FAIL  Nobody is the chair of governors, to whom reports are sent; give somebody the role"
                        + " chair-of-governors.");
        assertThat(TestRun.run(data, "", "school").exit()).isEqualTo(2);
        assertThat(TestRun.run(data, "", "mail").exit()).isEqualTo(2);
    }

    @Test
    void a_server_with_a_wrong_school_file_does_not_start_and_says_where_and_what() throws Exception {
        school("lado:", "ladoo:");
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"));

        assertThatThrownBy(() -> WebProgram.start(config, TestRun.CLOCK, link -> {}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("school.yaml:")
                .hasMessageContaining("did you mean \"lado\"?");
        assertThat(data.resolve("clausebot.db")).doesNotExist();
    }

    @Test
    void a_server_that_was_started_without_a_school_says_once_that_it_must_be_restarted() throws Exception {
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"));
        BlockingQueue<String> news = new LinkedBlockingQueue<>();
        try (WebProgram web = WebProgram.start(config, TestRun.CLOCK, link -> {}, news::add)) {
            TestRun.Result before = TestRun.run(data, "", "doctor");
            assertThat(before.out()).doesNotContain("restart");
            school("", "");

            assertThat(news.poll(30, TimeUnit.SECONDS)).contains("restart it to begin reporting");
            TestRun.Result doctor = TestRun.run(data, "", "doctor");
            assertThat(doctor.out()).contains("note  school: ", "restart it to begin reporting");
            // The doctor took longer than the server waits between two looks.
            assertThat(news).isEmpty();
            assertThat(web.notes()).noneMatch(note -> note.contains("restart"));
        }
    }

    @Test
    void contacts_come_from_the_school_file_and_without_it_from_the_settings() throws Exception {
        Map<String, String> settings = Map.of("CLAUSEBOT_CONTACTS_HEADTEACHER", "Mrs Long, 01632 960099");
        try (Program program = Program.open(TestRun.config(data, settings), TestRun.CLOCK)) {
            assertThat(program.contacts()).contains(new Contact("Headteacher", "Mrs Long", "01632 960099"));

            school("", "");
            program.schools().refresh();
            program.schools().refresh();

            assertThat(program.contacts())
                    .containsExactly(
                            new Contact("Designated safeguarding lead (DSL)", "Amina Khan", "01632 960002"),
                            new Contact("Deputy designated safeguarding lead", "Owen Price", "01632 960003"),
                            new Contact("Headteacher", "Jane Smith", "01632 960001"),
                            new Contact("Chair of governors, if it is about the headteacher", "Tom Reed", ""),
                            new Contact("Local authority designated officer (LADO)", "", "01632 960010"),
                            new Contact("Children's services (MASH)", "", "01632 960011"),
                            new Contact("Police, when it is not an emergency", "", "101"));
        }
    }

    @Test
    void the_start_says_that_nobody_is_told_and_what_went_out_of_date() throws Exception {
        school("checked: 2026-09-01}\n      police", "checked: 2025-09-01}\n      police");
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"));
        try (WebProgram web = WebProgram.start(config, TestRun.CLOCK, link -> {})) {
            assertThat(web.notes())
                    .anyMatch(note -> note.startsWith("No mail is set up here: nobody is told by mail"))
                    .anyMatch(note -> note.contains("was last checked on 2025-09-01; ring it"));
            assertThat(metrics(web)).doesNotContain("clausebot_mail_failing");
        }
    }

    @Test
    void without_a_school_file_the_start_has_nothing_to_remark_on() throws Exception {
        Config config = TestRun.config(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"));
        try (WebProgram web = WebProgram.start(config, TestRun.CLOCK, link -> {})) {
            assertThat(web.notes()).isEmpty();
        }
    }

    @Test
    void a_mail_server_that_fails_shows_in_the_metrics_as_one_and_one_that_works_as_nought() throws Exception {
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            Config well = TestRun.config(data, mail(greenMail.getSmtp().getPort()));
            try (WebProgram web = WebProgram.start(well, Clock.systemUTC(), link -> {})) {
                assertThat(metrics(web)).contains("clausebot_mail_failing 0.0");
            }
        } finally {
            greenMail.stop();
        }
        Config ill = TestRun.config(data, mail(closedPort()));
        try (WebProgram web = WebProgram.start(ill, Clock.systemUTC(), link -> {})) {
            // The first look happens beside the start.
            assertThat(Stream.generate(() -> metrics(web))
                            .limit(5_000)
                            .anyMatch(page -> page.contains("clausebot_mail_failing 1.0")))
                    .isTrue();
        }
    }

    @Test
    void a_trial_goes_to_everybody_in_the_school_or_to_those_named() throws Exception {
        school("", "");
        GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        greenMail.start();
        try {
            Map<String, String> settings = mail(greenMail.getSmtp().getPort());

            assertThat(TestRun.run(data, settings, "", "mail", "test", "tom-reed")
                            .out())
                    .isEqualTo("ok    Tom Reed: the mail server has taken it\n");
            assertThat(greenMail.getReceivedMessages()).hasSize(1);
            assertThat(TestRun.run(data, settings, "", "mail", "test").exit()).isZero();
            assertThat(greenMail.getReceivedMessages()).hasSize(6);
            assertThat(TestRun.run(data, settings, "", "mail", "test", "tom-red")
                            .err())
                    .contains("did you mean \"tom-reed\"?");
        } finally {
            greenMail.stop();
        }
        assertThat(TestRun.run(data, mail(closedPort()), "", "mail", "test").out())
                .contains("FAIL  Jane Smith: the mail server did not take it: nothing answers there");
        assertThat(TestRun.run(data, "", "mail", "test").err()).contains("No mail is set up");
    }

    @Test
    void the_doctor_looks_at_the_school_and_asks_the_mail_server() throws Exception {
        Result nothing = TestRun.run(data, Map.of("CLAUSEBOT_HTTP_PORT", "0"), "", "doctor");
        assertThat(nothing.out())
                .contains("ok    school: there is no school.yaml, so nothing can be reported from here yet")
                .contains("ok    mail: none is set up: nobody is told by mail");

        school("roles: [chair-of-governors, policy-reader]", "roles: [line-manager]");
        Result ill = TestRun.run(data, mail(closedPort()), "", "doctor");

        assertThat(ill.exit()).isEqualTo(Main.REFUSED);
        assertThat(ill.out())
                .contains("note  school: The number of ")
                .contains("FAIL  school: Nobody is the chair of governors")
                .contains("FAIL  mail: The mail server localhost:")
                .contains("because nothing answers there");
    }

    @Test
    void the_password_of_the_mail_server_is_never_printed() throws Exception {
        Map<String, String> settings = new java.util.HashMap<>(mail(587));
        settings.put("CLAUSEBOT_MAIL_USER", "clausebot");
        settings.put("CLAUSEBOT_MAIL_PASSWORD", "correct-horse");

        assertThat(TestRun.run(data, settings, "", "config").out())
                .contains("(set, hidden)")
                .doesNotContain("correct-horse");
        settings.put("CLAUSEBOT_MAIL_HOST", "mail.school.test");
        assertThat(TestRun.run(data, settings, "", "config").err())
                .contains("CLAUSEBOT_MAIL_HOST: mail is set up, but mail.security: none would send")
                .doesNotContain("correct-horse");
        settings.put("CLAUSEBOT_MAIL_SECURITY", "tls");
        settings.put("CLAUSEBOT_DESK_ADDRESS", "not an address");
        assertThat(TestRun.run(data, settings, "", "config").err()).contains("desk.address must be the https address");
    }

    private void school(String right, String wrong) throws IOException {
        String example = org.clausebot.school.SchoolFile.example();
        assertThat(example).contains(right);
        Files.writeString(data.resolve("school.yaml"), example.replace(right, wrong));
    }

    private static Map<String, String> mail(int port) {
        return Map.of(
                "CLAUSEBOT_HTTP_PORT", "0",
                "CLAUSEBOT_MAIL_HOST", "localhost",
                "CLAUSEBOT_MAIL_PORT", Integer.toString(port),
                "CLAUSEBOT_MAIL_SECURITY", "none",
                "CLAUSEBOT_MAIL_FROM", "clausebot@oakfield.example",
                "CLAUSEBOT_DESK_ADDRESS", "https://clausebot.oakfield.example/desk");
    }

    /** Nobody listens there, and nobody else is given it before the test ends. */
    private int closedPort() throws IOException {
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return reserved.getLocalPort();
    }

    @AfterEach
    void free() throws IOException {
        reserved.close();
    }

    private static String metrics(WebProgram web) {
        URI page = web.address().resolve("/metrics");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
