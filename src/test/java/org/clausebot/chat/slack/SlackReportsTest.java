package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Incoming;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.RecordingWorkspace.How;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.flow.Given;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackReportsTest {
    private static final String TITLE = "Report contact from a pupil";

    @TempDir
    private Path folder;

    private SlackSite site;

    @BeforeEach
    void open() throws Exception {
        site = new SlackSite(folder);
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    private void type(String... words) {
        for (String each : words) {
            site.type(each);
        }
    }

    /** As far as the question what was written. */
    private void begun() {
        type(TITLE, "No, I am not worried", "no", "Sam in 9B", "In a game", "yesterday about 4");
        assertThat(site.step(SlackSite.ANNA)).hasValue("what");
    }

    private Map<String, Given> answers() {
        return site.reporting
                .reporting()
                .unfinished(SlackSite.reporter(SlackSite.ANNA))
                .orElseThrow()
                .conversation()
                .answers();
    }

    private String answer(String step) {
        return Objects.requireNonNull(answers().get(step)).value();
    }

    private Map<String, String> send(String callback, String words) {
        return site.slack.submitted(new Delivered.Window(SlackSite.ANNA, callback, Map.of(Fields.ANSWER, words)));
    }

    private String said() {
        return RecordingWorkspace.words(site.workspace.direct());
    }

    @Test
    void with_the_first_question_and_no_other_it_says_that_slack_keeps_the_conversation() {
        type(TITLE);
        assertThat(site.workspace.direct().getLast().json()).contains("whoever runs your Slack");
        int said = site.workspace.direct().size();

        type("No, I am not worried");
        assertThat(site.workspace.direct().stream().skip(said))
                .isNotEmpty()
                .noneMatch(s -> s.json().contains("whoever runs your Slack"));
    }

    @Test
    void report_in_a_channel_moves_to_the_direct_message_and_only_points_there() {
        site.command(SlackSite.CHANNEL, "/report", "");
        assertThat(said()).contains(TITLE);
        site.command(SlackSite.CHANNEL, "/report", TITLE);

        assertThat(site.step(SlackSite.ANNA)).isPresent();
        assertThat(site.workspace.elsewhere())
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(site.words.say(SlackPhrase.DIRECTLY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Report something", TITLE, "report contact from a pupil."})
    void a_mention_that_asks_to_report_is_answered_directly(String words) {
        site.mention(SlackSite.CHANNEL, words);

        assertThat(site.workspace.elsewhere()).hasSize(1);
        assertThat(site.policy.heard).isEmpty();
        assertThat(said()).contains("999");
    }

    @Test
    void what_is_typed_in_a_channel_is_never_the_answer_to_a_step() {
        begun();
        site.mention(SlackSite.CHANNEL, "quote 2.6.2");
        site.mention(SlackSite.CHANNEL, "He wrote something awful");
        site.command(SlackSite.CHANNEL, "/policy", "he wrote it again");

        assertThat(site.step(SlackSite.ANNA)).hasValue("what");
        assertThat(answers()).doesNotContainKey("what");
        assertThat(RecordingWorkspace.words(site.workspace.elsewhere())).doesNotContain("Sam in 9B", TITLE);
    }

    @Test
    void a_report_is_sent_cancelled_and_thrown_away_by_buttons() {
        begun();
        type("he wrote hi", "no", "skip", "skip", "keep it out");
        site.press(
                SlackSite.ANNA,
                c -> c.means() instanceof ButtonValue.Say say
                        && say.token().equals(site.asking(SlackSite.ANNA).token())
                        && say.message().equals("Yes, that is right"));
        Spoken send = site.last(SlackSite.ANNA);
        site.press(SlackSite.ANNA, SlackSite.labelled("Yes, send it now"));
        assertThat(said()).contains(site.phrases.say(ReportPhrase.SENT_KEEP));
        assertThat(site.step(SlackSite.ANNA)).isEmpty();

        int before = site.workspace.spoken.size();
        site.press(SlackSite.ANNA, send, Controls.of(send.message()).getFirst(), Map.of());
        assertThat(RecordingWorkspace.words(site.workspace.spoken.subList(before, site.workspace.spoken.size())))
                .as("pressed again, the same receipt is shown")
                .contains(site.phrases.say(ReportPhrase.SENT_KEEP));
        assertThat(site.reporting.incidents()).isNotNull();

        type(TITLE);
        site.press(SlackSite.ANNA, SlackSite.labelled(site.phrases.say(ReportPhrase.CANCEL)));
        site.press(SlackSite.ANNA, c -> c.label().startsWith("Yes"));
        assertThat(site.step(SlackSite.ANNA)).isEmpty();
    }

    @Test
    void an_old_button_changes_nothing_and_says_where_the_person_is() {
        type(TITLE);
        Spoken first = site.last(SlackSite.ANNA);
        Controls.Control choice = Controls.of(first.message()).getFirst();
        site.press(SlackSite.ANNA, first, choice, Map.of());
        String step = site.step(SlackSite.ANNA).orElseThrow();
        int replaced = site.workspace.how(How.REPLACE).size();
        site.press(SlackSite.ANNA, first, choice, Map.of());

        assertThat(site.step(SlackSite.ANNA)).hasValue(step);
        assertThat(said()).contains(site.phrases.say(ReportPhrase.STALE));
        assertThat(site.workspace.how(How.REPLACE)).hasSize(replaced);
    }

    @Test
    void a_pressed_button_takes_all_buttons_of_its_message_with_it() {
        type(TITLE);
        Spoken first = site.last(SlackSite.ANNA);
        Controls.Control choice = Controls.of(first.message()).getFirst();
        site.press(SlackSite.ANNA, first, choice, Map.of());

        Spoken instead = site.workspace.how(How.REPLACE).getLast();
        assertThat(instead.ts()).isEqualTo(first.ts());
        assertThat(Controls.of(instead.message())).isEmpty();
        assertThat(instead.json()).contains(choice.label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"text\":\"x\"}", "{\"text\":\"\",\"blocks\":[]}", "{\"text\":1,\"blocks\":2}"})
    void a_press_counts_also_where_slack_sends_no_message_that_can_be_shown_again(String shown) {
        type(TITLE);
        String before = site.step(SlackSite.ANNA).orElseThrow();
        Controls.Control choice =
                Controls.of(site.last(SlackSite.ANNA).message()).getFirst();
        site.slack.on(new Delivered.Pressed(
                SlackSite.ANNA,
                SlackSite.DIRECT,
                "1",
                choice.action(),
                choice.value(),
                Map.of(),
                "https://r",
                "trigger",
                shown));

        assertThat(site.step(SlackSite.ANNA)).isPresent().get().isNotEqualTo(before);
        assertThat(site.workspace.how(How.REPLACE)).isEmpty();
    }

    @Test
    void going_on_pressed_twice_is_not_the_answer_to_a_step() {
        begun();
        type("save for later", "hello");
        Spoken offer = site.last(SlackSite.ANNA);
        Controls.Control goOn = Controls.of(offer.message()).stream()
                .filter(SlackSite.labelled(site.phrases.reporting().goOn().button()))
                .findFirst()
                .orElseThrow();
        site.press(SlackSite.ANNA, offer, goOn, Map.of());
        site.press(SlackSite.ANNA, offer, goOn, Map.of());

        assertThat(site.step(SlackSite.ANNA)).hasValue("what");
        assertThat(answers()).doesNotContainKey("what");
    }

    @Test
    void an_old_button_never_throws_another_report_away() {
        begun();
        type("save for later", "throw it away");
        Spoken really = site.last(SlackSite.ANNA);
        Controls.Control yes = Controls.of(really.message()).stream()
                .filter(SlackSite.labelled(
                        site.phrases.reporting().reallyThrowAway().button()))
                .findFirst()
                .orElseThrow();
        site.press(SlackSite.ANNA, really, yes, Map.of());
        assertThat(site.step(SlackSite.ANNA)).isEmpty();
        begun();
        type("save for later");
        site.press(SlackSite.ANNA, really, yes, Map.of());

        assertThat(site.step(SlackSite.ANNA)).hasValue("what");
    }

    @Test
    void after_a_restart_buttons_and_words_go_on_where_they_were() {
        type(TITLE);
        Spoken first = site.last(SlackSite.ANNA);
        site.restart();
        site.press(SlackSite.ANNA, first, Controls.of(first.message()).getFirst(), Map.of());
        String step = site.step(SlackSite.ANNA).orElseThrow();
        site.restart();
        site.reporting.pass(Duration.ofHours(2));
        type("hello");

        assertThat(site.step(SlackSite.ANNA)).hasValue(step);
        site.press(
                SlackSite.ANNA,
                SlackSite.labelled(site.phrases.reporting().goOn().button()));
        assertThat(site.asking(SlackSite.ANNA).title()).isEqualTo(TITLE);
    }

    @Test
    void begun_in_slack_it_is_sent_on_the_web() {
        begun();
        type("he wrote hi");
        site.press(SlackSite.ANNA, SlackSite.labelled(site.phrases.say(ReportPhrase.LATER)));
        String code = code();

        assertThat(site.web(code))
                .isInstanceOfSatisfying(
                        Reply.Asked.class,
                        asked -> assertThat(asked.asking().title()).isEqualTo(TITLE));
        Reply last = null;
        for (String words : List.of("no", "skip", "skip", "keep it out", "yes", "yes")) {
            last = site.web(words);
        }
        assertThat(last).isInstanceOf(Reply.Sent.class);
        assertThat(site.step(SlackSite.ANNA)).isEmpty();
        site.press(SlackSite.ANNA, c -> c.means() instanceof ButtonValue.Say);
        assertThat(site.step(SlackSite.ANNA)).isEmpty();
    }

    @Test
    void begun_on_the_web_it_is_sent_in_slack() {
        site.web(TITLE);
        site.web("No, I am not worried");
        Reply paused = site.web("save for later");
        type(((Reply.Paused) paused).code());

        assertThat(site.step(SlackSite.ANNA)).isPresent();
        type("no", "Sam in 9B", "In a game", "yesterday about 4", "he wrote hi", "no", "skip", "skip", "keep it out");
        type("yes", "yes");
        assertThat(said()).contains(site.phrases.say(ReportPhrase.SENT_KEEP));
        assertThat(site.reporting.reporting().unfinished(new Reporter(SchoolId.DEFAULT, "web", "browser")))
                .isEmpty();
    }

    private String code() {
        java.util.regex.Matcher code = java.util.regex.Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
                .matcher(said());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    @Test
    void long_words_are_written_in_a_window_and_mistakes_are_shown_in_it() {
        begun();
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));
        String callback = site.workspace.windows.getFirst().getCallbackId();
        int before = site.workspace.spoken.size();

        assertThat(send(callback, "  ")).containsOnlyKeys(Fields.ANSWER);
        assertThat(send(callback, "why?")).containsOnlyKeys(Fields.ANSWER);
        assertThat(site.workspace.spoken).hasSize(before);
        assertThat(send(callback, "He wrote: hi miss")).isEmpty();
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
        assertThat(send(callback, "He wrote: hi again"))
                .containsEntry(Fields.ANSWER, site.phrases.say(ReportPhrase.STALE));
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
    }

    @Test
    void what_is_wrong_with_a_window_that_is_closed_is_said_directly() {
        begun();
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));
        String callback = site.workspace.windows.getFirst().getCallbackId();
        int before = site.workspace.spoken.size();
        site.slack.on(new Delivered.Window(SlackSite.ANNA, callback, Map.of(Fields.ANSWER, "why?")));
        assertThat(site.workspace.spoken).hasSizeGreaterThan(before);
        assertThat(answers()).doesNotContainKey("what");
        site.slack.on(new Delivered.Window(SlackSite.ANNA, callback, Map.of(Fields.ANSWER, "He wrote: hi miss")));

        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
        assertThat(site.workspace.elsewhere()).isEmpty();
    }

    @Test
    void a_question_written_in_a_window_is_the_answer() {
        begun();
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));
        assertThat(send(site.workspace.windows.getFirst().getCallbackId(), "Can I friend you, he asked?"))
                .isEmpty();

        assertThat(answer("what")).isEqualTo("Can I friend you, he asked?");
    }

    @Test
    void a_question_in_the_middle_can_be_made_the_answer_and_its_words_stand_in_no_button() {
        begun();
        type("Can I friend a parent, he asked?");
        assertThat(answers()).doesNotContainKey("what");
        site.workspace
                .direct()
                .forEach(message -> Controls.of(message.message())
                        .forEach(c -> assertThat(c.value()).doesNotContain("parent")));
        Controls.Control literal = site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.Literal.class));

        assertThat(answer("what")).isEqualTo("Can I friend a parent, he asked?");
        int before = site.workspace.spoken.size();
        site.press(SlackSite.ANNA, site.workspace.direct().getFirst(), literal, Map.of());
        assertThat(RecordingWorkspace.words(site.workspace.spoken.subList(before, site.workspace.spoken.size())))
                .contains(site.words.say(SlackPhrase.LITERAL_GONE), site.phrases.say(ReportPhrase.STALE));
    }

    @Test
    void a_window_that_does_not_open_is_no_loss() {
        begun();
        site.workspace.windowsOpen = false;
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));

        assertThat(said()).contains(site.words.say(SlackPhrase.WINDOW_NOT_OPENED));
    }

    @Test
    void a_window_opens_hours_later_too() {
        begun();
        site.reporting.pass(Duration.ofHours(5));
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));

        assertThat(site.workspace.windows).hasSize(1);
        assertThat(send(site.workspace.windows.getFirst().getCallbackId(), "he wrote hi"))
                .isEmpty();
        assertThat(answers()).containsKey("what");
    }

    @Test
    void nothing_picked_changes_nothing() {
        type(TITLE, "No, I am not worried", "no", "Sam in 9B", "In a game");
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.Fill.class));

        assertThat(RecordingWorkspace.words(site.workspace.how(How.RESPOND)))
                .contains(site.words.say(SlackPhrase.NOTHING_PICKED));
        assertThat(answers()).doesNotContainKey("when");
        site.press(
                SlackSite.ANNA,
                SlackSite.means(ButtonValue.Fill.class),
                Map.of(Fields.DAY, "2026-11-21", Fields.TIME, "16:00"));
        assertThat(answer("when")).isEqualTo("2026-11-21T16:00");
    }

    @Test
    void a_file_in_a_report_is_not_taken_and_the_way_to_the_web_page_is_shown() {
        type("Report a concern about an adult", "no", "no", "Mr Green", "I saw or heard it myself", "no", "He asked");
        type("yesterday about 4", "The gate", "Lily May", "skip", "skip", "skip");
        assertThat(site.asking(SlackSite.ANNA).field().input()).isEqualTo(Input.FILES);
        int before = site.workspace.spoken.size();
        site.slack.on(new Delivered.Said(SlackSite.ANNA, SlackSite.DIRECT, "1.9", "", true));

        assertThat(RecordingWorkspace.words(site.workspace.spoken.subList(before, site.workspace.spoken.size())))
                .contains(site.words.say(SlackPhrase.FILE_REFUSED))
                .contains(site.phrases.say(ReportPhrase.FILES_ELSEWHERE))
                .contains(site.phrases.say(ReportPhrase.LATER));
        site.press(SlackSite.ANNA, SlackSite.labelled(site.phrases.say(ReportPhrase.LATER)));
        assertThat(code()).isNotBlank();
    }

    @Test
    void a_message_to_report_is_offered_by_its_address_and_never_by_its_words() {
        Delivered.About about =
                new Delivered.About(SlackSite.CHANNEL, "1700.2", "the words of somebody else, which are secret");
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.REPORT_MESSAGE, "trigger", Optional.of(about)));
        assertThat(said()).contains("archives/C1/p1700000000000100", TITLE).doesNotContain("secret");
        assertThat(site.workspace.elsewhere()).isEmpty();
    }

    @Test
    void the_address_of_the_message_answers_a_step_that_asks_for_one() {
        Delivered.About about = new Delivered.About(SlackSite.CHANNEL, "1700.2", "secret");
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.REPORT_MESSAGE, "trigger", Optional.of(about)));
        type("Report something harmful that a child has seen");
        type("No", "By a search or a link", "no", "Lily May", "a violent video");
        assertThat(site.asking(SlackSite.ANNA).field().input()).isEqualTo(Input.WEB_ADDRESS);
        site.press(SlackSite.ANNA, SlackSite.labelled(site.words.say(SlackPhrase.LINK_USE)));

        assertThat(answer("page")).isEqualTo(site.workspace.link.orElseThrow().toString());
    }

    @Test
    void where_slack_does_not_tell_the_address_the_report_begins_all_the_same() {
        site.workspace.link = Optional.empty();
        Delivered.About about = new Delivered.About(SlackSite.CHANNEL, "1700.2", "secret");
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.REPORT_MESSAGE, "trigger", Optional.of(about)));

        assertThat(said()).contains(site.words.say(SlackPhrase.LINK_NONE), TITLE);
    }

    @Test
    void home_goes_on_with_a_report_and_throws_it_away() {
        begun();
        Place home = new Place(Room.HOME, "", "");
        site.slack.on(new Delivered.HomeOpened(SlackSite.ANNA));
        assertThat(site.workspace.homes.getLast().toString()).contains(TITLE).doesNotContain("Sam in 9B");
        site.slack.on(new Delivered.Pressed(SlackSite.ANNA, home, "", "go-on:1", "go-on", Map.of(), "", "trigger"));
        assertThat(site.step(SlackSite.ANNA)).hasValue("what");
        site.slack.on(
                new Delivered.Pressed(SlackSite.ANNA, home, "", "throw-away:2", "throw-away", Map.of(), "", "trigger"));
        assertThat(answers()).doesNotContainKey("what");
        site.press(SlackSite.ANNA, c -> c.label().startsWith("Yes"));

        assertThat(site.step(SlackSite.ANNA)).isEmpty();
    }

    @Test
    void more_is_added_to_a_sent_report_in_a_window() {
        begun();
        type("he wrote hi", "no", "skip", "skip", "keep it out", "yes", "yes");
        String code = code();
        type(code);
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.OpenWindow.class));
        String callback = site.workspace.windows.getLast().getCallbackId();
        assertThat(send(callback, "and he wrote again")).isEmpty();

        assertThat(site.reporting.reporting().sent(code).orElseThrow().entries())
                .extracting(e -> e.words())
                .containsExactly("and he wrote again");
    }

    @Test
    void of_a_report_no_word_is_said_in_the_channel_whatever_is_done_there() {
        List<String> secrets = List.of("Sam in 9B", "he wrote hi", "Can I friend a parent, he asked?");
        begun();
        type("Can I friend a parent, he asked?");
        for (String words : List.of(
                TITLE,
                "Report something",
                "go on",
                "cancel",
                "yes",
                "help",
                "who will see this?",
                "back",
                "save for later",
                "hello",
                "an image",
                "is it covered",
                "quote 2.6.2",
                "friend",
                " ",
                "x".repeat(30_000))) {
            site.mention(SlackSite.CHANNEL, words);
            site.mention(new Place(Room.GROUP, "G1", "1700.3"), words);
            site.command(SlackSite.CHANNEL, "/policy", words);
            site.command(SlackSite.CHANNEL, "/report", words);
        }
        type("he wrote hi");

        assertThat(answer("what")).isEqualTo("he wrote hi");
        String near = RecordingWorkspace.words(site.workspace.elsewhere());
        assertThat(site.workspace.how(How.OPENLY)).isEmpty();
        assertThat(near).doesNotContain(secrets).doesNotContain(TITLE, "999", "Keep the messages");
        site.phrases.reporting().words().forEach((phrase, words) -> {
            if (words.length() > 12 && !words.contains("{")) {
                assertThat(near).as(phrase.name()).doesNotContain(words);
            }
        });
        site
                .reporting
                .reporting()
                .unfinished(SlackSite.reporter(SlackSite.ANNA))
                .orElseThrow()
                .conversation()
                .answers()
                .values()
                .stream()
                .map(Given::shown)
                .filter(shown -> shown.length() > 3)
                .forEach(shown -> assertThat(near).doesNotContain(shown));
    }

    @Test
    void a_person_who_only_asks_elsewhere_reaches_no_report() {
        begun();
        Reply reply = site.assistant.reply(new Incoming(SchoolId.DEFAULT, "c", "quote 2.6.2"));
        assertThat(reply).isInstanceOf(Reply.Answered.class);
    }
}
