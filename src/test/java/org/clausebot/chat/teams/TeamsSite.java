package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.clausebot.chat.Contact;
import org.clausebot.chat.Feedback;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Phrases;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportingAssistant;
import org.clausebot.chat.TestReporting;
import org.clausebot.chat.read.TestReading;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.teams.Controls.Control;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.RecordingLine.How;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.chat.teams.card.TeamsWords;
import org.clausebot.chat.web.ScriptedAssistant;
import org.clausebot.chat.web.TestPolicies;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;

/** The channel with real reports on disk, and somebody who uses it. */
final class TeamsSite implements AutoCloseable {
    static final Policy POLICY = TestPolicies.socialMedia();
    static final Person ANNA = new Person("tenant", "anna");
    static final Person BEN = new Person("tenant", "ben");
    static final Place CHANNEL = new Place(Room.CHANNEL, "19:c1@thread.tacv2;messageid=1");
    static final Place GROUP = new Place(Room.GROUP, "19:g1@thread.v2");
    static final List<Contact> CONTACTS = List.of(new Contact("Headteacher", "J. Smith", "01632 960 001"));
    private static final Optional<URI> PAGES = Optional.of(URI.create("https://clausebot.school.example/"));

    final RecordingLine line = new RecordingLine();
    final TestReporting reporting;
    final ScriptedAssistant policy = new ScriptedAssistant(POLICY, TestPolicies.hostile());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Feedback.Vote> votes = new ArrayList<>();
    final Phrases phrases;
    final TeamsWords words;
    List<Policy> policies = List.of(POLICY);
    Function<Question, Answer> answerer = policy::answer;
    final TestReading reading;
    /** Through which it is said. */
    TeamsLine through = line;

    ReportingAssistant assistant;
    TeamsChannel teams;

    TeamsSite(Path folder) throws Exception {
        this(folder, UnaryOperator.identity());
    }

    /** @param written stands around whatever is written of reports */
    TeamsSite(Path folder, UnaryOperator<Runnable> written) throws Exception {
        phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        words = TeamsWords.read(Path.of("conversations/phrases-teams.yaml"));
        reporting = new TestReporting(folder, written);
        reading = new TestReading(reporting, () -> policies);
        restart();
    }

    /** A new process with the same disk. */
    void restart() {
        reading.restart();
        assistant = reporting.assistant(policy, question -> answerer.apply(question), policies, phrases);
        teams = teams(assistant);
    }

    /** The channel before another assistant. */
    TeamsChannel teams(Assistant replying) {
        return new TeamsChannel(new TeamsChannel.Parts(
                person -> SchoolId.DEFAULT,
                replying,
                assistant,
                question -> answerer.apply(question),
                policy,
                () -> policies,
                () -> CONTACTS,
                feedback(),
                phrases,
                words,
                PAGES,
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

    static Reporter reporter(Person person) {
        return new Reporter(SchoolId.DEFAULT, "teams", person.tenant() + ":" + person.object());
    }

    static Place personal(Person person) {
        return new Place(Room.PERSONAL, "p-" + person.object());
    }

    String say(TeamsPhrase phrase) {
        return words.say(phrase);
    }

    void type(String words) {
        type(ANNA, words);
    }

    void type(Person who, String words) {
        teams.on(new Delivered.Said(who, personal(who), "1", words, false));
    }

    void mention(Place at, String words) {
        teams.on(new Delivered.Said(ANNA, at, "1", words, false));
    }

    /** What {@code who} was written in the personal chat. */
    List<Spoken> direct(Person who) {
        return line.how(How.DIRECT).stream().filter(s -> s.to().equals(who)).toList();
    }

    /** What everybody can read. */
    List<Spoken> openly() {
        return line.spoken.stream().filter(s -> s.at().room() != Room.PERSONAL).toList();
    }

    /** Presses the first button that fits, in the messages that were said last; the newest first. */
    Pressing press(Person who, Predicate<Control> which) {
        return press(who, which, Map.of());
    }

    /** A press: the button, the message that it stood in, and what Teams was answered. */
    record Pressing(Spoken message, Control control, Response response) {}

    Pressing press(Person who, Predicate<Control> which, Map<String, String> fields) {
        for (Spoken message : direct(who).reversed()) {
            Optional<Control> found =
                    Controls.of(message.message()).stream().filter(which).findFirst();
            if (found.isPresent()) {
                return press(who, message, found.get(), fields);
            }
        }
        throw new AssertionError("Nothing like that can be pressed");
    }

    Pressing press(Person who, Spoken message, Control control, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(control.data());
        all.putAll(fields);
        Delivered pressed = control.dialog()
                ? new Delivered.Dialog(who, personal(who), false, all)
                : new Delivered.Pressed(who, personal(who), message.id(), control.verb(), all);
        Response response = teams.answer(pressed);
        if (response instanceof Response.Instead(var card)) {
            RecordingLine.fits(card);
        }
        return new Pressing(message, control, response);
    }

    /** Sends off a dialog as it stands, with what is written in it. */
    Response send(Person who, Response.Dialog dialog, Map<String, String> written) {
        RecordingLine.fits(dialog.card());
        Control send = Controls.of(dialog.card()).getLast();
        Map<String, String> all = new HashMap<>(Controls.filled(dialog.card()));
        all.putAll(send.data());
        all.putAll(written);
        return teams.answer(new Delivered.Dialog(who, personal(who), true, all));
    }

    static Predicate<Control> labelled(String label) {
        return control -> control.label().equals(label);
    }

    static Predicate<Control> means(Class<? extends ButtonValue> kind) {
        return control -> kind.isInstance(control.means());
    }

    /** The step that is asked now. */
    Asking asking(Person who) {
        Reply waiting = assistant.waiting(reporter(who)).orElseThrow();
        assertThat(waiting).isInstanceOf(Reply.Asked.class);
        return ((Reply.Asked) waiting).asking();
    }

    /** Where somebody is who has begun a report; empty when none waits. */
    Optional<String> step(Person who) {
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
