package org.clausebot.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the transcripts of the flows do not say of the engine. */
class FlowEngineTest {
    private static final Context CONTEXT = new Context(
            Instant.parse("2026-11-22T15:30:00Z"), ZoneId.of("Europe/London"), Optional.of(TestSchool.SCHOOL));
    private static final String[] TO_CHECK = {
        "no",
        "Jane Smith",
        "dm",
        "skip",
        "yesterday about 4",
        "skip",
        "yes",
        "It was odd.",
        "2",
        "red and blue",
        "Sam",
        "done",
        "keep my name out"
    };
    private final Flow flow = parse();

    @Test
    void every_kind_of_answer_is_kept_as_said() {
        Turn turn = play(TO_CHECK);
        assertThat(turn.conversation().at()).isEqualTo("check");
        assertThat(values(turn))
                .containsEntry("about", "no")
                .containsEntry("whom", "jane-smith")
                .containsEntry("address", "")
                .containsEntry("count", "2")
                .containsEntry("which", "red,blue")
                .containsEntry("name", "withheld");
        Turn.Finished finished = (Turn.Finished) say(say(turn, "yes"), "send it now");
        assertThat(finished.send()).isTrue();
        assertThat(finished.after()).isEqualTo("Thank you.");
        assertThat(finished.conversation().answers()).doesNotContainKeys("check", "send");
    }

    @Test
    void a_changed_branch_asks_what_is_new_and_leaves_behind_what_is_not() {
        Turn turn = say(say(play(TO_CHECK), "change how"), "a phone call");
        assertThat(turn.conversation().at()).isEqualTo("check");
        assertThat(values(turn)).doesNotContainKeys("address", "count").containsEntry("call", "2026-11-21T16:00");
        assertThat(say(say(turn, "change 3"), "message").conversation().at()).isEqualTo("address");
    }

    @Test
    void nobody_whom_it_is_about_can_be_chosen_or_stay_chosen() {
        Turn turn = say(say(play(TO_CHECK), "change 1"), "the headteacher");
        Turn.Prompt prompt = (Turn.Prompt) turn;
        assertThat(prompt.asked().id()).isEqualTo("whom");
        assertThat(prompt.choices()).extracting(Turn.Choice::id).containsExactly("mary-wood");
        Turn both = play("headteacher, my line manager");
        assertThat(both.conversation().at())
                .as("with nobody left the step is passed over")
                .isEqualTo("how");
    }

    @Test
    void back_from_a_change_changes_nothing() {
        Turn before = play(TO_CHECK);
        Turn after = say(say(before, "change the time"), "back");
        assertThat(after.conversation().answers())
                .isEqualTo(before.conversation().answers());
        assertThat(after.conversation().at()).isEqualTo("check");
    }

    @Test
    void a_way_back_to_an_answered_step_asks_it_again() {
        Turn turn = play("no", "Jane Smith", "once more");
        assertThat(turn.conversation().at()).isEqualTo("how");
        assertThat(((Turn.Prompt) turn).said()).extracting(s -> s.step().id()).containsExactly("round");
    }

    @Test
    void words_help_in_another_way_each_time() {
        Turn turn = play("no", "Jane Smith", "phone");
        List<String> words = new ArrayList<>();
        for (String nonsense : List.of("qqq", "zzz", "xxx", "www")) {
            turn = say(turn, nonsense);
            words.add(((Turn.Misread) turn).words());
        }
        assertThat(words).doesNotHaveDuplicates();
        assertThat(words.get(2)).contains("answer:", "save for later", "cancel");
        assertThat(values(say(turn, "answer: some day in spring"))).containsEntry("call", "some day in spring");
    }

    @Test
    void a_question_in_free_words_is_not_taken_for_the_answer() {
        Turn turn = play("no", "Jane Smith", "phone", "yesterday", "skip", "yes");
        assertThat(say(turn, "Can I phone a parent?")).isInstanceOf(Turn.Misread.class);
        assertThat(values(say(turn, "answer: Can I phone a parent?"))).containsEntry("what", "Can I phone a parent?");
        assertThat(values(say(turn, "He came back and I had to cancel.")))
                .containsEntry("what", "He came back and I had to cancel.");
    }

