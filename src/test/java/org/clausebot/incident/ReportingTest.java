package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clausebot.incident.World.CHAIR;
import static org.clausebot.incident.World.DSL;
import static org.clausebot.incident.World.HEAD;
import static org.clausebot.incident.World.REPORTER;
import static org.clausebot.incident.World.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.clausebot.flow.Conversation;
import org.clausebot.flow.Flow;
import org.clausebot.policy.SchoolId;
import org.clausebot.seal.ReceiptText;
import org.junit.jupiter.api.Test;

class ReportingTest extends WorldTest {
    private static final Reporter OTHER = new Reporter(SchoolId.DEFAULT, "terminal", "somebody");

    private Reporting reporting() {
        return world.reporting();
    }

    private Conversation kept(String id, String... answers) {
        Conversation conversation = world.conversation(id, World.concern(), answers);
        reporting().keep(REPORTER, World.concern(), conversation);
        return conversation;
    }

    @Test
    void an_unfinished_conversation_is_there_after_a_restart_with_the_flow_it_began_with() throws Exception {
        Conversation conversation = kept("c1", "about", "no", "what", "A pupil wrote to me.");
        world.close();
        world.open();
        Reporting.Unfinished unfinished = reporting().unfinished(REPORTER).orElseThrow();
        assertThat(unfinished.conversation()).isEqualTo(conversation);
        assertThat(unfinished.flow()).isEqualTo(World.concern());
        assertThat(unfinished.expires()).isEqualTo(World.MONDAY.plus(Duration.ofDays(14)));
        assertThat(reporting().unfinished(OTHER)).isEmpty();
    }

    @Test
    void an_unfinished_conversation_expires_with_its_evidence() throws Exception {
        kept("c1", "about", "no");
        reporting().attach(REPORTER, "files", "note.txt", "words".getBytes(StandardCharsets.UTF_8));
        world.pass(Duration.ofDays(14));
        assertThat(reporting().unfinished(REPORTER)).isEmpty();
        assertThat(reporting().attached(REPORTER)).isEmpty();
        assertThat(world.housekeeping().expired()).isEqualTo(1);
        assertThat(world.housekeeping().expired()).isZero();
    }

    @Test
    void a_code_takes_the_conversation_to_another_channel_as_often_as_is_wanted() {
        Conversation conversation = kept("c1", "what", "words");
        String code = reporting().laterCode(REPORTER);
        assertThat(code).matches("[2-79ACDEFGHJKMNPRTVWXY]{4}(-[2-79ACDEFGHJKMNPRTVWXY]{4}){2}");
        assertThat(reporting().laterCode(REPORTER)).isEqualTo(code);
        kept("c1", "what", "more words");
        assertThat(reporting().laterCode(REPORTER)).isEqualTo(code);
        String typed = code.toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(reporting().resume(OTHER, typed).orElseThrow().conversation().id())
                .isEqualTo(conversation.id());
        assertThat(reporting().unfinished(REPORTER)).isEmpty();
        assertThat(reporting().resume(REPORTER, code)).isPresent();
        assertThat(reporting().unfinished(OTHER)).isEmpty();
        assertThat(reporting().resume(OTHER, "2222-2222-2222")).isEmpty();
        assertThat(reporting().resume(OTHER, "nonsense")).isEmpty();
    }

    @Test
    void first_steps_given_are_noted_with_the_day_of_the_school_in_a_log_that_stays_whole() throws Exception {
        world.now.set(Instant.parse("2027-06-30T23:30:00Z"));
        kept("c1", "about", "no");
        reporting().firstStepsGiven(REPORTER, World.concern());

        assertThat(world.log().last()).hasValueSatisfying(last -> {
            assertThat(last.row().at()).isEqualTo(Instant.parse("2027-07-01T00:00:00Z"));
            assertThat(last.row().record()).isEmpty();
            assertThat(last.row().actor()).isEqualTo("clausebot");
            assertThat(last.row().action()).isEqualTo("first-steps-given:concern");
        });
        assertThat(reporting().unfinished(REPORTER)).isEmpty();
        assertThat(world.audit.verify().fault()).isEmpty();
    }

