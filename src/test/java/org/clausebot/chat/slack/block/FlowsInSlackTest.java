package org.clausebot.chat.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.web.ScriptedAssistant;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every report there is, walked with nothing but what the messages offer to press and to pick. */
class FlowsInSlackTest {
    private static final Policy POLICY = org.clausebot.chat.web.TestPolicies.socialMedia();

    @TempDir
    private Path folder;

    private final Phrases phrases = SlackSamples.phrases();
    private final SlackReplies replies = SlackSamples.replies();
    private TestReporting reporting;
    private ReportingAssistant assistant;

    @BeforeEach
    void open() throws Exception {
        reporting = new TestReporting(folder);
        ScriptedAssistant policy = new ScriptedAssistant(POLICY, org.clausebot.chat.web.TestPolicies.hostile());
        assistant = reporting.assistant(policy, policy::answer, List.of(POLICY), phrases);
    }

    @AfterEach
    void close() throws Exception {
        reporting.close();
    }

    private Reply say(Reporter who, String token, String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", words, Optional.of(who), token));
    }

    @Test
    void every_report_is_made_to_its_end_by_pressing_and_picking() {
        Set<Input> met = new HashSet<>();
        List<Reply.Flows.Entry> entries = assistant.flows().entries();
        assertThat(entries).hasSize(10);
        for (Reply.Flows.Entry entry : entries) {
            Reporter who = new Reporter(SchoolId.DEFAULT, "slack", "T1:" + entry.id());
            Reply reply = say(who, "", entry.title());
            for (int steps = 0; reply instanceof Reply.Asked asked; steps++) {
                assertThat(steps).as(entry.title()).isLessThan(40);
                assertTaken(reply, asked.asking());
                met.add(asked.asking().field().input());
                reply = answer(who, asked.asking(), reply);
            }
            assertTaken(reply);
            assertThat(reply).as(entry.title()).isInstanceOfAny(Reply.Sent.class, Reply.Ended.class);
        }
        assertThat(met).contains(Input.LONG, Input.DAY_AND_TIME, Input.CHOICES, Input.CONFIRM, Input.SEND, Input.FILES);
    }

    private void assertTaken(Reply reply) {
        for (Audience audience : Audience.values()) {
            assertThat(replies.of(reply, audience))
                    .allSatisfy(message ->
                            assertThat(BlockKitLimits.violations(message)).isEmpty());
        }
    }

    private void assertTaken(Reply reply, Asking asking) {
        assertTaken(reply);
        assertThat(BlockKitLimits.violations(StepWindow.of(asking, phrases, SlackSamples.words())))
                .isEmpty();
        assertThat(StepWindow.token(
                        StepWindow.of(asking, phrases, SlackSamples.words()).getCallbackId()))
                .contains(asking.token());
    }

    /** As a person would with the message in front of them. */
    private Reply answer(Reporter who, Asking asking, Reply shown) {
        List<ButtonValue> controls =
                Shown.controls(replies.of(shown, Audience.ALONE).getLast());
        for (ButtonValue control : controls) {
            switch (control) {
                case ButtonValue.Fill(String token, Input input) -> {
                    return say(who, token, Fields.words(input, picked(asking)).orElseThrow());
                }
                case ButtonValue.OpenWindow(String token) -> {
                    Map<String, String> written = Map.of(Fields.ANSWER, "first", Fields.MORE, "second");
                    return say(who, token, Fields.words(Input.LONG, written).orElseThrow());
                }
                case ButtonValue.Say(String token, String message)
                when asking.field().choices().stream().anyMatch(c -> c.label().equals(message))
                        || asking.field().input() == Input.FILES -> {
                    return say(who, token, message);
                }
                default -> {}
            }
        }
        return say(who, "", typed(asking.field().input()));
    }

    private static Map<String, String> picked(Asking asking) {
        return asking.field().several()
                ? Map.of("ticks:1", asking.field().choices().getFirst().id())
                : Map.of(Fields.DAY, "2026-11-20", Fields.TIME, "16:05");
    }

    private static String typed(Input input) {
        return switch (input) {
            case NUMBER -> "2";
            case WEB_ADDRESS -> "https://www.example.org/page";
            case PERSON -> "Sam Jones";
            case LINE, LONG, DAY, DAY_AND_TIME, FILES, CHOICES, SURE, CONFIRM, SEND -> "a few words";
        };
    }
}