    @Test
    void only_a_plain_yes_cancels_or_sends() {
        Turn cancel = say(play(TO_CHECK), "cancel");
        assertThat(say(cancel, "yes")).isInstanceOf(Turn.Cancelled.class);
        assertThat(say(cancel, "hm")).isInstanceOf(Turn.Aside.class);
        assertThat(FlowEngine.resume(flow, cancel.conversation(), CONTEXT).question())
                .contains("really");
        Turn send = say(play(TO_CHECK), "yes");
        for (String unclear : List.of("yeah I think so", "no problem", "maybe", "yes but not yet", "sen it")) {
            assertThat(say(send, unclear)).as(unclear).isNotInstanceOf(Turn.Finished.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"yep,true", "Yes please,true", "yeah it was,true", "nope,false", "No they didn't,false", "nah,false"})
    void yes_and_no_have_many_forms(String typed, boolean yes) {
        assertThat(YesNoReader.read(typed)).contains(yes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yeah I think so", "no idea", "yes and no", "not sure", "no problem", "yes but no", "", "maybe"})
    void what_is_not_plainly_yes_or_no_is_neither(String typed) {
        assertThat(YesNoReader.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can I ring a parent?",
                "what does the policy say about phones",
                "Who do I tell?",
                "is it ok to friend a parent?"
            })
    void questions_to_the_policy_are_known(String typed) {
        assertThat(FlowEngine.looksLikeQuestion(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He asked: can you meet me?",
                "What are you doing tonight?",
                "yes",
                "I can't remember. Can I say later?"
            })
    void answers_are_not_taken_for_questions(String typed) {
        assertThat(FlowEngine.looksLikeQuestion(typed)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "http://user:pass@a.example",
                "localhost",
                "ftp://a.example",
                "http://",
                "a b"
            })
    void what_is_no_web_address_is_asked_again(String typed) {
        assertThat(say(play("no", "Jane Smith", "dm"), typed)).isInstanceOf(Turn.Misread.class);
    }

    @Test
    void random_messages_never_throw_and_replay_alike() {
        Random random = new Random(22);
        String letters = "abc 123,.?\n\u0000é’:/-yesno";
        for (int run = 0; run < 400; run++) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                StringBuilder message = new StringBuilder();
                for (int c = random.nextInt(12); c > 0; c--) {
                    message.append(letters.charAt(random.nextInt(letters.length())));
                }
                messages.add(random.nextInt(3) == 0 ? message.toString() : TO_CHECK[random.nextInt(TO_CHECK.length)]);
            }
            assertThat(FlowFuzzTest.play(flow, messages)).isEqualTo(FlowFuzzTest.play(flow, messages));
        }
    }

    @Test
    void a_conversation_goes_on_only_with_the_version_it_began_with() throws Exception {
        Flow changed = FlowLibrary.parse("all", EveryKind.SOURCE.replace("Hello.", "Good day."));
        Conversation conversation = play().conversation();
        assertThatThrownBy(() -> FlowEngine.advance(changed, conversation, "no", CONTEXT))
                .isInstanceOf(IllegalArgumentException.class);
        Flow old = FlowLibrary.parse("all", flow.source());
        assertThat(old.version()).isEqualTo(conversation.flowVersion());
    }

    private Turn play(String... messages) {
        Turn turn = FlowEngine.begin(flow, "c", CONTEXT);
        for (String message : messages) {
            turn = say(turn, message);
        }
        return turn;
    }

    private Turn say(Turn turn, String message) {
        return FlowEngine.advance(flow, turn.conversation(), message, CONTEXT);
    }

    private static Map<String, String> values(Turn turn) {
        Map<String, String> values = new java.util.LinkedHashMap<>();
        turn.conversation().answers().forEach((step, given) -> values.put(step, given.value()));
        return values;
    }

    private static Flow parse() {
        try {
            return FlowLibrary.parse("all", EveryKind.SOURCE);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