    @Test
    void a_new_conversation_takes_the_place_of_the_old_one_and_its_evidence() throws Exception {
        kept("c1", "what", "words");
        reporting().attach(REPORTER, "files", "note.txt", "words".getBytes(StandardCharsets.UTF_8));
        assertThat(reporting().attached(REPORTER)).hasSize(1);
        kept("c2", "what", "other words");
        assertThat(reporting().attached(REPORTER)).isEmpty();
        reporting().discard(REPORTER);
        assertThat(reporting().unfinished(REPORTER)).isEmpty();
    }

    @Test
    void a_second_send_gives_the_same_receipt_and_stores_nothing_more() throws Exception {
        Conversation conversation = kept("c1", "about", "no", "what", "words");
        Receipt receipt = reporting().send(REPORTER, World.concern(), conversation);
        world.pass(Duration.ofMinutes(1));
        assertThat(reporting().send(REPORTER, World.concern(), conversation)).isEqualTo(receipt);
        assertThat(reporting().send(OTHER, World.concern(), conversation)).isEqualTo(receipt);
        assertThat(world.cases().list(as(HEAD), Optional.empty(), "")).hasSize(1);
        assertThat(world.noticed()).containsExactlyInAnyOrder(HEAD.id(), DSL.id());
        assertThat(reporting().unfinished(REPORTER)).isEmpty();
    }

