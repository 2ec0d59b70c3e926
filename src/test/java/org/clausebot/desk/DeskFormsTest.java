package org.clausebot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clausebot.incident.Cases.Case;
import org.clausebot.incident.Cases.Event;
import org.clausebot.incident.Cases.Viewer;
import org.clausebot.incident.Status;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class DeskFormsTest {
    private static final Viewer HEAD = Fixtures.viewer(DeskSchool.HEAD);

    @TempDir
    private Path folder;

    private DeskSite site;
    private DeskSite.Visitor dsl;

    @BeforeEach
    void start() throws Exception {
        site = new DeskSite(folder, new Fixtures(folder).file());
        dsl = site.as("amina-khan");
    }

    @AfterEach
    void stop() throws IOException {
        site.close();
    }

    private Case theCase() {
        return site.filed.cases.export(HEAD, site.filed.contact, "test").orElseThrow();
    }

    /** The case without who looked at it. */
    private String unlooked() {
        Case found = theCase();
        List<Event> changes = found.chronology().stream()
                .filter(e -> !e.what().equals("viewed") && !e.what().equals("exported"))
                .toList();
        return found.line() + " " + found.recipients() + " " + found.closes() + " " + changes;
    }

    private List<String> said(String what) {
        return theCase().chronology().stream()
                .filter(e -> e.what().equals(what))
                .map(Event::words)
                .toList();
    }

    /** What is typed into one form, and a piece of what the page then says. */
    private record Bad(String name, String form, Map<String, String> typed, int status, String says) {}

    private static List<Bad> bads() {
        String long501 = "ü".repeat(501);
        return List.of(
                new Bad("an empty note", "note", Map.of("words", "  \n "), 400, "The note is empty."),
                new Bad(
                        "a note too long",
                        "note",
                        Map.of("words", "n".repeat(4001)),
                        400,
                        "The note has 4,001 characters; 4,000 fit."),
                new Bad("an empty message", "message", Map.of(), 400, "The message is empty."),
                new Bad(
                        "a message too long",
                        "message",
                        Map.of("words", "m".repeat(4500)),
                        400,
                        "The message has 4,500 characters"),
                new Bad("no status", "status", Map.of("reason", "Because"), 400, "Choose the status from the list."),
                new Bad(
                        "an unknown status",
                        "status",
                        Map.of("status", "lost", "reason", "Because"),
                        400,
                        "Choose the status from the list."),
                new Bad("new again", "status", Map.of("status", "new"), 400, "Choose the status from the list."),
                new Bad("the same status", "status", Map.of("status", "seen"), 400, "The status is “Seen” already."),
                new Bad("closing without a reason", "status", Map.of("status", "closed"), 400, "Give a reason."),
                new Bad("passing on without a reason", "status", Map.of("status", "passed-on"), 400, "Give a reason."),
                new Bad(
                        "a reason too long",
                        "status",
                        Map.of("status", "closed", "reason", long501),
                        400,
                        "The reason has 501 characters; 500 fit."),
                new Bad(
                        "telling nothing",
                        "status",
                        Map.of("status", "in-hand", "tell", "yes"),
                        400,
                        "Write the reason that the reporter is to read"),
                new Bad(
                        "a status changed by somebody else",
                        "status",
                        Map.of("status", "closed", "reason", "Done", "was", "in-hand"),
                        409,
                        "the status became “Seen”. Nothing was changed."),
                new Bad(
                        "adding nobody",
                        "recipient",
                        Map.of("reason", "Knows them"),
                        400,
                        "Choose a person from the list."),
                new Bad(
                        "adding a stranger",
                        "recipient",
                        Map.of("receiver", "mallory", "reason", "Knows them"),
                        400,
                        "Choose a person from the list."),
                new Bad(
                        "adding without a reason",
                        "recipient",
                        Map.of("receiver", "ravi-patel"),
                        400,
                        "Give a reason."),
                new Bad(
                        "adding who has it",
                        "recipient",
                        Map.of("receiver", "jane-smith", "reason", "Again"),
                        400,
                        "This person has the case already"),
                new Bad(
                        "handing over to nobody",
                        "hand-over",
                        Map.of("reason", "Leave", "sure", "yes"),
                        400,
                        "Choose a person from the list."),
                new Bad(
                        "handing over unsure",
                        "hand-over",
                        Map.of("receiver", "ravi-patel", "reason", "Leave"),
                        400,
                        "Tick the box"),
                new Bad("a conflict unsure", "recuse", Map.of("reason", "My brother"), 400, "Tick the box"),
                new Bad("a conflict without a reason", "recuse", Map.of("sure", "yes"), 400, "Give a reason."),
                new Bad("a hold without a reason", "hold", Map.of("held", "yes"), 400, "Give a reason."),
                new Bad("half a hold", "hold", Map.of("held", "perhaps", "reason", "Court"), 400, "Reload the page"),
                new Bad(
                        "ending a hold that is not set",
                        "hold",
                        Map.of("held", "no", "reason", "Over"),
                        409,
                        "Nothing was changed by you."),
                new Bad(
                        "a form from nowhere",
                        "note",
                        Map.of("words", "Hello", "once", "<b>"),
                        400,
                        "The page was out of date."));
    }

    @TestFactory
    Stream<DynamicTest> bad_input_is_refused_kept_in_the_form_and_changes_nothing() {
        return bads().stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name, () -> {
                    dsl.get("/desk/cases/" + site.filed.contact);
                    String before = unlooked();

                    HttpResponse<String> answer = dsl.fill(site.filed.contact, bad.form, bad.typed);

                    assertThat(answer.statusCode()).isEqualTo(bad.status);
                    Document page = Jsoup.parse(answer.body());
                    String form = "form[action$=/" + bad.form + "] ";
                    assertThat(page.expectFirst(form + "[role=alert]").text()).contains(bad.says);
                    bad.typed.forEach((field, typed) -> assertKept(page, form, field, typed));
                    assertThat(unlooked()).isEqualTo(before);
                }));
    }

    private static void assertKept(Document page, String form, String field, String typed) {
        switch (field) {
            case "words", "reason" ->
                assertThat(page.expectFirst(form + "textarea[name=" + field + "]")
                                .wholeText())
                        .isEqualTo(typed);
            case "receiver", "status" -> {
                String there = form + "option[value=" + typed + "]";
                page.select(there)
                        .forEach(
                                option -> assertThat(option.hasAttr("selected")).isTrue());
            }
            case "tell" ->
                assertThat(page.expectFirst(form + "[name=tell]").hasAttr("checked"))
                        .isTrue();
            default ->
                // A confirmation must be given anew, and hidden fields are the page's own.
                assertThat(page.select(form + "[name=sure][checked]")).isEmpty();
        }
    }

    @Test
    void a_refused_form_can_be_sent_again_once_it_is_right() throws Exception {
        String long4001 = "n".repeat(4001);
        Document page = Jsoup.parse(
                dsl.fill(site.filed.contact, "note", Map.of("words", long4001)).body());
        Map<String, String> fields = new HashMap<>();
        page.select("form[action$=/note] input").forEach(i -> fields.put(i.attr("name"), i.val()));
        fields.put("words", "Short now");

        HttpResponse<String> answer = dsl.post("/desk/cases/" + site.filed.contact + "/note", fields);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(said("note")).endsWith("Short now");
    }

    @Test
    void a_button_pressed_twice_does_its_work_once_and_confirms_both_times() throws Exception {
        Map<String, String> fields = dsl.hidden(site.filed.contact, "note");
        fields.put("words", "Rang home");
        String path = "/desk/cases/" + site.filed.contact + "/note";
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> both.submit(() -> dsl.post(path, fields)))
                    .toList();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
            }
        }
        assertThat(said("note")).containsOnlyOnce("Rang home");
    }

    @Test
    void the_same_words_from_a_page_opened_anew_are_a_second_note() throws Exception {
        dsl.fill(site.filed.contact, "note", Map.of("words", "Rang home"));
        dsl.fill(site.filed.contact, "note", Map.of("words", "Rang home"));
        assertThat(said("note").stream().filter("Rang home"::equals)).hasSize(2);
    }

    @Test
    void other_words_under_a_form_already_sent_are_not_lost() throws Exception {
        Map<String, String> fields = dsl.hidden(site.filed.contact, "note");
        String path = "/desk/cases/" + site.filed.contact + "/note";
        fields.put("words", "First");
        dsl.post(path, fields);
        fields.put("words", "Second");
        dsl.post(path, fields);
        assertThat(said("note")).endsWith("First", "Second");
    }

    @Test
    void handing_over_twice_says_that_it_is_done_and_the_case_is_gone() throws Exception {
        Map<String, String> fields = dsl.hidden(site.filed.contact, "hand-over");
        fields.putAll(Map.of("receiver", "ravi-patel", "reason", "Leave", "sure", "yes"));
        String path = "/desk/cases/" + site.filed.contact + "/hand-over";
        HttpResponse<String> first = dsl.post(path, fields);
        HttpResponse<String> second = dsl.post(path, fields);
        assertThat(first.headers().firstValue("Location"))
                .isEqualTo(second.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith("/desk?done="));
        assertThat(dsl.page(first.headers().firstValue("Location").orElseThrow())
                        .expectFirst(".done")
                        .text())
                .contains("handed over");
        assertThat(dsl.get("/desk/cases/" + site.filed.contact).statusCode()).isEqualTo(404);
        assertThat(site.as("ravi-patel")
                        .get("/desk/cases/" + site.filed.contact)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_steps_back_finds_nothing_of_the_case_any_more() throws Exception {
        HttpResponse<String> answer =
                dsl.fill(site.filed.contact, "recuse", Map.of("reason", "My brother", "sure", "yes"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(dsl.page("/desk").select(".case-list").text()).doesNotContain(site.filed.contact);
        assertThat(dsl.get("/desk/cases/" + site.filed.contact).statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_left_open_while_somebody_else_closes_the_case_overwrites_nothing() throws Exception {
        Map<String, String> stale = dsl.hidden(site.filed.contact, "status");
        site.as("jane-smith").fill(site.filed.contact, "status", Map.of("status", "closed", "reason", "Settled"));
        stale.putAll(Map.of("status", "in-hand", "reason", "I take it"));

        HttpResponse<String> answer = dsl.post("/desk/cases/" + site.filed.contact + "/status", stale);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).expectFirst("[role=alert]").text())
                .contains("the status became “Closed”. Nothing was changed.");
        assertThat(theCase().line().status()).isEqualTo(Status.CLOSED);
        assertThat(answer.body()).contains("I take it");
    }

    @Test
    void of_two_who_change_the_status_at_once_one_is_told_what_it_is_now() throws Exception {
        Map<String, DeskSite.Visitor> both = Map.of("closed", dsl, "in-hand", site.as("jane-smith"));
        String path = "/desk/cases/" + site.filed.contact + "/status";
        Map<String, Map<String, String>> forms = new HashMap<>();
        for (Map.Entry<String, DeskSite.Visitor> one : both.entrySet()) {
            // Both have the page open before either sends it; the first look made it seen.
            one.getValue().hidden(site.filed.contact, "status");
            Map<String, String> form = one.getValue().hidden(site.filed.contact, "status");
            form.putAll(Map.of("status", one.getKey(), "reason", "As agreed"));
            forms.put(one.getKey(), form);
        }
        Map<Integer, String> answers = new HashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = both.entrySet().stream()
                    .map(one ->
                            threads.submit(() -> one.getValue().post(path, forms.getOrDefault(one.getKey(), Map.of()))))
                    .toList();
            for (Future<HttpResponse<String>> one : sent) {
                answers.put(one.get().statusCode(), one.get().body());
            }
        }
        assertThat(answers.keySet()).containsExactlyInAnyOrder(303, 409);
        assertThat(Jsoup.parse(answers.getOrDefault(409, ""))
                        .expectFirst("[role=alert]")
                        .text())
                .contains("the status became “" + Labels.status(theCase().line().status()) + "”");
        assertThat(said("status").stream().filter(words -> words.endsWith("As agreed")))
                .hasSize(1);
    }

    @Test
    void a_case_can_be_handed_over_to_somebody_who_has_it_already() throws Exception {
        HttpResponse<String> answer = dsl.fill(
                site.filed.contact, "hand-over", Map.of("receiver", "jane-smith", "reason", "On leave", "sure", "yes"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(dsl.get("/desk/cases/" + site.filed.contact).statusCode()).isEqualTo(404);
        assertThat(theCase().recipients()).noneMatch(name -> name.startsWith("Amina Khan"));
    }

    @Test
    void a_change_leaves_no_row_in_the_audit_log_of_a_list_that_nobody_asked_for() throws Exception {
        dsl.page("/desk");
        assertThat(site.filed.audited()).filteredOn("listed"::equals).hasSize(1);
        dsl.fill(site.filed.contact, "note", Map.of("words", "Rang home"));
        dsl.fill(site.filed.contact, "note", Map.of());
        dsl.fill(site.filed.contact, "status", Map.of("status", "in-hand"));
        assertThat(site.filed.audited()).filteredOn("listed"::equals).hasSize(1);
    }

    @Test
    void nothing_is_confirmed_that_was_not_done() throws Exception {
        assertThat(dsl.page("/desk?done=note").select(".done")).isEmpty();
        String done = dsl.fill(site.filed.contact, "note", Map.of("words", "Rang home"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(dsl.page(done).select(".done")).hasSize(1);
        assertThat(site.as("jane-smith").page(done).select(".done")).isEmpty();
    }

    @Test
    void a_form_without_the_sessions_token_changes_nothing() throws Exception {
        Map<String, String> fields = dsl.hidden(site.filed.contact, "note");
        fields.putAll(Map.of("words", "Forged", "_csrf", "guessed"));
        assertThat(dsl.post("/desk/cases/" + site.filed.contact + "/note", fields)
                        .statusCode())
                .isEqualTo(403);
        assertThat(said("note")).doesNotContain("Forged");
    }

    @Test
    void a_search_or_a_day_that_cannot_be_is_refused_in_words() throws Exception {
        for (Map.Entry<String, String> bad : Map.of(
                        "/desk?status=lost",
                        "There is no such status.",
                        "/desk?q=" + "a".repeat(201),
                        "A search may have 200 characters",
                        "/desk/retention?by=2026-02-30",
                        "This is not a day.",
                        "/desk/retention?by=2020-01-01",
                        "Choose a day from today on",
                        "/desk/retention?by=%2B999999999-01-01",
                        "Choose a day from today on")
                .entrySet()) {
            HttpResponse<String> answer = dsl.get(bad.getKey());
            assertThat(answer.statusCode()).as(bad.getKey()).isEqualTo(400);
            assertThat(Jsoup.parse(answer.body()).expectFirst("[role=alert]").text())
                    .contains(bad.getValue());
        }
    }
}
