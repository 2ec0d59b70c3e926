package org.clausebot.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.school.SchoolFile;
import org.jsoup.nodes.Document;
import org.slf4j.LoggerFactory;

/** The whole program with a school, its database, its mail server and its log, and people who use it. */
final class ReportingSite implements AutoCloseable {
    /** Less than a day after the clock of {@link TestRun}, so that its invitations still open. */
    private static final Instant START = Instant.parse("2026-11-22T15:10:00Z");

    static final String TOKEN = "operator-of-the-test";
    private static final Pattern LINK = Pattern.compile("http\\S+/desk/welcome\\?token=\\S+");

    final Path data;
    final SteppingClock clock = new SteppingClock(START);
    final Config config;
    private final Map<String, String> settings;
    final WebProgram web;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final LinkedBlockingDeque<URI> links = new LinkedBlockingDeque<>();
    private final Map<String, URI> invitations = new HashMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private final List<Appender<ILoggingEvent>> before = new ArrayList<>();
    private final List<Appender<ILoggingEvent>> ours = new ArrayList<>();

    ReportingSite(Path data, String... receivers) throws Exception {
        this.data = data;
        Files.createDirectories(data);
        // The headteacher keeps the policies too: that must show them nothing of a report about them.
        Files.writeString(
                data.resolve("school.yaml"),
                SchoolFile.example().replace("roles: [headteacher, ", "roles: [headteacher, deputy-policy-owner, "));
        mail.start();
        settings = settings(mail.getSmtp().getPort());
        for (String receiver : receivers) {
            String told = TestRun.run(data, settings, "", "receivers", "invite", receiver)
                    .out();
            Matcher link = LINK.matcher(told);
            assertThat(link.find()).as(told).isTrue();
            invitations.put(receiver, URI.create(link.group()));
        }
        config = TestRun.config(data, settings).serving("127.0.0.1", 0);
        beginLog();
        web = WebProgram.start(config, clock, links::add);
    }

    /** Of the program, also once all of it has stopped. */
    Map<String, String> settings() {
        return settings;
    }

    private static Map<String, String> settings(int mailPort) {
        return Map.of(
                "CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE",
                "100000",
                "CLAUSEBOT_METRICS_TOKEN",
                TOKEN,
                "CLAUSEBOT_MAIL_HOST",
                "localhost",
                "CLAUSEBOT_MAIL_PORT",
                Integer.toString(mailPort),
                "CLAUSEBOT_MAIL_SECURITY",
                "none",
                "CLAUSEBOT_MAIL_FROM",
                "clausebot@oakfield.example",
                "CLAUSEBOT_DESK_ADDRESS",
                "https://clausebot.oakfield.example/desk");
    }

    /** Logs to the data folder as {@code serve} does; what was there before comes back at the end. */
    private void beginLog() {
        for (String name : List.of(Logger.ROOT_LOGGER_NAME, "org.clausebot", "org.eclipse.jetty")) {
            levels.put(name, logger(name).getLevel());
        }
        before.addAll(appenders());
        before.forEach(logger(Logger.ROOT_LOGGER_NAME)::detachAppender);
        Logs.toFolder(data);
        ours.addAll(appenders());
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    private static List<Appender<ILoggingEvent>> appenders() {
        List<Appender<ILoggingEvent>> all = new ArrayList<>();
        logger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(all::add);
        return all;
    }

    /** A member of staff at a browser of their own. */
    Browser staff() throws Exception {
        return staff("");
    }

    private Browser staff(String bearer) throws Exception {
        return new Browser(web.address(), bearer).asStaff(links.takeLast());
    }

    /** A receiver who is signed in as staff and at the case desk, and has the operator's token. */
    Browser receiver(String id) throws Exception {
        return staff(TOKEN).asReceiver(invitations.getOrDefault(id, URI.create("http://none")), clock);
    }

    /** The code of the receipt. */
    static String code(Document answer) {
        List<String> codes = answer.select("dl.receipt dd.code").eachText();
        assertThat(codes).as(answer.text()).isNotEmpty();
        return codes.getFirst();
    }

    static String reference(String code) {
        return code.substring(0, 4);
    }

    void pass() {
        clock.pass(Duration.ofSeconds(45));
    }

    /** All mails to {@code address}, as they came, once everything that waits has been sent. */
    List<String> mails(String address) throws Exception {
        int all = notices();
        assertThat(mail.waitForIncomingEmail(30_000, all)).isTrue();
        List<String> found = new ArrayList<>();
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (address.isEmpty() || message.getAllRecipients()[0].toString().equals(address)) {
                found.add(GreenMailUtil.getWholeMessage(message));
            }
        }
        return found;
    }

    private int notices() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clausebot.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM notice")) {
            return rows.getInt(1);
        }
    }

    @Override
    public void close() {
        web.close();
        mail.stop();
        for (Appender<ILoggingEvent> appender : ours) {
            logger(Logger.ROOT_LOGGER_NAME).detachAppender(appender);
            appender.stop();
        }
        before.forEach(logger(Logger.ROOT_LOGGER_NAME)::addAppender);
        levels.forEach((name, level) -> logger(name).setLevel(level));
    }
}
