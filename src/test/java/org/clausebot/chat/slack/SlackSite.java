package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.slack.api.util.json.GsonFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.clausebot.answer.Answer;
import org.clausebot.answer.Question;
import org.clausebot.chat.Asking;
import org.clausebot.chat.Assistant;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.read.TestReading;
import org.clausebot.chat.slack.Controls.Control;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.slack.block.SlackSamples;
import org.clausebot.chat.slack.block.SlackWords;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.web.ScriptedAssistant;
import org.clausebot.chat.web.TestPolicies;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** The channel with real reports on disk, and somebody who uses it. */
final class SlackSite implements AutoCloseable {
    static final Policy POLICY = TestPolicies.socialMedia();
    private static final Gson JSON = GsonFactory.createSnakeCase();

    static final Member ANNA = new Member("T1", "", "UANNA");
    static final Member BEN = new Member("T1", "", "UBEN");
    static final Place DIRECT = new Place(Room.DIRECT, "D-UANNA", "");
    static final Place CHANNEL = new Place(Room.CHANNEL, "C1", "");

    final RecordingWorkspace workspace = new RecordingWorkspace();
    final TestReporting reporting;
    final ScriptedAssistant policy = new ScriptedAssistant(POLICY, TestPolicies.hostile());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Feedback.Vote> votes = new ArrayList<>();
    final List<Feedback.Vote> takenBack = new ArrayList<>();
    final Phrases phrases = SlackSamples.phrases();
    final SlackWords words = SlackSamples.words();
    List<Policy> policies = List.of(POLICY);
    Function<Question, Answer> answerer = policy::answer;
    final TestReading reading;
    /** Through which it is said. */
    Workspace through = workspace;

    ReportingAssistant assistant;
    SlackChannel slack;

    SlackSite(Path folder) throws Exception {
        this(folder, UnaryOperator.identity());
    }

    /** @param written stands around whatever is written of reports */
    SlackSite(Path folder, UnaryOperator<Runnable> written) throws Exception {
        reporting = new TestReporting(folder, written);
        reading = new TestReading(reporting, () -> policies);
        restart();
    }

    /** A new process with the same disk. */
    void restart() {
        reading.restart();
        assistant = reporting.assistant(policy, question -> answerer.apply(question), policies, phrases);
        slack = slack(assistant);
    }

    /** The channel before another assistant. */
    SlackChannel slack(Assistant replying) {
        return new SlackChannel(new SlackChannel.Parts(
                member -> SchoolId.DEFAULT,
                replying,
                assistant,
                () -> policies,
                () -> SlackSamples.CONTACTS,
                feedback(),
                phrases,
                words,
                SlackSamples.PAGES,
                through,
                reporting.awaited(),
                reading.talk(),
                (school, conversation) -> lastAsked(conversation),
                meters,
                reporting.clock()));
    }

    private Optional<Question> lastAsked(String conversation) {
        return policy.heard.reversed().stream()
                .filter(incoming -> incoming.conversation().equals(conversation))
                .findFirst()
                .map(incoming -> new Question(incoming.text()));
    }

    private Feedback feedback() {
        return new Feedback() {
            @Override
            public void record(SchoolId school, Vote vote, Optional<Vote> instead) {
                votes.add(vote);
                instead.ifPresent(takenBack::add);
            }

            @Override
            public List<Tally> tally(SchoolId school, org.clausebot.policy.PolicyId policy) {
                return List.of();
            }
        };
    }

    void at(Instant moment) {
        reporting.pass(Duration.between(reporting.clock().instant(), moment));
    }

    static Reporter reporter(Member member) {
        return new Reporter(SchoolId.DEFAULT, "slack", member.team() + ":" + member.user());
    }

    void type(String words) {
        type(ANNA, words);
    }

    void type(Member who, String words) {
        slack.on(new Delivered.Said(who, new Place(Room.DIRECT, "D-" + who.user(), ""), "1.1", words, false));
    }

    void mention(Place at, String words) {
        slack.on(new Delivered.Said(ANNA, at, "1700000000.000100", words, false));
    }

    void command(Place at, String command, String words) {
        slack.on(new Delivered.Command(ANNA, at, command, words, "https://hooks.slack.example/1", "trigger"));
    }

    /** The last message with something to press for {@code who}, as they see it. */
    Spoken last(Member who) {
        return workspace.direct().stream()
                .filter(s -> s.to().equals(who))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    /** Presses the first control that fits, in the messages that were said last; the newest first. */
    Control press(Member who, Predicate<Control> which) {
        return press(who, which, Map.of());
    }

    Control press(Member who, Predicate<Control> which, Map<String, String> fields) {
        for (Spoken message : workspace.spoken.reversed()) {
            Optional<Control> found = message.to().equals(who)
                    ? Controls.of(message.message()).stream().filter(which).findFirst()
                    : Optional.empty();
            if (found.isPresent()) {
                press(who, message, found.get(), fields);
                return found.get();
            }
        }
        throw new AssertionError("Nothing like that can be pressed");
    }

    void press(Member who, Spoken message, Control control, Map<String, String> fields) {
        boolean direct = message.isDirect();
        slack.on(new Delivered.Pressed(
                who,
                message.at().room() == Room.CHANNEL && message.how() == RecordingWorkspace.How.RESPOND
                        ? CHANNEL
                        : message.at(),
                message.ts(),
                control.action(),
                control.value(),
                fields,
                "https://hooks.slack.example/2",
                "trigger",
                direct ? sentAlong(message) : ""));
    }

    /** A message as Slack sends it along with a press. */
    private static String sentAlong(Spoken message) {
        return JSON.toJson(Map.of(
                "type",
                "message",
                "user",
                "UBOT",
                "ts",
                message.ts(),
                "text",
                message.message().text(),
                "blocks",
                message.message().blocks()));
    }

    static Predicate<Control> labelled(String label) {
        return control -> control.label().equals(label);
    }

    static Predicate<Control> means(Class<? extends ButtonValue> kind) {
        return control -> ButtonValue.read(control.action(), control.value())
                .filter(kind::isInstance)
                .isPresent();
    }

    /** The step that is asked now. */
    Asking asking(Member who) {
        Reply waiting = assistant.waiting(reporter(who)).orElseThrow();
        assertThat(waiting).isInstanceOf(Reply.Asked.class);
        return ((Reply.Asked) waiting).asking();
    }

    /** Where somebody is who has begun a report; empty when none waits. */
    Optional<String> step(Member who) {
        return reporting
                .reporting()
                .unfinished(reporter(who))
                .map(kept -> kept.conversation().at());
    }

    /** What the web page's assistant replies to somebody there. */
    Reply web(String words) {
        return assistant.reply(new Incoming(
                SchoolId.DEFAULT, "web", words, Optional.of(new Reporter(SchoolId.DEFAULT, "web", "browser")), ""));
    }

    @Override
    public void close() throws Exception {
        reporting.close();
    }
}
