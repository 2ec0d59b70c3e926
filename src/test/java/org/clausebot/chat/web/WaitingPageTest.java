package org.clausebot.chat.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Waiting for an answer at the web page, where nobody is known but the browser. */
class WaitingPageTest {
    private static final String FRAGMENT = "HX-Request";
    private static final String TELL_ME = "Tell me when this is answered";
    private static final String HATS = "nothing covered about hats";

    @TempDir
    private Path folder;

    private TestSite site;
    private TestSite.Visitor mary;

    @BeforeEach
    void open() throws Exception {
        site = new TestSite(folder, Optional.empty(), true);
        mary = site.visitor();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Optional<String> named(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("clausebot-browser"))
                .findFirst();
    }

    /** Presses the button below the latest answer, and has the browser keep what it is given. */
    private HttpResponse<String> press(Document page) throws Exception {
        Element form = requireNonNull(
                page.select(".exchange form.wait, body > form.wait").last());
        HttpResponse<String> response = mary.post(
                "/wait",
                Map.of(
                        "answer", form.select("[name=answer]").attr("value"),
                        "mark", form.select("[name=mark]").attr("value"),
                        "wait", form.select("button").attr("value")),
                FRAGMENT,
                "true");
        String cookie = named(response).orElse("");
        if (!cookie.isEmpty()) {
            mary = site
            .new Visitor(java.net.http.HttpClient.newHttpClient(), mary.cookie + "; " + cookie.replaceAll(";.*", ""));
        }
        return response;
    }

    private Document page() throws Exception {
        return Jsoup.parse(mary.get("/").body());
    }

    private HttpResponse<String> waits(String question) throws Exception {
        return press(Jsoup.parse(mary.ask(question, FRAGMENT, "true").body()));
    }

    @Test
    void only_an_answer_that_is_none_can_be_waited_for_and_no_browser_is_named_before_the_press() throws Exception {
        for (String answered : List.of("quote 2.4.6", "image", "hello")) {
            assertThat(mary.ask(answered).body()).as(answered).doesNotContain(TELL_ME);
        }
        for (String open : List.of(HATS, "something near")) {
            HttpResponse<String> response = mary.ask(open);
            assertThat(response.body()).as(open).contains(TELL_ME);
            assertThat(named(response)).isEmpty();
        }
    }

    @Test
    void a_press_keeps_the_question_under_a_secret_name_and_says_what_is_kept() throws Exception {
        HttpResponse<String> response = waits(HATS);
        assertThat(response.body()).contains("Whoever else uses this browser can see it", "Don’t tell me", HATS);
        assertThat(named(response).orElseThrow()).contains("HttpOnly", "SameSite=Strict", "Max-Age=15724800");
        assertThat(page().select("#waits li p").eachText()).containsExactly(HATS);
        assertThat(Jsoup.parse(site.visitor().get("/").body()).select("#waits li"))
                .isEmpty();
    }

    @Test
    void whoever_comes_back_is_told_once_and_only_in_their_browser() throws Exception {
        waits(HATS);
        site.known.set("new");
        assertThat(site.visitor().get("/").body()).doesNotContain("wanted to be told");

        Document told = page();
        Element exchange = requireNonNull(told.select(".exchange").last());
        assertThat(exchange.text()).contains(HATS, "On 20 November 2026 you wanted to be told", "2.6.2");
        assertThat(told.select("#waits li")).isEmpty();
        assertThat(page().select(".note")).hasSize(1);
        assertThat(site.askedAgain).containsExactly(HATS);
    }

    @Test
    void a_page_that_is_open_asks_now_and_then_and_hears_nothing_until_there_is_something() throws Exception {
        waits(HATS);
        assertThat(page().select("[hx-get=/told]")).hasSize(1);
        assertThat(mary.get("/told").statusCode()).isEqualTo(204);
        assertThat(mary.get("/told").statusCode()).isEqualTo(204);
        assertThat(site.askedAgain).as("asked once of what is in force").containsExactly(HATS);
        site.known.set("new");
        assertThat(mary.get("/told").body()).contains("wanted to be told", "2.6.2", "hx-swap-oob=\"true\"");
        assertThat(mary.get("/told").statusCode()).isEqualTo(204);
    }

    @Test
    void a_question_is_taken_back_below_its_answer_and_in_the_list() throws Exception {
        waits(HATS);
        assertThat(press(page()).body()).contains("I have forgotten that question");
        assertThat(page().select("#waits li")).isEmpty();

        waits(HATS);
        Element inList = requireNonNull(page().select("#waits form").first());
        mary.post("/wait", Map.of("mark", inList.select("[name=mark]").attr("value"), "wait", "no"));
        site.known.set("new");
        assertThat(page().select(".note")).isEmpty();
    }

    @Test
    void signing_out_forgets_the_questions_and_the_browser() throws Exception {
        waits(HATS);
        String kept = mary.cookie;
        assertThat(named(mary.post("/leave", Map.of())).orElseThrow()).contains("Max-Age=0");
        site.known.set("new");
        String name = kept.substring(kept.indexOf("clausebot-browser"));
        TestSite.Visitor next = site.visitor();
        TestSite.Visitor same = site.new Visitor(java.net.http.HttpClient.newHttpClient(), next.cookie + "; " + name);
        assertThat(same.get("/").body()).doesNotContain("wanted to be told");
    }

    @Test
    void a_press_for_an_answer_that_is_gone_keeps_nothing_and_says_so() throws Exception {
        waits(HATS);
        HttpResponse<String> response =
                mary.post("/wait", Map.of("answer", "99", "mark", "nonsense", "wait", "yes"), FRAGMENT, "true");
        assertThat(response.body()).contains("I no longer have the words of that question");
        assertThat(page().select("#waits li")).hasSize(1);
        assertThat(mary.post("/wait", Map.of("wait", "no", "mark", "<b>")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void nobody_waits_for_more_than_twenty_answers() throws Exception {
        for (int i = 0; i < 20; i++) {
            waits("covered " + i);
        }
        assertThat(waits("covered too").body()).contains("waits for 20 answers already");
        assertThat(page().select("#waits li")).hasSize(20);
    }
}
