package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Answer.SmallTalk.Kind;
import org.clausebot.answer.Context;
import org.clausebot.answer.Findings;
import org.clausebot.answer.Question;
import org.clausebot.answer.Quote;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.ClauseRef;
import org.clausebot.policy.Given;
import org.clausebot.policy.Policy;
import org.clausebot.policy.PolicyId;
import org.clausebot.policy.PolicyReader;
import org.clausebot.policy.SchoolId;
import org.clausebot.querylog.Asked;
import org.clausebot.querylog.Asker;
import org.clausebot.querylog.Entry.Verdict;
import org.clausebot.querylog.Outcome;
import org.clausebot.querylog.QuestionLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is logged of a conversation, and what never is. */
class LoggingTest {
    private static final Reporter WHO = new Reporter(SchoolId.DEFAULT, "slack", "T1:U1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T16:05:30Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final Notes notes = new Notes();
    private final Policy policy;
    private final Phrases phrases;
    private TestReporting reporting;
    private ReportingAssistant assistant;

    LoggingTest() throws Exception {
        byte[] bytes = "Phones\n\n1.1 Phones stay in the locker.\n".getBytes(StandardCharsets.UTF_8);
        Given given = new Given(
                new PolicyId("phones"),
                Optional.of("Phones"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        policy = new PolicyReader().read("policy.txt", bytes, given);
        phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
    }

    /** A log that notes what it is told. */
    private static final class Notes implements QuestionLog {
        final List<Asked> asked = new ArrayList<>();
        final Set<Asker> silent = new HashSet<>();

        @Override
        public void record(Asked one) {
            asked.add(one);
        }

        @Override
        public void vote(Asker by, ClauseRef clause, String version, Verdict verdict) {}

        @Override
        public void turn(Asker who, boolean on) {
            if (on) {
                silent.remove(who);
            } else {
                silent.add(who);
            }
        }

        @Override
        public boolean takes(Asker who) {
            return !silent.contains(who);
        }

        List<String> words() {
            return asked.stream().map(Asked::words).toList();
        }
    }

    @BeforeEach
    void open() throws Exception {
        reporting = new TestReporting(folder);
        assistant = assistant();
    }

    private ReportingAssistant assistant() {
        PolicyAssistant asking = new PolicyAssistant(
                this::answer,
                phrases.onlyAsking()::says,
                2_000,
                Duration.ofMinutes(30),
                100,
                CLOCK,
                new Logging(notes, phrases.logging()));
        return reporting.assistant(asking, this::answer, List.of(policy), phrases);
    }

    @AfterEach
    void close() throws Exception {
        reporting.close();
    }

    private Answer answer(Question question) {
        Findings findings = new Findings(question.text(), 0.9, List.of());
        Quote quote = new Quote(policy, policy.clauses().getFirst(), List.of(), 1);
        if (question.text().startsWith("help") && !question.onlyAsking()) {
            return new Answer.Urgent(
                    findings,
                    Answer.Concern.PERSON_AT_RISK,
                    List.of(quote),
                    Context.NONE,
                    Optional.of(new Answer.Quoted(findings, List.of(quote), Context.NONE)));
        }
        return question.text().startsWith("hi")
                ? new Answer.SmallTalk(findings, Kind.GREETING)
                : new Answer.Quoted(findings, List.of(quote), Context.NONE);
    }

    private Reply say(String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", words, Optional.of(WHO), ""));
    }

    private Reply sayInChannel(String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "channel", words).by(WHO));
    }

    @Test
    void a_question_is_handed_on_with_its_outcome_and_its_clauses() {
        say("can i keep my phone?");

        assertThat(notes.asked).singleElement().satisfies(asked -> {
            assertThat(asked.words()).isEqualTo("can i keep my phone?");
            assertThat(asked.outcome()).isEqualTo(Outcome.QUOTED);
            assertThat(asked.shown())
                    .extracting(shown -> shown.clause().address())
                    .containsExactly("1.1");
            assertThat(asked.by().channel()).isEqualTo("slack");
        });
    }

    @Test
    void small_talk_leaves_no_words_and_what_is_empty_or_too_long_leaves_nothing() {
        say("hi, I am Zebedee");
        say(" ");
        say("x".repeat(2_001));

        assertThat(notes.words()).containsExactly("");
        assertThat(notes.asked.getFirst().outcome()).isEqualTo(Outcome.SMALL_TALK);
    }

    @Test
    void a_question_of_somebody_who_could_not_switch_it_off_is_not_logged() {
        assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", "can i?"));

        assertThat(notes.asked).isEmpty();
    }

    @Test
    void of_an_urgent_message_no_word_is_logged_and_nothing_of_what_follows_it() {
        say("help she wants to hurt herself");
        say("only a question");
        say("what if she is called Zoe?");

        assertThat(notes.asked).singleElement().satisfies(asked -> {
            assertThat(asked.outcome()).isEqualTo(Outcome.URGENT);
            assertThat(asked.words()).isEmpty();
            assertThat(asked.shown()).isEmpty();
            assertThat(asked.answerable()).isZero();
        });
    }

    @Test
    void nothing_of_a_report_is_logged_from_its_first_word_on() {
        say("report");
        say("Report contact from a pupil");
        say("no");
        say("can a pupil have my number?");
        say("She messaged me twice");
        sayInChannel("may i answer a pupil who messages me?");

        assertThat(notes.asked).isEmpty();
    }

    @Test
    void after_a_restart_what_is_typed_for_the_report_that_waits_is_not_logged_either() {
        say("Report contact from a pupil");
        reporting.pass(Duration.ofHours(2));
        assistant = assistant();
        say("He is in my form and sent me eleven messages");
        sayInChannel("may i answer a pupil who messages me?");

        assertThat(notes.asked).isEmpty();
    }

    @Test
    void for_half_an_hour_after_a_report_was_thrown_away_nothing_is_logged() {
        say("Report contact from a pupil");
        say("cancel");
        say("yes");
        say("can i talk to him myself?");
        sayInChannel("can i talk to a pupil?");
        assertThat(notes.asked).isEmpty();

        reporting.pass(Duration.ofMinutes(31));
        say("can i keep my phone?");
        assertThat(notes.words()).containsExactly("can i keep my phone?");
    }

    @Test
    void a_code_that_was_tried_and_what_follows_is_not_logged() {
        say("ABCD-2345-WXYZ");
        say("add: it was on Tuesday");

        assertThat(notes.asked).isEmpty();
    }

    @Test
    void who_says_log_off_is_told_so_and_can_come_back() {
        assertThat(kind(say("What do you log?"))).isEqualTo(Kind.LOGGED);
        assertThat(kind(say("log off"))).isEqualTo(Kind.LOG_OFF);
        assertThat(notes.silent).containsExactly(Logging.asker(WHO));
        assertThat(kind(sayInChannel("what do you log"))).isEqualTo(Kind.NOT_LOGGED);
        assertThat(kind(sayInChannel("Log on"))).isEqualTo(Kind.LOG_ON);
        assertThat(notes.silent).isEmpty();
        assertThat(notes.asked).isEmpty();
    }

    @Test
    void who_writes_a_report_can_still_switch_it_off_elsewhere() {
        say("Report contact from a pupil");

        assertThat(kind(sayInChannel("log off"))).isEqualTo(Kind.LOG_OFF);
    }

    private static Kind kind(Reply reply) {
        return ((Answer.SmallTalk) reply.policyAnswer().orElseThrow()).kind();
    }
}
