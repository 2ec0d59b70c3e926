package org.clausebot.chat.slack.block;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Contact;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.awaited.Address;
import org.clausebot.chat.awaited.Waiting;
import org.clausebot.datafile.DataFileException;
import org.clausebot.flow.Turn;
import org.clausebot.incident.Receipt;
import org.clausebot.incident.Reporting;
import org.clausebot.incident.Status;
import org.clausebot.policy.Clause;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.SchoolId;
import org.clausebot.policy.Span;
import org.clausebot.search.TestPolicies;

/** Replies of every kind, the same each time. */
public final class SlackSamples {
    public static final List<Contact> CONTACTS = List.of(
            new Contact("Designated safeguarding lead (DSL)", "A. Example", "01632 960 001"),
            new Contact("Headteacher", "", ""));
    public static final Optional<URI> PAGES = Optional.of(URI.create("https://clausebot.school.example/"));
    public static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUv/what/1f2e3d4c";

    /** Whatever Slack may take for markup, a notice to everybody, a link or a picture. */
    public static final String HOSTILE =
            "A & B < C > D *bold* _slanted_ ~struck~ `code` ```block``` @here @channel <!channel>"
                    + " <@U123> <#C123> <https://evil.example|click> :rotating_light: &amp; &lt;!here&gt; 👩‍👩‍👧 é\u0301 \\ \" '";

    private static final Phrases PHRASES = ours(() -> Phrases.read(Path.of("conversations/phrases.yaml")));
    private static final SlackWords WORDS = ours(() -> SlackWords.read(Path.of("conversations/phrases-slack.yaml")));
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate KEPT = LocalDate.of(2026, 12, 6);

    private SlackSamples() {}

    /** Somebody waits for the answer to this. */
    public static Waiting waiting(String words) {
        return new Waiting(
                SchoolId.DEFAULT,
                new Address("slack", "T1", "", "U1"),
                new Question(words),
                LocalDate.of(2026, 11, 23));
    }

    public static Answer.Quoted quoted() {
        return all().values().stream()
                .flatMap(reply -> reply.policyAnswer().stream())
                .filter(Answer.Quoted.class::isInstance)
                .map(Answer.Quoted.class::cast)
                .findFirst()
                .orElseThrow();
    }

    public static Phrases phrases() {
        return PHRASES;
    }

    public static SlackWords words() {
        return WORDS;
    }

    /** Something read from a file of ours. */
    private interface Reading<T> {
        T read() throws DataFileException;
    }

    private static <T> T ours(Reading<T> reading) {
        try {
            return reading.read();
        } catch (DataFileException e) {
            throw new IllegalStateException(e);
        }
    }

    public static SlackReplies replies() {
        return new SlackReplies(phrases(), words(), () -> CONTACTS, title -> true, PAGES);
    }

