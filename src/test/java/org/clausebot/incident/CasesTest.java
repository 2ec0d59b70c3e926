package org.clausebot.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clausebot.incident.World.CHAIR;
import static org.clausebot.incident.World.DEPUTY;
import static org.clausebot.incident.World.DSL;
import static org.clausebot.incident.World.HEAD;
import static org.clausebot.incident.World.MANAGER;
import static org.clausebot.incident.World.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.clausebot.flow.Flow;
import org.clausebot.incident.Cases.Outcome;
import org.clausebot.school.Receiver;
import org.junit.jupiter.api.Test;

class CasesTest extends WorldTest {
    private Cases cases() {
        return world.cases();
    }

    private List<String> listed(Receiver who) {
        return cases().list(as(who), Optional.empty(), "").stream()
                .map(Cases.Line::reference)
                .toList();
    }

    @Test
    void the_newest_report_comes_first_and_the_filters_hold() {
        String first = world.send("c1", "about", "no", "what", "A message on Chatterbox")
                .reference();
        world.pass(Duration.ofMinutes(1));
        String second =
                world.send("c2", "about", "no", "what", "A telephone call").reference();
        assertThat(listed(HEAD)).containsExactly(second, first);
        assertThat(listed(CHAIR)).isEmpty();
        cases().open(as(HEAD), first);
        assertThat(cases().list(as(DSL), Optional.of(Status.SEEN), ""))
                .extracting(Cases.Line::reference)
                .containsExactly(first);
        assertThat(cases().list(as(DSL), Optional.empty(), "chatterBOX message"))
                .extracting(Cases.Line::reference)
                .containsExactly(first);
        assertThat(cases().list(as(DSL), Optional.empty(), "chatterbox telephone"))
                .isEmpty();
    }

    @Test
    void a_case_has_what_was_asked_and_answered_and_all_that_happened() {
        Receipt receipt = world.send("c1", "about", "no", "what", "A message");
        String ref = receipt.reference();
        Cases.Case opened = cases().open(as(HEAD), ref.toLowerCase(Locale.ROOT)).orElseThrow();
        assertThat(opened.line().status()).isEqualTo(Status.SEEN);
        assertThat(opened.answers())
                .containsExactly(
                        new Cases.Answered("about", "Is this about one of these people?", "no"),
                        new Cases.Answered("what", "What happened?", "A message"));
        assertThat(opened.cites()).containsExactly("2.2.2");
        assertThat(opened.policyVersion()).isEqualTo("2018-06");
        assertThat(opened.recipients())
                .containsExactly("Amina Khan, the designated safeguarding lead (DSL)", "Jane Smith, the headteacher");
        world.pass(Duration.ofMinutes(1));
        cases().note(as(HEAD), ref, "Spoke to the class teacher.");
        world.pass(Duration.ofMinutes(1));
        cases().status(as(HEAD), ref, Status.SEEN, Status.IN_HAND, "", false);
        assertThat(cases().export(as(HEAD), ref, "pdf").orElseThrow().chronology())
                .extracting(Cases.Event::what)
                .containsExactly("sent", "status", "viewed", "note", "status", "exported");
    }

