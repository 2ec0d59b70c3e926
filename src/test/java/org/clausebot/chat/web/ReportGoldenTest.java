package org.clausebot.chat.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.terminal.TerminalReplies;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Status;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page and the terminal show on the way through a report, against {@code src/test/resources/reports}. Ids, codes
 * and signatures are random and stand as words there.
 */
class ReportGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/reports");
    private static final Policy POLICY = TestPolicies.socialMedia();
    private static final Reporter WHO = new Reporter(SchoolId.DEFAULT, "web", "a browser");
    private static final List<Contact> CONTACTS =
            List.of(new Contact("Designated safeguarding lead (DSL)", "A. Example", "01632 960 001"));

    @TempDir
    private Path folder;

    private TestReporting reporting;

    @BeforeEach
    void open() throws Exception {
        reporting = new TestReporting(folder);
    }

    @AfterEach
    void close() throws Exception {
        reporting.close();
    }

    @TestFactory
    Stream<DynamicTest> each_channel_shows_what_its_golden_file_has() throws Exception {
        Phrases phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        Map<String, Reply> replies = replies(phrases);
        TerminalReplies terminal = new TerminalReplies(phrases, () -> CONTACTS, 80, false);
        Replies web = new Replies(phrases, () -> CONTACTS, title -> true);
        return replies.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        golden(entry.getKey() + ".txt", steady(terminal.show(entry.getValue()))),
                        golden(entry.getKey() + ".html", steady(page(web, entry.getValue())))));
    }

    private static DynamicTest golden(String name, String shown) {
        return DynamicTest.dynamicTest(name, () -> {
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(GOLDEN.resolve(name), shown);
            }
            assertThat(shown).isEqualTo(Files.readString(GOLDEN.resolve(name)));
        });
    }

    private static String page(Replies web, Reply reply) {
        Talk talk = new Talk("talk");
        return new Templates()
                .render("exchange", web.exchange(talk, new Talk.Exchange(1, "words", reply), "csrf", false));
    }

    private Map<String, Reply> replies(Phrases phrases) {
        ScriptedAssistant policy = new ScriptedAssistant(POLICY, TestPolicies.hostile());
        ReportingAssistant assistant = reporting.assistant(policy, policy::answer, List.of(POLICY), phrases);
        Map<String, Reply> replies = new LinkedHashMap<>();
        replies.put("menu", say(assistant, "report"));
        replies.put("begin", say(assistant, "Report contact from a pupil"));
        replies.put("misread", say(assistant, "purple"));
        replies.put("question", say(assistant, "can I friend a parent?"));
        say(assistant, "No, I am not worried");
        replies.put("several", say(assistant, "help"));
        say(assistant, "no");
        replies.put("who-sees", say(assistant, "who will see this?"));
        say(assistant, "Sam in 9B");
        say(assistant, "In a game");
        say(assistant, "yesterday about 4");
        replies.put("first-steps", say(assistant, "he sent an image"));
        replies.put("first-steps-asked", say(assistant, "may I keep an image?"));
        say(assistant, "no");
        replies.put("files", say(assistant, "skip"));
        say(assistant, "skip");
        replies.put("summary", say(assistant, "keep it out"));
        replies.put("really", say(assistant, "cancel"));
        say(assistant, "no");
        replies.put("paused", say(assistant, "save for later"));
        replies.put("unfinished", say(assistant, "report"));
        say(assistant, "go on");
        replies.put("send", say(assistant, "yes"));
        Reply.Sent sent = (Reply.Sent) say(assistant, "yes");
        replies.put("sent", sent);
        reporting.pass(Duration.ofHours(2));
        Cases cases = reporting.incidents().cases();
        Cases.Viewer head = new Cases.Viewer(SchoolId.DEFAULT, "jane-smith");
        cases.message(head, sent.receipt().reference(), "Thank you.\nI will ring his parents.");
        cases.status(head, sent.receipt().reference(), Status.NEW, Status.IN_HAND, "", true);
        say(assistant, sent.receipt().code());
        replies.put("status", say(assistant, "add: he wrote again"));
        return replies;
    }

    private static Reply say(ReportingAssistant assistant, String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", words, Optional.of(WHO), ""));
    }

    private static String steady(String shown) {
        return shown.replaceAll("value=\"[A-Za-z0-9_-]{22}/[^\"]*\"", "value=\"TOKEN\"")
                        .replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", "CODE-CODE-CODE")
                        .replaceAll("(Your report )[0-9A-Z]{4}:", "$1CODE:")
                        .replaceAll("[A-Za-z0-9_-]{92}", "SIGNATURE")
                + "\n";
    }
}
