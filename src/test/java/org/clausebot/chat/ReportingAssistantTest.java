package org.clausebot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clausebot.answer.Question.Place;
import org.clausebot.answer.Quote;
import org.clausebot.chat.Asking.Input;
import org.clausebot.chat.web.ScriptedAssistant;
import org.clausebot.chat.web.TestPolicies;
import org.clausebot.flow.Given;
import org.clausebot.flow.Turn;
import org.clausebot.incident.AuditRows;
import org.clausebot.incident.Cases;
import org.clausebot.incident.Reporter;
import org.clausebot.incident.Status;
import org.clausebot.policy.Policy;
import org.clausebot.policy.SchoolId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportingAssistantTest {
    private static final Policy POLICY = TestPolicies.socialMedia();
    private static final Reporter WHO = new Reporter(SchoolId.DEFAULT, "web", "a browser");
    private static final Reporter ELSEWHERE = new Reporter(SchoolId.DEFAULT, "terminal", "somebody");

    @TempDir
    private Path folder;

    private TestReporting reporting;
    private ScriptedAssistant policy;
    private Phrases phrases;
    private ReportingAssistant assistant;

    @BeforeEach
    void open() throws Exception {
        reporting = new TestReporting(folder);
        policy = new ScriptedAssistant(POLICY, TestPolicies.hostile());
        phrases = Phrases.read(Path.of("conversations/phrases.yaml"));
        assistant = restarted();
    }

    @AfterEach
    void close() throws Exception {
        reporting.close();
    }

    private ReportingAssistant restarted() {
        return reporting.assistant(policy, policy::answer, List.of(POLICY), phrases);
    }

    private Reply say(String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", words, Optional.of(WHO), ""));
    }

    private Reply press(Asking asking, String words) {
        return assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", words, Optional.of(WHO), asking.token()));
    }

    private static Asking asking(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Asked.class);
        return ((Reply.Asked) reply).asking();
    }

    /** As far as the question what was written. */
    private Asking begun() {
        say("Report contact from a pupil");
        say("No, I am not worried");
        say("no");
        say("Sam in 9B");
        say("In a game");
        return asking(say("yesterday about 4"));
    }

    private Reply.Sent sent() {
        begun();
        for (String words : List.of("he wrote hi", "no", "skip", "skip", "keep it out", "yes")) {
            say(words);
        }
        Reply last = say("yes");
        assertThat(last).isInstanceOf(Reply.Sent.class);
        return (Reply.Sent) last;
    }

    @Test
    void a_title_begins_a_report_with_what_to_do_now_and_the_clauses_beside_it() {
        Asking asking = asking(say("report contact from a pupil."));

        assertThat(asking.said().getFirst().lines()).contains("If the child is in danger at this moment, call 999.");
        assertThat(asking.said().getFirst().quotes())
                .extracting(q -> q.clause().ref().address())
                .containsExactly("2.1.5", "2.3.4");
        assertThat(asking.field().question()).startsWith("Does anything in it make you worried");
        assertThat(asking.field().choices()).extracting(Turn.Choice::label).hasSize(3);
        assertThat(asking.notes()).containsExactly(phrases.say(ReportPhrase.OPENING));
    }

    @Test
    void other_words_begin_it_too_but_a_question_with_such_words_stays_a_question() {
        assertThat(say("A pupil messaged me!")).isInstanceOf(Reply.Asked.class);
        assistant.reply(new Incoming(SchoolId.DEFAULT, "t", "a pupil messaged me", Optional.of(ELSEWHERE), ""));
        assertThat(policy.heard).isEmpty();
        Reply answered = assistant.reply(new Incoming(
                SchoolId.DEFAULT, "t", "a pupil messaged me about homework, may I answer?", Optional.empty(), ""));
        assertThat(answered).isInstanceOf(Reply.Answered.class);
    }

    private static Optional<String> offered(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Answered.class);
        return ((Reply.Answered) reply).report();
    }

    @Test
    void the_report_for_what_a_question_tells_of_is_offered_below_a_clause_that_it_relies_on() {
        Reply answered = say("tells pupil-contact quote 2.1.5");
        assertThat(offered(answered)).contains("Report contact from a pupil");
        assertThat(say(offered(answered).orElseThrow())).isInstanceOf(Reply.Asked.class);
    }

    @Test
    void no_report_is_offered_to_who_only_asks_nor_for_another_clause_nor_while_one_waits() {
        assertThat(offered(say("quote 2.1.5"))).isEmpty();
        assertThat(offered(say("tells pupil-contact quote 2.4.6"))).isEmpty();
        assertThat(offered(say("tells nothing-known quote 2.1.5"))).isEmpty();
        assertThat(offered(say("tells indecent-images image"))).isEmpty();
        begun();
        assistant.leaving(WHO);
        assertThat(say("tells pupil-contact quote 2.1.5"))
                .isInstanceOfSatisfying(
                        Reply.Unfinished.class,
                        waits -> assertThat(offered(waits.before().orElseThrow()))
                                .isEmpty());
    }

    @Test
    void report_lists_all_that_can_be_reported_with_somebody_in_danger_first() {
        assertThat(say("Report something")).isInstanceOfSatisfying(Reply.Flows.class, flows -> {
            assertThat(flows.entries()).hasSize(10);
            assertThat(flows.entries().getFirst().id()).isEqualTo("person-at-risk");
            assertThat(flows.entries()).allSatisfy(e -> assertThat(e.summary()).isNotBlank());
        });
    }

    @Test
    void every_answer_is_on_disk_before_the_next_question_is_shown_and_nothing_goes_to_the_policy() {
        Asking asking = begun();

        assertThat(asking.field().input()).isEqualTo(Input.LONG);
        assertThat(reporting.reporting().unfinished(WHO)).hasValueSatisfying(kept -> {
            assertThat(kept.conversation().at()).isEqualTo("what");
            assertThat(kept.conversation().answers())
                    .extractingByKey("pupil")
                    .extracting(Given::value)
                    .isEqualTo("Sam in 9B");
        });
        assertThat(policy.heard).isEmpty();
    }

    @Test
    void after_a_restart_the_same_step_is_shown_and_the_next_answer_is_taken() {
        Asking before = begun();
        assistant = restarted();

        assertThat(assistant.waiting(WHO)).hasValueSatisfying(reply -> {
            assertThat(asking(reply).token()).isEqualTo(before.token());
            assertThat(asking(reply).field()).isEqualTo(before.field());
        });
        assertThat(asking(press(before, "he wrote hi")).field().question()).isEqualTo("Have you answered the pupil?");
    }

    @Test
    void a_button_pressed_late_or_twice_changes_nothing_and_shows_where_one_is() {
        Asking first = asking(say("Report contact from a pupil"));
        Asking second = asking(press(first, "No, I am not worried"));
        Asking again = asking(press(first, "Yes, I am worried"));

        assertThat(again.token()).isEqualTo(second.token());
        assertThat(again.notes()).containsExactly(phrases.say(ReportPhrase.STALE));
        assertThat(reporting
                        .reporting()
                        .unfinished(WHO)
                        .orElseThrow()
                        .conversation()
                        .answers())
                .extractingByKey("worry")
                .extracting(Given::value)
                .isEqualTo("not-worried");
    }

    @Test
    void cancel_pressed_twice_throws_nothing_away() {
        Asking asking = begun();
        press(asking, "cancel");
        press(asking, "cancel");
        assertThat(reporting.reporting().unfinished(WHO)).isPresent();
        assertThat(say("yes")).isInstanceOf(Reply.Cancelled.class);
        assertThat(reporting.reporting().unfinished(WHO)).isEmpty();
    }

    @Test
    void send_pressed_twice_sends_once_and_shows_the_same_receipt_even_after_a_restart() {
        begun();
        for (String words : List.of("he wrote hi", "no", "skip", "skip", "keep it out")) {
            say(words);
        }
        Asking last = asking(say("yes"));
        Reply.Sent sent = (Reply.Sent) press(last, "yes");
        assertThat(press(last, "yes")).isEqualTo(sent);
        assistant = restarted();
        assertThat(((Reply.Sent) press(last, "yes")).receipt()).isEqualTo(sent.receipt());
        assertThat(reporting
                        .incidents()
                        .cases()
                        .list(new Cases.Viewer(SchoolId.DEFAULT, "jane-smith"), Optional.empty(), ""))
                .hasSize(1);
    }

    @Test
    void a_receipt_is_not_shown_again_to_whoever_comes_to_the_same_browser() {
        sent();
        assertThat(assistant.waiting(WHO)).isEmpty();
    }

    @Test
    void a_receipt_that_a_crash_kept_from_being_shown_is_shown_to_whoever_comes_back_soon() {
        Reply.Sent sent = sent();
        assistant = restarted();
        assertThat(assistant.waiting(WHO))
                .hasValueSatisfying(
                        reply -> assertThat(((Reply.Sent) reply).receipt()).isEqualTo(sent.receipt()));
        assertThat(assistant.waiting(WHO)).isEmpty();
        assistant = restarted();
        reporting.pass(Duration.ofMinutes(11));
        assertThat(assistant.waiting(WHO)).isEmpty();
    }

    @Test
    void a_question_in_the_middle_is_answered_and_the_same_step_asked_again() {
        Asking choice = asking(say("Report contact from a pupil"));
        Reply.Asked asked = (Reply.Asked) say("can I friend a parent?");

        assertThat(asked.policyAnswer()).isPresent();
        assertThat(asked.asking().token()).isEqualTo(choice.token());
        assertThat(asked.asking().literal()).isEmpty();
        assertThat(policy.heard).isEmpty();
    }

    @Test
    void a_question_where_words_are_asked_for_can_be_said_to_be_the_answer() {
        begun();
        Reply.Asked asked = (Reply.Asked) say("can I friend a parent?");
        assertThat(asked.policyAnswer()).isPresent();
        assertThat(asked.asking().field().input()).isEqualTo(Input.LONG);

        Asking next = asking(press(asked.asking(), asked.asking().literal()));
        assertThat(next.field().question()).isEqualTo("Have you answered the pupil?");
        assertThat(reporting
                        .reporting()
                        .unfinished(WHO)
                        .orElseThrow()
                        .conversation()
                        .answers())
                .extractingByKey("what")
                .extracting(Given::value)
                .isEqualTo("can I friend a parent?");
    }

    @Test
    void urgent_words_in_an_answer_give_first_steps_once_and_the_answer_is_kept() {
        begun();
        Reply.Asked asked = (Reply.Asked) say("he sent an image");

        assertThat(asked.policyAnswer().orElseThrow().outcome()).isEqualTo("urgent");
        assertThat(asked.asking().field().question()).isEqualTo("Have you answered the pupil?");
        assertThat(asked.asking().notes()).contains(phrases.say(ReportPhrase.KEPT));
        say("yes");
        Reply.Asked second = (Reply.Asked) say("that I do not want an image");
        assertThat(second.before()).isEmpty();
    }

    @Test
    void a_short_answer_and_an_account_of_what_happened_are_looked_at_as_what_they_are() {
        Map<String, Place> places = new LinkedHashMap<>();
        assistant = reporting.assistant(
                policy,
                question -> {
                    places.put(question.text(), question.place());
                    return policy.answer(question);
                },
                List.of(POLICY),
                phrases);
        begun();
        say("he wrote hi");
        say("rhubarb");

        assertThat(places)
                .containsEntry("Sam in 9B", Place.SHORT_ANSWER)
                .containsEntry("he wrote hi", Place.ACCOUNT)
                .containsEntry("rhubarb", Place.SHORT_ANSWER)
                .doesNotContainKey("In a game");
    }

    @Test
    void somebody_who_goes_to_tell_leaves_one_line_with_the_day_and_nothing_of_who_or_what() {
        say("Report somebody at risk");
        Reply ended = say("No, I go and tell somebody");

        assertThat(ended)
                .isInstanceOfSatisfying(
                        Reply.Ended.class,
                        end -> assertThat(end.said().getFirst().words())
                                .contains(
                                        "I keep one line",
                                        "on which day",
                                        "It does not say who you are or what you said"));
        assertThat(reporting.audited())
                .containsExactly(new AuditRows.Row(
                        Instant.parse("2026-11-22T00:00:00Z"),
                        SchoolId.DEFAULT,
                        "",
                        "clausebot",
                        "first-steps-given:person-at-risk"));
        assertThat(reporting.reporting().unfinished(WHO)).isEmpty();
    }

    @Test
    void only_a_flow_that_gives_advice_and_came_to_its_end_leaves_that_line() {
        say("Report somebody at risk");
        say("cancel");
        say("yes");
        say("Report unsuitable material");
        assertThat(say("I am not sure")).isInstanceOf(Reply.Ended.class);

        assertThat(reporting.audited()).isEmpty();
    }

    @Test
    void saying_that_it_was_only_a_question_after_first_steps_in_the_middle_is_no_answer() {
        begun();
        say("he sent an image");
        say("no");
        Asking before = asking(say("back"));
        Asking same = asking(say("This was only a question"));
        assertThat(same.token()).isEqualTo(before.token());
    }

    @Test
    void a_flow_that_deals_with_a_concern_does_not_interrupt_itself_for_it() {
        Reply reply = say("Report an indecent image");
        for (int i = 0; i < 12 && reply instanceof Reply.Asked asked; i++) {
            assertThat(asked.before()).isEmpty();
            Asking.Field field = asked.asking().field();
            reply = press(
                    asked.asking(),
                    field.choices().isEmpty()
                            ? "a tablet with an image"
                            : field.choices().getFirst().label());
        }
    }

    @Test
    void who_will_see_it_is_shown_by_name_and_who_it_is_about_is_left_out() {
        say("Report contact from a pupil");
        say("No, I am not worried");
        say("headteacher");
        Asking asking = asking(say("who will see this?"));

        assertThat(asking.addressees()).hasValueSatisfying(seen -> {
            assertThat(seen.receivers()).singleElement().asString().contains("Tom Reed");
            assertThat(seen.leftOut()).anyMatch(line -> line.contains("Jane Smith"));
        });
        assertThat(asking.field().question()).isEqualTo("Which pupil was it?");
    }

    @Test
    void saved_for_later_it_is_gone_on_with_in_another_channel_by_its_code() {
        Asking before = begun();
        Reply.Paused paused = (Reply.Paused) say("save for later");
        assertThat(paused.kept()).hasToString("2026-12-06");
        assertThat(say("can I friend a parent?").policyAnswer()).isPresent();

        Reply there = assistant.reply(new Incoming(
                SchoolId.DEFAULT, "terminal", paused.code().toLowerCase(Locale.ROOT), Optional.of(ELSEWHERE), ""));
        assertThat(asking(there).field()).isEqualTo(before.field());
        assertThat(reporting.reporting().unfinished(WHO)).isEmpty();
        assertThat(press(before, "words")).isEqualTo(new Reply.Gone());
    }

    @Test
    void saved_for_later_it_is_gone_on_with_by_its_code_where_it_was_begun_too() {
        Asking before = begun();
        Reply.Paused paused = (Reply.Paused) say("save for later");
        assertThat(asking(say(paused.code())).field()).isEqualTo(before.field());
        assertThat(asking(say("he wrote hi")).field().question()).isEqualTo("Have you answered the pupil?");
    }

    @Test
    void an_unfinished_report_is_offered_once_in_a_while_to_somebody_who_comes_back() {
        begun();
        reporting.pass(Duration.ofMinutes(31));
        assertThat(assistant.waiting(WHO)).containsInstanceOf(Reply.Unfinished.class);
        Reply.Unfinished offered = (Reply.Unfinished) say("can I friend a parent?");
        assertThat(offered.policyAnswer()).isPresent();
        assertThat(say("and a governor?")).isInstanceOf(Reply.Answered.class);
        assertThat(asking(say("go on")).field().input()).isEqualTo(Input.LONG);
        assertThat(asking(say("he wrote hi")).field().question()).isEqualTo("Have you answered the pupil?");
    }

    @Test
    void it_is_thrown_away_only_when_that_is_said_twice() {
        begun();
        reporting.pass(Duration.ofMinutes(31));
        Reply.Unfinished really = (Reply.Unfinished) say("Throw it away");
        assertThat(really.really()).isTrue();
        assertThat(reporting.reporting().unfinished(WHO)).isPresent();
        assertThat(say("Yes, throw it away")).isInstanceOf(Reply.Cancelled.class);
        assertThat(reporting.reporting().unfinished(WHO)).isEmpty();
    }

    @Test
    void another_report_begins_only_after_the_one_that_waits() {
        begun();
        Reply.Unfinished waits = (Reply.Unfinished) say("Report an indecent image");
        assertThat(waits.wanted()).isEqualTo("Report an indecent image");
        assertThat(waits.title()).isEqualTo("Report contact from a pupil");
        assertThat(reporting.reporting().unfinished(WHO).orElseThrow().flow().id())
                .isEqualTo("pupil-contact");
    }

    @Test
    void leaving_gives_the_code_and_the_report_waits() {
        assertThat(assistant.leaving(WHO)).isEmpty();
        begun();
        Reply.Paused paused = assistant.leaving(WHO).orElseThrow();
        assertThat(paused.code()).isNotBlank();
        assertThat(assistant.waiting(WHO)).containsInstanceOf(Reply.Unfinished.class);
    }

    @Test
    void the_code_of_a_receipt_shows_how_far_it_has_come_and_takes_more_words() {
        Reply.Sent sent = sent();
        assertThat(sent.afterLines().getFirst()).startsWith("You have done the right thing.");
        Reply.Status status = (Reply.Status) say(sent.receipt().code().replace("-", " "));
        assertThat(status.sent().status()).isEqualTo(Status.NEW);

        assertThat(((Reply.Status) say("add: he wrote again")).sent().entries())
                .singleElement()
                .satisfies(e -> assertThat(e.words()).isEqualTo("he wrote again"));
        Reply pressed = assistant.reply(new Incoming(SchoolId.DEFAULT, "talk", " ", Optional.of(WHO), status.token()));
        assertThat(((Reply.Status) pressed).note()).isEqualTo(phrases.say(ReportPhrase.ADD_NOTHING));
    }

    @Test
    void what_a_receiver_writes_is_read_with_the_code_and_a_closed_report_takes_no_more() {
        Reply.Sent sent = sent();
        Cases cases = reporting.incidents().cases();
        Cases.Viewer head = new Cases.Viewer(SchoolId.DEFAULT, "jane-smith");
        cases.message(head, sent.receipt().reference(), "Thank you. I will ring his parents.");
        cases.status(head, sent.receipt().reference(), Status.NEW, Status.CLOSED, "Dealt with", true);

        Reply.Status status = (Reply.Status) say(sent.receipt().code());
        assertThat(status.sent().entries())
                .anySatisfy(e -> assertThat(e.words()).contains("I will ring his parents"));
        assertThat(status.open()).isFalse();
        assertThat(((Reply.Status) say("add: more")).note()).isEqualTo(phrases.say(ReportPhrase.ADD_CLOSED));
    }

    @Test
    void wrong_codes_are_counted_and_after_eight_nothing_is_looked_up_for_a_while() {
        String code = sent().receipt().code();
        for (int i = 2; i < 10; i++) {
            assertThat(say("7K4Q-MXPD-29T" + i)).isEqualTo(new Reply.NoSuchCode());
        }
        assertThat(say(code)).isInstanceOf(Reply.TooManyCodes.class);
        reporting.pass(Duration.ofMinutes(16));
        assertThat(say(code)).isInstanceOf(Reply.Status.class);
    }

    @Test
    void a_code_that_another_person_types_does_not_take_over_the_report_that_waits_there() {
        begun();
        String code = ((Reply.Paused) say("save for later")).code();
        assistant.reply(new Incoming(SchoolId.DEFAULT, "t", "Report contact from a pupil", Optional.of(ELSEWHERE), ""));
        assistant.leaving(ELSEWHERE);
        Reply reply = assistant.reply(new Incoming(SchoolId.DEFAULT, "t", code, Optional.of(ELSEWHERE), ""));

        assertThat(reply).isInstanceOf(Reply.Unfinished.class);
        assertThat(reporting.reporting().unfinished(WHO)).isPresent();
    }

    @Test
    void where_nothing_can_be_sent_it_says_what_to_do_now_and_asks_nothing() {
        ReportingAssistant off = reporting.withoutReporting(policy, List.of(POLICY), phrases);
        Reply reply = off.reply(new Incoming(SchoolId.DEFAULT, "t", "Report an indecent image", Optional.of(WHO), ""));

        assertThat(reply).isInstanceOfSatisfying(Reply.Advice.class, advice -> {
            assertThat(advice.title()).isEqualTo("Report an indecent image");
            assertThat(advice.said().getFirst().quotes()).isNotEmpty();
        });
        assertThat(off.flows().sending()).isFalse();
        assertThat(off.leaving(WHO)).isEmpty();
    }

    @Test
    void nobody_left_to_receive_it_says_whom_to_ring_and_keeps_it() {
        say("Report contact from a pupil");
        say("No, I am not worried");
        Reply reply = say(
                "headteacher, designated safeguarding lead, deputy designated safeguarding lead, chair of governors");
        for (String words :
                List.of("skip", "In a game", "today", "skip", "no", "skip", "skip", "keep it out", "yes", "yes")) {
            reply = say(words);
        }
        assertThat(((Reply.Asked) reply).before()).containsInstanceOf(Reply.NotReceived.class);
        assertThat(reporting.reporting().unfinished(WHO)).isPresent();
    }

    @Test
    void a_file_is_taken_where_files_are_asked_for_listed_and_removed_again() {
        begun();
        say("skip");
        say("no");
        Asking files = asking(say("skip"));
        assertThat(files.field().input()).isEqualTo(Input.FILES);
        Asking with = asking(attach(files, "notes.txt", "12:05 he wrote hi"));
        assertThat(with.attached())
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("notes.txt"));
        Asking refused = asking(attach(with, "letter.pdf", "%PDF-1.7 and no more"));
        assertThat(refused.attached()).hasSize(1);
        assertThat(refused.notes()).isNotEmpty();
        Asking without = asking(assistant.detach(
                new Incoming(SchoolId.DEFAULT, "talk", "", Optional.of(WHO), with.token()),
                with.attached().getFirst().id()));
        assertThat(without.attached()).isEmpty();
    }

    @Test
    void no_file_is_taken_where_none_may_be() {
        Asking asking = asking(say("Report an indecent image"));
        Asking refused = asking(attach(asking, "picture.png", "not even looked at"));
        assertThat(refused.notes()).containsExactly(phrases.say(ReportPhrase.NO_FILES_HERE));
        assertThat(reporting.reporting().attached(WHO)).isEmpty();
    }

    private Reply attach(Asking asking, String name, String content) {
        return assistant.attach(
                new Incoming(SchoolId.DEFAULT, "talk", "", Optional.of(WHO), asking.token()),
                name,
                content.getBytes(StandardCharsets.UTF_8));
    }

    /** Goes through every report twice, by the first and by the last of all choices. */
    @Test
    void every_clause_shown_on_the_way_is_word_for_word_in_its_policy() {
        int seen = 0;
        for (Reply.Flows.Entry entry : assistant.flows().entries()) {
            for (boolean first : List.of(true, false)) {
                Reply reply = say(entry.title());
                for (int i = 0; i < 40 && reply instanceof Reply.Asked asked; i++) {
                    for (Quote quote : asked.asking().quotes()) {
                        assertThat(POLICY.document().text())
                                .contains(quote.clause().text());
                        assertThat(POLICY.clause(quote.clause().ref().address()))
                                .contains(quote.clause());
                        seen++;
                    }
                    reply = press(asked.asking(), answer(asked.asking(), first));
                }
                assertThat(reply).isNotInstanceOf(Reply.Asked.class);
            }
        }
        assertThat(seen).isGreaterThan(40);
    }

    private static String answer(Asking asking, boolean first) {
        List<Turn.Choice> choices = asking.field().choices();
        return switch (asking.field().input()) {
            case CONFIRM, SEND -> "yes";
            case FILES -> "done";
            case CHOICES, SURE -> (first ? choices.getFirst() : choices.getLast()).label();
            case DAY, DAY_AND_TIME -> "today";
            case NUMBER -> "2";
            case WEB_ADDRESS -> "https://example.org/page";
            case LINE, LONG, PERSON -> asking.field().optional() ? "skip" : "Some words";
        };
    }
}
