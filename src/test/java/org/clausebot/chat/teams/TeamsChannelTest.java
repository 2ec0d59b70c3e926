package org.clausebot.chat.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebot.answer.Answer;
import org.clausebot.chat.Feedback.Verdict;
import org.clausebot.chat.ReportPhrase;
import org.clausebot.chat.slack.block.Samples;
import org.clausebot.chat.talk.ButtonValue;
import org.clausebot.chat.talk.Placement;
import org.clausebot.chat.teams.Delivered.Person;
import org.clausebot.chat.teams.Delivered.Place;
import org.clausebot.chat.teams.Delivered.Room;
import org.clausebot.chat.teams.RecordingLine.How;
import org.clausebot.chat.teams.RecordingLine.Spoken;
import org.clausebot.chat.teams.TeamsSite.Pressing;
import org.clausebot.chat.teams.card.TeamsPhrase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsChannelTest {
    private static final List<TeamsPhrase> NEAR = List.of(TeamsPhrase.DIRECTLY, TeamsPhrase.OPEN_CHAT);

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

    private String direct() {
        return RecordingLine.words(site.direct(TeamsSite.ANNA));
    }

    private String openly() {
        return RecordingLine.words(site.openly());
    }

    private double counted(String channel, String outcome) {
        return site.meters
                .get("clausebot.questions")
                .tags("channel", channel, "outcome", outcome)
                .counter()
                .count();
    }

    private Response.Results search(String words) {
        return (Response.Results) site.teams.answer(new Delivered.Searched(TeamsSite.ANNA, TeamsSite.CHANNEL, words));
    }

    private Response action(String command, Optional<URI> link, String words) {
        return site.teams.answer(new Delivered.OnMessage(TeamsSite.ANNA, TeamsSite.GROUP, command, link, words));
    }

    @Test
    void words_in_the_personal_chat_are_answered_there_with_votes_and_typing_is_shown() {
        site.type("quote 2.6.2");

        assertThat(site.openly()).isEmpty();
        assertThat(direct()).contains("2.6.2");
        assertThat(Controls.of(site.direct(TeamsSite.ANNA).getLast().message()))
                .extracting(c -> c.means().getClass().getSimpleName())
                .contains("BeginReport");
        assertThat(counted("teams-personal", "quoted")).isOne();
        assertThat(site.line.typing).containsExactly(TeamsSite.personal(TeamsSite.ANNA));
    }

    @ParameterizedTest
    @EnumSource(names = {"CHANNEL", "GROUP"})
    void a_mention_gets_clauses_in_its_thread_and_nothing_to_vote_with(Room room) {
        Place at = new Place(room, "19:x;messageid=7");
        site.mention(at, "quote 2.6.2");

        assertThat(site.line.spoken)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.how()).isEqualTo(How.OPENLY))
                .allSatisfy(s -> assertThat(s.at()).isEqualTo(at))
                .allSatisfy(s -> assertThat(Controls.of(s.message())).isEmpty());
        assertThat(counted("teams-channel", "quoted")).isOne();
        assertThat(site.policy.heard.getFirst().reporter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"an image of a pupil", "is this covered", "hello", "what do you log?", "report"})
    void what_is_no_clause_is_written_in_the_personal_chat_and_the_channel_only_says_so(String words) {
        site.mention(TeamsSite.CHANNEL, words);

        assertThat(site.direct(TeamsSite.ANNA)).isNotEmpty();
        assertThat(site.openly())
                .hasSize(1)
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(site.say(TeamsPhrase.DIRECTLY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"an image of a pupil", "is this covered", "hello", "what do you log?", "report"})
    void to_somebody_without_the_app_the_channel_says_how_to_open_the_chat_and_not_what_it_is_about(String words) {
        site.line.without.add(TeamsSite.ANNA);
        site.mention(TeamsSite.CHANNEL, words);

        assertThat(site.line.spoken)
                .hasSize(1)
                .allSatisfy(s -> assertThat(s.at()).isEqualTo(TeamsSite.CHANNEL))
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(site.say(TeamsPhrase.OPEN_CHAT)));
    }

    @TestFactory
    Stream<DynamicTest> whatever_is_replied_a_channel_shows_clauses_or_that_the_person_was_written_to() {
        return Samples.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    site.line.spoken.clear();
                    TeamsChannel teams = site.teams(incoming -> entry.getValue());
                    boolean here =
                            Placement.of(entry.getValue(), org.clausebot.chat.talk.Room.AMONG_OTHERS) == Placement.HERE;
                    for (Person who : List.of(TeamsSite.ANNA, TeamsSite.BEN)) {
                        site.line.without.add(TeamsSite.BEN);
                        teams.on(new Delivered.Said(who, TeamsSite.CHANNEL, "1", "words", false));
                        teams.on(new Delivered.Said(who, TeamsSite.GROUP, "2", "words", true));
                    }
                    List<Spoken> near = site.openly();
                    assertThat(near).isNotEmpty();
                    if (!here) {
                        List<String> pointers =
                                NEAR.stream().map(site.words::say).toList();
                        assertThat(near).allSatisfy(s -> {
                            assertThat(pointers).contains(s.message().text());
                            assertThat(Controls.of(s.message())).isEmpty();
                            assertThat(s.message().suggested()).isEmpty();
                        });
                    }
                    assertThat(RecordingLine.words(near)).doesNotContain(site.phrases.say(ReportPhrase.CANCEL));
                    assertThat(near)
                            .allSatisfy(
                                    s -> assertThat(Controls.of(s.message())).isEmpty());
                }));
    }

    @Test
    void a_mention_without_words_is_refused_where_it_was_made() {
        site.mention(TeamsSite.CHANNEL, " ");

        assertThat(site.line.spoken).hasSize(1);
        assertThat(site.openly().getFirst().message().text())
                .isEqualTo(site.phrases.answers().blank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"What do you log?", "what do you log", "WHAT DO YOU KEEP"})
    void what_is_kept_is_told_when_it_is_asked(String words) {
        site.type(words);

        assertThat(direct()).contains("sealed, for a limited time");
        assertThat(site.policy.heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "Report?", "REPORT", "Report something"})
    void report_lists_the_reports_in_any_case(String words) {
        site.type(words);

        assertThat(direct()).contains("Report contact from a pupil");
    }

    @Test
    void help_also_lists_what_can_be_typed() {
        site.answerer = question -> help(question.text());
        site.teams(incoming -> new org.clausebot.chat.Reply.Answered(help(incoming.text())))
                .on(new Delivered.Said(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), "1", "HELP", false));

        assertThat(direct())
                .contains(site.phrases.smallTalk(Answer.SmallTalk.Kind.HELP).substring(0, 12))
                .contains("to see what is kept about you");
    }

    private static Answer help(String words) {
        return new Answer.SmallTalk(new org.clausebot.answer.Findings(words, 0, List.of()), Answer.SmallTalk.Kind.HELP);
    }

    @Test
    void each_person_in_a_thread_has_a_conversation_of_their_own_and_nobody_can_be_told_from_its_name() {
        site.mention(TeamsSite.CHANNEL, "quote 2.6.2");
        site.teams.on(new Delivered.Said(TeamsSite.BEN, TeamsSite.CHANNEL, "2", "quote 2.3.2", false));
        site.mention(TeamsSite.CHANNEL, "quote 2.4.6");

        List<String> conversations =
                site.policy.heard.stream().map(i -> i.conversation()).toList();
        assertThat(conversations.get(0)).isEqualTo(conversations.get(2)).isNotEqualTo(conversations.get(1));
        assertThat(conversations).noneMatch(c -> c.contains("anna") || c.contains("19:") || c.contains("tenant"));
    }

    @Test
    void only_a_question_belongs_to_what_was_asked_in_the_channel() {
        site.mention(TeamsSite.CHANNEL, "an image of a pupil");
        String asked = site.policy.heard.getLast().conversation();
        site.press(TeamsSite.ANNA, TeamsSite.labelled(site.phrases.onlyAsking().button()));

        assertThat(site.policy.heard.getLast().conversation()).isEqualTo(asked);
    }

    @Test
    void a_vote_counts_once_and_its_buttons_go() {
        site.type("quote 2.6.2");
        Pressing voted = site.press(TeamsSite.ANNA, TeamsSite.labelled(site.say(TeamsPhrase.HELPFUL)));

        assertThat(site.votes).extracting(v -> v.verdict()).containsExactly(Verdict.HELPFUL);
        assertThat(site.votes.getFirst().clause().address()).isEqualTo("2.6.2");
        assertThat(voted.response()).isInstanceOfSatisfying(Response.Instead.class, instead -> {
            assertThat(Controls.of(instead.card())).noneMatch(TeamsSite.means(ButtonValue.Vote.class));
            assertThat(instead.card().card().orElseThrow())
                    .contains(site.phrases.feedback().helpful(), "2.6.2");
        });
        site.press(TeamsSite.ANNA, voted.message(), voted.control(), Map.of());
        assertThat(site.votes).hasSize(1);
    }

    @Test
    void a_vote_takes_only_the_buttons_of_its_clause() {
        site.type("friend");
        Pressing first = site.press(TeamsSite.ANNA, TeamsSite.means(ButtonValue.Vote.class));
        Response.Instead once = (Response.Instead) first.response();
        List<Controls.Control> left = Controls.of(once.card()).stream()
                .filter(TeamsSite.means(ButtonValue.Vote.class))
                .toList();
        assertThat(left).hasSize(2);
        Pressing second = site.press(TeamsSite.ANNA, first.message(), left.getFirst(), Map.of());

        assertThat(second.response())
                .isInstanceOfSatisfying(
                        Response.Instead.class,
                        twice -> assertThat(Controls.of(twice.card()))
                                .noneMatch(TeamsSite.means(ButtonValue.Vote.class)));
        assertThat(site.votes).hasSize(2);
    }

    @Test
    void nobody_gets_the_card_that_another_was_shown() {
        site.type("quote 2.6.2");
        Spoken shown = site.direct(TeamsSite.ANNA).getLast();
        Controls.Control vote = Controls.of(shown.message()).stream()
                .filter(TeamsSite.means(ButtonValue.Vote.class))
                .findFirst()
                .orElseThrow();

        assertThat(site.press(TeamsSite.BEN, shown, vote, Map.of()).response()).isInstanceOf(Response.Word.class);
    }

    @Test
    void a_vote_on_what_is_no_longer_in_force_counts_nothing() {
        site.type("quote 2.6.2");
        site.policies = List.of();
        Pressing voted = site.press(TeamsSite.ANNA, TeamsSite.labelled(site.say(TeamsPhrase.HELPFUL)));

        assertThat(site.votes).isEmpty();
        assertThat(voted.response())
                .isEqualTo(new Response.Word(site.phrases.feedback().gone()));
    }

    @Test
    void a_search_finds_clauses_and_asks_nothing() {
        Response.Results results = search("quote 2.6.2");

        assertThat(results.results()).isNotEmpty().first().satisfies(result -> {
            assertThat(result.title()).startsWith("2.6.2");
            assertThat(result.card().card().orElseThrow()).contains("2.6.2");
            assertThat(Controls.of(result.card())).isEmpty();
        });
        assertThat(site.policy.heard).isEmpty();
        assertThat(site.line.spoken).isEmpty();
        assertThat(site.meters.find("clausebot.questions").counters()).isEmpty();
    }

    @Test
    void a_search_finds_clauses_by_their_words_too() {
        assertThat(search("covered").results()).hasSize(1);
        assertThat(search("((").results()).isNotEmpty();
        assertThat(search("is it covered zzzz").results())
                .extracting(Response.Result::title)
                .containsExactly(site.say(TeamsPhrase.SEARCH_NONE_TITLE));
        assertThat(search("  ").results()).isEmpty();
    }

    @Test
    void a_search_with_urgent_words_finds_no_clause_but_the_way_to_the_chat() {
        Response.Results results = search("an image of a pupil");

        assertThat(results.results()).hasSize(1).first().satisfies(result -> {
            assertThat(result.title()).isEqualTo(site.say(TeamsPhrase.SEARCH_URGENT_TITLE));
            assertThat(result.preview()).isEqualTo(site.say(TeamsPhrase.SEARCH_URGENT));
            assertThat(result.card().card().orElseThrow()).doesNotContain("2.7.4", "image", "999");
        });
    }

    @Test
    void a_search_in_the_middle_of_a_report_is_no_answer() {
        site.type("Report contact from a pupil");
        Optional<String> before = site.step(TeamsSite.ANNA);
        int said = site.line.spoken.size();
        search("No, I am not worried");

        assertThat(site.step(TeamsSite.ANNA)).isEqualTo(before);
        assertThat(site.line.spoken).hasSize(said);
    }

    @Test
    void the_words_of_a_message_are_asked_and_answered_in_the_personal_chat() {
        Response closed = action(Commands.ASK, Optional.empty(), "quote 2.6.2");

        assertThat(closed).isEqualTo(new Response.Close(site.say(TeamsPhrase.ACTION_DONE)));
        assertThat(site.openly()).isEmpty();
        assertThat(direct()).contains("2.6.2");
    }

    @Test
    void an_action_of_somebody_without_the_app_shows_nothing_where_it_was_used() {
        site.line.without.add(TeamsSite.ANNA);
        action(Commands.ASK, Optional.empty(), "an image of a pupil");
        action(Commands.REPORT, Optional.empty(), "an image of a pupil");

        assertThat(site.line.spoken).isEmpty();
    }

    @Test
    void an_action_that_is_not_in_the_manifest_does_nothing() {
        assertThat(action("delete", Optional.empty(), "words")).isEqualTo(new Response.Close(""));
        assertThat(site.line.spoken).isEmpty();
    }

    @Test
    void welcome_is_said_once_and_in_the_personal_chat_only() {
        site.teams.on(new Delivered.Installed(TeamsSite.ANNA, TeamsSite.CHANNEL));
        assertThat(site.line.spoken).isEmpty();
        site.teams.on(new Delivered.Installed(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA)));
        int said = site.line.spoken.size();
        site.teams.on(new Delivered.Installed(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA)));

        assertThat(site.line.spoken).hasSize(said).isNotEmpty();
        assertThat(direct()).contains(site.phrases.welcome().title());
    }

    @Test
    void strangers_are_refused_kindly_and_nothing_is_asked_for_them() {
        site.line.kinds.put(TeamsSite.ANNA, TeamsLine.Kind.STRANGER);
        String refusal = site.say(TeamsPhrase.STRANGER);
        site.mention(TeamsSite.CHANNEL, "quote 2.6.2");
        site.type("report");
        site.teams.on(new Delivered.Installed(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA)));

        assertThat(site.line.spoken)
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.message().text()).isEqualTo(refusal));
        assertThat(action(Commands.REPORT, Optional.empty(), "")).isEqualTo(new Response.Close(refusal));
        assertThat(search("quote 2.6.2").results()).isEmpty();
        ButtonValue vote = new ButtonValue.BeginReport();
        assertThat(site.teams.answer(new Delivered.Pressed(
                        TeamsSite.ANNA,
                        TeamsSite.personal(TeamsSite.ANNA),
                        "1",
                        vote.kind(),
                        Map.of("value", vote.value()))))
                .isEqualTo(new Response.Word(refusal));
        assertThat(site.policy.heard).isEmpty();
    }

    @Test
    void guests_may_ask_and_report() {
        site.line.kinds.put(TeamsSite.ANNA, TeamsLine.Kind.GUEST);
        site.type("Report contact from a pupil");

        assertThat(site.step(TeamsSite.ANNA)).isPresent();
    }

    @Test
    void a_file_is_refused_and_the_words_beside_it_are_answered() {
        site.teams.on(new Delivered.Said(TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), "1", "quote 2.6.2", true));

        assertThat(direct()).contains("I take no files here", "2.6.2");
    }

    @Test
    void a_fault_is_said_kindly_without_anybodys_words() {
        site.mention(TeamsSite.CHANNEL, "break the secret");

        assertThat(site.line.spoken).hasSize(1);
        assertThat(openly()).contains("Something went wrong here").doesNotContain("secret");
    }

    @Test
    void a_control_that_means_nothing_does_nothing_and_says_so() {
        for (String verb : List.of("", "say", "nonsense", "share", "fill", "window", "ask")) {
            for (String value : List.of("", "%%%", "a&b&c")) {
                assertThat(site.teams.answer(new Delivered.Pressed(
                                TeamsSite.ANNA, TeamsSite.personal(TeamsSite.ANNA), "1", verb, Map.of("value", value))))
                        .isEqualTo(new Response.Word(site.say(TeamsPhrase.PRESSED_LATE)));
                assertThat(site.teams.answer(new Delivered.Dialog(
                                TeamsSite.ANNA,
                                TeamsSite.personal(TeamsSite.ANNA),
                                true,
                                Map.of("verb", "say", "value", value))))
                        .isEqualTo(new Response.Close(""));
            }
        }
        assertThat(site.line.spoken).isEmpty();
    }

    @Test
    void a_press_that_nobody_waits_for_changes_the_card_afterwards() {
        site.type("quote 2.6.2");
        Spoken shown = site.direct(TeamsSite.ANNA).getLast();
        Controls.Control vote = site.direct(TeamsSite.ANNA).stream()
                .flatMap(s -> Controls.of(s.message()).stream())
                .filter(TeamsSite.means(ButtonValue.Vote.class))
                .findFirst()
                .orElseThrow();
        site.teams.on(new Delivered.Pressed(
                TeamsSite.ANNA,
                TeamsSite.personal(TeamsSite.ANNA),
                shown.id(),
                vote.fallback().getOrDefault("verb", ""),
                vote.fallback()));

        Spoken instead = site.line.how(How.REPLACE).getLast();
        assertThat(instead.id()).isEqualTo(shown.id());
        assertThat(Controls.of(instead.message())).noneMatch(TeamsSite.means(ButtonValue.Vote.class));
        assertThat(site.votes).hasSize(1);
    }
}
