package org.clausebot.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clausebot.chat.web.Browser;
import org.clausebot.school.SchoolFile;

/** The whole program, served for one school with its own data folder, mail server and clock. */
final class JourneySite implements AutoCloseable {
    private static final long MAIL_MILLIS = 30_000;

    /** A Monday morning in term. */
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

    final SteppingClock clock = new SteppingClock(MONDAY);
    final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Path data;
    private final Browser browser;
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final BlockingQueue<URI> links = new LinkedBlockingQueue<>();
    private final Map<String, String> settings;
    private final WebProgram web;
    private final List<Page> pages = new CopyOnWriteArrayList<>();

    JourneySite(Path data, Browser browser) throws Exception {
        this(data, browser, Map.of());
    }

    /** @param more settings of the program, beside the usual */
    JourneySite(Path data, Browser browser, Map<String, String> more) throws Exception {
        this.data = data;
        this.browser = browser;
        Files.writeString(data.resolve("school.yaml"), SchoolFile.example());
        mail.start();
        Map<String, String> all = new HashMap<>(more);
        all.putAll(Map.of(
                "CLAUSEBOT_HTTP_PORT", "0",
                // The clock stands still, so that no more requests are allowed as time goes by.
                "CLAUSEBOT_LIMITS_REQUESTS_PER_MINUTE", "6000",
                "CLAUSEBOT_MAIL_HOST", "localhost",
                "CLAUSEBOT_MAIL_PORT", Integer.toString(mail.getSmtp().getPort()),
                "CLAUSEBOT_MAIL_SECURITY", "none",
                "CLAUSEBOT_MAIL_FROM", "clausebot@oakfield.example",
                "CLAUSEBOT_DESK_ADDRESS", "https://clausebot.oakfield.example/desk"));
        settings = Map.copyOf(all);
        web = WebProgram.start(TestRun.config(data, settings), clock, links::add);
    }

    String at(String path) {
        return web.address().resolve(path).toString();
    }

    /** An empty browser. What goes wrong in its pages is a complaint. */
    Page newBrowser() {
        Page page = browser.page(new NewContextOptions().setViewportSize(1280, 900));
        page.context().setDefaultTimeout(30_000);
        pages.add(page);
        page.onConsoleMessage(message -> {
            // A refusal is said by its status too, which the browser mentions.
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** Somebody of the staff, signed in with a link of the terminal. */
    StaffPage staff() throws InterruptedException {
        URI link = links.poll(30, TimeUnit.SECONDS);
        Page page = newBrowser();
        page.navigate(String.valueOf(link));
        return new StaffPage(page);
    }

    /** A receiver who opens the link that the command prints, sets up how they sign in, and signs in with it. */
    DeskPage receiver(String id, String email) {
        DeskPage desk = new DeskPage(newBrowser(), this, email);
        desk.setUp(invitation(id));
        return desk;
    }

    /** The link of {@code receivers invite}, at the address where the program listens here. */
    String invitation(String receiver) {
        StringWriter out = new StringWriter();
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("CLAUSEBOT_DATA", data.toString());
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                variables,
                new ByteArrayInputStream(new byte[0]),
                new PrintWriter(out, true),
                new PrintWriter(out, true),
                false,
                clock);
        if (Main.run(surroundings, "receivers", "invite", receiver) != 0) {
            throw new AssertionError(out.toString());
        }
        String link = out.toString()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("https://clausebot.oakfield.example/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(out.toString()));
        return at(link.substring("https://clausebot.oakfield.example".length()));
    }

    /** Waits until questions are answered from the examples as they are on disk now. */
    void learnt() throws Exception {
        web.learnt().get(60, TimeUnit.SECONDS);
    }

    /** The mails so far, waited for until there are {@code count}. */
    List<MimeMessage> mails(int count) {
        if (!mail.waitForIncomingEmail(MAIL_MILLIS, count)) {
            throw new AssertionError("There are " + mail.getReceivedMessages().length + " mails, not " + count);
        }
        return List.of(mail.getReceivedMessages());
    }

    /** How many mails there are when every notice that was queued has been sent. */
    int settled() throws SQLException {
        for (int look = 0; look < 60; look++) {
            int waiting = rows("notice WHERE accepted IS NULL");
            int arrived = mail.getReceivedMessages().length;
            if (waiting == 0) {
                return arrived;
            }
            mail.waitForIncomingEmail(1_000, arrived + waiting);
        }
        throw new AssertionError("Notices are still waiting: " + rows("notice WHERE accepted IS NULL"));
    }

    static List<String> addressees(List<MimeMessage> mails) throws MessagingException {
        List<Address> all = new CopyOnWriteArrayList<>();
        for (MimeMessage message : mails) {
            all.addAll(List.of(message.getAllRecipients()));
        }
        return all.stream().map(Address::toString).toList();
    }

    /** How many rows there are in a table, or in what a condition leaves of it. */
    int rows(String table) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clausebot.db"));
                var statement = db.createStatement();
                var found = statement.executeQuery("SELECT count(*) FROM " + table)) {
            return found.getInt(1);
        }
    }

    /** The folder's files whose bytes hold {@code words} in the clear. */
    List<Path> holding(String words) throws Exception {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> contains(file, words))
                    .toList();
        }
    }

    private static boolean contains(Path file, String words) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains(words);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pages.forEach(page -> page.context().close());
        web.close();
        mail.stop();
    }
}