    @Test
    void a_change_without_words_reason_or_a_possible_person_is_not_made() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        assertThat(cases().status(as(DSL), ref, Status.NEW, Status.CLOSED, " ", false))
                .isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().status(as(DSL), ref, Status.NEW, Status.NEW, "why", false))
                .isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().note(as(DSL), ref, "\u0000 \n")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().message(as(DSL), ref, "x".repeat(Reporting.MOST_WORDS + 1)))
                .isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().addRecipient(as(DSL), ref, "nobody", "why")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().addRecipient(as(DSL), ref, HEAD.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().handOver(as(DSL), ref, CHAIR.id(), "")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().hold(as(DSL), ref, true, "")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().open(as(DSL), ref).orElseThrow().line().held()).isFalse();
        assertThat(listed(CHAIR)).isEmpty();
    }

    @Test
    void a_second_recipient_is_told_and_a_handed_over_case_is_gone_for_who_gave_it() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        assertThat(cases().addRecipient(as(HEAD), ref, CHAIR.id(), "For advice"))
                .isEqualTo(Outcome.DONE);
        assertThat(listed(CHAIR)).containsExactly(ref);
        assertThat(cases().handOver(as(HEAD), ref, DEPUTY.id(), "On leave")).isEqualTo(Outcome.DONE);
        assertThat(listed(HEAD)).isEmpty();
        assertThat(cases().open(as(HEAD), ref)).isEmpty();
        assertThat(listed(DEPUTY)).containsExactly(ref);
        assertThat(world.noticed()).contains(CHAIR.id(), DEPUTY.id());
        // It may come back to her: she is not kept out.
        assertThat(cases().candidates(as(DEPUTY), ref)).contains(HEAD);
    }

    @Test
    void only_the_clauses_that_the_reporter_was_shown_are_quoted() {
        Flow flow = World.parse("fork", """
                title: A fork
                summary: A fork.
                policy: social-media
                reviewed: 2026-11-22
                cites:
                  2.2.2: beb600cdd931
                  2.5.3: aaaaaaaaaaaa
                  2.6.3: bbbbbbbbbbbb
                  2.7.4: cccccccccccc
                  2.8.1: dddddddddddd
                kind: report
                withhold-name: true
                evidence: forbidden
                keep: P6Y
                retention-why: The law asks for it.
                to:
                  - send: [safeguarding-lead]
                steps:
                  - id: about
                    ask: Is this about one of these people?
                    as: subject
                    of: [headteacher]
                  - id: which
                    choose: What was it?
                    options:
                      - {id: image, label: An image, go: image}
                      - {id: words, label: Words}
                  - id: spoken
                    say: Words can hurt.
                    cites: [2.6.3, 2.2.2]
                  - id: only-head
                    say: This is about the headteacher.
                    when: {about: [headteacher]}
                    cites: [2.8.1]
                  - id: what
                    ask: What was said?
                    as: long-text
                    max: 4000
                    cites: [2.2.2]
                    go: check
                  - id: image
                    say: Do not look at it.
                    cites: [2.7.4]
                  - id: check
                    confirm: Is this right?
                    cites: [2.5.3]
                  - id: send
                    submit: Send it now?
                    after: Thank you.
                """);
        String words = world.send(flow, "c1", "about", "no", "which", "words", "what", "Names");
        String image = world.send(flow, "c2", "about", "no", "which", "image");

        assertThat(cases().open(as(DSL), words).orElseThrow().cites()).containsExactly("2.6.3", "2.2.2", "2.5.3");
        assertThat(cases().open(as(DSL), image).orElseThrow().cites()).containsExactly("2.7.4", "2.5.3");
    }

    @Test
    void a_case_may_be_handed_over_to_somebody_who_has_it_already() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        assertThat(cases().candidates(as(HEAD), ref)).contains(DSL).doesNotContain(HEAD);
        int before = world.noticed().size();
        assertThat(cases().handOver(as(HEAD), ref, HEAD.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().handOver(as(HEAD), ref, DSL.id(), "On leave")).isEqualTo(Outcome.DONE);
        assertThat(listed(HEAD)).isEmpty();
        assertThat(listed(DSL)).containsExactly(ref);
        assertThat(world.noticed()).hasSize(before + 1).endsWith(DSL.id());
        assertThat(cases().open(as(DSL), ref).orElseThrow().recipients())
                .containsExactly("Amina Khan, the designated safeguarding lead (DSL)");
    }

    @Test
    void whoever_changes_a_status_that_is_another_by_now_changes_nothing_and_hears_of_it() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        cases().open(as(HEAD), ref);
        assertThat(cases().status(as(HEAD), ref, Status.SEEN, Status.IN_HAND, "", false))
                .isEqualTo(Outcome.DONE);
        assertThat(cases().status(as(DSL), ref, Status.SEEN, Status.CLOSED, "Settled", true))
                .isEqualTo(Outcome.CHANGED_MEANWHILE);
        assertThat(cases().line(as(DSL), ref).orElseThrow().status()).isEqualTo(Status.IN_HAND);
        assertThat(cases().status(as(CHAIR), ref, Status.SEEN, Status.CLOSED, "Settled", true))
                .isEqualTo(Outcome.NO_SUCH_CASE);
    }

    @Test
    void of_many_who_change_the_status_at_once_one_does() throws Exception {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> all = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> cases().status(
                                    as(i % 2 == 0 ? HEAD : DSL), ref, Status.NEW, Status.CLOSED, "Settled", false)))
                    .toList();
            List<Outcome> outcomes = new java.util.ArrayList<>();
            for (Future<Outcome> one : all) {
                outcomes.add(one.get());
            }
            assertThat(outcomes).containsOnlyOnce(Outcome.DONE).containsOnly(Outcome.DONE, Outcome.CHANGED_MEANWHILE);
        }
        assertThat(cases().open(as(HEAD), ref).orElseThrow().chronology())
                .extracting(Cases.Event::what)
                .containsOnlyOnce("status");
    }

    @Test
    void a_line_is_looked_up_without_a_row_in_the_audit_log_unless_there_is_none() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        long before = world.audited(0).getLast().seq();
        assertThat(cases().line(as(DSL), ref).orElseThrow().reference()).isEqualTo(ref);
        assertThat(world.audited(before)).isEmpty();
        assertThat(cases().line(as(CHAIR), ref)).isEmpty();
        assertThat(world.audited(before)).extracting(row -> row.row().action()).containsExactly("looked-in-vain");
    }

    private static Flow timed(String kind, String more) {
        return World.parse("timed", """
                title: Something for a time
                summary: For a time.
                policy: social-media
                reviewed: 2026-11-22
                cites:
                  2.6.2: beb600cdd931
                kind: %s
                withhold-name: false
                evidence: forbidden
                keep: P2Y
                retention-why: For tests.
                %s
                to:
                  - send: [headteacher]
                steps:
                  - id: about
                    ask: Is this about one of these people?
                    as: subject
                    of: [headteacher]
                    cites: [2.6.2]
                  - id: from
                    ask: From when?
                    as: date
                    future: true
                  - id: until
                    ask: Until when?
                    as: date
                    future: true
                  - id: send
                    submit: Send it now?
                    after: Thank you.
                """.formatted(kind, more));
    }

    @Test
    void whoever_has_a_declaration_is_reminded_once_on_the_day_on_which_it_is_to_be_renewed() {
        String ref = world.send(timed("declaration", "renew: P1Y"), "c1", "about", "no");
        cases().open(as(HEAD), ref);
        cases().status(as(HEAD), ref, Status.SEEN, Status.CLOSED, "Noted", false);
        int before = world.noticed().size();
        world.now.set(World.MONDAY.plus(Duration.ofDays(364)));
        assertThat(world.housekeeping().due()).isZero();
        assertThat(cases().due(as(HEAD))).isZero();

        world.pass(Duration.ofDays(1));
        assertThat(world.housekeeping().due()).isEqualTo(1);
        assertThat(world.noticed()).hasSize(before + 1).endsWith(HEAD.id());
        assertThat(cases().due(as(HEAD))).isEqualTo(1);
        assertThat(cases().due(as(DSL))).isZero();
        assertThat(cases().declarations(as(HEAD)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.due()).contains(LocalDate.of(2027, 11, 23)));
        assertThat(cases().open(as(HEAD), ref).orElseThrow().chronology())
                .extracting(Cases.Event::what)
                .containsOnlyOnce("due");

        world.pass(Duration.ofDays(1));
        assertThat(world.housekeeping().due()).isZero();
        assertThat(world.noticed()).hasSize(before + 1);
    }

    @Test
    void a_reminder_is_not_sent_again_after_a_restart() throws Exception {
        world.send(timed("declaration", "renew: P1Y"), "c1", "about", "no");
        world.pass(Duration.ofDays(365));
        assertThat(world.housekeeping().due()).isEqualTo(1);
        world.close();
        world.open();
        assertThat(world.housekeeping().due()).isZero();
    }

    @Test
    void what_was_asked_for_stands_in_the_register_and_is_due_when_it_ends() {
        world.send(timed("request", ""), "c1", "about", "no", "from", "2026-12-01", "until", "2026-12-05");
        world.send(timed("request", ""), "c2", "about", "no", "from", "", "until", "");
        world.send(timed("report", ""), "c3", "about", "no", "from", "2026-12-01", "until", "2026-12-05");
        assertThat(cases().declarations(as(HEAD)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.due()).contains(LocalDate.of(2026, 12, 5)))
                .satisfies(entry -> assertThat(entry.declared()).isFalse());
        world.now.set(LocalDate.of(2026, 12, 4).atTime(12, 0).toInstant(java.time.ZoneOffset.UTC));
        assertThat(world.housekeeping().due()).isZero();
        world.pass(Duration.ofDays(1));
        assertThat(world.housekeeping().due()).isEqualTo(1);
    }

    @Test
    void whoever_a_declaration_is_about_is_never_reminded_of_it() {
        world.send(timed("declaration", "renew: P1Y"), "c1", "about", "headteacher");
        world.pass(Duration.ofDays(365));
        int before = world.noticed().size();
        assertThat(world.housekeeping().due()).isEqualTo(1);
        assertThat(world.noticed().subList(before, world.noticed().size())).doesNotContain(HEAD.id());
        assertThat(cases().due(as(HEAD))).isZero();
    }

    @Test
    void whoever_steps_back_is_kept_out_for_good_and_the_next_goes_on() {
        String ref = world.send("c1", "about", "headteacher", "what", "words").reference();
        assertThat(cases().candidates(as(CHAIR), ref)).containsExactly(DSL, DEPUTY, MANAGER);
        assertThat(cases().recuse(as(CHAIR), ref, "He is my brother")).isEqualTo(Outcome.DONE);
        assertThat(listed(CHAIR)).isEmpty();
        assertThat(listed(HEAD)).isEmpty();
        assertThat(listed(DSL)).containsExactly(ref);
        assertThat(cases().candidates(as(DSL), ref)).containsExactly(DEPUTY, MANAGER);
        assertThat(cases().addRecipient(as(DSL), ref, CHAIR.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().addRecipient(as(DSL), ref, HEAD.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
    }

    @Test
    void the_last_who_may_have_it_cannot_step_back() {
        world.school.set(Optional.of(World.school(List.of(HEAD, CHAIR))));
        String ref = world.send("c1", "about", "headteacher", "what", "words").reference();
        assertThat(cases().recuse(as(CHAIR), ref, "")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(listed(CHAIR)).containsExactly(ref);
        assertThat(cases().recuse(as(HEAD), ref, "")).isEqualTo(Outcome.NO_SUCH_CASE);
    }

    @Test
    void evidence_comes_as_a_clean_copy_or_as_the_original() throws Exception {
        var conversation = world.conversation("c1", World.concern(), "about", "no", "what", "words");
        world.reporting().keep(World.REPORTER, World.concern(), conversation);
        byte[] original = "one\r\n\u202Etwo".getBytes(StandardCharsets.UTF_8);
        String id = world.reporting()
                .attach(World.REPORTER, "files", "n.txt", original)
                .id();
        String ref = world.reporting()
                .send(World.REPORTER, World.concern(), conversation)
                .reference();
        assertThat(text(cases().evidence(as(DSL), ref, id, false).orElseThrow()))
                .isEqualTo("one\ntwo");
        assertThat(text(cases().evidence(as(DSL), ref, id, true).orElseThrow())).isEqualTo("one\r\n\u202Etwo");
        assertThat(cases().evidence(as(DSL), ref, "other", true)).isEmpty();
        assertThat(cases().evidence(as(CHAIR), ref, id, true)).isEmpty();
        assertThat(cases().open(as(DSL), ref).orElseThrow().chronology())
                .extracting(Cases.Event::what)
                .contains("evidence");
    }

    private static String text(Cases.FileContent content) {
        return StandardCharsets.UTF_8.decode(content.bytes()).toString();
    }

    @Test
    void somebody_who_joins_the_school_under_the_name_it_is_about_cannot_be_given_it() {
        String ref = world.send("c1", "about", "no", "who", "Mr Brown", "what", "words")
                .reference();
        Receiver brown = World.receiver("a-brown", "Arthur Brown", org.clausebot.school.Role.SENIOR_LEADER);
        world.school.set(Optional.of(World.school(List.of(HEAD, DSL, brown))));
        assertThat(cases().candidates(as(DSL), ref)).containsExactly(HEAD);
        assertThat(cases().handOver(as(DSL), ref, brown.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
        assertThat(cases().addRecipient(as(DSL), ref, brown.id(), "why")).isEqualTo(Outcome.NOT_POSSIBLE);
    }

    @Test
    void who_has_left_the_school_sees_nothing_and_a_case_of_nobody_goes_to_the_next() {
        String ref = world.send("c1", "about", "headteacher", "what", "words").reference();
        world.school.set(Optional.of(World.school(List.of(HEAD, DSL, DEPUTY))));
        assertThat(listed(CHAIR)).isEmpty();
        assertThat(cases().open(as(CHAIR), ref)).isEmpty();
        assertThat(world.housekeeping().orphaned()).isEqualTo(1);
        assertThat(world.housekeeping().orphaned()).isZero();
        assertThat(listed(DSL)).containsExactly(ref);
        assertThat(listed(HEAD)).isEmpty();
        assertThat(cases().open(as(DSL), ref).orElseThrow().recipients())
                .containsExactly("Amina Khan, the designated safeguarding lead (DSL)", "Tom Reed");
    }

    @Test
    void what_waits_unseen_for_four_school_hours_goes_to_the_deputy_once() {
        world.now.set(World.MONDAY.plus(Duration.ofHours(5))); // 3 in the afternoon, two hours before the school closes
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        world.pass(Duration.ofHours(17)); // 8 the next morning
        world.pass(Duration.ofHours(2));
        assertThat(world.housekeeping().overdue()).isZero();
        assertThat(cases().list(as(HEAD), Optional.empty(), "").getFirst().overdue())
                .isFalse();
        world.pass(Duration.ofSeconds(1));
        assertThat(world.housekeeping().overdue()).isEqualTo(1);
        assertThat(world.housekeeping().overdue()).isZero();
        assertThat(listed(DEPUTY)).containsExactly(ref);
        assertThat(cases().list(as(DEPUTY), Optional.empty(), "").getFirst().overdue())
                .isTrue();
        assertThat(world.noticed()).containsExactly(HEAD.id(), DSL.id(), DEPUTY.id());
    }

    @Test
    void an_overdue_report_never_goes_to_somebody_kept_out() {
        world.send("c1", "about", "headteacher", "who", "Novak, the new deputy", "what", "words");
        world.pass(Duration.ofHours(5));
        assertThat(world.housekeeping().overdue()).isEqualTo(1);
        assertThat(listed(DEPUTY)).isEmpty();
        assertThat(listed(DSL)).hasSize(1);
    }

    @Test
    void what_was_seen_in_time_is_not_overdue() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        cases().open(as(DSL), ref);
        world.pass(Duration.ofDays(3));
        assertThat(world.housekeeping().overdue()).isZero();
        assertThat(listed(DEPUTY)).isEmpty();
    }

    @Test
    void a_closed_report_is_kept_as_long_as_its_flow_says_unless_it_is_held() {
        Receipt receipt = world.send("c1", "about", "no", "what", "words");
        String ref = receipt.reference();
        cases().status(as(DSL), ref, Status.NEW, Status.CLOSED, "Done", false);
        LocalDate day = LocalDate.of(2032, 11, 23);
        assertThat(cases().open(as(DSL), ref).orElseThrow().closes()).contains(day);
        assertThat(cases().expiring(as(DSL), day.minusDays(1))).isEmpty();
        assertThat(cases().expiring(as(DSL), day))
                .containsExactly(new Cases.Expiring(ref, "Report a concern", day, false));
        assertThat(cases().expiring(as(CHAIR), day)).isEmpty();
        cases().hold(as(DSL), ref, true, "A court asks for it");
        world.now.set(day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant().plusSeconds(1));
        assertThat(world.housekeeping().deleted()).isZero();
        cases().hold(as(DSL), ref, false, "The court is done");
        assertThat(world.housekeeping().deleted()).isEqualTo(1);
        assertThat(listed(DSL)).isEmpty();
        assertThat(world.reporting().sent(receipt.code())).isEmpty();
        assertThat(world.reporting().justSent(World.REPORTER)).isEmpty();
    }

    @Test
    void a_report_that_is_opened_again_is_not_deleted() {
        String ref = world.send("c1", "about", "no", "what", "words").reference();
        cases().status(as(DSL), ref, Status.NEW, Status.CLOSED, "Done", false);
        cases().status(as(DSL), ref, Status.CLOSED, Status.IN_HAND, "", false);
        assertThat(cases().open(as(DSL), ref).orElseThrow().closes()).isEmpty();
        world.pass(Duration.ofDays(4000));
        assertThat(world.housekeeping().deleted()).isZero();
    }
}