    public static Policy given() {
        try {
            return TestPolicies.socialMedia();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clauses that are markup, or are longer than Slack has room for. */
    public static Policy hostile() {
        // A policy never holds joiners: reading a document leaves them out.
        String text = HOSTILE.replace("\u200D", "");
        String sentence = "Adults should not " + text.replace(".", "") + ". ";
        return new TestPolicies.Builder("hostile", "Hostile " + text)
                .clause("1.1", "1 *Part* <!here>", "", text)
                .clause("1.2", "1 *Part* <!here>", "Adults should not: " + text, text + " again")
                .clause(
                        "1.3",
                        "1 *Part* <!here>",
                        "Adults should not:",
                        sentence.repeat(30).strip())
                .clause("1.4", "1 *Part* <!here>", "", "x".repeat(6_000))
                .clause("1.5", "1 *Part* <!here>", sentence.repeat(30).strip(), "👩👧".repeat(900))
                .clause("1.6", "h".repeat(5_000), "", "word ".repeat(1_500).strip())
                .build();
    }

    /** Quotes with the first sentence emphasised. */
    public static Quote quote(Policy policy, Clause clause) {
        int stop = clause.text().indexOf(". ");
        return new Quote(
                policy, clause, List.of(new Span(0, stop < 0 ? clause.text().length() : stop + 1)), 0.9);
    }

    public static Quote quote(Policy policy, String address) {
        return quote(policy, policy.clause(address).orElseThrow());
    }

    public static Findings findings() {
        return new Findings("a question that nobody else may see", 0.8, List.of());
    }

    /** By the name of their golden file. */
    public static Map<String, Reply> all() {
        Map<String, Reply> all = new LinkedHashMap<>();
        answers().forEach((name, answer) -> all.put(name, new Reply.Answered(answer)));
        reports(all);
        StepSamples.all().forEach((name, asking) -> all.put("step-" + name, new Reply.Asked(Optional.empty(), asking)));
        return all;
    }

    public static Reply reply(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    public static Answer answer(String name) {
        return Objects.requireNonNull(answers().get(name));
    }

    public static Map<String, Answer> answers() {
        Policy policy = given();
        Map<String, Answer> all = new LinkedHashMap<>();
        ClauseRef one = new ClauseRef(new PolicyId("social-media"), "2.6.2");
        ClauseRef other = new ClauseRef(new PolicyId("social-media"), "2.3.2");
        Context beside = new Context(
                List.of(
                        new Context.Link(Context.Relation.EXCEPTION, one, other, ""),
                        new Context.Link(Context.Relation.GIVES_WAY, one, other, "")),
                List.of(quote(policy, "2.3.2")),
                List.of());
        all.put(
                "answered-quoted",
                new Answer.Quoted(findings(), List.of(quote(policy, "2.6.2"), quote(policy, "2.4.6")), beside));
        all.put("answered-nearest", new Answer.Nearest(findings(), List.of(quote(policy, "2.6.2")), Context.NONE));
        all.put("answered-not-covered", new Answer.NotCovered(findings()));
        all.put(
                "answered-urgent",
                new Answer.Urgent(
                        findings(),
                        Answer.Concern.INDECENT_IMAGES,
                        List.of(quote(policy, "2.7.4")),
                        Context.NONE,
                        // What stands in no golden file: a message of a chat program has first steps and the button.
                        Optional.of(new Answer.Quoted(findings(), List.of(quote(policy, "2.4.6")), Context.NONE))));
        all.put("answered-small-talk", new Answer.SmallTalk(findings(), Answer.SmallTalk.Kind.GREETING));
        return all;
    }

    private static void reports(Map<String, Reply> all) {
        Policy policy = given();
        List<Asking.Said> said = List.of(new Asking.Said(
                "Keep the messages.\nDo not reply.",
                List.of("Police (not an emergency): 101"),
                List.of(quote(policy, "2.4.6"))));
        Reporting.Addressees seen = new Reporting.Addressees(
                List.of("Amina Khan, the safeguarding lead"), List.of("Children’s services: 01628 000011"));
        all.put("blank", new Reply.Blank());
        all.put("too-long", new Reply.TooLong(5_000, 2_000));
        all.put(
                "flows",
                new Reply.Flows(
                        "",
                        true,
                        List.of(
                                new Reply.Flows.Entry(
                                        "person-at-risk", "Report somebody at risk", "Somebody is in danger."),
                                new Reply.Flows.Entry(
                                        "pupil-contact", "Report contact from a pupil", "A pupil has found you."))));
        all.put("flows-none", new Reply.Flows("", false, List.of()));
        all.put(
                "asked-after-an-answer",
                new Reply.Asked(Optional.of(new Reply.Answered(answer("answered-quoted"))), StepSamples.step("long")));
        all.put("advice", new Reply.Advice("Report contact from a pupil", said));
        all.put(
                "unfinished",
                new Reply.Unfinished(
                        Optional.empty(), "Report contact from a pupil", KEPT, "Report somebody at risk", false));
        all.put(
                "unfinished-really",
                new Reply.Unfinished(Optional.empty(), "Report contact from a pupil", KEPT, "", true));
        all.put("paused", new Reply.Paused("Report contact from a pupil", "WXYZ-1234-ABCD", KEPT));
        all.put("cancelled", new Reply.Cancelled("Report contact from a pupil"));
        all.put("ended", new Reply.Ended("A misjudged moment", said));
        all.put(
                "sent",
                new Reply.Sent(
                        "Report contact from a pupil",
                        new Receipt("7K4Q-MXPD-29TF", Instant.parse("2026-11-22T16:05:30Z"), "s".repeat(92)),
                        "You have done the right thing.\nSomebody will talk to you.",
                        said,
                        seen,
                        LONDON));
        all.put(
                "not-received",
                new Reply.NotReceived("Report contact from a pupil", "Ring the council: 01628 000010."));
        all.put("status", new Reply.Status("7K4Q-MXPD-29TF", sent(), "Added. They will see it.", true, LONDON));
        all.put("no-such-code", new Reply.NoSuchCode());
        all.put("too-many-codes", new Reply.TooManyCodes(15));
        all.put("gone", new Reply.Gone());
    }

    public static Reporting.Sent sent() {
        Instant at = Instant.parse("2026-11-22T16:05:30Z");
        return new Reporting.Sent(
                "7K4Q",
                "Report contact from a pupil",
                at,
                Status.IN_HAND,
                "",
                List.of(
                        new Reporting.Entry(at, true, "Thank you.\nI will ring his parents."),
                        new Reporting.Entry(at, false, HOSTILE)));
    }

    public static Asking asking(Asking.Field field, List<Turn.Line> summary) {
        return new Asking(
                "Report contact from a pupil",
                TOKEN,
                List.of(),
                List.of(),
                field,
                summary,
                Optional.empty(),
                List.of(),
                "");
    }
}
