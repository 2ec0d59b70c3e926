package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.Reply;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.teams.Controls.Control;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.chat.teams.TeamsSite.Pressing;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.clausebot.flow.Given;
import org.clausebot.incident.Reporter;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsReportsTest {
    private static final String TITLE = "Report contact from a pupil";
    private static final URI LINK =
            URI.create("https://teams.microsoft.com/l/message/19:c1@thread.tacv2/1700000000000");

    @TempDir
    private Path folder;

    private TeamsSite site;

    @BeforeEach
    void open() throws Exception {
        site = new TeamsSite(folder);
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
        assertThat(site.step(TeamsSite.ANNA)).hasValue("what");
    }

    private Map<String, Given> answers() {
        return site.reporting
                .reporting()
                .unfinished(TeamsSite.reporter(TeamsSite.ANNA))
                .orElseThrow()
                .conversation()
                .answers();
    }

    private String answer(String step) {
        return Objects.requireNonNull(answers().get(step)).value();
    }

    private String said() {
        return RecordingLine.words(site.direct(TeamsSite.ANNA));
    }

    private String saidSince(int before) {
        return RecordingLine.words(site.line.spoken.subList(before, site.line.spoken.size()));
    }

    private Response.Dialog opened() {
        Pressing pressed = site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.OpenWindow.class));
        assertThat(pressed.response()).isInstanceOf(Response.Dialog.class);
        return (Response.Dialog) pressed.response();
    }

    private Response send(Response.Dialog dialog, String words) {
        return site.send(TeamsSite.ANNA, dialog, Map.of(Fields.ANSWER, words));
    }

    private String code() {
        Matcher code = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(said());
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private Spoken last() {
        return site.direct(TeamsSite.ANNA).getLast();
    }

    private static Control first(Spoken message) {
        return Controls.of(message.message()).getFirst();
    }

    private Response report(Optional<URI> link, String words) {
        return site.teams.answer(
                new Delivered.OnMessage(TeamsSite.ANNA, TeamsSite.CHANNEL, Commands.REPORT, link, words));
    }

    @Test
    void with_the_first_question_and_no_other_it_says_that_teams_keeps_the_chat() {
        type(TITLE);
        assertThat(last().json()).contains("whoever runs your Microsoft 365");
        int said = site.line.spoken.size();
        type("No, I am not worried");

        assertThat(saidSince(said)).isNotEmpty().doesNotContain("whoever runs your Microsoft 365");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Report something", TITLE, "report contact from a pupil."})
    void a_mention_that_asks_to_report_is_answered_in_the_personal_chat(String words) {
        site.mention(TeamsSite.CHANNEL, words);

        assertThat(site.openly()).hasSize(1);
        assertThat(site.openly().getFirst().message().text()).isEqualTo(site.say(TeamsPhrase.DIRECTLY));
        assertThat(site.policy.heard).isEmpty();
        assertThat(said()).contains("999");
    }

    @Test
    void what_is_typed_in_a_channel_is_never_the_answer_to_a_step() {
        begun();
        site.mention(TeamsSite.CHANNEL, "quote 2.6.2");
        site.mention(TeamsSite.GROUP, "He wrote something awful");

        assertThat(site.step(TeamsSite.ANNA)).hasValue("what");
        assertThat(answers()).doesNotContainKey("what");
        assertThat(RecordingLine.words(site.openly())).doesNotContain("Sam in 9B", TITLE);
    }

    @Test
    void a_report_is_sent_once_and_thrown_away_by_buttons() {
        begun();
        type("he wrote hi", "no", "skip", "skip", "keep it out");
        site.press(TeamsSite.ANNA, TeamsSite.labelled("Yes, that is right"));
        Pressing send = site.press(TeamsSite.ANNA, TeamsSite.labelled("Yes, send it now"));
        assertThat(said()).contains(site.phrases.say(ReportPhrase.SENT_KEEP));
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
        String receipt = code();

        int before = site.line.spoken.size();
        site.press(TeamsSite.ANNA, send.message(), send.control(), Map.of());
        assertThat(saidSince(before))
                .as("pressed again, the same receipt is shown")
                .contains(receipt);

        type(TITLE);
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.say(ReportPhrase.CANCEL)));
        site.press(TeamsSite.ANNA, c -> c.label().startsWith("Yes"));
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
    }

    @Test
    void after_a_restart_a_card_of_a_step_that_is_past_is_put_in_order_and_the_step_of_now_is_asked_again() {
        type(TITLE);
        Spoken shown = last();
        site.press(TeamsSite.ANNA, shown, first(shown), Map.of());
        String step = site.step(TeamsSite.ANNA).orElseThrow();
        site.restart();
        Pressing again = site.press(TeamsSite.ANNA, shown, first(shown), Map.of());

        assertThat(again.response()).isInstanceOf(Response.Instead.class);
        String card = ((Response.Instead) again.response()).card().card().orElseThrow();
        assertThat(card).contains("This card was from earlier", "999").doesNotContain("Action.Execute");
        assertThat(site.step(TeamsSite.ANNA)).hasValue(step);
        assertThat(said()).contains(site.phrases.say(ReportPhrase.STALE));
    }

    @Test
    void after_the_report_is_thrown_away_and_a_restart_an_old_card_says_what_to_do() {
        type(TITLE);
        Spoken shown = last();
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.say(ReportPhrase.CANCEL)));
        site.press(TeamsSite.ANNA, c -> c.label().startsWith("Yes"));
        site.restart();
        Pressing again = site.press(TeamsSite.ANNA, shown, first(shown), Map.of());

        assertThat(again.response()).isInstanceOf(Response.Instead.class);
        assertThat(((Response.Instead) again.response()).card().card().orElseThrow())
                .contains("“report” or “help”");
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
    }

    @Test
    void a_button_of_another_version_of_the_program_is_answered_and_does_nothing() {
        for (String verb : List.of("fax", "share", "look-up", "say", "")) {
            Response response = site.teams.answer(new Delivered.Pressed(
                    TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), "1", verb, Map.of("value", "a&b&c&d&e")));
            assertThat(response).as(verb).isEqualTo(new Response.Word(site.say(TeamsPhrase.PRESSED_LATE)));
        }
        assertThat(site.line.spoken).isEmpty();
    }

    @Test
    void an_old_button_changes_nothing_and_says_where_the_person_is() {
        type(TITLE);
        Spoken shown = last();
        site.press(TeamsSite.ANNA, shown, first(shown), Map.of());
        String step = site.step(TeamsSite.ANNA).orElseThrow();
        Pressing again = site.press(TeamsSite.ANNA, shown, first(shown), Map.of());

        assertThat(again.response()).isEqualTo(new Response.Word(site.say(TeamsPhrase.PRESSED_LATE)));
        assertThat(site.step(TeamsSite.ANNA)).hasValue(step);
        assertThat(said()).contains(site.phrases.say(ReportPhrase.STALE));
    }

    @Test
    void a_pressed_button_takes_all_buttons_of_its_card_with_it_and_says_which_it_was() {
        type(TITLE);
        Pressing pressed = site.press(TeamsSite.ANNA, last(), first(last()), Map.of());

        assertThat(pressed.response()).isInstanceOfSatisfying(Response.Instead.class, instead -> {
            assertThat(Controls.of(instead.card())).isEmpty();
            assertThat(instead.card().card().orElseThrow())
                    .contains("You chose “" + pressed.control().label() + "”");
        });
    }

    @Test
    void going_on_pressed_twice_is_not_the_answer_to_a_step() {
        begun();
        type("save for later", "hello");
        Pressing once = site.press(
                TeamsSite.ANNA,
                TeamsSite.labelled(site.phrases.reporting().goOn().button()));
        site.press(TeamsSite.ANNA, once.message(), once.control(), Map.of());

        assertThat(site.step(TeamsSite.ANNA)).hasValue("what");
        assertThat(answers()).doesNotContainKey("what");
    }

    @Test
    void an_old_button_never_throws_another_report_away() {
        begun();
        type("save for later", "throw it away");
        Pressing yes = site.press(
                TeamsSite.ANNA,
                TeamsSite.labelled(site.phrases.reporting().reallyThrowAway().button()));
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
        begun();
        type("save for later");
        site.press(TeamsSite.ANNA, yes.message(), yes.control(), Map.of());

        assertThat(site.step(TeamsSite.ANNA)).hasValue("what");
    }

    @Test
    void after_a_restart_buttons_and_words_go_on_where_they_were() {
        type(TITLE);
        Spoken shown = last();
        site.restart();
        Pressing pressed = site.press(TeamsSite.ANNA, shown, first(shown), Map.of());
        assertThat(pressed.response()).as("drawn again").isInstanceOf(Response.Instead.class);
        String step = site.step(TeamsSite.ANNA).orElseThrow();
        site.restart();
        site.reporting.pass(Duration.ofHours(2));
        type("hello");

        assertThat(site.step(TeamsSite.ANNA)).hasValue(step);
        site.press(
                TeamsSite.ANNA,
                TeamsSite.labelled(site.phrases.reporting().goOn().button()));
        assertThat(site.asking(TeamsSite.ANNA).title()).isEqualTo(TITLE);
    }

    @Test
    void begun_in_teams_it_is_sent_on_the_web() {
        begun();
        type("he wrote hi");
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.say(ReportPhrase.LATER)));
        assertThat(site.web(code()))
                .isInstanceOfSatisfying(
                        Reply.Asked.class,
                        asked -> assertThat(asked.asking().title()).isEqualTo(TITLE));
        Reply last = new Reply.Blank();
        for (String words : List.of("no", "skip", "skip", "keep it out", "yes", "yes")) {
            last = site.web(words);
        }

        assertThat(last).isInstanceOf(Reply.Sent.class);
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
        site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.Say.class));
        assertThat(site.step(TeamsSite.ANNA)).isEmpty();
    }

    @Test
    void begun_on_the_web_it_is_sent_in_teams() {
        site.web(TITLE);
        site.web("No, I am not worried");
        type(((Reply.Paused) site.web("save for later")).code());

        assertThat(site.step(TeamsSite.ANNA)).isPresent();
        type("no", "Sam in 9B", "In a game", "yesterday about 4", "he wrote hi", "no", "skip", "skip", "keep it out");
        type("yes", "yes");
        assertThat(said()).contains(site.phrases.say(ReportPhrase.SENT_KEEP));
        assertThat(site.reporting.reporting().unfinished(new Reporter(SchoolId.DEFAULT, "web", "browser")))
                .isEmpty();
    }

    @Test
    void long_words_are_written_in_a_dialog_and_mistakes_are_shown_in_it_with_what_was_written() {
        begun();
        Response.Dialog dialog = opened();
        int before = site.line.spoken.size();

        assertThat(send(dialog, "  ")).isInstanceOf(Response.Dialog.class);
        assertThat(send(dialog, "why?")).isInstanceOfSatisfying(Response.Dialog.class, again -> {
            assertThat(Controls.filled(again.card())).containsEntry(Fields.ANSWER, "why?");
            assertThat(again.card().card().orElseThrow()).contains("attention");
        });
        assertThat(site.line.spoken).hasSize(before);
        assertThat(send(dialog, "He wrote: hi miss")).isEqualTo(new Response.Close(""));
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
    }

    @Test
    void a_dialog_sent_off_too_late_keeps_its_words_and_says_so() {
        begun();
        Response.Dialog dialog = opened();
        send(dialog, "He wrote: hi miss");
        Response late = send(dialog, "He wrote: hi again");

        assertThat(late).isInstanceOfSatisfying(Response.Dialog.class, again -> {
            assertThat(Controls.filled(again.card())).containsEntry(Fields.ANSWER, "He wrote: hi again");
            assertThat(again.card().card().orElseThrow()).contains(site.phrases.say(ReportPhrase.STALE));
        });
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
    }

    @Test
    void a_dialog_in_which_the_program_fails_keeps_its_words_and_can_be_sent_again() {
        begun();
        Response.Dialog dialog = opened();
        TeamsChannel whole = site.teams;
        site.teams = site.teams(incoming -> {
            throw new IllegalStateException("secret");
        });
        Response failed = send(dialog, "He wrote: hi miss");

        assertThat(failed).isInstanceOfSatisfying(Response.Dialog.class, again -> {
            assertThat(Controls.filled(again.card())).containsEntry(Fields.ANSWER, "He wrote: hi miss");
            assertThat(again.card().card().orElseThrow()).contains("Something went wrong here");
        });
        site.teams = whole;
        assertThat(site.send(TeamsSite.ANNA, (Response.Dialog) failed, Map.of()))
                .isEqualTo(new Response.Close(""));
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
    }

    @Test
    void a_question_written_in_a_dialog_is_the_answer() {
        begun();
        assertThat(send(opened(), "Can I friend you, he asked?")).isEqualTo(new Response.Close(""));

        assertThat(answer("what")).isEqualTo("Can I friend you, he asked?");
    }

    @Test
    void a_dialog_opens_hours_later_too_and_not_for_a_step_that_is_past() {
        begun();
        Spoken asked = last();
        site.reporting.pass(Duration.ofHours(5));
        Response.Dialog dialog = opened();
        send(dialog, "he wrote hi");
        assertThat(answers()).containsKey("what");
        Control open = Controls.of(asked.message()).stream()
                .filter(TeamsSite.means(ButtonValue.OpenWindow.class))
                .findFirst()
                .orElseThrow();

        assertThat(site.press(TeamsSite.ANNA, asked, open, Map.of()).response())
                .isEqualTo(new Response.Close(site.say(TeamsPhrase.PRESSED_LATE)));
    }

    @Test
    void a_dialog_sent_off_where_nobody_waits_is_answered_in_the_chat() {
        begun();
        Response.Dialog dialog = opened();
        Control send = Controls.of(dialog.card()).getLast();
        for (String words : List.of("", "He wrote: hi miss")) {
            Map<String, String> fields = new java.util.HashMap<>(send.data());
            fields.put(Fields.ANSWER, words);
            site.teams.on(new Delivered.Dialog(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), true, fields));
        }

        assertThat(said()).contains(site.say(TeamsPhrase.WINDOW_EMPTY));
        assertThat(answer("what")).isEqualTo("He wrote: hi miss");
    }

    @Test
    void a_question_in_the_middle_can_be_made_the_answer_and_its_words_stand_in_no_button() {
        begun();
        type("Can I friend a parent, he asked?");
        assertThat(answers()).doesNotContainKey("what");
        site.direct(TeamsSite.ANNA)
                .forEach(message -> Controls.of(message.message())
                        .forEach(c -> assertThat(c.data().toString()).doesNotContain("parent")));
        Pressing literal = site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.Literal.class));
        assertThat(answer("what")).isEqualTo("Can I friend a parent, he asked?");
        int before = site.line.spoken.size();
        Pressing again = site.press(TeamsSite.ANNA, literal.message(), literal.control(), Map.of());

        assertThat(saidSince(before)).contains(site.phrases.say(ReportPhrase.STALE), "I no longer have those words");
        assertThat(again.response()).isEqualTo(new Response.Word(site.say(TeamsPhrase.PRESSED_LATE)));
    }

    @Test
    void nothing_picked_changes_nothing() {
        type(TITLE, "No, I am not worried", "no", "Sam in 9B", "In a game");
        Pressing nothing = site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.Fill.class));
        assertThat(nothing.response()).isEqualTo(new Response.Word(site.say(TeamsPhrase.NOTHING_PICKED)));
        assertThat(answers()).doesNotContainKey("when");
        site.press(
                TeamsSite.ANNA,
                TeamsSite.means(ButtonValue.Fill.class),
                Map.of(Fields.DAY, "2026-11-21", Fields.TIME, "16:00"));

        assertThat(answer("when")).isEqualTo("2026-11-21T16:00");
    }

    @Test
    void a_file_in_a_report_is_not_taken_and_the_way_to_the_web_page_is_shown() {
        type("Report a concern about an adult", "no", "no", "Mr Green", "I saw or heard it myself", "no", "He asked");
        type("yesterday about 4", "The gate", "Lily May", "skip", "skip", "skip");
        assertThat(site.asking(TeamsSite.ANNA).field().input()).isEqualTo(Input.FILES);
        int before = site.line.spoken.size();
        site.teams.on(new Delivered.Said(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), "9", "", true));

        assertThat(saidSince(before))
                .contains("I take no files here")
                .contains(site.phrases.say(ReportPhrase.FILES_ELSEWHERE))
                .contains(site.phrases.say(ReportPhrase.LATER));
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.say(ReportPhrase.LATER)));
        assertThat(code()).isNotBlank();
    }

    @Test
    void a_message_to_report_is_offered_by_its_address_and_never_by_its_words() {
        Response closed = report(Optional.of(LINK), "the words of somebody else, which are secret");

        assertThat(closed).isEqualTo(new Response.Close(site.say(TeamsPhrase.ACTION_DONE)));
        assertThat(said()).contains(LINK.toString(), TITLE).doesNotContain("secret");
        assertThat(site.openly()).isEmpty();
        type("Report something harmful that a child has seen");
        type("No", "By a search or a link", "no", "Lily May", "a violent video");
        assertThat(site.asking(TeamsSite.ANNA).field().input()).isEqualTo(Input.WEB_ADDRESS);
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.say(TeamsPhrase.LINK_USE)));
        assertThat(answer("page")).isEqualTo(LINK.toString());
    }

    @Test
    void where_teams_does_not_tell_the_address_the_report_begins_all_the_same() {
        report(Optional.of(LINK), "");
        report(Optional.empty(), "secret");

        assertThat(said()).contains("I cannot find the address of that message", TITLE);
        type("Report something harmful that a child has seen");
        type("No", "By a search or a link", "no", "Lily May", "a violent video");
        assertThat(Controls.of(last().message())).noneMatch(c -> c.label().equals(site.say(TeamsPhrase.LINK_USE)));
    }

    @Test
    void more_is_added_to_a_sent_report_in_a_dialog() {
        begun();
        type("he wrote hi", "no", "skip", "skip", "keep it out", "yes", "yes");
        String code = code();
        type(code);
        Response.Dialog dialog = opened();
        assertThat(dialog.title()).isEqualTo(site.say(TeamsPhrase.WINDOW_ADD));
        assertThat(send(dialog, " ")).isInstanceOf(Response.Dialog.class);
        assertThat(send(dialog, "and he wrote again")).isEqualTo(new Response.Close(""));

        assertThat(site.reporting.reporting().sent(code).orElseThrow().entries())
                .extracting(e -> e.words())
                .containsExactly("and he wrote again");
    }

    @Test
    void what_is_kept_can_be_asked_in_the_middle_and_is_no_answer() {
        begun();
        type("What do you log?");

        assertThat(site.step(TeamsSite.ANNA)).hasValue("what");
        assertThat(answers()).doesNotContainKey("what");
    }

    @Test
    void no_typed_word_of_a_report_stands_in_a_button() {
        begun();
        type("he wrote hi there", "no", "skip", "skip", "keep it out");

        site.direct(TeamsSite.ANNA)
                .forEach(message -> Controls.of(message.message())
                        .forEach(c -> assertThat(c.data() + " " + c.fallback())
                                .doesNotContain("Sam", "hi there", "hi+there")));
    }

    @Test
    void what_notifications_show_says_nothing_of_a_report() {
        begun();
        type("he wrote hi there", "no", "skip", "skip", "keep it out", "yes", "yes");

        assertThat(site.direct(TeamsSite.ANNA))
                .extracting(s -> s.message().text())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContainIgnoringCase("pupil")
                        .doesNotContainIgnoringCase("report")
                        .doesNotContain("Sam", "hi there"));
    }

    @Test
    void of_a_report_no_word_is_said_in_the_channel_whatever_is_done_there() {
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
                "what do you log?",
                "back",
                "save for later",
                "hello",
                "an image",
                "is it covered",
                "quote 2.6.2",
                "friend",
                "break it",
                " ",
                "x".repeat(30_000))) {
            for (boolean files : List.of(false, true)) {
                site.teams.on(new Delivered.Said(TeamsSite.ANNA, TeamsSite.CHANNEL, "1", words, files));
                site.teams.on(new Delivered.Said(TeamsSite.ANNA, TeamsSite.GROUP, "1", words, files));
            }
            report(Optional.of(LINK), words);
            site.teams.answer(new Delivered.Searched(TeamsSite.ANNA, TeamsSite.CHANNEL, words));
        }
        type("he wrote hi");

        assertThat(answer("what")).isEqualTo("he wrote hi");
        String near = RecordingLine.words(site.openly());
        assertThat(near)
                .doesNotContain("Sam in 9B", "he wrote hi", "Can I friend a parent, he asked?")
                .doesNotContain(TITLE, "999", "Keep the messages", LINK.toString());
        site.phrases.reporting().words().forEach((phrase, words) -> {
            if (words.length() > 12 && !words.contains("{")) {
                assertThat(near).as(phrase.name()).doesNotContain(words);
            }
        });
        answers().values().stream()
                .map(Given::shown)
                .filter(shown -> shown.length() > 3)
                .forEach(shown -> assertThat(near).doesNotContain(shown));
    }

    @Test
    void a_button_pressed_where_others_read_is_answered_in_the_personal_chat() {
        type(TITLE);
        Control choice = first(last());
        Response response = site.teams.answer(
                new Delivered.Pressed(TeamsSite.ANNA, TeamsSite.GROUP, "77", choice.verb(), choice.data()));

        assertThat(response)
                .as("no card for all to read")
                .isEqualTo(new Response.Word(site.say(TeamsPhrase.ACTION_DONE)));
        site.teams.on(new Delivered.Pressed(TeamsSite.ANNA, TeamsSite.GROUP, "77", choice.verb(), choice.data()));
        assertThat(site.openly()).isEmpty();
        assertThat(site.step(TeamsSite.ANNA)).isPresent();
    }
}
