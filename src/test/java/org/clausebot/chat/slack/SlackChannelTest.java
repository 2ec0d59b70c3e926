package org.clausebot.chat.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.Delivered.Member;
import org.clausebot.chat.slack.Delivered.Place;
import org.clausebot.chat.slack.Delivered.Room;
import org.clausebot.chat.slack.RecordingWorkspace.How;
import org.clausebot.chat.slack.RecordingWorkspace.Spoken;
import org.clausebot.chat.slack.block.HomeTab;
import org.clausebot.chat.slack.block.PlainWindow;
import org.clausebot.chat.slack.block.Samples;
import org.clausebot.chat.slack.block.SlackPhrase;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Fields;
import org.clausebot.chat.talk.Placement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackChannelTest {
    private static final String CLAUSE_2_6_2 =
            SlackSite.POLICY.clause("2.6.2").orElseThrow().text();

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

    private String said(How how) {
        return RecordingWorkspace.words(site.workspace.how(how));
    }

    private double counted(String channel, String outcome) {
        return site.meters
                .get("clausebot.questions")
                .tags("channel", channel, "outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void words_in_a_direct_message_are_answered_there_with_votes() {
        site.type("quote 2.6.2");

        assertThat(site.workspace.elsewhere()).isEmpty();
        assertThat(Controls.of(site.last(SlackSite.ANNA).message()))
                .extracting(c -> c.means().getClass().getSimpleName())
                .contains("Vote", "Opened", "BeginReport")
                .doesNotContain("Share");
        assertThat(said(How.DIRECT)).contains("2.6.2");
        assertThat(counted("slack-direct", "quoted")).isOne();
    }

    @Test
    void words_in_a_thread_of_a_direct_message_are_answered_in_the_thread() {
        Place thread = new Place(Room.DIRECT, "D-UANNA", "1700.5");
        site.slack.on(new Delivered.Said(SlackSite.ANNA, thread, "1.1", "quote 2.6.2", false));

        assertThat(site.workspace.spoken)
                .hasSize(1)
                .allSatisfy(s -> assertThat(s.at()).isEqualTo(thread));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANNEL", "GROUP"})
    void a_mention_gets_clauses_seen_by_the_asker_alone(Room room) {
        Place at = new Place(room, "C1", "");
        site.mention(at, "quote 2.6.2");

        assertThat(site.workspace.spoken)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.how()).isEqualTo(How.ONLY_TO))
                .allSatisfy(s -> assertThat(s.to()).isEqualTo(SlackSite.ANNA))
                .allSatisfy(s -> assertThat(s.at()).isEqualTo(at));
        assertThat(counted("slack-channel", "quoted")).isOne();
        assertThat(site.policy.heard.getFirst().reporter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"an image of a pupil", "is this covered", "hello"})
    void what_is_no_clause_is_said_directly_and_the_channel_only_points_there(String words) {
        site.mention(SlackSite.CHANNEL, words);

        assertThat(site.workspace.direct()).isNotEmpty();
        assertThat(site.workspace.elsewhere())
                .hasSize(1)
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(site.words.say(SlackPhrase.DIRECTLY)));
    }

    @TestFactory
    Stream<DynamicTest> whatever_is_replied_a_channel_shows_clauses_or_that_the_person_was_written_to() {
        return Samples.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    site.workspace.spoken.clear();
                    SlackChannel slack = site.slack(incoming -> entry.getValue());
                    slack.on(new Delivered.Said(SlackSite.ANNA, SlackSite.CHANNEL, "1.1", "words", false));
                    slack.on(new Delivered.Command(
                            SlackSite.ANNA, SlackSite.CHANNEL, "/policy", "words", "https://r", "t"));

                    List<Spoken> near = site.workspace.elsewhere();
                    assertThat(near).isNotEmpty().noneMatch(s -> s.how() == How.OPENLY);
                    if (Placement.of(entry.getValue(), org.clausebot.chat.talk.Room.AMONG_OTHERS) == Placement.HERE) {
                        assertThat(site.workspace.direct()).isEmpty();
                        assertThat(RecordingWorkspace.words(near))
                                .doesNotContain(site.phrases.say(ReportPhrase.CANCEL));
                    } else {
                        assertThat(site.workspace.direct()).isNotEmpty();
                        String pointer = RecordingWorkspace.words(near.subList(0, 1));
                        assertThat(near)
                                .hasSize(2)
                                .allSatisfy(s -> assertThat(s.json().strip()).isEqualTo(pointer.strip()));
                        assertThat(pointer).contains(site.words.say(SlackPhrase.DIRECTLY));
                        assertThat(pointer.replace(site.words.say(SlackPhrase.DIRECTLY), ""))
                                .doesNotContainPattern("[a-z]{3} ");
                    }
                }));
    }

    @Test
    void a_mention_without_words_is_refused_where_it_was_made_to_the_asker_alone() {
        site.mention(SlackSite.CHANNEL, " ");

        assertThat(site.workspace.spoken).hasSize(1);
        assertThat(said(How.ONLY_TO)).contains(site.phrases.answers().blank());
    }

    @Test
    void a_command_is_answered_to_the_asker_alone() {
        site.command(SlackSite.CHANNEL, "/policy", "quote 2.6.2");

        assertThat(site.workspace.spoken)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.how()).isEqualTo(How.RESPOND));
    }

    @Test
    void a_command_alone_says_how_it_is_used_and_what_is_kept_is_told() {
        site.command(SlackSite.CHANNEL, "/policy", " ");
        site.command(SlackSite.CHANNEL, "/policy", "What do you log?");

        assertThat(said(How.RESPOND))
                .contains(site.words.say(SlackPhrase.POLICY_HELP))
                .contains(site.words.say(SlackPhrase.HOME_LOGGED_ASKING))
                .contains(site.words.say(SlackPhrase.HOME_LOGGED_CARE));
        assertThat(site.policy.heard).isEmpty();
    }

    @Test
    void each_person_in_a_thread_has_a_conversation_of_their_own() {
        Place thread = new Place(Room.CHANNEL, "C1", "1700.1");
        site.mention(thread, "quote 2.6.2");
        site.slack.on(new Delivered.Said(SlackSite.BEN, thread, "1.2", "quote 2.3.2", false));
        site.mention(thread, "quote 2.4.6");

        List<String> conversations =
                site.policy.heard.stream().map(i -> i.conversation()).toList();
        assertThat(conversations.get(0)).isEqualTo(conversations.get(2)).isNotEqualTo(conversations.get(1));
        assertThat(conversations).noneMatch(c -> c.contains("UANNA") || c.contains("C1") || c.contains("T1"));
    }

    @Test
    void one_person_in_two_workspaces_of_an_organisation_is_one() {
        Member here = new Member("T1", "E1", "W1");
        Member there = new Member("T2", "E1", "W1");
        assertThat(Identity.key(here)).isEqualTo(Identity.key(there));
        assertThat(Identity.key(SlackSite.ANNA)).isEqualTo("T1:UANNA");
    }

    @Test
    void shared_are_the_clauses_in_the_thread_of_the_question_once() {
        site.mention(SlackSite.CHANNEL, "friend a secret name");
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.Share.class));

        List<Spoken> open = site.workspace.how(How.OPENLY);
        assertThat(open).isNotEmpty().allSatisfy(s -> {
            assertThat(s.at()).isEqualTo(new Place(Room.CHANNEL, "C1", "1700000000.000100"));
            assertThat(Controls.of(s.message())).noneMatch(SlackSite.means(ButtonValue.Vote.class));
            assertThat(s.json()).doesNotContain("secret name");
        });
        assertThat(said(How.OPENLY)).contains("2.6.2", site.phrases.answers().nearest());
        Spoken ephemeral = site.workspace.how(How.ONLY_TO).getFirst();
        site.press(
                SlackSite.ANNA,
                ephemeral,
                Controls.of(site.workspace.how(How.ONLY_TO).getLast().message()).getLast(),
                Map.of());
        assertThat(site.workspace.how(How.OPENLY)).hasSize(open.size());
        assertThat(said(How.RESPOND)).contains(site.words.say(SlackPhrase.SHARE_GONE));
    }

    @Test
    void nobody_shares_what_another_asked() {
        site.mention(SlackSite.CHANNEL, "quote 2.6.2");
        Spoken shown = site.workspace.how(How.ONLY_TO).getLast();
        site.press(SlackSite.BEN, shown, Controls.of(shown.message()).getLast(), Map.of());

        assertThat(site.workspace.how(How.OPENLY)).isEmpty();
    }

    @Test
    void a_version_that_is_no_longer_in_force_is_not_shared() {
        site.mention(SlackSite.CHANNEL, "quote 2.6.2");
        site.policies = List.of();
        site.press(SlackSite.ANNA, SlackSite.means(ButtonValue.Share.class));

        assertThat(site.workspace.how(How.OPENLY)).isEmpty();
        assertThat(said(How.RESPOND)).contains(site.words.say(SlackPhrase.SHARE_GONE));
    }

    @Test
    void a_share_button_made_up_by_hand_shows_nothing() {
        ButtonValue.Share forged =
                new ButtonValue.Share(true, List.of(new ButtonValue.Shown("social-media", "2018-06", "2.4.6")));
        site.mention(SlackSite.CHANNEL, "quote 2.6.2");
        site.press(
                SlackSite.ANNA,
                site.workspace.how(How.ONLY_TO).getLast(),
                new Controls.Control("Share", forged.actionId(1), forged.value()),
                Map.of());

        assertThat(site.workspace.how(How.OPENLY)).isEmpty();
    }

    @Test
    void a_vote_counts_once_and_another_takes_it_back() {
        site.type("quote 2.6.2");
        site.press(SlackSite.ANNA, SlackSite.labelled(site.words.say(SlackPhrase.HELPFUL)));
        site.press(SlackSite.ANNA, SlackSite.labelled(site.words.say(SlackPhrase.HELPFUL)));
        assertThat(site.votes).hasSize(1);
        site.press(SlackSite.ANNA, SlackSite.labelled(site.words.say(SlackPhrase.NOT_ASKED)));

        assertThat(site.votes).extracting(v -> v.verdict()).containsExactly(Verdict.HELPFUL, Verdict.NOT_ASKED);
        assertThat(site.takenBack).containsExactly(site.votes.getFirst());
        assertThat(site.votes.getFirst().clause().address()).isEqualTo("2.6.2");
        assertThat(said(How.RESPOND)).contains(site.phrases.feedback().helpful());
    }

    @Test
    void a_vote_on_what_is_no_longer_in_force_counts_nothing() {
        site.type("quote 2.6.2");
        site.policies = List.of();
        site.press(SlackSite.ANNA, SlackSite.labelled(site.words.say(SlackPhrase.HELPFUL)));

        assertThat(site.votes).isEmpty();
        assertThat(said(How.RESPOND)).contains(site.phrases.feedback().gone());
    }

    @Test
    void only_a_question_belongs_to_what_was_asked_in_the_channel() {
        site.mention(SlackSite.CHANNEL, "an image of a pupil");
        String asked = site.policy.heard.getLast().conversation();
        site.press(SlackSite.ANNA, SlackSite.labelled(site.phrases.onlyAsking().button()));

        assertThat(site.policy.heard.getLast().conversation()).isEqualTo(asked);
        assertThat(site.policy.heard.getLast().text())
                .isEqualTo(site.phrases.onlyAsking().button());
    }

    @Test
    void the_words_of_a_message_are_asked_and_answered_directly() {
        Delivered.About about = new Delivered.About(SlackSite.CHANNEL, "1700.2", "quote 2.6.2");
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.ASK_POLICY, "trigger", Optional.of(about)));

        assertThat(site.workspace.elsewhere()).isEmpty();
        assertThat(said(How.DIRECT)).contains("2.6.2");
    }

    @Test
    void the_global_shortcut_opens_a_window_whose_question_is_answered_directly() {
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.ASK, "trigger", Optional.empty()));
        assertThat(site.workspace.windows).hasSize(1);
        assertThat(site.workspace.spoken).isEmpty();

        assertThat(site.slack.submitted(asking(" "))).containsOnlyKeys(Fields.ANSWER);
        assertThat(site.slack.submitted(asking("quote 2.6.2"))).isEmpty();

        assertThat(site.workspace.elsewhere()).isEmpty();
        assertThat(said(How.DIRECT)).contains("2.6.2");
    }

    private static Delivered.Window asking(String words) {
        return new Delivered.Window(SlackSite.ANNA, PlainWindow.ASK, Map.of(Fields.ANSWER, words));
    }

    @Test
    void what_is_asked_in_the_window_is_no_answer_to_a_step_of_a_report() {
        site.type("Report contact from a pupil");
        Optional<String> step = site.step(SlackSite.ANNA);
        assertThat(site.slack.submitted(asking("quote 2.6.2"))).isEmpty();
        assertThat(site.step(SlackSite.ANNA)).isEqualTo(step).isPresent();
        assertThat(said(How.DIRECT)).contains("2.6.2");
    }

    @Test
    void where_no_window_opens_the_global_shortcut_says_how_to_ask() {
        site.workspace.windowsOpen = false;
        site.slack.on(new Delivered.Shortcut(SlackSite.ANNA, Shortcuts.ASK, "trigger", Optional.empty()));

        assertThat(said(How.DIRECT)).contains(site.phrases.smallTalk(Answer.SmallTalk.Kind.GREETING));
    }

    @Test
    void home_asks_in_the_direct_message_and_shows_what_is_in_force_and_kept() {
        site.slack.on(new Delivered.HomeOpened(SlackSite.ANNA));
        Place home = new Place(Room.HOME, "", "");
        site.slack.on(new Delivered.Pressed(
                SlackSite.ANNA, home, "", "ask:1", "ask", Map.of(HomeTab.QUESTION, "quote 2.6.2"), "", "trigger"));
        site.slack.on(new Delivered.Pressed(
                SlackSite.ANNA, home, "", HomeTab.QUESTION, "quote 2.3.2", Map.of(), "", "trigger"));

        assertThat(site.workspace.homes).hasSize(3);
        assertThat(site.workspace.homes.getFirst().toString())
                .contains(site.words.say(SlackPhrase.HOME_LOGGED_ASKING))
                .contains(SlackSite.POLICY.details().title());
        assertThat(site.policy.heard).extracting(i -> i.text()).containsExactly("quote 2.6.2", "quote 2.3.2");
        assertThat(site.workspace.elsewhere()).isEmpty();
    }

    @Test
    void strangers_are_refused_kindly_and_bots_are_not_heard() {
        site.workspace.kinds.put(SlackSite.ANNA, Workspace.Kind.STRANGER);
        site.mention(SlackSite.CHANNEL, "quote 2.6.2");
        site.command(SlackSite.CHANNEL, "/report", "");
        site.slack.on(new Delivered.HomeOpened(SlackSite.ANNA));
        assertThat(site.slack.submitted(new Delivered.Window(SlackSite.ANNA, "step:x", Map.of("answer", "words"))))
                .containsEntry("answer", site.words.say(SlackPhrase.STRANGER));
        site.workspace.kinds.put(SlackSite.ANNA, Workspace.Kind.BOT);
        site.type("quote 2.6.2");

        assertThat(site.workspace.spoken)
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(site.words.say(SlackPhrase.STRANGER)));
        assertThat(site.policy.heard).isEmpty();
        assertThat(site.workspace.homes).isEmpty();
    }

    @Test
    void guests_may_ask_and_report() {
        site.workspace.kinds.put(SlackSite.ANNA, Workspace.Kind.GUEST);
        site.type("Report contact from a pupil");

        assertThat(site.step(SlackSite.ANNA)).isPresent();
    }

    @Test
    void a_file_is_refused_and_the_words_beside_it_are_answered() {
        site.slack.on(new Delivered.Said(SlackSite.ANNA, SlackSite.CHANNEL, "1.1", "quote 2.6.2", true));

        assertThat(said(How.ONLY_TO)).contains(site.words.say(SlackPhrase.FILE_REFUSED), "2.6.2");
    }

    @Test
    void a_fault_is_said_kindly_and_to_the_asker_alone_without_their_words() {
        site.mention(SlackSite.CHANNEL, "break the secret");

        assertThat(site.workspace.spoken).hasSize(1);
        assertThat(said(How.ONLY_TO))
                .contains(site.words.say(SlackPhrase.FAILED))
                .doesNotContain("secret");
    }

    @Test
    void a_control_that_means_nothing_does_nothing() {
        for (String action : List.of("day", "time", "ticks:1", "say:1", "nonsense", "share:2")) {
            site.slack.on(new Delivered.Pressed(
                    SlackSite.ANNA, SlackSite.DIRECT, "1", action, "%%%", Map.of(), "https://x", "trigger"));
        }
        assertThat(site.workspace.spoken).isEmpty();
    }

    @Test
    void the_clause_is_the_policys_to_the_letter() {
        site.type("quote 2.6.2");
        String shown = site.workspace.direct().getFirst().message().blocks().toString();
        String first = CLAUSE_2_6_2.substring(0, Math.min(60, CLAUSE_2_6_2.length()));
        assertThat(shown).contains(first);
    }
}