    @Test
    void many_sends_of_the_same_conversation_at_once_store_one_report() {
        Conversation conversation = kept("c1", "about", "no", "what", "words");
        Set<String> codes = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 16).parallel().forEach(i -> {
            try {
                codes.add(reporting()
                        .send(REPORTER, World.concern(), conversation)
                        .code());
            } catch (NobodyToReceiveException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(codes).hasSize(1);
        assertThat(world.cases().list(as(HEAD), Optional.empty(), "")).hasSize(1);
        assertThat(world.noticed()).hasSize(2);
    }

    @Test
    void a_receipt_proves_code_and_time_and_is_shown_again_for_an_hour() throws Exception {
        Receipt receipt = world.send("c1", "about", "no", "what", "words");
        assertThat(receipt.at()).isEqualTo(World.MONDAY);
        assertThat(world.keys()
                        .signer()
                        .verify(ReceiptText.of(receipt.code(), receipt.at(), "default"), receipt.signature()))
                .isTrue();
        world.close();
        world.open();
        assertThat(reporting().justSent(REPORTER)).contains(receipt);
        assertThat(reporting().justSent(OTHER)).isEmpty();
        world.pass(Duration.ofHours(1));
        assertThat(reporting().justSent(REPORTER)).isEmpty();
    }

    @Test
    void whoever_begins_anew_is_not_shown_the_receipt_of_before() {
        world.send("c1", "about", "no", "what", "words");
        kept("c2", "about", "no");
        assertThat(reporting().justSent(REPORTER)).isEmpty();
    }

    @Test
    void what_was_shown_as_addressees_is_where_it_goes() throws Exception {
        Conversation conversation = kept("c1", "about", "headteacher", "what", "words");
        Reporting.Addressees shown = reporting().addressees(World.concern(), conversation);
        assertThat(shown.receivers()).containsExactly("Tom Reed, the chair of governors");
        assertThat(shown.ring()).containsExactly("LADO of the council: 01628 000010");
        assertThat(shown.leftOut()).containsExactly("Jane Smith, the headteacher");
        Receipt receipt = reporting().send(REPORTER, World.concern(), conversation);
        assertThat(world.cases().open(as(CHAIR), receipt.reference())).isPresent();
        assertThat(world.cases().open(as(HEAD), receipt.reference())).isEmpty();
        assertThat(world.noticed()).containsExactly(CHAIR.id());
    }

    @Test
    void with_nobody_left_nothing_is_stored_and_the_LADO_is_named() {
        Conversation conversation =
                kept("c1", "about", "headteacher,safeguarding-lead,chair-of-governors", "what", "words");
        assertThatThrownBy(() -> reporting().send(REPORTER, World.concern(), conversation))
                .isInstanceOf(NobodyToReceiveException.class)
                .hasMessageContaining("LADO of the council: 01628 000010");
        assertThat(world.noticed()).isEmpty();
        assertThat(reporting().unfinished(REPORTER)).isPresent();
        assertThat(reporting().addressees(World.concern(), conversation).receivers())
                .isEmpty();
    }

    @Test
    void without_a_school_nothing_can_be_sent() {
        Conversation conversation = kept("c1", "about", "no", "what", "words");
        world.school.set(Optional.empty());
        assertThatThrownBy(() -> reporting().send(REPORTER, World.concern(), conversation))
                .isInstanceOf(NobodyToReceiveException.class)
                .hasMessageContaining("in person");
        assertThat(reporting().unfinished(REPORTER)).isPresent();
    }

    @Test
    void a_reporter_comes_back_with_the_receipt_to_add_and_to_read() {
        Receipt receipt = world.send("c1", "about", "no", "what", "words");
        String typed = receipt.code().replace("-", "").toLowerCase(Locale.ROOT);
        Reporting.Sent sent = reporting().sent(typed).orElseThrow();
        assertThat(sent.reference()).isEqualTo(receipt.reference());
        assertThat(sent.title()).isEqualTo("Report a concern");
        assertThat(sent.status()).isEqualTo(Status.NEW);
        world.pass(Duration.ofMinutes(5));
        assertThat(reporting().add(receipt.code(), "He wrote\u0007 again.")).isTrue();
        world.pass(Duration.ofMinutes(5));
        world.cases().message(as(DSL), receipt.reference(), "Thank you. Come to me at 3.");
        world.cases().note(as(DSL), receipt.reference(), "Not for the reporter.");
        assertThat(reporting().sent(receipt.code()).orElseThrow().entries())
                .extracting(Reporting.Entry::words)
                .containsExactly("He wrote again.", "Thank you. Come to me at 3.");
        assertThat(world.noticed()).hasSize(4);
    }

    @Test
    void the_reporter_reads_the_reason_only_when_the_receiver_tells_it_and_cannot_add_to_a_closed_report() {
        Receipt receipt = world.send("c1", "about", "no", "what", "words");
        world.cases().status(as(DSL), receipt.reference(), Status.NEW, Status.PASSED_ON, "To the police.", false);
        Reporting.Sent passed = reporting().sent(receipt.code()).orElseThrow();
        assertThat(passed.status()).isEqualTo(Status.PASSED_ON);
        assertThat(passed.reason()).isEmpty();
        world.cases()
                .status(
                        as(DSL),
                        receipt.reference(),
                        Status.PASSED_ON,
                        Status.CLOSED,
                        "We have spoken to the family.",
                        true);
        assertThat(reporting().sent(receipt.code()).orElseThrow().reason()).isEqualTo("We have spoken to the family.");
        assertThat(reporting().add(receipt.code(), "More.")).isFalse();
    }

    @Test
    void a_code_that_opens_nothing_opens_nothing() {
        world.send("c1", "about", "no", "what", "words");
        for (String code : List.of("2222-2222-2222", "", "'; DROP TABLE incident; --", "7K4Q")) {
            assertThat(reporting().sent(code)).isEmpty();
            assertThat(reporting().add(code, "words")).isFalse();
        }
        assertThatThrownBy(() -> reporting().add("2222-2222-2222", "  ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void evidence_goes_with_the_report_and_a_flow_without_evidence_takes_none() throws Exception {
        Conversation conversation = kept("c1", "about", "no", "what", "words");
        Reporting.Evidence kept =
                reporting().attach(REPORTER, "files", "C:\\me\\note.txt", "words".getBytes(StandardCharsets.UTF_8));
        assertThat(kept.name()).isEqualTo("note.txt");
        Receipt receipt = reporting().send(REPORTER, World.concern(), conversation);
        assertThat(world.cases()
                        .open(as(DSL), receipt.reference())
                        .orElseThrow()
                        .evidence())
                .containsExactly(kept);
        Flow forbidding = World.flow("none", "forbidden");
        reporting().keep(REPORTER, forbidding, world.conversation("c2", forbidding, "about", "no"));
        assertThatThrownBy(
                        () -> reporting().attach(REPORTER, "files", "a.txt", "words".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EvidenceRefusedException.class);
        assertThatThrownBy(
                        () -> reporting().attach(REPORTER, "what", "a.txt", "words".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EvidenceRefusedException.class);
        assertThatThrownBy(() -> reporting().attach(OTHER, "files", "a.txt", "words".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EvidenceRefusedException.class);
        assertThat(reporting().attached(REPORTER)).isEmpty();
    }
}
